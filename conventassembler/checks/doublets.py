"""C719: forms that stand for two genders at once, typed in a value or in a clause."""

from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.checks.phrases import phrase, phrase_of_value
from conventassembler.checks.scans import VALUES
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.plain import text_of
from conventassembler.french.doublets import double_form, may_double


def double_forms(reading: Reading) -> Iterator[Diagnostic]:
    """Find the words that leave the gender undecided, which no act prints.

    Bad: `titre: "Désignation du (de la) référent(e)"`, or « habilité(e) » in a clause. Good: the
    word in one gender, or `{{ "habilité" | accorde(partie) }}`, which the tool agrees.
    """
    found = dict((*_in_clauses(reading), *_in_values(reading)))
    yield from (fault("C719", place, **said) for place, said in found.items())


def _in_values(reading: Reading) -> Iterator[tuple[Position, dict[str, str]]]:
    for value, form in reading.in_values(_FORMS):
        if value.origin.position and not value.origin.path.endswith(".clause"):
            quoted = phrase_of_value(reading.lines, value.origin.path)
            yield value.origin.position, {"form": form, **quoted}


def _in_clauses(reading: Reading) -> Iterator[tuple[Position, dict[str, str]]]:
    for rank in reading.whole.of_both_genders:
        words, made_from = reading.said[rank], reading.draft.blocks[rank].provenance
        for form, line in words.forms if made_from.variant else ():
            start = max(0, text_of(line).find(form))
            told = {"form": form, "phrase": phrase(line, start, start + len(form))}
            yield Position(made_from.file, made_from.line, 1), told


def _forms(text: str) -> tuple[str, ...]:
    found = double_form(text)
    return (found,) if found else ()


_FORMS = VALUES.scan(_forms, may_double)
