"""The body, put into what stands around it: a whole file, and whether all its pieces are sound."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from conventassembler.draft.model import Draft
from conventassembler.frozen import dataclass
from conventassembler.writers.word.arranging import Arrangement, Fill, Lists, arrange, lists_of
from conventassembler.writers.word.comments import comment, moment_of
from conventassembler.writers.word.forms import can_be_put, mark
from conventassembler.writers.word.frame import Around
from conventassembler.writers.word.headings import HeadingNumbers
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.kit import Kit, values_of
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.manifest import manifest, variants_of
from conventassembler.writers.word.outfit import ACT, PRINT, Outfit, outfit_of, with_more
from conventassembler.writers.word.package import Packed, packed, write_packed
from conventassembler.writers.word.paragraphs import interval
from conventassembler.writers.word.parts import DOCUMENT, FOOTNOTES, NUMBERING, STYLES
from conventassembler.writers.word.recent import Recent
from conventassembler.writers.word.stretches import Shape, Stretch
from conventassembler.writers.word.values_said import values_hash
from conventassembler.writers.word.verifying import verify_form
from conventassembler.writers.word.verifying.pieces import (
    Ground,
    are_sound,
    ground_of,
    is_well_formed,
    piece_of,
)

_filled: Final[Recent[tuple[Stretch, Fill], bytes]] = Recent(1024)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A file before it goes out."""

    fixed: Mapping[str, bytes]
    """Members that many files share, and the same packed."""
    packed: Mapping[str, Packed]
    own: Mapping[str, bytes]
    """Members that only it has."""
    is_sound: bool
    """Whether nothing is wrong with it for sure; else it is to be verified as a whole."""

    def members(self) -> dict[str, bytes]:
        """Return all members by name."""
        return {**self.fixed, **self.own}

    def file(self) -> bytes:
        """Return the file."""
        own = {name: packed(data) for name, data in self.own.items()}
        return write_packed({**self.packed, **own})


@dataclass(frozen=True, slots=True)
class Body:
    """The stretches of an act, and what was asked for around them."""

    stretches: Sequence[Stretch]
    around: Around
    numbers: HeadingNumbers


def assembled(draft: Draft, body: Body, kit: Kit, issue: Issue) -> Assembled:
    """Return the file of `draft`."""
    stretches = body.stretches
    lists = lists_of(kit, body.numbers, draft.bullets)
    shapes = tuple([one.shape for one in stretches])
    comments = tuple([len(one.comments) for one in stretches])
    arrangement = arrange(kit, lists, shapes, comments)
    name = legal(draft.name)
    has_notes = any(len(one.forms) > 1 for one in stretches)
    agreement = mark(ACT) if can_be_put(name) else name
    outfit = outfit_of(kit, agreement, has_notes=has_notes)
    document = _document(body, arrangement)
    said = manifest(draft.sources, tuple(variants_of(draft.blocks)), arrangement)
    written, print_ = said.named(
        draft.name, values_hash(one for part in stretches for one in part.said)
    )
    values = {**values_of(draft, issue), ACT: name, PRINT: print_}
    own = {
        DOCUMENT: document,
        outfit.manifest: written,
        **{name: form.put(values) for name, form in outfit.forms.items()},
        **dict(_more(outfit, kit, body, arrangement, issue)),
    }
    sheets = {NUMBERING: arrangement.numbering, STYLES: lists.styles}
    packs = {NUMBERING: arrangement.packed_numbering, STYLES: lists.packed_styles}
    return Assembled(
        {**outfit.fixed, **sheets},
        {**outfit.packed, **packs},
        own,
        _is_sound(outfit, kit, body, arrangement, lists, shapes)
        and not any("{" in text for text in values.values())
        and all(map(is_well_formed, own.values())),
    )


def _document(body: Body, arrangement: Arrangement) -> bytes:
    made = [body.around.head]
    for stretch, fills in zip(body.stretches, arrangement.fills, strict=True):
        key = (stretch, fills[0])
        text = _filled.get(key)
        made.append(text if text is not None else _filled.put(key, _text(stretch, 0, fills[0])))
    made.append(body.around.tail)
    return b"".join(made)


def _text(stretch: Stretch, number: int, fill: Fill) -> bytes:
    return (stretch.forms[number] % fill).encode("utf-8")


def _more(
    outfit: Outfit, kit: Kit, body: Body, arrangement: Arrangement, issue: Issue
) -> Iterator[tuple[str, bytes]]:
    """Yield the members that notes and comments stand in."""
    for name, data in outfit.open.items():
        if kit.margin and name == kit.margin.part:
            moment = moment_of(issue.day)
            every = (words for one in body.stretches for words in one.comments)
            told = [
                comment(words, number, moment, kit.margin)
                for number, words in enumerate(every, kit.margin.first)
            ]
            yield name, with_more(data, "".join(told))
        elif name == FOOTNOTES:
            notes = [
                _text(one, number, fill).decode("utf-8")
                for one, fills in zip(body.stretches, arrangement.fills, strict=True)
                for number, fill in enumerate(fills)
                if number
            ]
            yield name, with_more(data, "".join(notes))


def _is_sound(
    outfit: Outfit,
    kit: Kit,
    body: Body,
    arrangement: Arrangement,
    lists: Lists,
    shapes: tuple[Shape, ...],
) -> bool:
    """Tell whether nothing is wrong with the pieces of a file, nor with them together."""
    told = all([one.is_told for one in body.stretches])
    return told and _are_sound(outfit, kit, body.around, arrangement, lists, shapes)


@lru_cache(maxsize=32)
def _are_sound(
    outfit: Outfit,
    kit: Kit,
    around: Around,
    arrangement: Arrangement,
    lists: Lists,
    shapes: tuple[Shape, ...],
) -> bool:
    ground = _ground(outfit, kit, around, arrangement.numbering, lists.styles)
    pieces = [piece_of(shape.forms, shape.codes) for shape in shapes]
    known = [one for one in pieces if one is not None]
    if ground is None or len(known) < len(pieces):
        return False
    holes = [
        {
            code: value
            for codes, fill in zip(shape.codes, fills, strict=True)
            for code, value in zip(codes, fill, strict=True)
        }
        for shape, fills in zip(shapes, arrangement.fills, strict=True)
    ]
    return are_sound(ground, known, holes)


@lru_cache(maxsize=16)
def _ground(
    outfit: Outfit, kit: Kit, around: Around, numbering: bytes, styles: bytes
) -> Ground | None:
    """Return what there is to know around a body, or None if something is wrong there."""
    sample = dict.fromkeys(("nom", "titre", "titre_court", ACT, PRINT), "x")
    document = around.head + interval(kit.styles).encode("utf-8") + around.tail
    members = {
        **outfit.fixed,
        **{name: form.put(sample) for name, form in outfit.forms.items()},
        **{name: with_more(data, "") for name, data in outfit.open.items()},
        outfit.manifest: manifest((), (), None).named("x", "x")[0],
        NUMBERING: numbering,
        STYLES: styles,
        DOCUMENT: document,
    }
    if verify_form(members):
        return None
    return ground_of(members, DOCUMENT, (around.head, around.tail))
