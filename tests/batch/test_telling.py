"""What is found in many rows is told once, with the rows in which it is."""

from itertools import permutations

import pytest
from small_batch import FILE, SmallPlan, rows_of

from conventassembler.batch.naming import number_of
from conventassembler.batch.telling import Told
from conventassembler.diagnostics import Position, fault
from conventassembler.diagnostics.wording import message, remedy


def told() -> Told:
    return Told(FILE, SmallPlan().cell)


def test_a_row_that_has_a_finding_twice_counts_once() -> None:
    gathered = told()
    found = fault("C701", Position("agreements/exemple.yaml", 12, 10), label="nom")

    for row in rows_of(("a", "b")):
        gathered.add((found, found), row)

    (common,) = gathered.common.values()
    assert (common.count, common.listed(number_of)) == (2, "2, 3")


def test_the_first_rows_are_named_in_whatever_order_they_were_made() -> None:
    gathered = told()
    awaited = fault("C701", Position(FILE, 0, 1, "mot"), label="mot", header="mot")

    for row in reversed(rows_of("abcdefghijkl")):
        gathered.add((awaited,), row)

    (some,), (all_rows,) = gathered.of_values(13), gathered.of_values(12)
    assert some.position == all_rows.position == Position(FILE, 2, 1, "A2")
    assert message(some, "en").endswith("12 rows: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11...]")
    assert message(all_rows, "en").endswith("[column “mot”, all rows]")


AWAITED = fault("C168", Position(FILE, 0, 1, "mot"), words="Longvic", header="mot", given="an")


@pytest.mark.parametrize(
    ("having", "unmade", "where"),
    [
        ("bcd", "a", "all rows without another error]"),
        ("bd", "ac", "all rows without another error]"),
        ("ab", "ac", "2 rows: 2, 3]"),
        ("abc", "a", "3 rows: 2, 3, 4]"),
        ("ac", "ac", "2 rows: 2, 4]"),
        ("abcd", "ab", "all rows]"),
    ],
)
def test_rows_without_another_error_are_those_that_have_it_and_no_row_that_was_not_made(
    having: str, unmade: str, where: str
) -> None:
    gathered = told()
    for name, row in zip("abcd", rows_of("abcd"), strict=True):
        gathered.add((AWAITED,) if name in having else (), row, unmade=name in unmade)

    (found,) = gathered.of_values(4)

    assert message(found, "en").partition("[column “mot”, ")[2] == where


OWN = Position("agreements/exemple.yaml", 31, 21)


def gathered_of(*known: str, phrase: str = "") -> Told:
    """Return what is told of rows in which the parties are called so, a name a line."""
    gathered = told()
    for names, row in zip(known, rows_of("abcdef"), strict=False):
        said = {"phrase": phrase.format(names)} if phrase else {}
        gathered.add((fault("C771", OWN, name="Bénéficiaire", known=names, **said),), row)
    return gathered


NAMES = ("le Département\nla Ville de Genlis", "le Département\nla Ville d'Auxonne")
DOLE = "le Département\nla Ville de Dole"


def test_what_rows_say_with_their_own_names_is_told_once() -> None:
    for order in permutations((*NAMES, DOLE)):
        ((count, rows, (found,)),) = gathered_of(*order, phrase="Signé par {}.").of_agreement()

        assert (count, rows) == (3, "2, 3, 4")
        assert found.arguments["shared"] == "le Département"
        assert found.arguments["varied"] == "la Ville d'Auxonne"
        assert "phrase" not in found.arguments
        assert "Genlis" not in remedy(found, "en") + message(found, "en")


def test_names_that_no_two_rows_have_are_told_once_too() -> None:
    for order in permutations(("la Ville de Genlis", "la Ville d'Auxonne", "la Ville de Dole")):
        ((_, _, (found,)),) = gathered_of(*order).of_agreement()

        assert "shared" not in found.arguments
        assert remedy(found, "en").count("la Ville") == 1
        assert "“la Ville d'Auxonne”" in remedy(found, "en")


def test_a_name_with_a_comma_is_one_name() -> None:
    arts = "le Département\nla Ville des Arts, Sports et Loisirs"
    woods = "le Département\nla Ville des Eaux, Bois et Forêts"

    for order in permutations((arts, woods, DOLE)):
        ((_, _, (found,)),) = gathered_of(*order).of_agreement()

        assert "meant: “le Département”; one" in remedy(found, "en")
        assert "as “la Ville de Dole”" in remedy(found, "en")
    ((_, _, (found,)),) = gathered_of(woods, arts).of_agreement()
    assert "comme «\xa0la Ville des Arts, Sports et Loisirs\xa0»" in remedy(found, "fr")


def test_what_all_rows_say_alike_is_told_as_of_one_act() -> None:
    ((_, _, (found,)),) = gathered_of(NAMES[0], NAMES[0], phrase="Ainsi.").of_agreement()

    alone = fault("C771", OWN, name="Bénéficiaire", known=NAMES[0], phrase="Ainsi.")
    assert found == alone


def test_findings_of_other_words_are_not_one() -> None:
    gathered = told()
    (row,) = rows_of("a")

    for word in ("Bénéficiaire", "Prestataire"):
        gathered.add((fault("C771", OWN, name=word, known="la Commune"),), row)

    assert len(gathered.common) == 2
