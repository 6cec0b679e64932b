"""The catalogue as frozen records, and the choice of a part of it by names."""

from collections.abc import Iterable
from dataclasses import replace

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.library.model import Model, Variant
from conventassembler.schema import nearest
from conventassembler.source import fold

MODELS, CLAUSES, PARTIES = (
    frozenset({"modeles", "models"}),
    frozenset({"clauses"}),
    frozenset({"parties"}),
)
"""The words for each section, folded."""
_SECTIONS = {*MODELS, *CLAUSES, *PARTIES}
_WORDS = ("modèles", "models", "clauses", "parties")
"""The same as messages propose them."""


@dataclass(frozen=True, slots=True)
class Family:
    """A clause family, with those of its variants that are shown."""

    id: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class RegisteredParty:
    """A record of the party registry; what it leaves to agreements is empty."""

    id: str
    """What an agreement types after « fiche: »."""
    file: str
    kind: str
    name: str
    full_name: str
    """« département de la Côte-d'Or »."""
    short_name: str
    """« le Département »: its own, else the usual one of its kind."""
    agreements: tuple[str, ...]
    """Names of the agreements that take it up."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Models, clause families and registered parties, each in alphabetical order."""

    models: tuple[Model, ...]
    families: tuple[Family, ...]
    parties: tuple[RegisteredParty, ...]
    unread: frozenset[str] = frozenset()
    """Ids of the models and variants whose files are too faulty to be read."""

    @classmethod
    def of(cls, library: Library, parties: tuple[RegisteredParty, ...]) -> "Catalogue":
        """Return the whole catalogue of a library and of the parties of a registry."""
        models = tuple(library.models[id_] for id_ in sorted(library.models))
        families = (Family(name, library.variants_of(name)) for name in library.families)
        return cls(models, tuple(families), parties, library.unread)

    def chosen(self, names: tuple[str, ...]) -> tuple["Catalogue", tuple[Diagnostic, ...]]:
        """Return what `names` mean, all when there are none, and a finding for each unknown name.

        A name is a section (models, clauses, parties), a family, or the id of a model, a variant
        or a party; names are matched as keys are. The name of an unread file is known: its faults
        are told elsewhere.
        """
        if not names:
            return self, ()
        known = (*_WORDS, *self._ids())
        passed = {fold(name) for name in (*known, *self.unread, *_families(self.unread))}
        unknown = tuple(
            fault("C011", Position("list", 0), name=name, **nearest(name, known))
            for name in dict.fromkeys(names)
            if fold(name) not in passed
        )
        return self._only({fold(name) for name in names}), unknown

    def _ids(self) -> tuple[str, ...]:
        return (
            *(family.id for family in self.families),
            *(variant.id for family in self.families for variant in family.variants),
            *(model.id for model in self.models),
            *(party.id for party in self.parties),
        )

    def _only(self, wanted: set[str]) -> "Catalogue":
        families = (_only_variants(family, wanted) for family in self.families)
        return Catalogue(
            tuple(item for item in self.models if _is_in(wanted, MODELS, item.id)),
            tuple(family for family in families if family.variants),
            tuple(item for item in self.parties if _is_in(wanted, PARTIES, item.id)),
        )


def _only_variants(family: Family, wanted: set[str]) -> Family:
    chosen = (v for v in family.variants if _is_in(wanted, CLAUSES, family.id, v.id))
    return replace(family, variants=tuple(chosen))


def _is_in(wanted: set[str], section: frozenset[str], *ids: str) -> bool:
    """Tell whether a section or an id was asked for; the name of a section means the section."""
    return not wanted.isdisjoint(({fold(id_) for id_ in ids} - _SECTIONS) | section)


def _families(ids: Iterable[str]) -> set[str]:
    return {id_.partition("/")[0] for id_ in ids}
