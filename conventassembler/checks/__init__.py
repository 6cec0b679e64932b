"""What a finished draft still lacks: one small rule, one function, its docstring its manual page.

A rule reads an act, the resolved agreement with its draft, and yields findings; it changes nothing.
"""

from collections.abc import Callable, Iterator

from conventassembler.abreast import Steps, done
from conventassembler.checks.addresses import slash_in_address
from conventassembler.checks.annexes import annexes_cited, annexes_to_join
from conventassembler.checks.blanks import blanks
from conventassembler.checks.cells import cells_shown
from conventassembler.checks.clauses import no_party_in_a_variant, wanted_clauses
from conventassembler.checks.codes_cited import articles_about_a_party
from conventassembler.checks.courts import another_court, courts_in_texts, places_serve
from conventassembler.checks.days import after_the_signature, avenants_in_time, executory_in_time
from conventassembler.checks.deputies import delegation_dated, interim_given, stand_in_by_law
from conventassembler.checks.doubled import doubled_words, quotes_of_short_names
from conventassembler.checks.doubled_marks import doubled_marks
from conventassembler.checks.doublets import double_forms
from conventassembler.checks.far_days import far_days
from conventassembler.checks.identifiers import (
    accounts_of_one_country,
    no_specimen,
    numbers_in_texts,
    one_meaning_each,
    one_number_each,
)
from conventassembler.checks.kept_marks import values_alone
from conventassembler.checks.obligations import data_are_framed, subsidy_is_framed
from conventassembler.checks.organs import (
    act_of_the_organ,
    executory_by_law,
    organ_of_the_kind,
    state_needs_none,
)
from conventassembler.checks.parties import (
    authorities_cited,
    delegations_told,
    everyone_authorised,
    legal_persons,
    offices_of_the_party,
    partners_named,
    places_to_sign,
    sides_shown,
)
from conventassembler.checks.passages import Reading
from conventassembler.checks.recitals import order_of_recitals, titles_of_texts
from conventassembler.checks.saying import RULES_OF_WORDS, Told
from conventassembler.checks.shapes import (
    items_said_once,
    items_without_marks,
    names_of_letters,
    names_without_civility,
    one_name_each,
)
from conventassembler.checks.signatures import leads_said, suits_a_hand, words_of_a_hand
from conventassembler.checks.signing import one_gender_each, originals_for_all, others_bind_nobody
from conventassembler.checks.term import (
    effect_in_time,
    ends_after_it_begins,
    notice_within_the_term,
    renewal_has_an_end,
    term_has_a_start,
)
from conventassembler.checks.titles import headings_keep_their_word, title_keeps_its_word
from conventassembler.checks.totals import totals_add_up
from conventassembler.checks.unshown import (
    acronyms_shown,
    civilities_shown,
    numbers_shown,
    tags_in_texts,
    values_shown,
)
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Draft
from conventassembler.draft.resolve import Resolved

Rule = Callable[[Reading], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    blanks,
    places_to_sign,
    everyone_authorised,
    legal_persons,
    delegations_told,
    partners_named,
    offices_of_the_party,
    authorities_cited,
    titles_of_texts,
    order_of_recitals,
    wanted_clauses,
    no_party_in_a_variant,
    doubled_words,
    quotes_of_short_names,
    civilities_shown,
    leads_said,
    suits_a_hand,
    tags_in_texts,
    double_forms,
    another_court,
    courts_in_texts,
    places_serve,
    after_the_signature,
    executory_in_time,
    avenants_in_time,
    far_days,
    organ_of_the_kind,
    act_of_the_organ,
    state_needs_none,
    executory_by_law,
    interim_given,
    stand_in_by_law,
    delegation_dated,
    effect_in_time,
    ends_after_it_begins,
    notice_within_the_term,
    renewal_has_an_end,
    others_bind_nobody,
    one_gender_each,
    originals_for_all,
    articles_about_a_party,
    accounts_of_one_country,
    no_specimen,
    numbers_in_texts,
    one_number_each,
    one_meaning_each,
    annexes_to_join,
    annexes_cited,
    names_without_civility,
    names_of_letters,
    values_alone,
    slash_in_address,
    items_said_once,
    one_name_each,
    items_without_marks,
)
"""The rules about what was typed, in the order in which they run."""

RULES_OF_TEXT: tuple[Rule, ...] = (
    doubled_marks,
    acronyms_shown,
    numbers_shown,
    cells_shown,
    values_shown,
    sides_shown,
    words_of_a_hand,
    totals_add_up,
    term_has_a_start,
    title_keeps_its_word,
    headings_keep_their_word,
    subsidy_is_framed,
    data_are_framed,
)
"""Those about the text itself, which a clause that could not be composed does not have. Those
about its words follow, of which each place is told once for each code."""


ALL_RULES: tuple[Rule, ...] = (*RULES, *RULES_OF_TEXT, *RULES_OF_WORDS)


def check(resolved: Resolved, draft: Draft, *, whole: bool = True) -> tuple[Diagnostic, ...]:
    """Return what every rule finds; `whole` says that no clause is missing from the draft."""
    return done(checking(resolved, draft, whole=whole))


def checking(
    resolved: Resolved, draft: Draft, *, whole: bool = True
) -> Steps[tuple[Diagnostic, ...]]:
    """Return what `check` returns, rule by rule."""
    reading = Reading(resolved, draft, lacks_clauses=not whole)
    found: list[Diagnostic] = []
    for rule in (*RULES, *RULES_OF_TEXT) if whole else RULES:
        found += rule(reading)
        yield
    told = Told()
    for rule in RULES_OF_WORDS if whole else ():
        found += filter(told.is_new, rule(reading))
        yield
    return tuple(found)
