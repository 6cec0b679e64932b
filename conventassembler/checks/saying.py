"""What the act says, read line by line: the rules about wording, on one reading of the draft."""

from collections.abc import Callable, Iterator
from dataclasses import field

from conventassembler.checks.acronyms import acronyms_developed, acronyms_spelt_alike
from conventassembler.checks.announced import announced_counts
from conventassembler.checks.civilities import civilities_in_texts
from conventassembler.checks.instruments import called_as_it_is, titled_as_it_is
from conventassembler.checks.leftovers import (
    blanks_taken_for_bold,
    marks_alone,
    marks_left,
    markup_left,
    numbers_crossed_out,
)
from conventassembler.checks.other_case import names_in_one_case
from conventassembler.checks.outdated import names_in_use
from conventassembler.checks.passages import Reading
from conventassembler.checks.periods import periods_run_on
from conventassembler.checks.repeated import paragraphs_said_once
from conventassembler.checks.shares import parts_of_a_whole, shares_of_a_hundred, words_and_figures
from conventassembler.checks.short_names import (
    names_declared,
    names_of_parties_in_capitals,
    names_used,
    names_with_an_article,
)
from conventassembler.checks.slips import words_typed_twice
from conventassembler.checks.turns import (
    cited_before,
    months_in_capitals,
    stipulations,
    turns_of_phrase,
)
from conventassembler.checks.typed_references import (
    annexes_named,
    annexes_that_exist,
    articles_typed,
    pages_counted_by_hand,
)
from conventassembler.checks.weekdays import days_exist, weekdays_fit
from conventassembler.diagnostics import Diagnostic
from conventassembler.frozen import dataclass

RuleOfWords = Callable[[Reading], Iterator[Diagnostic]]

RULES_OF_WORDS: tuple[RuleOfWords, ...] = (
    marks_left,
    blanks_taken_for_bold,
    marks_alone,
    numbers_crossed_out,
    markup_left,
    civilities_in_texts,
    articles_typed,
    annexes_that_exist,
    annexes_named,
    pages_counted_by_hand,
    titled_as_it_is,
    called_as_it_is,
    names_declared,
    names_of_parties_in_capitals,
    names_in_one_case,
    names_used,
    names_with_an_article,
    acronyms_developed,
    acronyms_spelt_alike,
    shares_of_a_hundred,
    words_and_figures,
    parts_of_a_whole,
    days_exist,
    weekdays_fit,
    announced_counts,
    paragraphs_said_once,
    names_in_use,
    stipulations,
    cited_before,
    turns_of_phrase,
    months_in_capitals,
    words_typed_twice,
    periods_run_on,
)


@dataclass(slots=True)
class Told:
    """What was said of an act so far."""

    places: set[tuple[str, object]] = field(default_factory=set)

    def is_new(self, finding: Diagnostic) -> bool:
        """Tell whether it is the first of its code at its place, which is taken from then on."""
        place = finding.code, finding.position
        if place in self.places:
            return False
        self.places.add(place)
        return True
