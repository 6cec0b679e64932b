"""`rule`, and the pages that it prints: each example is wrong, and right once it is corrected."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_errors_gallery import BASE, ERRORS, OWN_FILES, lay_out, typed

from conventassembler.cli import cli
from conventassembler.cli.texts import TEXTS
from conventassembler.diagnostics import CODES
from conventassembler.diagnostics.pages import pages

PAGES = pages()
SHOWN = sorted(code for code, page in PAGES.items() if page.bad)
NBSP = "\N{NO-BREAK SPACE}"


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, [*words, "--lang", "fr"], catch_exceptions=False)
    return result.output


def test_every_code_has_a_page() -> None:
    assert set(CODES) == set(PAGES)


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_page_says_why_in_both_languages(code: str) -> None:
    page = PAGES[code]

    for words in (page.why_fr, page.why_en):
        assert 40 < len(words) < 900, words
        assert words.rstrip("»").rstrip()[-1] in ".!?"
        assert "\n" not in words
        assert not words.startswith(("Pourquoi", "Why")), "the title says it"
    assert page.why_fr != page.why_en
    assert not re.search(r"[^\s\N{NO-BREAK SPACE}:/][;!?»](?:\s|$)", page.why_fr), "no-break space"
    assert not re.search(r" [;:!?»]|« ", page.why_fr), "a plain space where a no-break one stands"
    assert bool(page.bad) == bool(page.good)
    assert not page.bad or page.case


@pytest.mark.parametrize("code", sorted(code for code, page in PAGES.items() if page.case))
def test_the_folder_of_an_example_shows_its_code(code: str) -> None:
    folder = ERRORS / PAGES[code].case

    assert folder.is_dir()
    assert folder.name.startswith(f"{code}-")


def files_with(bad: str, folder: Path) -> list[Path]:
    """Return the files of a folder of the gallery in which the lines of `bad` stand, as typed."""
    files = [one for one in sorted(folder.rglob("*")) if one.is_file() and one.suffix != ".bytes"]
    kept = [one for one in files if one.relative_to(folder).as_posix() not in OWN_FILES]
    return [one for one in kept if bad in one.read_text(encoding="utf-8")]


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_mends_the_bad_one(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, folder = PAGES[code], ERRORS / PAGES[code].case
    lay_out(folder, tmp_path)
    monkeypatch.chdir(tmp_path)
    command = " ".join(typed(folder))

    # What `expected.txt` says is what the command says: the gallery's own test.
    told = (folder / "expected.txt").read_text(encoding="utf-8")
    assert f" {code} " in told, "the gallery no longer shows it"
    if command == page.bad:
        command = page.good
    else:
        found = files_with(page.bad, folder)
        assert len(found) == 1, f"{page.bad!r} stands in {found}"
        file = tmp_path / found[0].relative_to(folder)
        text = file.read_text(encoding="utf-8")
        assert text.count(page.bad) == 1
        file.write_text(text.replace(page.bad, page.good), encoding="utf-8", newline="")

    assert f" {code} " not in run(*command.split())


@pytest.mark.parametrize("typed", ["C103", "c103", "103", " C103 "])
def test_a_code_may_be_typed_in_short(typed: str) -> None:
    said = run("rule", typed)

    assert said.startswith(f"C103 – erreur\n\nCe qui est dit\n    clé inconnue «{NBSP}…{NBSP}»\n")
    assert "\nPourquoi\n" in said
    assert f"\nÀ ne pas écrire\n    {PAGES['C103'].bad}" in said


@pytest.mark.parametrize(
    ("typed", "near"), [("C1033", "C103"), ("C13", "C139"), ("C999", ""), ("clé", ""), ("", "")]
)
def test_an_unknown_code_is_misuse(typed: str, near: str) -> None:
    result = CliRunner().invoke(cli, ["rule", typed, "C101", "--lang", "en"])

    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"no finding has the code “{typed}”" in result.stderr
    assert (f"did you mean “{near}”?" if near else "did you mean") in result.stderr or not near
    assert "did you mean" in result.stderr or not near


def test_all_codes_are_listed_in_short_by_family() -> None:
    said = run("rule")

    assert re.findall(r"^ {4}(C\d{3})  \S", said, re.MULTILINE) == sorted(CODES)
    assert max(map(len, said.splitlines())) <= 100
    assert "{" not in re.sub(r"\{[{%].*?[%}]\}|\{[{%]", "", said)


def test_a_family_has_a_title_for_each_code() -> None:
    assert {f"rule-family-{code[1]}" for code in CODES} <= set(TEXTS)


def test_the_level_of_a_final_document_is_told() -> None:
    first = run("rule", "C701").splitlines()[0]

    assert first == f"C701 – avertissement{NBSP}; dans un document final{NBSP}: erreur"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_other_programs_get_the_same(language: str) -> None:
    words = ["rule", "--json", "C103", "C701", "--lang", language]
    said = json.loads(CliRunner().invoke(cli, words).stdout)

    assert said["format"] == 1
    first, second = said["rules"]
    assert (first["code"], first["severity"], first["final"]) == ("C103", "error", "error")
    assert (second["severity"], second["final"]) == ("warning", "error")
    assert first["why"] == PAGES["C103"].why(language)
    assert (first["bad"], first["good"]) == (PAGES["C103"].bad, PAGES["C103"].good)


def test_without_code_json_has_them_all() -> None:
    said = json.loads(CliRunner().invoke(cli, ["rule", "--json"]).stdout)

    assert [one["code"] for one in said["rules"]] == sorted(CODES)


def test_it_needs_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("rule", "C001").startswith("C001 – erreur")


def test_the_base_of_the_gallery_is_there() -> None:
    assert BASE.is_dir()
