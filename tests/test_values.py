"""Values that know their origin behave as the plain values they are."""

import copy
import pickle
from datetime import date, timedelta
from decimal import Decimal

import pytest

from conventassembler.values import (
    Amount,
    Blank,
    BlankUsedError,
    Date,
    Fragment,
    Gap,
    Integer,
    Origin,
    PartyId,
    Percentage,
    RichText,
    Shown,
    Text,
    fragment,
    piece,
)

ORIGIN = Origin("clauses[duree].with.annees")
VALUES = (
    Text("Longvic", ORIGIN),
    RichText("*un*", ORIGIN),
    PartyId("departement", ORIGIN, "Département"),
    Integer(3, ORIGIN),
    Amount(Decimal("12.50"), ORIGIN),
    Percentage(Decimal(20), ORIGIN),
    Date(date(2025, 12, 16), ORIGIN),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize(
    "remade", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))]
)
def test_a_copy_keeps_type_value_and_origin(value: Text, remade: object) -> None:
    made = remade(value)  # type: ignore[operator]

    assert made == value
    assert type(made) is type(value)
    assert made.origin == value.origin


def test_what_is_computed_from_a_day_is_a_plain_day() -> None:
    day = Date(date(2025, 12, 16), ORIGIN)

    assert day + timedelta(days=1) == date(2025, 12, 17)
    assert day - date(2025, 12, 15) == timedelta(days=1)
    assert not hasattr(day + timedelta(days=1), "origin")


@pytest.mark.parametrize(
    "use",
    [
        *(bool, len, list, int, lambda b: b == 1, lambda b: b + 1, lambda b: 1 - b),
        *(lambda b: b / 2, lambda b: -b, lambda b: b % 2, lambda b: b[0], lambda b: 3 in b),
    ],
)
def test_a_blank_decides_nothing(use: object) -> None:
    with pytest.raises(BlankUsedError):
        use(Blank(ORIGIN))  # type: ignore[operator]


def test_a_blank_shows_its_precision() -> None:
    blank = Blank(ORIGIN, "date du conseil")

    assert str(blank) == str(Gap(blank)) == "[à compléter\u00a0: date du conseil]"


def test_a_fragment_keeps_what_its_pieces_come_from() -> None:
    words = fragment("les ", Text("Ulis", ORIGIN), Fragment(("!",)), (Blank(ORIGIN),))

    assert str(words) == "les Ulis![à compléter]"
    assert [type(part) for part in words] == [str, Shown, str, Gap]
    assert piece(Integer(3, ORIGIN), "trois ans", "en_annees").origin is ORIGIN  # type: ignore[attr-defined]
