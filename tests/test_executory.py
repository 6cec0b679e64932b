"""C794: the day from which an act is executory is of local authorities, not of associations."""

from pathlib import Path

import pytest
from changed import AUTHORITY, OFFICE, findings

from conventassembler.agreement import Registry
from conventassembler.diagnostics import Position
from conventassembler.diagnostics.wording import remedy
from conventassembler.french.kinds import kind, kinds
from conventassembler.scaffold.layout import Line
from conventassembler.scaffold.parties import parties_to_fill
from conventassembler.source import MappingNode, Pair, Scalar
from conventassembler.values import Origin, Text

HERE = Position("a.yaml", 1, 1)
NATURE = '    nature: commune\n    nom: "Longvic"\n'
ASSOCIATION = NATURE.replace("commune", "association")
DAY = AUTHORITY + "      exécutoire le: 2025-12-20\n"


@pytest.mark.parametrize(
    ("nature", "day", "told"),
    [
        (NATURE, DAY, False),
        (ASSOCIATION, DAY, True),
        (ASSOCIATION.replace("association", "fondation"), DAY, True),
        (ASSOCIATION, AUTHORITY, False),
    ],
)
def test_an_executory_act_of_an_association_is_told(
    workspace: Path, nature: str, day: str, told: bool
) -> None:
    office = (OFFICE, OFFICE.replace("maire", "présidente"))
    found = findings(workspace, (NATURE, nature), (AUTHORITY, day), *([office] * told))

    assert ("C794" in [one.code for one in found]) == told


@pytest.mark.parametrize(("nature", "delete"), [(NATURE, False), (ASSOCIATION, True)])
def test_the_blank_of_that_line_is_to_be_deleted(
    workspace: Path, nature: str, delete: bool
) -> None:
    blank = DAY.replace("2025-12-20", "à compléter")
    found = findings(workspace, (NATURE, nature), (AUTHORITY, blank))

    (told,) = [one for one in found if one.code == "C701"]
    assert remedy(told, "fr").startswith("supprimez «\N{NO-BREAK SPACE}exécutoire le:") == delete


def typed(text: str) -> Scalar:
    return Scalar(text, HERE, "plain", HERE)


def keys(line: Line) -> list[str]:
    inner = line.value if isinstance(line.value, tuple) else ()
    return [line.key, *(key for one in inner if isinstance(one, Line) for key in keys(one))]


@pytest.mark.parametrize(("nature", "asked"), [("commune", True), ("association", False)])
def test_a_new_agreement_asks_it_of_local_authorities_alone(nature: str, asked: bool) -> None:
    node = MappingNode((Pair(typed("nature"), typed(nature)),), HERE)
    registry: Registry = {}

    (line,) = parties_to_fill(((Text("partie", Origin("p")), node),), registry)

    assert ("exécutoire le" in keys(line)) == asked
    assert "habilitation" in keys(line)


def test_which_kinds_have_no_such_day() -> None:
    without = {one.id for one in kinds() if not one.executory}

    assert without == {"association", "fondation", "sem", "spl"}
    assert kind("commune") not in [one for one in kinds() if not one.executory]
