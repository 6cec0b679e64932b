"""« Fait à ..., le ... », and the places to sign.

An act signed electronically says neither in how many originals it is made nor that its pages are
initialled. The plurality of originals is deemed satisfied when the act is established and kept as
articles 1366 and 1367 of the code civil want it, and when each party has a copy on a durable medium
or access to one (code civil, art. 1375, last paragraph; checked on 2026-11-28). Each signature
bears its own day, so that no place to sign asks for one.
"""

from collections.abc import Iterable

from conventassembler.agreement.groups import WIDEST_ROW
from conventassembler.agreement.model import OtherSignatory, Signature
from conventassembler.agreement.seats import Holder, Place, seating
from conventassembler.draft.filters import days
from conventassembler.draft.inline import inlines
from conventassembler.draft.model import (
    Block,
    Inlines,
    LineBreak,
    Paragraph,
    Provenance,
    Signatory,
    SignatureGrid,
)
from conventassembler.draft.others import other_capacity
from conventassembler.draft.representation import Capacity, over_signature
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.signing import full_name
from conventassembler.french import nouns
from conventassembler.french.instruments import Instrument, present
from conventassembler.french.numbers import cardinal
from conventassembler.french.places import at_place
from conventassembler.french.profiles import Profile
from conventassembler.keeping import kept, recalled
from conventassembler.values import Blank, Fragment, PageCount, Text, piece

ID = "signature"
BY_HAND = "." * 20
"""Room for what is written by hand."""
_ZONE = "Signature électronique"


def signature(resolved: Resolved) -> tuple[Block, ...]:
    """Return the lines above the places to sign, then the places; none without parties."""
    signed = resolved.agreement.signature
    if signed is None:
        return ()
    grid = tuple(
        tuple(_signatory(resolved, place) for place in row) for row in _rows(resolved, signed)
    )
    return (
        *_above(signed, resolved.act, resolved.profile),
        SignatureGrid(f"{ID}/grille", grid, _made_from(signed), signed.electronic),
    )


def _made_from(signed: Signature) -> Provenance:
    return Provenance(file=signed.position.file, line=signed.position.line)


@recalled
def _above(signed: Signature, act: Instrument, profile: Profile) -> tuple[Paragraph, ...]:
    """Return « Fait à ..., le ... », then how many pages are initialled."""
    lines: dict[str, tuple[object, ...]] = {}
    if signed.general_lead:
        lines["fait"] = tuple(_lead(signed, profile))
    if signed.initials and not signed.electronic:
        lines["paraphes"] = initialled(act)
    return tuple(
        _line(f"{ID}/{name}", inlines(*words), "signature-lead", 1, _made_from(signed))
        for name, words in lines.items()
    )


_line = kept(Paragraph)
"""A line above the places: where it says what it said in another act, the very same."""


def initialled(act: Instrument) -> tuple[object, ...]:
    """Return « La présente convention comporte 21 pages, paraphées par chacun... »."""
    itself = nouns.capitalised(nouns.le(present(act.noun)))
    return *itself, " comporte ", PageCount(), " pages, paraphées par chacun de ses signataires."


def _rows(resolved: Resolved, signed: Signature) -> list[tuple[Place, ...]]:
    """Return the rows as laid out; the signatories that no row names come last, two in a row."""
    plan, _ = seating(signed, resolved.agreement.parties)
    others: list[Place] = [(holder,) for holder in plan.unplaced]
    width = 2 if plan.rows else WIDEST_ROW
    rest = (tuple(others[at : at + width]) for at in range(0, len(others), width))
    return [*plan.rows, *rest]


def _lead(signed: Signature, profile: Profile) -> list[object]:
    """Return « Fait à Dijon, le 3 mars 2026, en trois exemplaires originaux »."""
    parts = _where_and_when(signed)
    if signed.electronic:
        return _electronic(parts)
    if signed.originals is not None:
        parts.append(["en ", *_originals(signed.originals, profile), "."])
    return _made(parts)


