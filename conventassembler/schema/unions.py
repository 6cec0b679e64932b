"""Groups told apart by the key that only one of them has: the recitals of an act."""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.frozen import dataclass
from conventassembler.schema.called import likely
from conventassembler.schema.fields import Field
from conventassembler.schema.records import RecordType
from conventassembler.schema.shapes import wrong_shape
from conventassembler.schema.types import Compound, JsonSchema, Reading
from conventassembler.source import MappingNode, Node, Pair, Scalar, fold
from conventassembler.values import Record


@dataclass(frozen=True, slots=True)
class UnionType(Compound):
    """Records told apart by the key that only one of them has."""

    name: ClassVar[str] = "fiche"
    records: Mapping[str, RecordType] = field(default_factory=dict)
    """By the name of the discriminating field."""

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return the `Record` of the kind that its keys tell, or None with faults."""
        if not isinstance(node, MappingNode):
            return None, wrong_shape(node, label, "C134", self._worded(node))
        kinds = {self._kind(pair): pair for pair in reversed(node.entries) if self._kind(pair)}
        if len(kinds) == 1:
            return self.records[next(iter(kinds))].read(node, path, label)
        if not kinds:
            return None, (self._untold(node, label),)
        first, second, *_ = sorted(kinds.values(), key=lambda pair: pair.key.position)
        keys = {"key": second.key.text, "other": first.key.text}
        return None, (fault("C109", second.key.position, label=label, **keys),)

    def kind_of(self, record: Record) -> str:
        """Return the name of the field that tells what `record` is."""
        return next(name for name in self.records if name in record)

    def _kind(self, pair: Pair) -> str:
        written = fold(pair.key.text)
        return next((name for name in self.records if written in self._own(name).folded), "")

    def _own(self, name: str) -> Field:
        """Return the field that tells the records of that name from the others."""
        return next(item for item in self.records[name].fields if item.name == name)

    def _worded(self, node: Node) -> str:
        """Return the line that makes an item of words that were typed without any key."""
        if not isinstance(node, Scalar) or "text" not in self.records:
            return ""
        words = re.sub(r"^(?:vu|visa)\s*:?\s+", "", node.text.strip(), flags=re.IGNORECASE)
        return f'- {self._own("text").key}: "{words}"'

    def _untold(self, node: MappingNode, label: str) -> Diagnostic:
        accepted = [self._own(name).key for name in self.records]
        known = [key for name in self.records for key in self._own(name).keys]
        near: dict[str, str] = {}
        for pair in node.entries:
            near = near or likely(pair.key.text, known)
        words = ", ".join(accepted)
        return fault("C108", node.position, label=label, accepted=words, **near)

    def json_schema(self) -> JsonSchema:
        """Return the choice among the records' schemas."""
        return {"anyOf": [record.json_schema() for record in self.records.values()]}
