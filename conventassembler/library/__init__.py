"""The clause library: `clauses/` to families of variants, models and references."""

from conventassembler.library.model import Library

__all__ = ["Library"]
