"""« Fait à ..., le ... », and the places to sign."""

from conventassembler.agreement.model import Signature
from conventassembler.draft.filters import days
from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Block, Paragraph, Provenance, Signatory, SignatureGrid
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.signing import full_name
from conventassembler.french.numbers import cardinal
from conventassembler.french.places import at_place
from conventassembler.values import Blank, Text, piece

ID = "signature"
WIDEST_ROW = 3
"""Places to sign that stand side by side on a page."""


def signature(resolved: Resolved) -> tuple[Block, ...]:
    """Return the lead and the grid of the signatures; no grid without parties."""
    signed = resolved.agreement.signature
    if signed is None:
        return ()
    made_from = Provenance(file=signed.position.file, line=signed.position.line)
    words = inlines(*_lead(signed, reformed=resolved.profile.reformed_spelling))
    lead = Paragraph(f"{ID}/fait", words, "signature-lead", provenance=made_from)
    grid = tuple(tuple(_signatory(resolved, id_) for id_ in row) for row in _rows(resolved, signed))
    return lead, SignatureGrid(f"{ID}/grille", grid, made_from)


def _rows(resolved: Resolved, signed: Signature) -> list[tuple[str, ...]]:
    """Return the rows as laid out; the parties that no row names come last, two in a row."""
    rows: list[tuple[str, ...]] = [tuple(str(id_) for id_ in row) for row in signed.rows]
    placed = {id_ for row in rows for id_ in row}
    others = [id_ for id_ in resolved.people if id_ not in placed]
    width = 2 if rows else WIDEST_ROW
    return [*rows, *(tuple(others[at : at + width]) for at in range(0, len(others), width))]


def _lead(signed: Signature, *, reformed: bool) -> list[object]:
    """Return « Fait à Dijon, le 3 mars 2026, en trois exemplaires originaux »."""
    parts: list[list[object]] = []
    if signed.place is not None:
        parts.append(_at(signed.place))
    if signed.date is not None:
        parts.append(["le ", days((signed.date,))])
    if signed.originals is not None:
        parts.append(["en ", *_originals(signed.originals, reformed=reformed)])
    if signed.originals is not None:
        parts[-1].append(".")
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


def _originals(count: int | Blank, *, reformed: bool) -> list[object]:
    if isinstance(count, Blank):
        return [count, " exemplaires originaux"]
    plural = "s originaux" if count > 1 else " original"
    return [piece(count, cardinal(count, reformed=reformed), "en_lettres"), f" exemplaire{plural}"]


def _signatory(resolved: Resolved, id_: str) -> Signatory:
    person = resolved.people[id_]
    named = inlines(full_name(person.signing.representative)) if person.signing else ()
    return Signatory(f"{ID}/{id_}", id_, inlines(person.forms["qualite"]), named)
