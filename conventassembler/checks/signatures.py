"""C723: what was typed of a signature and stands in no line of it."""

from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.model import Draft
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved
from conventassembler.schema.keys import keys_of


def leads_said(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find the `lieu`, the `date` and the `originaux` of an act that says « Fait à » nowhere.

    Without the general line, `par place` still says where and when, and nothing how many originals.
    """
    signed = resolved.agreement.signature
    if signed is None or signed.general_lead:
        return
    values: dict[str, object] = {"originals": signed.originals}
    if not signed.per_place:
        values |= {"place": signed.place, "date": signed.date}
    for name, value in values.items():
        if value is not None:
            yield fault("C723", place_of(value, signed.position), key=keys_of(name)[0])
