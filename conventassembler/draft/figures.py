"""The filters that write one number, amount, date or duration, or a range from one to another."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypeVar, cast

from conventassembler.french import amounts, dates, durations, numbers, ordinals
from conventassembler.french.folding import fold
from conventassembler.french.grammar import Gender, Pieces
from conventassembler.french.profiles import Profile
from conventassembler.keeping import recalled
from conventassembler.values import (
    Blank,
    ClauseError,
    Duration,
    Fragment,
    PageCount,
    Record,
    fragment,
    piece,
)

Filter = Callable[..., object]
"""A filter as Jinja calls it."""


def number_filters(profile: Profile) -> Mapping[str, Filter]:
    """Return the filters by name, as `profile` wants them."""
    return {
        **_durations(profile),
        "en_lettres": _gendered(
            "en_lettres",
            partial(numbers.cardinal, reformed=profile.reformed_spelling),
            pages=partial(PageCount, words=True, reformed=profile.reformed_spelling),
        ),
        "en_chiffres": _formatter("en_chiffres", int, str, amounts.write_number_range),
        "par_milliers": _formatter(
            "par_milliers", int, lambda n: amounts.write_thousands(n, profile)
        ),
        "en_ordinal": _gendered("en_ordinal", numbers.ordinal_short),
        "en_ordinal_lettres": _gendered(
            "en_ordinal_lettres", partial(ordinals.ordinal, reformed=profile.reformed_spelling)
        ),
        "en_date": _formatter("en_date", date, dates.write_date),
        **_amounts(profile),
        "en_duree": _formatter("en_duree", Duration, lambda d: _duration(d, profile)),
        "en_pourcentage": _formatter(
            "en_pourcentage", Decimal, amounts.write_percentage, amounts.write_percentage_range
        ),
    }


_UNITS = {
    "en_annees": durations.YEAR,
    "en_mois": durations.MONTH,
    "en_semaines": durations.WEEK,
    "en_jours": durations.DAY,
}


def _durations(profile: Profile) -> dict[str, Filter]:
    return {
        name: _formatter(
            name,
            int,
            partial(durations.write_duration, unit=unit, profile=profile),
            partial(durations.write_duration_range, unit=unit, profile=profile),
        )
        for name, unit in _UNITS.items()
    }


def _amounts(profile: Profile) -> dict[str, Filter]:
    ranged = partial(amounts.write_amount_range, profile=profile)
    return {
        "en_euros": _formatter(
            "en_euros", Decimal, lambda a: amounts.write_amount(a, profile), ranged
        ),
        "en_euros_lettres": _formatter(
            "en_euros_lettres", Decimal, lambda a: amounts.amount_in_words(a, profile)
        ),
        "en_euros_et_lettres": _formatter(
            "en_euros_et_lettres", Decimal, lambda a: amounts.write_both(a, profile)
        ),
        "en_millions": _formatter("en_millions", Decimal, amounts.write_millions),
    }


def _formatter(
    name: str, kind: type, write: Callable[..., str], between: Callable[..., Pieces] | None = None
) -> Filter:
    """Return the filter `name`, which writes values of `kind` and lets blanks through.

    With `between`, the filter takes a second value, and writes the range from one to the other.
    """

    @recalled
    def alone(value: object) -> Fragment:
        if isinstance(value, Blank):
            return fragment(value)
        return Fragment((piece(value, _written(name, kind, write, value), name),))

    def ranged(value: object, upper: object = None) -> Fragment:
        if upper is None:
            return alone(value)
        if isinstance(value, Blank) or isinstance(upper, Blank):
            return alone(value) + fragment(" à ") + alone(upper)
        if value == upper:
            return alone(value)
        parts = _written(name, kind, between, value, upper)
        first, joint, last = parts
        return Fragment((piece(value, first, name), joint, piece(upper, last, name)))

    return ranged if between else alone


T = TypeVar("T")


def _written(name: str, kind: type, write: Callable[..., T] | None, *values: object) -> T:
    """Return what `write` makes of the values; what it cannot write is told.

    Raises:
        ClauseError: a value is not of the `kind`, or out of what can be written.
    """
    wrong = [one for one in values if not isinstance(one, kind) or isinstance(one, bool)]
    try:
        if write and not wrong:
            return write(*values)
    except (ValueError, ArithmeticError):
        wrong = list(values)
    raise ClauseError("C512", filter=name, value=" à ".join(map(quoted, wrong)))


_FEMININE = {"masculin": False, "feminin": True}


def _gendered(
    name: str, write: Callable[..., str], pages: Callable[..., PageCount] | None = None
) -> Filter:
    """Return a filter of whole numbers that takes the gender of what is counted: « féminin ».

    With `pages`, it takes the number of pages too, which is written once they are counted.
    """
    plain = {
        feminine: cast(
            Callable[[object], Fragment], _formatter(name, int, partial(write, feminine=feminine))
        )
        for feminine in _FEMININE.values()
    }

    def apply(value: object, gender: object = Gender.MASCULINE) -> Fragment:
        feminine = _FEMININE.get(fold(gender)) if isinstance(gender, str) else None
        if feminine is None:
            raise ClauseError("C512", filter=f"{name}({quoted(gender)})", value=quoted(value))
        if pages and _is_page_count(value):
            return Fragment((pages(feminine=feminine),))
        return plain[feminine](value)

    return apply


def _is_page_count(value: object) -> bool:
    """Tell whether a value is the number of pages alone, which nobody knows yet."""
    return isinstance(value, Fragment) and [type(one) for one in value] == [PageCount]


def _duration(duration: Duration, profile: Profile) -> str:
    writers = {
        "an": durations.in_years,
        "mois": durations.in_months,
        "semaine": durations.in_weeks,
        "jour": durations.in_days,
    }
    return writers[duration.unit](duration.count, profile)


def quoted(value: object) -> str:
    """Return what a message quotes of a value that cannot be written."""
    if isinstance(value, tuple | list | Record):
        return "[...]"
    own = getattr(value, "__fragment__", None)
    return str(own() if own else value)
