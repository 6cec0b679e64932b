"""The clause library: `clauses/` to families of variants, models and references."""

from conventassembler.library.loader import load_library
from conventassembler.library.model import Library

__all__ = ["Library", "load_library"]
