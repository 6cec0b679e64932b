"""Types: what each reads, refuses, shows and reads back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from conventassembler.diagnostics import Position
from conventassembler.schema import (
    AmountType,
    BicType,
    ChoiceType,
    CourtType,
    DatesType,
    DateType,
    DurationType,
    IbanType,
    IntegerType,
    ListType,
    OfficeType,
    PartyType,
    PercentageType,
    PhoneType,
    RichTextType,
    SirenType,
    SiretType,
    TextType,
    ValueType,
    YesNoType,
    read_value,
)
from conventassembler.source import MappingNode, read_yaml
from conventassembler.values import Blank, Duration, Origin, PartyId, fragment

CHOICE = ChoiceType(("tacite", "expresse", "à la demande"))


def read(type_: ValueType, written: str) -> tuple[object, list[str]]:
    node, _ = read_yaml(f"valeur: {written}\n", "f.yaml")
    assert isinstance(node, MappingNode)
    value, found = read_value(type_, node.entries[0].value, "chemin", "libellé")
    return value, [item.code for item in found]


@pytest.mark.parametrize(
    ("type_", "kind", "choices"),
    [
        (TextType(), "text", ()),
        (AmountType(), "text", ()),
        (SiretType(), "text", ()),
        (ListType(TextType()), "text", ()),
        (DateType(), "date", ()),
        (CHOICE, "choice", ("tacite", "expresse", "à la demande")),
        (YesNoType(), "choice", ("oui", "non")),
    ],
)
def test_a_blank_knows_what_is_awaited(
    type_: ValueType, kind: str, choices: tuple[str, ...]
) -> None:
    blank, found = read(type_, '"à compléter : avant mai"')

    assert found == []
    assert isinstance(blank, Blank)
    assert (blank.kind, blank.choices, blank.hint) == (kind, choices, "avant mai")


def test_each_blank_among_dates_is_one_day() -> None:
    value, _ = read(DatesType(), "[2026-12-30, à compléter]")

    assert isinstance(value, tuple)
    assert isinstance(value[1], Blank)
    assert value[1].kind == "date"


@pytest.mark.parametrize(
    ("type_", "written", "value"),
    [
        (TextType(), "Longvic", "Longvic"),
        (TextType(), '"  Longvic "', "Longvic"),
        (TextType(), "01000", "01000"),
        (TextType(), "oui", "oui"),
        (TextType(strip=False), '" : "', " : "),
        (RichTextType(), "|\n  Un.\n\n  Deux.\n", "Un.\n\nDeux."),
        (IntegerType(), "3", 3),
        (IntegerType(), "-3", -3),
        (IntegerType(), "12 000", 12000),
        (IntegerType(), "12\u202f000", 12000),
        (AmountType(), "1234,5", Decimal("1234.5")),
        (AmountType(), "1234.50", Decimal("1234.5")),
        (AmountType(), "200 000 €", Decimal(200000)),
        (AmountType(), "7,5 millions d'euros", Decimal(7_500_000)),
        (AmountType(), "1,2\u00a0milliard d’euros", Decimal(1_200_000_000)),
        (PercentageType(), "20", Decimal(20)),
        (PercentageType(), "5,5 %", Decimal("5.5")),
        (DateType(), "2026-12-31", date(2026, 12, 31)),
        (DatesType(), "2026-12-31", (date(2026, 12, 31),)),
        (DatesType(), "[2026-12-30, 2026-12-31]", (date(2026, 12, 30), date(2026, 12, 31))),
        (CHOICE, "Tacite", "tacite"),
        (CHOICE, "a-la-demande", "à la demande"),
        (YesNoType(), "oui", True),
        (YesNoType(), "Non", False),
        (PartyType(), "département", "departement"),
        (OfficeType(), "présidente", "présidente"),
        (SirenType(), "123 456 782", "123456782"),
        (SiretType(), "12345678200010", "12345678200010"),
        (IbanType(), "fr14 2004 1010 0505 0001 3m02 606", "FR1420041010050500013M02606"),
        (BicType(), "bdfefrppcct", "BDFEFRPPCCT"),
        (PhoneType(), "01.23.45.67.89", "0123456789"),
        (PhoneType(), "01 23 45 67 89", "0123456789"),
        (CourtType(), "tribunal administratif de cergy pontoise", "Cergy-Pontoise"),
        (ListType(TextType()), "[a, b]", ("a", "b")),
        (ListType(TextType()), "[]", ()),
        (ListType(TextType(), single=True), "a", ("a",)),
        (ListType(TextType(), single=True), "|\n  a\n  b\n", ("a", "b")),
    ],
)
def test_values_are_read(type_: ValueType, written: str, value: object) -> None:
    assert read(type_, written) == (value, [])


@pytest.mark.parametrize(
    ("type_", "written", "code"),
    [
        (TextType(), "[a]", "C104"),
        (TextType(), '""', "C107"),
        (TextType(), "|\n  a\n  b\n", "C214"),
        (TextType(min=3), "ab", "C202"),
        (TextType(max=3), "abcd", "C203"),
        (IntegerType(), "01000", "C201"),
        (IntegerType(), "1e5", "C201"),
        (IntegerType(), "0x10", "C201"),
        (IntegerType(), "3.0", "C201"),
        (IntegerType(), "1 00", "C201"),
        (IntegerType(), "trois", "C201"),
        (IntegerType(), "9" * 500, "C201"),
        (IntegerType(), "²", "C201"),
        (IntegerType(), "٣", "C201"),
        (IntegerType(), "1٣", "C201"),
        (DateType(), "2026-12-٣1", "C212"),
        (IntegerType(min=1), "0", "C204"),
        (IntegerType(max=10), "11", "C205"),
        (AmountType(), "1e5", "C208"),
        (AmountType(), "1.234,56", "C208"),
        (AmountType(), "1,234", "C208"),
        (AmountType(min=10), "9,99", "C204"),
        (AmountType(), "7,5 millions", "C208"),
        (AmountType(max=10), "1 million d'euros", "C205"),
        (PercentageType(), "NaN", "C209"),
        (PercentageType(max=100), "100,1", "C205"),
        (DurationType(), "trois mois", "C210"),
        (DurationType(), "3", "C210"),
        (SirenType(), "12345678O", "C222"),
        (SiretType(), "123 456 782", "C223"),
        (SiretType(), "12345678200011", "C224"),
        (IbanType(), "FR14 2004 1010 0505 0001 3M02 605", "C224"),
        (BicType(), "BDFEXXPP", "C222"),
        (PhoneType(), "01 23 45 67", "C225"),
        (CourtType(), "Nanterre", "C475"),
        (DateType(), "demain", "C212"),
        (DateType(), "2026-02-30", "C213"),
        (DateType(), "2026-1-5", "C212"),
        (DatesType(), "[2026-12-31, hier]", "C212"),
        (DatesType(), "[]", "C107"),
        (DatesType(), "{a: b}", "C104"),
        (CHOICE, "autre", "C206"),
        (YesNoType(), "vrai", "C207"),
        (ListType(TextType()), "a", "C133"),
        (ListType(TextType(), min=1), "[]", "C215"),
        (ListType(TextType(), min=2), "[a]", "C215"),
        (ListType(TextType(), max=1), "[a, b]", "C216"),
        (ListType(IntegerType()), "[1, deux]", "C201"),
    ],
)
def test_what_is_not_a_value_is_refused(type_: ValueType, written: str, code: str) -> None:
    assert read(type_, written)[1] == [code]


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("31/12/2027", "2027-12-31"),
        ("31.12.2027", "2027-12-31"),
        ("2027/12/31", "2027-12-31"),
        ("31 décembre 2027", "2027-12-31"),
        ("1er juin 2025", "2025-06-01"),
        ("le 18 décembre 2026", "2026-12-18"),
        ("Vendredi 18 décembre 2026", "2026-12-18"),
        ("2026-18-12", "2026-12-18"),
    ],
)
def test_a_date_in_another_form_is_proposed_in_iso(written: str, suggestion: str) -> None:
    node, _ = read_yaml(f"d: {written}\n", "f.yaml")
    assert isinstance(node, MappingNode)

    _, (finding,) = DateType().read(node.entries[0].value, "", "date")

    assert finding.arguments["suggestion"] == suggestion


@pytest.mark.parametrize(
    "type_",
    [
        TextType(), RichTextType(), IntegerType(), AmountType(), PercentageType(), DateType(),
        DurationType(), CHOICE, YesNoType(), PartyType(), OfficeType(), ListType(TextType()),
        SirenType(), SiretType(), IbanType(), BicType(), PhoneType(), CourtType(),
    ],
    ids=lambda type_: type_.name,
)  # fmt: skip
@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("à compléter", ""),
        ("A COMPLETER", ""),
        ("a completer", ""),
        ('"À compléter : avant juin"', "avant juin"),
        ('"à compléter\u00a0: avant juin"', "avant juin"),
        ('"[à compléter]"', ""),
    ],
)
def test_every_type_takes_a_blank(type_: ValueType, written: str, hint: str) -> None:
    value, codes = read(type_, written)

    assert codes == []
    assert isinstance(value, Blank)
    assert (value.origin.path, value.label, value.hint) == ("chemin", "libellé", hint)


def test_a_text_that_only_begins_like_a_blank_is_a_text() -> None:
    assert read(TextType(), "à compléter par la commune")[0] == "à compléter par la commune"


def test_values_keep_their_path_and_place() -> None:
    value, _ = read(ListType(IntegerType()), "[1, 2]")

    assert isinstance(value, tuple)
    assert value[1].origin == Origin("chemin[2]", Position("f.yaml", 1, 13))


def test_a_party_keeps_the_key_as_typed() -> None:
    value, _ = read(PartyType(), "Département 21")

    assert isinstance(value, PartyId)
    assert (str(value), value.key) == ("departement_21", "Département 21")


ORIGIN = Origin("x")
DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(DAYS)
def test_a_date_shown_is_read_back(day: date) -> None:
    assert DateType().read_back(DateType().show(day)) == day


@given(st.lists(DAYS, min_size=1, max_size=4, unique=True).map(sorted).map(tuple))
def test_dates_shown_are_read_back(days: tuple[date, ...]) -> None:
    assert DatesType().read_back(DatesType().show(days)) == days


@given(st.decimals(0, 10**9, places=2))
def test_an_amount_shown_is_read_back(amount: Decimal) -> None:
    assert AmountType().read_back(AmountType().show(amount)) == amount


@given(st.integers(-(10**12), 10**12))
def test_an_integer_shown_is_read_back(number: int) -> None:
    assert IntegerType().read_back(IntegerType().show(number)) == number


@given(st.integers(1, 999), st.sampled_from(["an", "mois", "semaine", "jour"]))
def test_a_duration_typed_is_shown_and_read_back(count: int, unit: str) -> None:
    typed, codes = read(DurationType(), str(Duration(count, unit, ORIGIN)))

    assert codes == []
    assert isinstance(typed, Duration)
    assert DurationType().read_back(DurationType().show(typed)) == (count, unit)


@pytest.mark.parametrize(
    ("type_", "written", "shown"),
    [
        (SirenType(), "123456782", "123\u00a0456\u00a0782"),
        (SiretType(), "12345678200010", "123\u00a0456\u00a0782\u00a000010"),
        (PhoneType(), "0123456789", "01\u00a023\u00a045\u00a067\u00a089"),
        (CourtType(), "Amiens", "tribunal administratif d’Amiens"),
    ],
)
def test_what_names_is_shown_and_read_back(type_: ValueType, written: str, shown: str) -> None:
    value, _ = read(type_, written)

    assert type_.show(value) == shown
    assert type_.read_back(shown) == value


@given(st.integers(10_000_000, 99_999_999), st.integers(0, 9_999))
def test_every_siret_reads_back(start: int, rest: int) -> None:
    siren = f"{start}{luhn.calc_check_digit(str(start))}"
    typed = f"{siren}{rest:04}"
    typed += luhn.calc_check_digit(typed)
    value, codes = read(SiretType(), typed)

    assert codes == []
    assert SiretType().read_back(SiretType().show(value)) == typed
    assert str(fragment(value)) == SiretType().show(value)
