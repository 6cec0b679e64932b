"""Which clause texts speak in a draft, and what the library says of each, ready to be read."""

from collections.abc import Iterable, Mapping
from functools import partial

from conventassembler.draft.model import Block, Source
from conventassembler.french import typography
from conventassembler.french.dates import write_date
from conventassembler.french.profiles import Profile
from conventassembler.library.model import Variant


def sources(
    blocks: Iterable[Block], variants: Mapping[str, Variant], profile: Profile
) -> tuple[Source, ...]:
    """Return the texts that made `blocks`, each once, in the order in which they first speak.

    What is said of them is set in type as `profile` asks.
    """
    spoken = dict.fromkeys(block.provenance.variant for block in blocks)
    return tuple(_source(variants[id_], profile) for id_ in spoken if id_ in variants)


def _source(variant: Variant, profile: Profile) -> Source:
    in_type = partial(typography.correct, profile=profile)
    return Source(
        variant.id,
        variant.blob,
        in_type(str(variant.title)),
        in_type(variant.choose_when),
        tuple(map(in_type, variant.basis)),
        write_date(variant.reviewed) if variant.reviewed else "",
    )
