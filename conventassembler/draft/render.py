"""Instances become blocks: the heading, the clause rendered with its values, what is below it."""

from collections.abc import Mapping
from dataclasses import field

from conventassembler import values
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.clause import render_clause
from conventassembler.draft.courts import court_forms
from conventassembler.draft.figures import Filter
from conventassembler.draft.inline import inlines
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import Block, Paragraph, Provenance
from conventassembler.draft.outline import joined, standing
from conventassembler.draft.presentation import party_blocks
from conventassembler.draft.resolve import Named, Resolved
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept, recalled

Blocks = tuple[Block, ...]


@dataclass(slots=True)
class Pen:
    """Writes the clauses of one agreement, collecting what is found on the way."""

    resolved: Resolved
    shared: Mapping[str, object]
    filters: Mapping[str, Filter]
    findings: list[Diagnostic] = field(default_factory=list)
    named: Mapping[str, Named] = field(init=False)
    """All whom a value may name, by id."""

    def __post_init__(self) -> None:
        self.named = self.resolved.named

    def instances(self, instances: tuple[Instance, ...]) -> Blocks:
        """Return the blocks of a row of instances, and of those below them."""
        return joined(*map(self._instance, instances)) if instances else ()

    def parties(self) -> Blocks:
        """Return the blocks of the parties, and of those in whose presence the act is made."""
        return party_blocks(self)

    def _instance(self, instance: Instance) -> Blocks:
        own, text = self._of_variant(instance), self._own_text(instance)
        below = self.instances(instance.children)
        return standing(instance, self.resolved.numbers.get(instance.id), own, text, below)

    def _of_variant(self, instance: Instance) -> Blocks:
        """Return the blocks of the clause that an instance uses."""
        if not instance.variant:
            return ()
        arguments = forms_in(instance.arguments, self.named)
        name = instance.variant.id
        return self.clause(name, arguments, instance.id, name)

    def clause(
        self, name: str, context: Mapping[str, object], instance: str, variant: str
    ) -> Blocks:
        """Return the blocks of the compiled clause `name`; its faults join the findings."""
        clause = self.resolved.compiled[name]
        blocks, found = render_clause(
            clause,
            {**self.shared, **context},
            instance=instance,
            provenance=_made_from(variant, clause.file),
            filters=self.filters,
            term_end=self.resolved.model.term_end,
        )
        self.findings += found
        return blocks

    def _own_text(self, instance: Instance) -> Blocks:
        """Return the blocks of a text that the agreement gives itself, if it gives any."""
        text = instance.entry.text
        if text is None:
            return ()
        if isinstance(text, values.Blank):
            return (Paragraph(f"{instance.id}/texte", inlines(text)),)
        return self.clause(instance.id, {}, f"{instance.id}/texte", "")


_made_from = kept(Provenance)


def forms_in(arguments: Mapping[str, object], people: Mapping[str, Named]) -> Mapping[str, object]:
    """Return the arguments with each party and court, wherever it stands, as its forms."""
    names = _of_people(arguments)
    if not names:
        return arguments
    return {**arguments, **{name: _forms(arguments[name], people) for name in names}}


@recalled
def _of_people(arguments: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of the arguments in which a party or a court is."""
    return tuple([name for name, value in arguments.items() if _is_named(value)])


def _is_named(value: object) -> bool:
    """Tell whether a party or a court is in a value."""
    if isinstance(value, values.Record):
        return any(_is_named(value[name]) for name in value)
    if isinstance(value, tuple):
        return any(map(_is_named, value))
    return isinstance(value, values.PartyId | values.CourtName)


def _forms(value: object, people: Mapping[str, Named]) -> object:
    if isinstance(value, values.PartyId):
        return people[str(value)].forms
    if isinstance(value, values.CourtName):
        return court_forms(value)
    if not _is_named(value):
        return value
    if isinstance(value, tuple):
        return tuple(_forms(item, people) for item in value)
    if isinstance(value, values.Record):
        named = {name: _forms(value[name], people) for name in value}
        return values.Record(named, values.origin_of(value), values.key_positions(value))
    return value
