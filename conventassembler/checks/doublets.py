"""C719: forms that stand for two genders at once, typed in a value or in a clause."""

from collections.abc import Iterator

from conventassembler.checks.phrases import phrase, phrase_of_value
from conventassembler.checks.runs import runs
from conventassembler.checks.typed import typed
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Draft
from conventassembler.draft.plain import text_of
from conventassembler.draft.resolve import Resolved
from conventassembler.french.doublets import double_form
from conventassembler.values import Text


def double_forms(resolved: Resolved, draft: Draft) -> Iterator[Diagnostic]:
    """Find the words that leave the gender undecided, which no act prints.

    Bad: `titre: "Désignation du (de la) référent(e)"`, or « habilité(e) » in a clause. Good: the
    word in one gender, or `{{ "habilité" | accorde(partie) }}`, which the tool agrees.
    """
    found = dict((*_in_clauses(draft), *_in_values(resolved, draft)))
    yield from (fault("C719", place, **said) for place, said in found.items())


def _in_values(resolved: Resolved, draft: Draft) -> Iterator[tuple[Position, dict[str, str]]]:
    for value in typed(resolved, Text):
        names_a_clause = value.origin.path.endswith(".clause")
        if value.origin.position and not names_a_clause and (form := double_form(value)):
            quoted = phrase_of_value(draft, value.origin.path)
            yield value.origin.position, {"form": form, **quoted}


def _in_clauses(draft: Draft) -> Iterator[tuple[Position, dict[str, str]]]:
    for block in draft.blocks:
        made_from = block.provenance
        if not made_from.variant:
            continue
        for line in runs((block,)):
            typed_words = "".join(one.text for one in line if not getattr(one, "value", None))
            if form := double_form(typed_words):
                start = max(0, text_of(line).find(form))
                said = {"form": form, "phrase": phrase(line, start, start + len(form))}
                yield Position(made_from.file, made_from.line, 1), said
