"""What a finished Word file may have wrong, a rule each: `writers/word/verifying` finds it.

They stand among the words of diagnostics, since the catalogues put them into French.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from conventassembler.diagnostics.codes.definition import N_

SERIOUS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "malformed": N_("this part is not well-formed"),
        "part-twice": N_("two parts have this name"),
        "untyped": N_("nothing says what kind of part this is"),
        "typed-twice": N_("the kind of this part is said twice"),
        "no-document": N_("nothing leads to the document"),
        "target": N_("a relationship leads to this part, which is not there"),
        "relation-twice": N_("two relationships have this id"),
        "relation": N_("no relationship has this id"),
        "inside": N_("this element may not stand in that one"),
        "field-open": N_("this field is not closed where it began"),
        "field-mark": N_("this mark belongs to no field"),
        "no-note": N_("this number calls a note or a comment that is not there"),
        "cell-end": N_("this cell does not end with a paragraph"),
        "no-row": N_("this table has no row, or this row no cell"),
        "tag-left": N_("a tag of the house template is left in the text"),
        "text-lost": N_("a text of the act is not in the file"),
    }
)
"""What Word refuses to open or repairs, and what a reader of the act would see."""

SLIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "typed-alone": N_("the kind of this part is said, and the part is not there"),
        "unreached": N_("no relationship leads to this part"),
        "order": N_("this element does not stand at its place"),
        "deleted": N_("a text and a deleted text stand in each other's place"),
        "id-twice": N_("two elements have this number"),
        "bookmark-twice": N_("two bookmarks have this name"),
        "bookmark-name": N_("a bookmark may not have this name"),
        "bookmark-open": N_("this bookmark does not end, or ends in another place"),
        "bookmark-end": N_("this end belongs to no bookmark"),
        "bookmark-crossed": N_("this bookmark ends inside another one"),
        "no-bookmark": N_("no bookmark has this name, to which a field or a link leads"),
        "note-twice": N_("this note is called twice"),
        "note-uncalled": N_("this note is never called"),
        "no-numbering": N_("no numbering has this number"),
        "no-level": N_("the numbering has no such level"),
        "no-style": N_("no style of this kind has this id"),
        "row-width": N_("this row is not as wide as its table"),
        "tables-touch": N_("two tables touch: Word makes them one"),
        "control-name": N_("this content control has no name, or too long a name or tag"),
        "section": N_("the page of a section is not sound"),
    }
)
"""What Word opens without a word, and then shows or keeps otherwise than it was meant."""

WORDS: Final[Mapping[str, str]] = MappingProxyType({**SERIOUS, **SLIGHT})
"""Every rule by its key."""
