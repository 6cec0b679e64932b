"""Files that people start from, written as a person would: a model to an agreement to fill."""

from conventassembler.scaffold.agreement import new_agreement

__all__ = ["new_agreement"]
