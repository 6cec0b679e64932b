"""Which clause texts speak in a draft, and what the library says of each, ready to be read."""

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Final

from conventassembler.draft.model import Block, Source
from conventassembler.french import typography
from conventassembler.french.dates import write_date
from conventassembler.french.profiles import Profile
from conventassembler.keeping import kept, recalled
from conventassembler.library.model import Variant

_VARIANT: Final = attrgetter("provenance.variant")


def sources(
    blocks: Iterable[Block], variants: Mapping[str, Variant], profile: Profile
) -> tuple[Source, ...]:
    """Return the texts that made `blocks`, each once, in the order in which they first speak.

    What is said of them is set in type as `profile` asks.
    """
    return _sources(variants, profile, *dict.fromkeys(map(_VARIANT, blocks)))


@recalled
def _sources(variants: Mapping[str, Variant], profile: Profile, *spoken: str) -> tuple[Source, ...]:
    return tuple(_source(variants[id_], profile) for id_ in spoken if id_ in variants)


@recalled
def _source(variant: Variant, profile: Profile) -> Source:
    texts = (str(variant.title), str(variant.choose_when), *map(str, variant.basis))
    return _said(variant.id, variant.blob, texts, variant.reviewed, profile)


@kept
def _said(
    id_: str, blob: str, texts: tuple[str, ...], reviewed: date | None, profile: Profile
) -> Source:
    title, choose_when, *basis = (typography.correct(text, profile) for text in texts)
    day = write_date(reviewed) if reviewed else ""
    return Source(id_, blob, title, choose_when, tuple(basis), day)
