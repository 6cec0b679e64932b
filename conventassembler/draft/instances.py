"""The entries of an agreement as a tree of instances with ids, before any number or text."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from conventassembler.agreement.model import Entry, TextOrBlank
from conventassembler.draft.model import Provenance
from conventassembler.draft.slots import Part, Slot, in_row, slot
from conventassembler.frozen import dataclass
from conventassembler.library.model import HeadingScheme, Variant


@dataclass(frozen=True, slots=True)
class Instance:
    """One entry of an agreement: a clause variant, a text of its own, or a group of entries."""

    id: str
    """`repère`, else the family's name; what `ref()` names and block ids start with."""
    entry: Entry
    level: int
    """Level of its heading; of one without, that of the nearest heading above, 0 where none is."""
    variant: Variant | None = None
    scheme: HeadingScheme | None = None
    """How its heading looks; None for an entry without a heading."""
    arguments: Mapping[str, object] = field(default_factory=dict)
    """Typed values of the variant's parameters, by Jinja name."""
    children: tuple["Instance", ...] = ()
    part: Part = "clauses"
    """The part of the act in which it stands."""
    below: tuple["Instance", ...] = field(init=False, repr=False, compare=False)
    """All that stand in it, however deep, in reading order."""
    slot: Slot = field(init=False, repr=False, compare=False)
    """What of it hangs on no value."""

    def __post_init__(self) -> None:
        """Settle once what is asked of the instances of every act that shares this one."""
        object.__setattr__(self, "below", walk(self.children))
        facts = (self.id, self.part, self.entry.clause, self.variant, self.scheme)
        typed = (self.entry.anchor, self.entry.number, self.entry.position)
        object.__setattr__(self, "slot", slot(*facts, *typed, slots(self.children)))

    @property
    def title(self) -> TextOrBlank | str:
        """The words of its heading, in natural case; empty where nobody gave it any."""
        own = self.variant.title if self.variant else ""
        return own if self.entry.title is None else self.entry.title

    @property
    def source(self) -> Provenance:
        """The entry of the agreement that it comes from."""
        return Provenance(file=self.entry.position.file, line=self.entry.position.line)

    @property
    def file(self) -> str:
        """The file whose text it is."""
        return self.variant.file if self.variant else self.entry.position.file


def walk(instances: Iterable[Instance]) -> tuple[Instance, ...]:
    """Return every instance in reading order."""
    return tuple([one for instance in instances for one in (instance, *instance.below)])


def slots(instances: Iterable[Instance]) -> tuple[Slot, ...]:
    """Return the slots of a row of instances."""
    return in_row(*[instance.slot for instance in instances])
