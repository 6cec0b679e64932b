"""The French guides do what they say: each is played from its first line to its last.

A guide is a story that begins in an empty folder. Its ```console fences are sessions: each line
`$ conventassembler ...` is run, and what stands below it must be what it prints, with `...` on a
line of its own for what the page leaves out. Every other fence, and every picture, has an HTML
comment above it that says what it does: `fill`, `insert`, `edit` change a file of the workspace as
a person would, `mistake` spoils a line for the session below; `tools/guide_replay.py` has them all.
`--update-golden` writes what the program says now into the pages: look before you commit.
"""

import importlib
import re
import struct
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from project import REPOSITORY
from test_docs import FENCE, anchors, named, page

from conventassembler.cli import cli
from conventassembler.diagnostics import CODES
from conventassembler.french.grammar import Agreement, Gender, Number
from conventassembler.french.inflection import agree
from conventassembler.schema.declaration import TYPE_NAMES
from conventassembler.writers.word.fallbacks import OPTIONAL
from conventassembler.writers.word.styles import REQUIRED
from conventassembler.writers.word.tags import NAMES

PAGES = sorted((REPOSITORY / "docs" / "fr").glob("guide-*.md"))
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
AGREEMENT_ROWS = [
    line
    for line in page(REPOSITORY / "docs/fr/guide-du-redacteur.md").splitlines()
    if line.startswith('| `"') and "accorde(partie)`" in line
]
"""The rows that say what one word becomes with three parties."""
guide = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


