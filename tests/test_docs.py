"""The pages for users say all that the program knows, and their samples do what they say.

Tables are compared with the program's own, in both directions. A fence of `docs/clauses.md` marked
```jinja is a body that must give the ```text below it; one marked ```jinja C320 must get that code.
A fence of `docs/agreements.md` marked ```yaml replaces keys of the first one, and has no error; one
that begins with a path is the file of that path.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from project import REPOSITORY, copy_of_repository

from conventassembler.agreement import load_agreement
from conventassembler.agreement.model import Group
from conventassembler.build import stock
from conventassembler.cli import cli
from conventassembler.diagnostics import CODES, Position, has_errors
from conventassembler.diagnostics.codes import Severity
from conventassembler.draft.clause import render_clause
from conventassembler.draft.clause.names import GLOBALS as CLAUSE_GLOBALS
from conventassembler.draft.context import shared_context
from conventassembler.draft.courts import court_forms
from conventassembler.draft.filters import filters
from conventassembler.draft.forms import Forms
from conventassembler.draft.groups import gather
from conventassembler.draft.library import GLOBALS, compile_library
from conventassembler.draft.model import Draft, Provenance
from conventassembler.draft.people import Person
from conventassembler.draft.render import forms_in
from conventassembler.draft.resolve import Resolved, resolve
from conventassembler.draft.typeset import typeset_block
from conventassembler.french import typography
from conventassembler.library.model import Library, Variant
from conventassembler.library.variants import load_variant
from conventassembler.making import Stock
from conventassembler.schema.declaration import TYPE_NAMES
from conventassembler.schema.keys import KEYS
from conventassembler.values import CourtName, Origin, PartyId, Text
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

DOCS = REPOSITORY / "docs"
CLAUSES, AGREEMENTS = DOCS / "clauses.md", DOCS / "agreements.md"
FENCE = re.compile(r"^```(\w+)[ ]?(C\d{3})?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})


def page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def section(path: Path, title: str) -> str:
    """Return the part of a page below a heading, up to the next one."""
    text = page(path)
    begins = re.search(rf"^#+ {re.escape(title)}$", text, re.MULTILINE)
    assert begins, title
    return re.split(r"^#+ ", text[begins.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def named(text: str, heading: str) -> set[str]:
    """Return the names between backquotes in the first column of the table under `heading`."""
    table = text.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def fences(path: Path, language: str) -> Iterator[tuple[str, str, str]]:
    """Yield code, text and what the ```text just below holds, of each fence of a language."""
    found = list(FENCE.finditer(page(path)))
    for fence, below in zip(found, [*found[1:], None], strict=True):
        if fence[1] == language:
            gives = below[3] if below and below[1] == "text" else ""
            yield fence[2] or "", fence[3], gives


# -- keys, types, filters, codes, commands


def test_the_table_of_keys_is_that_of_the_program() -> None:
    told = {}
    for line in section(AGREEMENTS, "All the keys").splitlines():
        english, *french = re.findall(r"`([^`]+)`", line) or [""]
        if english:
            told["law.title" if "(of a law)" in line else english] = tuple(french)

    assert told == dict(KEYS)


def test_the_types_are_those_of_the_program() -> None:
    assert named(section(CLAUSES, "Parameters"), "type") == set(TYPE_NAMES)


def test_the_filters_are_those_of_the_program() -> None:
    assert named(section(CLAUSES, "Filters"), "filter") == set(filters(resolved().profile))


def test_the_names_of_every_clause_are_those_of_the_program() -> None:
    told = named(section(CLAUSES, "Names of every clause"), "name")

    assert told == {*GLOBALS, *CLAUSE_GLOBALS, "loop"}
    assert set(GLOBALS) == set(shared_context(resolved()))


def test_every_range_of_codes_is_told() -> None:
    text = page(AGREEMENTS)

    assert [code for code in CODES if f"{code[:2]}xx" not in text] == []


def test_every_code_of_a_body_is_told_and_no_other_code_is_named() -> None:
    told = set(re.findall(r"\bC\d{3}\b", page(CLAUSES) + page(AGREEMENTS)))

    assert {code for code in CODES if code.startswith("C3")} - told == set()
    assert told - set(CODES) == set()


def test_every_command_is_told_in_the_readme() -> None:
    text = page(REPOSITORY / "README.md")

    assert [name for name in cli.commands if f"| `conventassembler {name}" not in text] == []


@pytest.mark.parametrize("path", [*sorted(DOCS.glob("*.md")), REPOSITORY / "CONTRIBUTING.md"])
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", page(path))):
        file, _, anchor = target.partition("#")
        if file.startswith("http"):
            continue
        there = path.parent / file if file else path
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


def anchors(path: Path) -> set[str]:
    """Return the anchors that GitHub gives the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", page(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


# -- forms


def group_of(people: Mapping[str, Person]) -> Forms:
    """Return the forms of a group of both parties of the first agreement."""
    place, origin = Position("essai.yaml"), Origin("groups.tous.name")
    members = tuple(PartyId(id_, origin) for id_ in people)
    group = Group("tous", "tous", place, Text("les Collectivités", origin), members)
    return gather(replace(resolved().agreement, groups=(group,)), people)["tous"].forms


FORMS: dict[str, Callable[[Any, Any], Any]] = {
    "Forms of a party": lambda people, _: people["commune"].forms,
    "Forms of the parties together": lambda _, shared: shared["parties"],
    "Forms of a group": lambda people, _: group_of(people),
    "Forms of a representative": lambda people, _: people["commune"].forms["representant"],
    "Forms of an authority": lambda people, _: people["commune"].forms["habilitation"],
    "Forms of the act": lambda _, shared: shared["acte"],
    "Forms of a reference": lambda _, shared: shared["ref"]("duree"),
    "Forms of a court": lambda *_: court_forms(CourtName("Dijon", Origin("places[1]"))),
}


@pytest.mark.parametrize("title", FORMS)
def test_the_forms_are_those_of_the_program(title: str) -> None:
    forms = FORMS[title](resolved().people, shared_context(resolved()))

    assert isinstance(forms, Forms)
    assert named(section(CLAUSES, title), "form") == set(forms.table)


# -- samples


def fences_of_models() -> Iterator[tuple[str, str, str]]:
    """Yield the samples of the part of the page on clauses that tells of models."""
    models = page(CLAUSES).partition("\n## Models\n")[2].partition("\n## ")[0]
    yield from (one for one in fences(CLAUSES, "yaml") if one[1] in models)


@cache
def shared() -> Stock:
    return stock(Workspace(REPOSITORY))


@cache
def resolved() -> Resolved:
    """Return the first agreement of the page on agreements, resolved."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "essai.yaml"
        path.write_text(first_agreement(), encoding="utf-8")
        agreement, found = load_agreement(path, path.name, shared().registry)
    assert agreement
    assert not found
    whole, found = resolve(agreement, shared().library, shared().compiled)
    assert whole
    assert not found
    return whole


def first_agreement() -> str:
    return next(fences(AGREEMENTS, "yaml"))[1]


def variant_of(body: str, folder: Path) -> Variant:
    """Return a variant with the front matter of the page on clauses and this body."""
    front_matter = next(fences(CLAUSES, "yaml"))[1]
    path = folder / "essai.md"
    path.write_text(f"---\n{front_matter}---\n{body}", encoding="utf-8")
    variant, found = load_variant(path, path.name)
    assert variant
    assert not found
    return variant


def codes_and_text(body: str, folder: Path) -> tuple[set[str], str]:
    """Return the codes that a body gets, and the Markdown that it gives with the defaults."""
    variant = variant_of(body, folder)
    compiled, found = compile_library(Library({variant.id: variant}, {}, {}))
    if has_errors(found):  # the parameters that a sample does not use are only warnings
        return {item.code for item in found if has_errors((item,))}, ""
    values = {item.name: item.default for item in variant.parameters.values()}
    context: Mapping[str, object] = {
        **shared_context(resolved()),
        **forms_in(values, resolved().people),
    }
    blocks, found = render_clause(
        compiled[variant.id],
        context,
        instance="essai",
        provenance=Provenance("essai"),
        filters=filters(resolved().profile),
    )
    finished = tuple(typeset_block(block, typography.edits) for block in blocks)
    return {item.code for item in found}, write_markdown(Draft("essai", "", "", finished))


SAMPLES = list(fences(CLAUSES, "jinja"))


def test_there_are_samples() -> None:
    assert len([code for code, _, _ in SAMPLES if code]) > 30
    assert len([gives for code, _, gives in SAMPLES if gives and not code]) > 5


@pytest.mark.parametrize(("code", "body", "gives"), SAMPLES)
def test_a_sample_does_what_the_page_says(code: str, body: str, gives: str, tmp_path: Path) -> None:
    codes, text = codes_and_text(body, tmp_path)

    assert codes == ({code} if code else set())
    if not code:
        assert gives
        assert words(text) == words(gives)


def words(text: str) -> str:
    """Return a text line by line, without regard to typography and to where sentences break."""
    lines = text.translate(PLAIN).strip().splitlines()
    return re.sub(r"(?<=[\w.,;*»])\n(?=[\w*«])", " ", "\n".join(map(str.rstrip, lines)))


LAID = re.compile(r"# (agreements/[\w./-]+|clauses/[\w./-]+)\n")
"""The path that the first line of a file says."""


@pytest.mark.parametrize(
    "sample", [text for _, text, _ in fences(AGREEMENTS, "yaml") if not LAID.match(text)]
)
def test_a_sample_of_an_agreement_has_no_error(sample: str, tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    for path in workspace.agreements.glob("*.yaml"):
        path.unlink()
    for _, text, _ in fences(AGREEMENTS, "yaml"):
        if laid := LAID.match(text):
            (tmp_path / laid[1]).parent.mkdir(exist_ok=True)
            (tmp_path / laid[1]).write_text(text, encoding="utf-8")
    keys = chunks(first_agreement()) | chunks(sample)
    workspace.agreement("essai").write_text("".join(keys.values()), encoding="utf-8")

    result = CliRunner().invoke(
        cli, ["check", "--workspace", str(tmp_path), "--lang", "en"], catch_exceptions=False
    )

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("sample", [text for _, text, _ in fences_of_models()])
def test_a_sample_of_a_model_has_no_error(sample: str, tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    for path in workspace.agreements.glob("*.yaml"):
        path.unlink()
    taken = "format: 1\nreprend: protocole-territorial\nexige: []\nclauses: []\npréambule: []\n"
    keys = chunks(taken) | chunks(sample)
    path = workspace.clauses / "models" / "essai.yaml"
    path.write_text("".join(keys.values()), encoding="utf-8")
    act = first_agreement().replace("modèle: protocole-territorial", "modèle: essai")
    workspace.agreement("essai").write_text(act, encoding="utf-8")

    result = CliRunner().invoke(
        cli, ["check", "--workspace", str(tmp_path), "--lang", "en"], catch_exceptions=False
    )

    assert result.exit_code == 0, result.output


def chunks(text: str) -> dict[str, str]:
    """Return the top-level keys of a YAML text, each with its lines."""
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return {part.split(":", 1)[0]: part for part in parts if part}


def test_the_checks_of_substance_are_listed_with_their_levels() -> None:
    said = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "remark"}
    told = {}
    for line in page(DOCS / "checks.md").splitlines():
        cells = [one.strip() for one in line.split("|")]
        level, *others = re.split("; ", cells[3]) if len(cells) > 4 else [""]
        more = {one[:4]: f"{level},{one[4:]}" for one in others}  # « ; C784 error in a final act »
        for code in re.findall(r"C7\d{2}", cells[1]) if len(cells) > 4 else ():
            told[code] = more.get(code, level)
    levels = {
        row.code: said[row.severity] + (", error in a final act" if row.final else "")
        for row in CODES.values()
        if row.code.startswith("C7")
    }

    assert told == {code: levels[code] for code in told}
    assert {f"C{number}" for number in range(732, 760)} <= set(told)
