"""The filters that clauses may use: French formatters that hand the origin of a value on.

A blank passes every formatter. What a filter cannot write, it refuses with a `ClauseError`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce

from conventassembler.draft.forms import Forms, Group
from conventassembler.french import amounts, dates, durations, inflection, lists, numbers
from conventassembler.french.grammar import Agreement, Gender, Number
from conventassembler.french.profiles import Profile
from conventassembler.values import (
    Blank,
    ClauseError,
    Duration,
    Fragment,
    Gap,
    Record,
    Shown,
    fragment,
    piece,
)

Filter = Callable[..., object]
"""A filter as Jinja calls it."""


def filters(profile: Profile) -> Mapping[str, Filter]:
    """Return the filters by name, as `profile` wants them."""
    return {
        "accorde": agree,
        "liste": enumerate_values,
        "nombre": count,
        "en_annees": _formatter("en_annees", int, lambda n: durations.in_years(n, profile)),
        "en_mois": _formatter("en_mois", int, lambda n: durations.in_months(n, profile)),
        "en_jours": _formatter("en_jours", int, lambda n: durations.in_days(n, profile)),
        "en_lettres": _formatter("en_lettres", int, numbers.cardinal),
        "en_chiffres": _formatter("en_chiffres", int, str),
        "par_milliers": _formatter(
            "par_milliers", int, lambda n: amounts.write_thousands(n, profile)
        ),
        "en_ordinal": _formatter("en_ordinal", int, numbers.ordinal_short),
        "en_date": _formatter("en_date", date, dates.write_date),
        "en_dates": write_dates,
        "en_euros": _formatter("en_euros", Decimal, lambda a: amounts.write_amount(a, profile)),
        "en_duree": _formatter("en_duree", Duration, lambda d: _duration(d, profile)),
        "en_pourcentage": _formatter("en_pourcentage", Decimal, amounts.write_percentage),
        "majuscule": capitalise,
    }


def _formatter(name: str, kind: type, write: Callable[..., str]) -> Filter:
    """Return the filter `name`, which writes values of `kind` and lets blanks through."""

    def apply(value: object) -> Fragment:
        if isinstance(value, Blank):
            return fragment(value)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise ClauseError("C512", filter=name, value=_quoted(value))
        return Fragment((piece(value, write(value), name),))

    return apply


def _duration(duration: Duration, profile: Profile) -> str:
    writers = {
        "an": durations.in_years,
        "mois": durations.in_months,
        "semaine": durations.in_weeks,
        "jour": durations.in_days,
    }
    return writers[duration.unit](duration.count, profile)


def agree(word: object, with_: object, *others: object, sorte: str = "") -> str:
    """Return `word` agreeing with a party, an office or an act, or with several together.

    It is written as for a masculine singular: « représenté », « s'engage », « il », « son ».
    Several make a plural, feminine when all are; so does a list of parties, unless it has one
    item. With what is still to be given, alone, the word stays as it is. `sorte` says of a word
    that could be both whether it is a « verbe » or a « participe ».

    Raises:
        ClauseError: the word is in no table, or the other is nothing that words agree with.
    """
    subjects = [one for value in (with_, *others) for one in _subjects(value, word)]
    try:
        sort = inflection.Sort(sorte) if sorte else None
        return inflection.agree(str(word), _agreement(subjects, word), sort)
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
        raise ClauseError("C513", word=_quoted(word))


def _agreement(subjects: Sequence[object], word: object) -> Agreement:
    """Return how a word agrees with all the subjects.

    A text tells no gender: it counts as one more subject, for a verb.
    """
    agreements = [_one(subject) for subject in subjects]
    known = [one for one in agreements if one is not None]
    if not known or (len(known) < len(agreements) and inflection.has_gender(str(word))):
        raise ClauseError("C513", word=_quoted(word))
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
    if isinstance(values, Blank):
        return fragment(values)
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise ClauseError("C512", filter="liste", value=_quoted(values))
    items = [_shown(_form(value, forme)).pieces for value in values]
    return Fragment(tuple(lists.enumerate_with(items, conjunction)))


def _form(value: object, name: str) -> object:
    if not name:
        return value
    if not isinstance(value, Forms) or name not in value.table:
        raise ClauseError("C512", filter=f"liste(forme={name!r})", value=_quoted(value))
    return value[name]


def count(values: object) -> int | Blank:
    """Return how many items a list has, for another filter to write.

    The number is nobody's value, and its text is derived; a blank list stays a blank.
    """
    if isinstance(values, Blank):
        return values
    if not isinstance(values, Sequence | Group) or isinstance(values, str):
        raise ClauseError("C512", filter="nombre", value=_quoted(values))
    return len(values)


def write_dates(values: object) -> Fragment:
    """Return « 15 et 16 décembre 2025 » from a list of days."""
    if isinstance(values, Blank):
        return fragment(values)
    if isinstance(values, date):
        values = (values,)
    if not isinstance(values, Iterable) or isinstance(values, str):
        raise ClauseError("C512", filter="en_dates", value=_quoted(values))
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


def capitalise(value: object) -> Fragment:
    """Return what is shown with its first letter in upper case."""
    first, *rest = _shown(value).pieces or ("",)
    if isinstance(first, Gap):
        return Fragment((first, *rest))
    upper = first[:1].upper() + first[1:]
    head = Shown(upper, first.origin, "majuscule") if isinstance(first, Shown) else upper
    return Fragment((head, *rest))


def _shown(value: object) -> Fragment:
    own = getattr(value, "__fragment__", None)
    return own() if own else fragment(value)


def _quoted(value: object) -> str:
    """Return what a message quotes of a value that cannot be written."""
    if isinstance(value, tuple | list | Record):
        return "[...]"
    own = getattr(value, "__fragment__", None)
    return str(own() if own else value)