@pytest.fixture(name="tools")
def tools_of_the_guides(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(REPOSITORY / "tools")
    return importlib.import_module("guide_replay")


def replayed(tools: ModuleType, text: str, folder: Path) -> str:
    """Return a page as it should be, played in an empty folder."""
    replay = tools.Replay(folder)
    parts, end = [], 0
    for step in tools.steps(text):
        parts += [text[end : step.start], replay.play(step)]
        end = step.start + len(step.text)
    return "".join([*parts, text[end:]])


# -- the guides


@pytest.mark.parametrize("line", AGREEMENT_ROWS)
def test_the_table_of_agreement_is_right(line: str) -> None:
    typed, *said = (cell.strip() for cell in line.strip().strip("|").replace("\\|", "¦").split("|"))
    words = typed.split('"')[1]
    single, several = Number.SINGULAR, Number.PLURAL
    man, woman = Gender.MASCULINE, Gender.FEMININE
    subjects = (Agreement(man, single), Agreement(woman, single), Agreement(man, several))

    assert [agree(words, one).replace("’", "'") for one in subjects] == said


def test_there_are_guides() -> None:
    assert [path.stem for path in PAGES] == [
        "guide-de-l-agent",
        "guide-des-lots",
        "guide-du-gabarit",
        "guide-du-redacteur",
    ]


@guide
def test_a_guide_does_what_it_says(
    path: Path, tools: ModuleType, tmp_path: Path, update_golden: bool
) -> None:
    told = page(path)

    done = replayed(tools, told, tmp_path)

    if update_golden:
        path.write_text(done, encoding="utf-8")
    else:
        assert done == told


@guide
def test_every_fence_and_every_picture_is_a_step(path: Path, tools: ModuleType) -> None:
    text = page(path)
    marks = len(re.findall(r"^```\w+$", text, re.MULTILINE))
    pictures = len(re.findall(r"^!\[", text, re.MULTILINE))

    assert len(tools.steps(text)) == marks + pictures
    assert len(re.findall(r"^```", text, re.MULTILINE)) == 2 * marks


@guide
def test_a_mistake_is_followed_by_its_message(path: Path, tools: ModuleType) -> None:
    found = tools.steps(page(path))

    for mistake, session in pairwise(found):
        if mistake.act == "mistake":
            assert re.search(r": erreur C\d{3} ", session.text), mistake.line


@guide
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    for picture, words, target in LINK.findall(FENCE.sub("", page(path))):
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target
        assert not picture or len(words) > 40, "say what the picture shows"


@guide
def test_what_a_guide_names_exists(path: Path) -> None:
    text = page(path)

    assert set(re.findall(r"\bC\d{3}\b", text)) <= set(CODES)
    assert set(re.findall(r"conventassembler ([a-z]+)\b", FENCE.sub("", text))) <= set(cli.commands)


def test_the_guide_of_the_drafter_has_every_type() -> None:
    guide = page(REPOSITORY / "docs" / "fr" / "guide-du-redacteur.md")
    assert named(guide, "type") == set(TYPE_NAMES)


@pytest.mark.parametrize("path", sorted((REPOSITORY / "docs/fr/images").glob("*.png")), ids=str)
def test_a_picture_is_small(path: Path) -> None:
    data = path.read_bytes()
    width, _ = struct.unpack(">II", data[16:24])

    assert data.startswith(b"\x89PNG")
    assert len(data) < 150_000
    assert width <= 900


@pytest.mark.libreoffice
@guide
def test_the_pictures_can_be_made_again(path: Path, tools: ModuleType, tmp_path: Path) -> None:
    maker = importlib.import_module("guide_pictures")
    (tmp_path / "images").mkdir()
    (tmp_path / "play").mkdir()

    made = maker.pictures(path, tmp_path / "play", tmp_path / "images")

    assert bool(made) == ("![" in page(path))
    assert {item.name for item in made} == {
        Path(target).name
        for mark, _, target in LINK.findall(page(path))
        if mark and not target.endswith(".svg")
    }
    assert all(item.stat().st_size > 10_000 for item in made)


# -- the replay itself: a guide that errs is found

INIT = "```console\n$ conventassembler init w\n...\n$ cd w\n```\n"
CLAUSE = "clauses/revision/avenant.md"


def test_what_a_session_prints_is_put_in_place_of_what_the_page_says(
    tools: ModuleType, tmp_path: Path
) -> None:
    session = "```console\n$ conventassembler list parties\n{}```\n"
    page_of_lies = INIT + session.format("Rien.\n")

    done = replayed(tools, page_of_lies, tmp_path)

    assert done.startswith(INIT + session.format("Registre des parties")[:60])
    assert "Rien." not in done


@pytest.mark.parametrize(
    "step",
    [
        "```yaml\na: 1\n```\n",
        "<!-- dream -->\n```yaml\na: 1\n```\n",
        f"<!-- show {CLAUSE} -->\n```text\nChaque partie.\n```\n",
        f"<!-- edit {CLAUSE} -->\n```diff\n-Chaque partie.\n+Toute partie.\n```\n",
        "```console\n$ rm -r clauses\n```\n",
    ],
    ids=["no note", "unknown act", "not in the file", "nothing to edit", "another program"],
)
def test_a_step_that_cannot_be_done_is_told(tools: ModuleType, tmp_path: Path, step: str) -> None:
    with pytest.raises(tools.GuideError):
        replayed(tools, INIT + step, tmp_path)


def test_a_mistake_lasts_for_one_session(tools: ModuleType, tmp_path: Path) -> None:
    check = "```console\n$ conventassembler check longvic\n1\n...\n```\n"
    mistake = "<!-- mistake agreements/longvic.yaml for: format: 1 -->\n```yaml\nformta: 1\n```\n"

    done = replayed(tools, INIT + mistake + check + check, tmp_path)

    first, second = re.findall(r"check longvic\n(.*)\n", done)
    assert "C103" in first
    assert "C103" not in second


FILE = """\
a:
  # Une explication.
  x: à compléter
  #y: "proposé"
  #z:
  #  # Une explication.
  #  - à compléter

b:
  x: à compléter
  c:
    - clause: duree/tacite

    # La suivante.
    - clause: revision/avenant
"""


@pytest.mark.parametrize(
    ("lines", "old", "new"),
    [
        ("a:\n  x: 1", "  x: à compléter\n  #y", "  x: 1\n  #y"),
        ('a:\n  y: "moi"', '  #y: "proposé"', '  y: "moi"'),
        (
            "a:\n  z:\n    - 1\n    - 2",
            "  #z:\n  #  # Une explication.\n  #  - à compléter",
            "  z:\n    - 1\n    - 2",
        ),
        ("b:\n  x: 2", "b:\n  x: à compléter", "b:\n  x: 2"),
    ],
    ids=["value", "hidden", "hidden list", "the right place of two"],
)
def test_filling_changes_the_lines_of_its_keys_alone(
    tools: ModuleType, lines: str, old: str, new: str
) -> None:
    fill = importlib.import_module("guide_fill")
    assert FILE.count(old) == 1

    done = fill.filled(FILE.splitlines(), lines.splitlines())

    assert done == FILE.replace(old, new).splitlines()


def test_an_entry_is_inserted_behind_another(tools: ModuleType) -> None:
    fill = importlib.import_module("guide_fill")
    new = ["    - titre: À nous", "      texte: Un mot."]

    done = fill.inserted(FILE.splitlines(), new, "- clause: duree/tacite")

    assert done == FILE.replace("tacite\n", "\n".join(["tacite", "", *new, ""])).splitlines()


@pytest.mark.parametrize("lines", ["a:\n  w: 1", "  x: 1", "w: 1"])
def test_lines_without_one_place_are_told(tools: ModuleType, lines: str) -> None:
    fill = importlib.import_module("guide_fill")

    with pytest.raises(fill.FillError):
        fill.filled(FILE.splitlines(), lines.splitlines())


# -- the guide of the house template

TEMPLATE_GUIDE = REPOSITORY / "docs" / "fr" / "guide-du-gabarit.md"
IN_WORD = {
    **{f"heading {n}": f"Titre {n}" for n in (1, 2, 3, 4)},
    **{f"toc {n}": f"TM {n}" for n in (1, 2, 3)},
    "footnote text": "Note de bas de page",
    "footnote reference": "Appel note de bas de p.",
}
"""What a French Word calls the styles that it brings itself."""


def test_the_guide_lists_every_style_and_says_which_may_be_lacking() -> None:
    text = page(TEMPLATE_GUIDE)
    later = {name for _, name in OPTIONAL}
    required = {name for _, name in REQUIRED} - later

    assert named(text, "style") == {IN_WORD.get(name, name) for name in required}
    assert named(text, "style ajouté") == {IN_WORD.get(name, name) for name in later}


def test_the_guide_lists_every_tag() -> None:
    told = {tag.strip("{} ") for tag in named(page(TEMPLATE_GUIDE), "balise")}

    assert told == set(NAMES)
