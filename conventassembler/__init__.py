"""conventassembler: French conventions between public bodies, from YAML and a clause library."""

__version__ = "0.1.0"
