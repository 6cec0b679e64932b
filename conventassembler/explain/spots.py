"""Where in a draft is what somebody points at: « article 5 », « visa 3 », a few of its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from conventassembler.draft.lines import lines, rows_of
from conventassembler.draft.model import Block, Draft, Heading, NewPage, Table
from conventassembler.draft.plain import text_of
from conventassembler.draft.resolve import Resolved
from conventassembler.french.folding import unaccented
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

PREAMBLE, RECITALS, PARTIES, TITLE, SIGNATURE = (
    "préambule",
    "visas",
    "parties",
    "titre",
    "signature",
)
_OWNERS = {"preambule": PREAMBLE, "visas": RECITALS, "parties": PARTIES, "signature": SIGNATURE}
_ONE = {RECITALS: "visa", PARTIES: "partie", PREAMBLE: "préambule"}
"""How one of several is called, before its number."""
_OWN = {"acte/titre": TITLE, "acte/bandeau": "bandeau", "acte/formule": "formule"}
_LEAD = "visas.intitule"
"""The line above all recitals, in acts that have one."""
_LEADS = Pattern(r"^(?:l|le|la|les|du|de l|de la|a l|au|aux|dans) (?=\w)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the act that one entry of the agreement made, or a part of it."""

    owner: str
    """What its ids begin with: the id of an instance, of a recital, of a party."""
    called: str
    """What readers call it: « Article 5 : Durée », « visa 3 »."""
    names: tuple[str, ...]
    """All that it may be asked for by."""
    blocks: tuple[Block, ...]


def spots(resolved: Resolved, draft: Draft) -> tuple[Spot, ...]:
    """Return the stretches of the act in reading order."""
    seen: dict[str, int] = {}
    found = []
    shown = (block for block in draft.blocks if not isinstance(block, NewPage))
    for owner, group in groupby(shown, _owner):
        part = "" if owner == _LEAD else _OWNERS.get(owner.partition(".")[0], "")
        seen[part] = seen.get(part, 0) + 1
        found.append(_spot(owner, part, seen[part], tuple(group), resolved))
    return tuple(found)


def asked_for(typed: str, resolved: Resolved, draft: Draft) -> tuple[Spot, ...]:
    """Return what `typed` names; else the blocks that hold these words; else nothing."""
    everything = spots(resolved, draft)
    inner = tuple(one for spot in everything for one in _inner(spot))
    wanted = {_plain(typed), f"article {_plain(typed)}"}
    for those in (everything, inner):
        if named := tuple(one for one in those if wanted & set(map(_plain, one.names))):
            return named
    return tuple(_holding(_squashed(typed), everything))


def last_of(typed: str, everything: Iterable[Spot]) -> str:
    """Return the last name of the row that `typed` counts on in; « 44 » is an article's number.

    Nothing where there is no such row, or no number.
    """
    plain = _plain(typed)
    row, _, number = (f"article {plain}" if plain.isdecimal() else plain).rpartition(" ")
    if not (row and number.isdecimal()):
        return ""
    names = (name for spot in everything for name in spot.names)
    return max(
        (name for name in names if re.fullmatch(rf"{re.escape(row)} \d+", _plain(name))),
        key=lambda name: int(_plain(name).rpartition(" ")[2]),
        default="",
    )


def _owner(block: Block) -> str:
    first = block.id.partition("/")[0]
    return block.id if first == "acte" else first


def _spot(owner: str, part: str, rank: int, blocks: tuple[Block, ...], resolved: Resolved) -> Spot:
    head = next((block for block in blocks if isinstance(block, Heading)), None)
    names = [owner, *_OWN.get(owner, "").split(), *_variants(blocks)]
    if part:
        names += [part, f"{_ONE.get(part, part)} {rank}"]
    called = _OWN.get(owner) or (f"{_ONE[part]} {rank}" if part in _ONE else owner)
    if part == PARTIES and (person := resolved.people.get(owner.partition(".")[2])):
        names += [person.party.key, str(person.forms["nom"])]
        called = str(person.forms["le"])
    if head is not None:
        called = _of_heading(head)
        names += _names_of(head)
    return Spot(owner, called, tuple(names), blocks)


def _variants(blocks: Iterable[Block]) -> Iterator[str]:
    yield from dict.fromkeys(block.provenance.variant for block in blocks)


def _of_heading(head: Heading) -> str:
    return head.label + head.separator + text_of(head.inlines)


def _names_of(head: Heading) -> tuple[str, ...]:
    number = (head.label, head.number.text if head.number else "")
    return (*number, text_of(head.inlines), _of_heading(head))


def _inner(spot: Spot) -> Iterator[Spot]:
    """Yield the parts of a spot below each of its headings but the first thing in it."""
    below: list[Block] = []
    head: Heading | None = None
    for block in (*spot.blocks[1:], None):
        if head is not None and (block is None or isinstance(block, Heading)):
            yield replace(
                spot, called=_of_heading(head), names=_names_of(head), blocks=tuple(below)
            )
        if isinstance(block, Heading):
            head, below = block, []
        if block is not None:
            below.append(block)


def _holding(words: str, everything: Iterable[Spot]) -> Iterator[Spot]:
    if not words:
        return
    for spot in everything:
        for block in flat(spot.blocks):
            said = " ".join(text_of(line) for line in lines([block]))
            if f" {words} " in f" {_squashed(said)} " or words in _squashed(said):
                yield replace(spot, blocks=(block,))


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks`, and instead of a table what stands in its cells."""
    for block in blocks:
        if isinstance(block, Table):
            cells = (cell for row in rows_of(block) for cell in row.cells)
            yield from (one for cell in cells for one in flat(cell.blocks))
        else:
            yield block


def _squashed(text: str) -> str:
    """Return the words of `text`, without case, accents, or what stands between them."""
    return re.sub(r"[\W_]+", " ", unaccented(text)).strip()


def _plain(name: str) -> str:
    """Return a name as two of them are compared: « l'art. 1er » and « Article 1 » are one."""
    words = _LEADS.sub("", _squashed(name))
    words = re.sub(r"^art (?=\w)", "article ", words)
    return re.sub(
        r"^(vu|considerant) (?=\d+$)", "visa ", re.sub(r"\b(1|i)(?:er|re)\b", r"\1", words)
    )
