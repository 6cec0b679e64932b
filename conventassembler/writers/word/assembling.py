"""The body, put into what stands around it: a whole file, and whether all its pieces are sound."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Final

from conventassembler.draft.model import Draft, NewPage
from conventassembler.frozen import dataclass
from conventassembler.writers.word.arranging import Arrangement, Lists, arrange, lists_of
from conventassembler.writers.word.comments import comment, moment_of
from conventassembler.writers.word.forms import can_be_put, mark
from conventassembler.writers.word.frame import Around
from conventassembler.writers.word.headings import HeadingNumbers
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.kit import Kit, values_of
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.manifest import manifest
from conventassembler.writers.word.outfit import ACT, PRINT, Outfit, outfit_of, with_more
from conventassembler.writers.word.package import Packed, packed, write_packed
from conventassembler.writers.word.paragraphs import interval
from conventassembler.writers.word.parts import DOCUMENT, FOOTNOTES, NUMBERING, STYLES
from conventassembler.writers.word.shapes import Shape
from conventassembler.writers.word.stretches import Stretch
from conventassembler.writers.word.values_said import values_hash
from conventassembler.writers.word.verifying.pieces import Ground, are_sound, ground_of, piece_of
from conventassembler.writers.word.verifying.wellformed import is_content, is_well_formed

_IS_TOLD: Final = attrgetter("is_told")

_SMALL: Final = 4096
"""Bytes of a member that acts may well share, as a header with the kind of the act."""
_packed = lru_cache(maxsize=32)(packed)
_is_well_formed = lru_cache(maxsize=32)(is_well_formed)
_is_content = lru_cache(maxsize=16)(is_content)


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
        own = {
            name: packed(data) if len(data) > _SMALL else _packed(data)
            for name, data in self.own.items()
        }
        return write_packed({**self.packed, **own})


@dataclass(frozen=True, slots=True)
class Body:
    """The stretches of an act, and what was asked for around them."""

    stretches: Sequence[Stretch]
    around: Around
    numbers: HeadingNumbers


@dataclass(frozen=True, slots=True)
class Setting:
    """What a body is put into."""

    outfit: Outfit
    kit: Kit
    around: Around
    lists: Lists


def assembled(draft: Draft, body: Body, kit: Kit, issue: Issue) -> Assembled:
    """Return the file of `draft`."""
    lists = lists_of(kit, body.numbers, draft.bullets)
    shapes = tuple([one.cast.shape for one in body.stretches])
    arrangement = arrange(kit, lists, shapes)
    name = legal(draft.name)
    agreement = mark(ACT) if can_be_put(name) else name
    outfit = outfit_of(kit, agreement, has_notes=arrangement.has_notes)
    said = manifest(draft.sources, arrangement).named(draft.name, _values(body.stretches))
    values = {**values_of(draft, issue), ACT: name, PRINT: said.mark}
    others = {
        **{name: form.put(values) for name, form in outfit.forms.items()},
        **dict(_more(outfit, kit, body, arrangement, issue)),
    }
    return Assembled(
        {**outfit.fixed, NUMBERING: arrangement.numbering, STYLES: lists.styles},
        {
            **outfit.packed,
            NUMBERING: arrangement.packed_numbering,
            STYLES: lists.packed_styles,
        },
        {DOCUMENT: _document(body, arrangement), outfit.manifest: said.data, **others},
        _are_told(body.stretches, arrangement, draft)
        and _are_sound(Setting(outfit, kit, body.around, lists), arrangement, shapes)
        and not any("{" in text for text in values.values())
        and _is_content(said.inside)
        and all(map(_is_read, (said.alone, *others.values()))),
    )


def _values(stretches: Iterable[Stretch]) -> str:
    """Return the hash of what the values of an act say."""
    return values_hash(frozenset().union(*[one.said for one in stretches]))


def _document(body: Body, arrangement: Arrangement) -> bytes:
    made = [body.around.head]
    for stretch, fills in zip(body.stretches, arrangement.fills, strict=True):
        made.append(stretch.texts.get(fills[0]) or stretch.text(fills[0]))
    made.append(body.around.tail)
    return b"".join(made)


def _more(
    outfit: Outfit, kit: Kit, body: Body, arrangement: Arrangement, issue: Issue
) -> Iterator[tuple[str, bytes]]:
    """Yield the members that notes and comments stand in."""
    for name, data in outfit.open.items():
        if kit.margin and name == kit.margin.part:
            moment = moment_of(issue.day)
            every = (words for one in body.stretches for words in one.cast.comments)
            told = [
                comment(words, number, moment, kit.margin)
                for number, words in enumerate(every, kit.margin.first)
            ]
            yield name, with_more(data, "".join(told).encode("utf-8"))
        elif name == FOOTNOTES:
            notes = [
                one.filled(number, fill)
                for one, fills in zip(body.stretches, arrangement.fills, strict=True)
                for number, fill in enumerate(fills)
                if number
            ]
            yield name, with_more(data, b"".join(notes))


def _are_told(stretches: Iterable[Stretch], arrangement: Arrangement, draft: Draft) -> bool:
    """Tell whether the stretches say the blocks of `draft`, all and in their order."""
    wanted = [block.id for block in draft.blocks if not isinstance(block, NewPage)]
    return list(arrangement.ids) == wanted and all(map(_IS_TOLD, stretches))


def _is_read(data: bytes) -> bool:
    return is_well_formed(data) if len(data) > _SMALL else _is_well_formed(data)


@lru_cache(maxsize=32)
def _are_sound(setting: Setting, arrangement: Arrangement, shapes: tuple[Shape, ...]) -> bool:
    """Tell whether nothing is wrong with the pieces of a file, nor with them together."""
    ground = _ground(setting, arrangement.numbering)
    pieces = [piece_of(shape.forms, shape.codes) for shape in shapes]
    known = [one for one in pieces if one is not None]
    if ground is None or len(known) < len(pieces):
        return False
    holes = [
        dict(zip(chain(*shape.codes), chain(*(one.values for one in fills)), strict=True))
        for shape, fills in zip(shapes, arrangement.fills, strict=True)
    ]
    return are_sound(ground, known, holes)


@lru_cache(maxsize=16)
def _ground(setting: Setting, numbering: bytes) -> Ground | None:
    """Return what there is to know around a body, or None if something is wrong there."""
    sample = dict.fromkeys(("nom", "titre", "titre_court", ACT, PRINT), "x")
    outfit, around = setting.outfit, setting.around
    empty = interval(setting.kit.styles).encode("utf-8")
    members = {
        **outfit.fixed,
        **{name: form.put(sample) for name, form in outfit.forms.items()},
        **{name: with_more(data, b"") for name, data in outfit.open.items()},
        outfit.manifest: manifest(()).named("x", "x").data,
        NUMBERING: numbering,
        STYLES: setting.lists.styles,
        DOCUMENT: around.head + empty + around.tail,
    }
    return ground_of(members, DOCUMENT, (around.head, around.tail))
