"""C156: a name that a column replaces, and that the agreement goes on saying elsewhere.

Beside `planning`, once for all rows. Names alone are looked for: of a number, a day or a kind,
nobody could tell whether it is said of the same thing.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from conventassembler.batch.columns import Settled
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.headers import Columns
from conventassembler.filling.places import settled
from conventassembler.filling.rows import overlap
from conventassembler.french.folding import fold
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import ListType, RichTextType, SettledType, TextType
from conventassembler.schema.blanks import is_blank
from conventassembler.source import Scalar, SequenceNode
from conventassembler.source.replacing import is_replaceable

_NAME: Final = Pattern(
    r"(?:parties|partners|groups|signature\.others)\.\w+\.(?:.+\.)?(?:name|short_name)"
)
"""What is called by a few words that stand for nothing else."""
_PERSON: Final = Pattern(r".+\.(?:representative|representatives\[\d+\]|others\.\w+)\.name")
_ARTICLE: Final = Pattern(r"^(?:l[ea]s?\s+|l['’])", re.IGNORECASE)
_CIVILITY: Final = r"(?:m\.|mme|monsieur|madame)\s+"
_JOINT: Final = r"[\s'’‐‑–-]+"
_LETTERS: Final = {
    **{"oe": "(?:œ|o[eéèêë])", "ae": "(?:æ|a[eéèêë])"},
    **{"a": "[aàâä]", "c": "[cç]", "e": "[eéèêë]", "i": "[iîï]", "n": "[nñ]", "o": "[oôö]"},
    **{"u": "[uùûü]", "y": "[yÿ]"},
}
"""What letters may be in French, once accents and ligatures are put aside."""
_LETTER: Final = Pattern("|".join(_LETTERS) + "|.")
_ACCEPTED: Final = "accepted["
"""Where the agreement speaks of findings, which no act prints."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the agreement that a column replaces."""

    said: str
    """Without its article."""
    header: str
    is_of_a_person: bool

    @property
    def pattern(self) -> str:
        """What finds it, accents, case and joints apart; of a person, « M. ESPINOSA » is enough."""
        own = _pattern(self.said)
        surname = " ".join(one for one in self.said.split() if one.isupper())
        return f"{own}|{_CIVILITY}{_pattern(surname)}" if self.is_of_a_person and surname else own

    def is_said_by(self, words: str) -> bool:
        """Tell whether words found are the name: « la commune » is not « la Commune »."""
        return words != words.lower() or self.said == self.said.lower()


def leftovers(
    filling: Filling, columns: Sequence[Settled], but: Container[tuple[str, str]] = ()
) -> Iterator[Diagnostic]:
    """Yield where the agreement goes on saying a name that a column of the table replaces.

    Each is told at its line, once for a name in a value, with the column that the value could have.
    Places `but` for which it is looked, by their ids, are told otherwise.
    """
    names = _names(columns)
    replaced = [one.place for one in columns] if names else []
    pattern, known = _any_of(names), filling.columns
    for place in filling.in_columns if names else ():
        told = place.id in but or any(overlap(place, one) for one in replaced)
        if _is_printed(place) and not told:
            for found in _left(place, names, pattern):
                yield replace(found, arguments={**found.arguments, **_column(known, place)})


def sayings(columns: Sequence[Settled]) -> Iterator[tuple[int, int]]:
    """Yield where an empty cell would leave in the act a name that another column replaces.

    The rank of the column of the name, then that of the column of the value that says it.
    """
    names = _names(columns)
    pattern = _any_of(names)
    ranks = {one.header: rank for rank, one in enumerate(columns)}
    for rank, one in enumerate(columns):
        if names and _is_printed(one.place):
            said = {found.arguments["header"] for found in _left(one.place, names, pattern)}
            yield from ((ranks[header], rank) for header in said if header != one.header)


def _names(columns: Iterable[Settled]) -> tuple[_Name, ...]:
    """Return the names that columns replace, each once, the longest first."""
    found: dict[str, _Name] = {}
    for one in columns:
        place, node = one.place, one.place.node
        if isinstance(node, Scalar) and _NAME.fullmatch(place.path):
            said = "" if place.shared or is_blank(node) else _ARTICLE.sub("", node.text.strip())
            person = bool(_PERSON.fullmatch(place.path))
            found.setdefault(fold(said), _Name(said, one.header, person))
    found.pop("", None)
    return tuple(sorted(found.values(), key=lambda one: -len(one.said)))


def _any_of(names: Iterable[_Name]) -> Pattern:
    """Return what finds the names as whole words, each in a group of its own."""
    either = "|".join(f"({one.pattern})" for one in names)
    return Pattern(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def _pattern(said: str) -> str:
    return _JOINT.join(_LETTER.sub(_spelt, one) for one in fold(said).split())


def _spelt(letter: re.Match[str]) -> str:
    return _LETTERS.get(letter[0], re.escape(letter[0]))


def _is_printed(place: Place) -> bool:
    """Tell whether a place holds words that the act prints as they are typed."""
    type_ = place.type.items if isinstance(place.type, ListType) else place.type
    is_choice = isinstance(type_, SettledType)  # the name of a clause, of a model, of a kind
    unsaid = place.shared or is_choice or place.path.startswith(_ACCEPTED)
    return not unsaid and isinstance(settled(type_), TextType | RichTextType)


def _texts(place: Place) -> Iterator[Scalar]:
    nodes = place.node.items if isinstance(place.node, SequenceNode) else (place.node,)
    yield from (one for one in nodes if isinstance(one, Scalar) and not is_blank(one))


def _left(place: Place, names: Sequence[_Name], pattern: Pattern) -> Iterator[Diagnostic]:
    for node in _texts(place):
        first: dict[int, re.Match[str]] = {}
        for found in pattern.finditer(node.text):
            rank = (found.lastindex or 1) - 1
            if names[rank].is_said_by(found[0]):
                first.setdefault(rank, found)
        for rank, found in first.items():
            facts = {"words": found[0], "header": names[rank].header}
            yield fault("C156", _position(node, found), **facts)


def _position(node: Scalar, found: re.Match[str]) -> Position:
    earlier = node.text[: found.start()].lower().count(found[0].lower())
    return whereabouts(Stretch(node.text, node.position), found[0], earlier=earlier)


def _column(known: Columns, place: Place) -> Mapping[str, str]:
    """Return the name of a column for a short value, as the fact `column`; none for a long one."""
    if isinstance(settled(place.type), RichTextType) or not is_replaceable(place.node):
        return {}
    return {"column": known.name_of(place)}
