"""Instances become blocks: the heading, the clause rendered with its values, what is below it."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from conventassembler import values
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.clause import render_clause
from conventassembler.draft.courts import court_forms
from conventassembler.draft.figures import Filter
from conventassembler.draft.inline import inlines
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import Block, NewPage, Paragraph, Provenance
from conventassembler.draft.outline import deeper, heading_of, run_in
from conventassembler.draft.presentation import party_blocks
from conventassembler.draft.resolve import Named, Resolved
from conventassembler.frozen import dataclass

Blocks = tuple[Block, ...]


@dataclass(slots=True)
class Pen:
    """Writes the clauses of one agreement, collecting what is found on the way."""

    resolved: Resolved
    shared: Mapping[str, object]
    filters: Mapping[str, Filter]
    findings: list[Diagnostic] = field(default_factory=list)

    def instances(self, instances: tuple[Instance, ...]) -> Blocks:
        """Return the blocks of a row of instances, and of those below them."""
        return tuple(block for instance in instances for block in self._instance(instance))

    def parties(self) -> Blocks:
        """Return the blocks of the parties, and of those in whose presence the act is made."""
        return party_blocks(self)

    def _instance(self, instance: Instance) -> Iterator[Block]:
        below = (*self._own(instance), *self.instances(instance.children))
        if instance.entry.new_page:
            yield NewPage(f"{instance.id}/page", provenance=instance.source)
        if heading := heading_of(instance, self.resolved):
            yield run_in(heading, below)
        yield from below

    def _own(self, instance: Instance) -> Iterator[Block]:
        """Yield what an instance says itself, its headings below its own."""
        blocks: list[Block] = []
        if instance.variant:
            arguments = forms_in(instance.arguments, self.resolved.named)
            name = instance.variant.id
            blocks += self.clause(name, arguments, instance.id, name)
        if instance.entry.text is not None:
            blocks += self._own_text(instance)
        yield from (deeper(block, instance.level) for block in blocks)

    def clause(
        self, name: str, context: Mapping[str, object], instance: str, variant: str
    ) -> Blocks:
        """Return the blocks of the compiled clause `name`; its faults join the findings."""
        clause = self.resolved.compiled[name]
        blocks, found = render_clause(
            clause,
            {**self.shared, **context},
            instance=instance,
            provenance=Provenance(variant, clause.file),
            filters=self.filters,
            term_end=self.resolved.model.term_end,
        )
        self.findings += found
        return blocks

    def _own_text(self, instance: Instance) -> Blocks:
        """Return the blocks of a text that the agreement gives itself."""
        text = instance.entry.text
        if isinstance(text, values.Blank):
            return (Paragraph(f"{instance.id}/texte", inlines(text)),)
        return self.clause(instance.id, {}, f"{instance.id}/texte", "")


def forms_in(arguments: Mapping[str, object], people: Mapping[str, Named]) -> dict[str, object]:
    """Return the arguments with each party and court, wherever it stands, as its forms."""
    return {name: _forms(value, people) for name, value in arguments.items()}


def _forms(value: object, people: Mapping[str, Named]) -> object:
    if isinstance(value, values.PartyId):
        return people[str(value)].forms
    if isinstance(value, values.CourtName):
        return court_forms(value)
    if isinstance(value, tuple):
        return tuple(_forms(item, people) for item in value)
    if isinstance(value, values.Record):
        named = {name: _forms(value[name], people) for name in value}
        return values.Record(named, values.origin_of(value), values.key_positions(value))
    return value
