"""What YAML changes in silence is told with what to type; what resembles it is left."""

import shutil
import time
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.diagnostics.wording import message
from conventassembler.source import Scalar, read_yaml
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent.parent / "errors" / "_base"
TITLE = 'titre: "Convention de partenariat"'
NAME = '    nom: "Longvic"'


@pytest.fixture(name="space")
def small_workspace(tmp_path: Path) -> Workspace:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path)


def told(space: Workspace, old: str, new: str) -> list[tuple[str, object]]:
    """Return the code and the suggestion of each finding that one change gets."""
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    found = assemble(space, ("exemple",)).findings
    return [(one.code, one.arguments.get("suggestion")) for one in found]


def address(*lines: str) -> str:
    return "\n".join((NAME, "    adresse:", *(f"      {line}" for line in lines)))


TRAPS = {
    "number in a title": (TITLE, "titre: Acte #2", "C135", '"Acte #2"'),
    "number apart in a title": (TITLE, "titre: Acte # 2", "C135", '"Acte # 2"'),
    "number in parentheses": (TITLE, "titre: Acte (lot #2) x", "C135", '"Acte (lot #2) x"'),
    "number behind quotes": (TITLE, 'titre: "Acte" #2', "C135", None),
    "number below": (TITLE, "titre: Acte\n  #2 et suite", "C135", None),
    "number in an item": (NAME, address("- 3 rue X #2"), "C135", '"3 rue X #2"'),
    "number in a key": (NAME, '    nom #1: "X"', "C137", None),
    "comma in brackets": (NAME, f"{NAME}\n    adresse: [3 bis, rue X]", "C138", '"3 bis, rue X"'),
    "parenthesis in brackets": (NAME, f"{NAME}\n    adresse: [X (A, B), Y]", "C138", '"X (A, B)"'),
    "tag": (NAME, "    nom: {{ x }}", "C139", None),
    "list in brackets": (NAME, "    nom: [Longvic]", "C104", '"Longvic"'),
    "group in braces": (NAME, "    nom: {Longvic}", "C104", '"Longvic"'),
    "dash of Word": ("  - contexte", "  – contexte", "C140", "- contexte"),
    "dash of Word, entry": ("  - clause: duree", "  — clause: duree", "C140", None),
    "star": ("  - contexte", "  * contexte", "C140", "- contexte"),
    "dashes of Word": (NAME, address("– 3 rue X", "– Y"), "C140", None),
    "list under a value": (NAME, "    nom: Longvic\n      - Y", "C140", None),
    "tab": (NAME, "    nom: Long\tvic", "C141", None),
    "tab in quotes": (NAME, '    nom: "Long\tvic"', "C141", None),
    "hyphen without space": ("  - contexte", "  -contexte", "C142", "- contexte"),
    "hyphen, no-break space": ("  - contexte", "  -\u00a0contexte", "C128", None),
    "address on lines": (NAME, f"{NAME}\n    adresse: 3 rue X\n      21600 Y", "C143", None),
    "folded address": (NAME, f"{NAME}\n    adresse: >\n      3 rue X\n      Y", "C143", None),
    "quotes of Word": (TITLE, "titre: “Acte”", "C145", '"Acte"'),
    "single quotes of Word": (TITLE, "titre: ‘Acte’", "C145", '"Acte"'),
    "quotes of Word, date": ("date: 2025-12-18", "date: “2025-12-18”", "C145", '"2025-12-18"'),
    "not further right": (
        "      fonction: maire\n      genre",
        "    fonction: maire\n    genre",
        *("C146", None),
    ),
    "null": (NAME, "    nom: null", "C227", None),
    "null for a list": ("préambule:\n  - contexte", "préambule: ~", "C227", None),
    "guillemet alone": (TITLE, "titre: « Acte", "C228", None),
    "other guillemet alone": (TITLE, "titre: Acte »", "C228", None),
    "value above keys": ("signature:\n", "signature: électronique\n", "C229", None),
    "sign =": (NAME, '    nom = "X"', "C111", 'nom: "X"'),
    "semicolon": (NAME, "    nom; X", "C111", "nom: X"),
    "comment of another language": (NAME, f"{NAME}\n    // X", "C111", "# X"),
    "apostrophe": (TITLE, "titre: 'l'eau'", "C130", '"l\'eau"'),
    "quotes in quotes": (TITLE, 'titre: "Acte "A" x"', "C130", '"Acte « A » x"'),
    "colon in an item": (NAME, address("- A : B", "- C"), "C136", '"A : B"'),
    "glued colon": ("années: 3", "années:3", "C114", "années: 3"),
    "zero first": ("années: 3", "années: 03", "C201", "3"),
    "decimals": ("années: 3", "années: 3.0", "C201", "3"),
    "soft hyphen": (NAME, '    nom: "Long\u00advic"', "C127", None),
    "wide space": (NAME, "\u2003\u2003" + NAME.strip(), "C128", None),
    "question mark": (TITLE, "titre: ? Acte", "C116", None),
    "end of a document": ("signature:\n", "...\nsignature:\n", "C123", None),
}


