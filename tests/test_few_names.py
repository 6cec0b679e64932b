"""Long lists of names are cut to what is near; counts say what there is."""

import pytest

from conventassembler.cli.show import count
from conventassembler.diagnostics import Position, Severity, fault
from conventassembler.diagnostics.few import MOST, few
from conventassembler.diagnostics.wording import remedy

KEYS = [
    *("format", "modèle", "titre", "parties", "visas", "préambule", "clauses", "annexes"),
    *("sommaire", "signature", "profil", "usages", "partenaires", "groupes"),
]
HERE = Position("a.yaml", 1, 1)
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
NBSP = "\N{NO-BREAK SPACE}"


def test_what_is_near_is_kept_in_the_order_of_the_list() -> None:
    shown = few(KEYS, ["parteis"])

    assert len(shown) == MOST
    assert {"parties", "partenaires"} <= set(shown)
    assert list(shown) == [name for name in KEYS if name in shown]


def test_where_nothing_is_near_the_first_names_are_shown() -> None:
    assert few(KEYS, ["zzz", ""]) == tuple(KEYS[:MOST])
    assert few(KEYS, []) == tuple(KEYS[:MOST])


def test_a_short_list_stays_whole() -> None:
    assert few(KEYS[:11], ["zzz"]) == tuple(KEYS[:11])


def test_the_keys_that_may_be_typed_are_all_told() -> None:
    """No command shows the rest to a clerk: `schema` prints what programs read."""
    found = fault("C103", HERE, key="parteis", accepted=", ".join(KEYS))

    assert remedy(found, "fr").endswith(", ".join(KEYS))
    assert "schema" not in remedy(found, "fr")


def test_a_message_says_how_many_are_left_out_and_where_they_are() -> None:
    families = ", ".join(f"famille-{number}" for number in range(22))
    unknown = fault("C401", HERE, family="famile-13", known=families)
    assert remedy(unknown, "fr").endswith(f"… (14 autres{NBSP}: conventassembler list clauses)")
    assert "famille-13" in remedy(unknown, "fr")
    assert remedy(unknown, "en").endswith("… (14 more: conventassembler list clauses)")


def test_names_that_people_gave_are_parted_by_lines_and_cut_between_names() -> None:
    names = [f"la Ville {number}, sur Ouche" for number in range(14)]
    unknown = fault("C771", HERE, name="Ville 3, sur Ouche", known="\n".join(names))

    said = remedy(unknown, "fr")

    assert said.count("sur Ouche") == said.count("Ville") == MOST
    assert f"«{NBSP}{names[3]}{NBSP}»" in said
    assert "»… (6 autres)" in said


def test_the_columns_that_may_be_are_told_once() -> None:
    """The same remedy of two findings is shown once: it must not hang on what was typed."""
    known = ", ".join(f"partie-{number}.nom" for number in range(22))
    headers = ("partie-12.non", "partie-3.mon")

    said = {remedy(fault("C051", HERE, header=one, known=known), "fr") for one in headers}

    assert len(said) == 1


@pytest.mark.parametrize(
    ("severities", "accepted", "told"),
    [
        ([], 0, "erreurs : 0, avertissements : 0"),
        ([ERROR, ERROR, WARNING], 0, "erreurs : 2, avertissements : 1"),
        ([WARNING, NOTE, NOTE], 0, "erreurs : 0, avertissements : 1, remarques : 2"),
        ([ERROR, NOTE, NOTE], 1, "erreurs : 1, avertissements : 0, remarques : 1, acceptés : 1"),
        ([NOTE], 1, "erreurs : 0, avertissements : 0, acceptés : 1"),
    ],
)
def test_the_count_says_what_there_is(severities: list[Severity], accepted: int, told: str) -> None:
    assert count(severities, "fr", accepted).replace(NBSP, " ") == told