def _where_and_when(signed: Signature) -> list[list[object]]:
    """Return « à Dijon » and « le 3 mars 2026 », those of the two that were typed."""
    parts: list[list[object]] = []
    if signed.place is not None:
        parts.append(_at(signed.place))
    if signed.date is not None:
        parts.append(["le ", days((signed.date,))])
    return parts


def _electronic(parts: list[list[object]]) -> list[object]:
    """Return « Fait à Dijon, signé électroniquement par chacun des signataires. »."""
    words = "igné électroniquement par chacun des signataires."
    return _made([*parts, [f"s{words}"]]) if parts else [f"S{words}"]


def _made(parts: list[list[object]]) -> list[object]:
    """Return « Fait » followed by the parts, a comma between them."""
    joints = [" ", *[", "] * (len(parts) - 1)]
    return [
        "Fait",
        *(word for joint, part in zip(joints, parts, strict=False) for word in (joint, *part)),
    ]


def _at(place: object) -> list[object]:
    """Return « à Dijon », « au Creusot », the article of the name contracted."""
    if not isinstance(place, Text):
        return ["à ", place]
    preposition, name = at_place(str(place))
    return [preposition, piece(place, name)]


def _originals(count: int | Blank, profile: Profile) -> list[object]:
    if isinstance(count, Blank):
        return [count, " exemplaires originaux"]
    plural = "s originaux" if count > 1 else " original"
    words = cardinal(count, reformed=profile.reformed_spelling)
    return [piece(count, words, "en_lettres"), f" exemplaire{plural}"]


def _signatory(resolved: Resolved, place: Place) -> Signatory:
    """Return one place to sign."""
    id_ = f"{ID}/{'.'.join(map(_key, place))}"
    lead, zone = _around(resolved.agreement.signature)
    if other := _other(resolved, place[0]):
        words, name = (other_capacity(other),), full_name(other.civility, other.name)
        return Signatory(id_, other.id, _on_lines(words), inlines(name), lead, zone)
    capacities = [resolved.people[one.id].capacities[one.rank] for one in place]
    return _of_party(id_, lead, zone, *capacities)


@recalled
def _of_party(id_: str, lead: Inlines, zone: Inlines, *capacities: Capacity) -> Signatory:
    """Return the place of one who signs, in one capacity or several."""
    names = [one.signs.representative for one in capacities]
    named = next((one for one in names if one.name is not None), names[0])
    name = inlines(full_name(named.civility, named.name))
    words = _on_lines(over_signature(capacities))
    return Signatory(id_, capacities[0].party.id, words, name, lead, zone)


def _on_lines(words: Iterable[Fragment]) -> Inlines:
    """Return a capacity on a line or, for a deputy, on two."""
    lines = [part for line in words for part in (LineBreak(), *inlines(line))]
    return tuple(lines[1:])


def _around(signed: Signature | None) -> tuple[Inlines, Inlines]:
    """Return what stands first and last in a place to sign, besides who signs."""
    if signed and signed.electronic:
        return (), inlines(_ZONE)
    return (inlines(*_own_lead(signed)) if signed and signed.per_place else ()), ()


def _own_lead(signed: Signature) -> list[object]:
    """Return « Fait à Dijon, le ...... »: what nobody typed is left to the hand."""
    place: list[object] = ["à ", BY_HAND] if signed.place is None else _at(signed.place)
    day = BY_HAND if signed.date is None else days((signed.date,))
    return ["Fait ", *place, ", le ", day]


def _key(holder: Holder) -> str:
    """Return what names a capacity in ids: the party, with the rank of a second person."""
    return f"{holder.id}.{holder.rank + 1}" if holder.rank else holder.id


def _other(resolved: Resolved, holder: Holder) -> OtherSignatory | None:
    signed = resolved.agreement.signature
    others = signed.others if signed else ()
    return next((one for one in others if one.id == holder.id), None)