@pytest.mark.parametrize(("old", "new", "code", "meant"), TRAPS.values(), ids=TRAPS)
def test_a_trap_is_told(space: Workspace, old: str, new: str, code: str, meant: object) -> None:
    found = told(space, old, new)

    assert code in dict(found)
    assert meant is None or (code, meant) in found


RIGHT = {
    "comment": (TITLE, f"{TITLE}  # le 3 juin"),
    "comment without space": (TITLE, f"{TITLE} #le titre"),
    "comment of figures": ("années: 3", "années: 3  # 3 ans au plus"),
    "comment below": ("  - contexte", "  - contexte\n#2 à revoir"),
    "number in quotes": (TITLE, 'titre: "Acte #2"'),
    "title on two lines": (TITLE, "titre: Convention\n  de partenariat"),
    "folded title": (TITLE, "titre: >-\n  Convention\n  de partenariat"),
    "address in a block": (NAME, f"{NAME}\n    adresse: |\n      3 rue X\n      21600 Y"),
    "address on one line": (NAME, f"{NAME}\n    adresse: 3 rue X, 21600 Y"),
    "address in quotes": (NAME, f'{NAME}\n    adresse: ["3 bis, rue X", "21600 Y"]'),
    "addresses in brackets": (NAME, f"{NAME}\n    adresse: [3 bis rue X, 21600 Y]"),
    "dash in a title": (TITLE, "titre: Convention – avenant\n  – suite"),
    "item that begins with a number": (NAME, address("- 3 rue X", "- 21600 Y")),
    "tab at the end": (TITLE, f"{TITLE}\t"),
    "tab behind the colon": (NAME, NAME.replace(": ", ":\t")),
    "guillemets": (TITLE, "titre: Acte « A » et « B »"),
    "quotes inside": (TITLE, "titre: Acte “A” et “B”"),
    "word with null": (NAME, "    nom: Null-sur-Mer"),
    "null in quotes": (NAME, '    nom: "null"'),
    "list at the column of its key": ("  - contexte", "- contexte"),
    "no-break space in a text": (NAME, '    nom: "Long\u00a0vic"'),
    "crlf": (TITLE, f"{TITLE}\r"),
}


@pytest.mark.parametrize(("old", "new"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_left(space: Workspace, old: str, new: str) -> None:
    assert told(space, old, new) == []


def test_a_paragraph_may_open_a_guillemet_anew(space: Workspace) -> None:
    text = "clauses:\n  - titre: A\n    texte: |\n      « Un.\n\n      « Deux. »\n"

    assert "C228" not in dict(told(space, "clauses:\n", text))


def test_a_file_of_another_kind_gets_one_finding(space: Workspace) -> None:
    space.agreement("exemple").write_text("a: 1\nb:\n  - c\n", encoding="utf-8")

    assert [one.code for one in assemble(space, ("exemple",)).findings] == ["C147"]


def test_a_misspelt_key_is_no_file_of_another_kind(space: Workspace) -> None:
    space.agreement("exemple").write_text("titr: x\n", encoding="utf-8")

    assert "C147" not in [one.code for one in assemble(space, ("exemple",)).findings]


def test_tabs_are_spaces_and_keep_their_place() -> None:
    node, found = read_yaml("a:\t- b\tc\n", "f.yaml")
    assert node is None
    node, found = read_yaml("-\tb\tc\n", "f.yaml")

    assert [(one.code, one.position.column) for one in found] == [("C141", 4)]
    (item,) = getattr(node, "items", ())
    assert isinstance(item, Scalar)
    assert (item.text, item.position.column) == ("b c", 3)


LONG = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "a:" + "\t" * LONG + "\n",
        "a: x" + " \t" * LONG + "\n",
        "a" + " " * LONG + "x\nb: c\n",
        "a: '" + "l'" * LONG + "\n",
        'a: "' + '"x' * LONG + '"\n',
        "a: " + "x #" * LONG + "\n",
        "a: " + "– x\n  " * LONG + "\n",
        "a: [" + "1, rue X, " * (LONG // 10) + "]\n",
        "a: “" + "x" * LONG + "”\n",
    ],
    ids=("tabs", "tabs behind", "spaces", "apostrophes", "quotes", "#", "dashes", "commas", "“"),
)
def test_a_trap_of_any_length_is_told_in_short(text: str) -> None:
    before = time.process_time()
    _, found = read_yaml(text, "f.yaml")

    assert time.process_time() - before < 5
    for one in found:
        assert len(message(one, "fr")) < 1_000
