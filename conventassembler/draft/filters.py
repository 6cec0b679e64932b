"""The filters that clauses may use: French formatters that hand the origin of a value on.

A blank passes every formatter. What a filter cannot write, it refuses with a `ClauseError`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce

from conventassembler.draft.figures import Filter, number_filters, quoted
from conventassembler.draft.forms import Forms, Group
from conventassembler.draft.sums import total
from conventassembler.french import dates, inflection, lists
from conventassembler.french.grammar import Agreement, Gender, Number
from conventassembler.french.profiles import Profile
from conventassembler.keeping import kept, recalled
from conventassembler.values import (
    Blank,
    ClauseError,
    Fragment,
    Gap,
    PageCount,
    Shown,
    fragment,
    piece,
)


@kept
def filters(profile: Profile) -> Mapping[str, Filter]:
    """Return the filters by name, as `profile` wants them."""
    return {
        "accorde": agree,
        "liste": enumerate_values,
        "nombre": count,
        "somme": total,
        "en_dates": write_dates,
        **number_filters(profile),
        "majuscule": capitalise,
    }


def agree(word: object, with_: object, *others: object, sorte: str = "") -> str:
    """Return `word` agreeing with a party, an office or an act, or with several together.

    It is written as for a masculine singular: « représenté », « s'engage », « il », « son ».
    Several make a plural, feminine when all are; so does a list of parties, unless it has one
    item. With what is still to be given, alone, the word stays as it is. `sorte` says of a word
    that could be both whether it is a « verbe » or a « participe ».

    Raises:
        ClauseError: the word is in no table, or the other is nothing that words agree with.
    """
    if isinstance(with_, Forms) and not others:
        return _in(with_.agreement, word, sorte)
    return _agreeing(word, sorte, with_, *others)


@recalled
def _agreeing(word: object, sorte: str, *values: object) -> str:
    subjects = [one for value in values for one in _subjects(value, word)]
    return _in(_agreement(subjects, word), word, sorte)


def _in(agreement: Agreement, word: object, sorte: str) -> str:
    """Return `word` as it agrees; what is remembered of it is so for all parties alike."""
    try:
        sort = inflection.Sort(sorte) if sorte else None
        return inflection.agree(str(word), agreement, sort)
    except inflection.UnknownWordError as unknown:
        near = {"suggestion": unknown.near[0]} if unknown.near else {}
        raise ClauseError("C514", word=word, **near) from unknown
    except ValueError as unknown:
        raise ClauseError("C525", word=word, sort=sorte) from unknown


def _subjects(value: object, word: object) -> Iterator[object]:
    """Yield what a word agrees with, the items of a list one by one."""
    if isinstance(value, tuple | list) and value:
        for item in value:
            yield from _subjects(item, word)
    elif isinstance(value, Forms | Blank | str | Fragment):
        yield value
    else:
        raise ClauseError("C513", word=quoted(word))


def _agreement(subjects: Sequence[object], word: object) -> Agreement:
    """Return how a word agrees with all the subjects.

    A text tells no gender: it counts as one more subject, for a verb.
    """
    agreements = [_one(subject) for subject in subjects]
    known = [one for one in agreements if one is not None]
    if not known or (len(known) < len(agreements) and inflection.has_gender(str(word))):
        raise ClauseError("C513", word=quoted(word))
    whole = reduce(Agreement.plus, known)
    return whole if len(known) == len(agreements) else Agreement(whole.gender, Number.PLURAL)


def _one(subject: object) -> Agreement | None:
    if isinstance(subject, Blank):
        return Agreement(Gender.MASCULINE)
    return subject.agreement if isinstance(subject, Forms) else None


def enumerate_values(values: object, conjunction: str = "et", forme: str = "") -> Fragment:
    """Return « a, b et c » from a list of texts, parties or fragments; each keeps its origin.

    `forme` asks one form of each party: `liste(forme="du")` gives « du CCAS et de la Commune ».
    """
    return _enumerated(values, conjunction, forme)


@recalled
def _enumerated(values: object, conjunction: str, forme: str) -> Fragment:
    if isinstance(values, Blank):
        return fragment(values)
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise ClauseError("C512", filter="liste", value=quoted(values))
    if isinstance(values, Group):
        values = values.listed or values.members
    items = [_shown(_form(value, forme)).pieces for value in values]
    return Fragment(tuple(lists.enumerate_with(items, conjunction)))


def _form(value: object, name: str) -> object:
    if not name:
        return value
    if not isinstance(value, Forms) or name not in value.table:
        raise ClauseError("C512", filter=f"liste(forme={name!r})", value=quoted(value))
    return value[name]


def count(values: object) -> int | Blank:
    """Return how many items a list has, for another filter to write.

    The number is nobody's value, and its text is derived; a blank list stays a blank.
    """
    if isinstance(values, Blank):
        return values
    if not isinstance(values, Sequence | Group) or isinstance(values, str):
        raise ClauseError("C512", filter="nombre", value=quoted(values))
    return len(values)


def write_dates(values: object) -> Fragment:
    """Return « 15 et 16 décembre 2025 » from a list of days."""
    if isinstance(values, Blank):
        return fragment(values)
    if isinstance(values, date):
        values = (values,)
    if not isinstance(values, Iterable) or isinstance(values, str):
        raise ClauseError("C512", filter="en_dates", value=quoted(values))
    return days(tuple(values))


def days(values: tuple[object, ...]) -> Fragment:
    """Return the days of one session as one piece of text, or the blank among them."""
    for value in values:
        if isinstance(value, Blank):
            return fragment(value)
    known = [value for value in values if isinstance(value, date)]
    return (
        Fragment((piece(known[0], dates.write_dates(known), "en_dates"),)) if known else fragment()
    )


@recalled
def capitalise(value: object) -> Fragment:
    """Return what is shown with its first letter in upper case."""
    first, *rest = _shown(value).pieces or ("",)
    if isinstance(first, Gap | PageCount):
        return Fragment((first, *rest))
    upper = first[:1].upper() + first[1:]
    head = Shown(upper, first.origin, "majuscule") if isinstance(first, Shown) else upper
    return Fragment((head, *rest))


def _shown(value: object) -> Fragment:
    own = getattr(value, "__fragment__", None)
    return own() if own else fragment(value)
