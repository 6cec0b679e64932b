"""Text pieces to inlines: what a value made is marked with it, a blank becomes a blank."""

from conventassembler.draft.clause.shown import inlines_of
from conventassembler.draft.model import Inlines
from conventassembler.values import fragment


def inlines(*values: object) -> Inlines:
    """Return the values, fragments and texts as inlines, in order."""
    return tuple([one for piece in fragment(*values).pieces if piece for one in inlines_of(piece)])
