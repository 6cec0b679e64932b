"""Findings for other programs: what each format promises, and nothing beside it."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result
from test_errors_gallery import ERRORS, FOLDERS, lay_out, typed

from conventassembler.cli import cli
from conventassembler.cli.reports import FORMATS, report
from conventassembler.cli.reports.told import Told, told
from conventassembler.diagnostics import CODES, Position, Severity, fault

_TO_JOIN = """\
annexes:
  - titre: "Organigramme"
    à joindre: oui
"""
_ACCEPTED = """\
constats acceptés:
  - constat: C721
    motif: "Le service la joint : 100 %, c'est sûr."
  - constat: C779
    motif: "Nul article n'en parle."
"""
REASON = "Le service la joint : 100 %, c'est sûr."


@pytest.fixture
def act(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of an act with a warning, an error in a final document, and one accepted."""
    monkeypatch.chdir(workspace)
    file = workspace / "agreements/exemple.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('nom: "Longvic"', 'nom: "commune de Longvic"')
    text = text.replace("date: 2026-01-15", "date: à compléter")
    file.write_text(text + _TO_JOIN + _ACCEPTED, encoding="utf-8")
    return file


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--lang", "fr"], catch_exceptions=False)


def one(position: Position, code: str = "C103", **arguments: str) -> Told:
    (made,) = told([(fault(code, position, **arguments), Severity.ERROR)], Path("/r"), Path("/r"))
    return made


def test_the_object_has_every_finding_with_all_its_keys(act: Path) -> None:
    said = json.loads(run("check", "--format", "json").stdout)

    assert said["format"] == 1
    assert [item["code"] for item in said["findings"]] == ["C707", "C701", "C779", "C721"]
    assert (said["errors"], said["warnings"], said["notes"], said["accepted"]) == (0, 2, 0, 2)
    first, *_, last = said["findings"]
    assert (first["file"], first["line"], first["column"]) == ("agreements/exemple.yaml", 12, 10)
    assert first["phrase"] == "et la commune de commune de Longvic"
    facts = {"value": "commune de Longvic", "words": "commune de", "alone": "Longvic"}
    assert first["arguments"] == facts
    assert (last["severity"], last["accepted"], last["remedy"]) == ("note", REASON, "")
    keys = re.findall(r"`(\w+)`", _table("docs/commands.md"))
    assert {frozenset(item) for item in said["findings"]} == {frozenset(keys)}


def _table(page: str) -> str:
    """Return the first column of the table of the keys."""
    text = (ERRORS.parent.parent / page).read_text(encoding="utf-8")
    rows = text.split("| key | what it is |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return " ".join(row.split("|")[1] for row in rows)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_else_is_on_the_standard_output(act: Path, form: str) -> None:
    for words in (["check"], ["check", "--final"], ["build"], ["check", "nobody"]):
        result = run(*words, "--format", form)

        lines = result.stdout.splitlines()
        if form == "github":
            assert all(line.startswith("::") for line in lines)
        else:
            json.loads(result.stdout)
        assert result.stderr == "" or words == ["build"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_finding_is_an_empty_report(
    workspace: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)

    result = run("check", "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    if form == "github":
        assert result.stdout == ""
    else:
        assert json.loads(result.stdout) is not None


@pytest.mark.parametrize("form", FORMATS)
def test_no_workspace_is_a_finding_too(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("check", "--format", form)

    assert (result.exit_code, result.stderr) == (2, "")
    assert "C001" in result.stdout


def test_the_exit_code_and_the_levels_are_those_of_the_text(act: Path) -> None:
    for words in (["check"], ["check", "--strict"], ["check", "--final"]):
        assert run(*words, "--format", "json").exit_code == run(*words).exit_code
    said = json.loads(run("check", "--final", "--format", "json").stdout)

    assert said["errors"] == 2


def sarif(result: Result) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(result.stdout)
    return log


def check_log(log: dict[str, Any]) -> None:
    """Hold a log against what SARIF 2.1.0 asks of the properties that we write."""
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run_,) = log["runs"]
    assert set(run_) == {"tool", "columnKind", "results"}
    assert run_["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = run_["tool"]["driver"]
    assert re.fullmatch("[a-z]{2}", driver["language"])
    rules = driver["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert set(rule) == {"id", "shortDescription", "help", "defaultConfiguration"}
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for item in run_["results"]:
        assert item["ruleId"] == rules[item["ruleIndex"]]["id"]
        assert item["level"] in ("none", "note", "warning", "error")
        assert item["message"]["text"]
        assert all(isinstance(one, str) for one in item["partialFingerprints"].values())
        for place in item["locations"]:
            check_place(place)
        for suppression in item["suppressions"]:
            assert suppression["kind"] in ("inSource", "external")
            assert suppression["status"] in ("accepted", "underReview", "rejected")
            assert suppression["justification"]


def check_place(place: dict[str, Any]) -> None:
    if "logicalLocations" in place:
        assert place["logicalLocations"][0]["name"]
        return
    physical = place["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9_.~!*'();:@&=+$,/?%\[\]-]+", uri), "RFC 3986"
    assert (physical["artifactLocation"].get("uriBaseId") is None) == uri.startswith("file:///")
    assert min(physical["region"].values()) >= 1


def test_sarif_suppresses_what_is_accepted_with_its_reason(act: Path) -> None:
    log = sarif(run("check", "--format", "sarif"))

    check_log(log)
    found = {item["ruleId"]: item for item in log["runs"][0]["results"]}
    assert found["C721"]["suppressions"][0]["justification"] == REASON
    assert found["C707"]["suppressions"] == found["C701"]["suppressions"] == []
    assert found["C701"]["level"] == "warning"
    final = sarif(run("check", "--format", "sarif", "--final"))["runs"][0]["results"]
    assert {item["level"] for item in final if item["ruleId"] == "C701"} == {"error"}


@pytest.mark.parametrize("folder", FOLDERS[::9], ids=lambda folder: folder.name)
def test_the_gallery_is_told_in_every_format(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = typed(folder)
    if words[0] not in ("check", "build"):
        pytest.skip("a command without --format")
    lay_out(folder, tmp_path)
    monkeypatch.chdir(tmp_path)
    code = folder.name.split("-")[0]

    said = {form: run(*words, "--format", form) for form in FORMATS}

    log = sarif(said["sarif"])
    check_log(log)
    assert code in {item["ruleId"] for item in log["runs"][0]["results"]}
    assert f"title={code}::" in said["github"].stdout
    assert code in {item["check_name"] for item in json.loads(said["gitlab"].stdout)}
    found = json.loads(said["json"].stdout)["findings"]
    assert code in {item["code"] for item in found}
    assert len(found) == len(log["runs"][0]["results"]) == len(said["github"].stdout.splitlines())


def test_workflow_commands_escape_what_would_end_them() -> None:
    place = Position("a,b:c%.yaml", 3, 5)

    line = report("github")([one(place, key="x,y:z%\n::error::", accepted="l")], "en")

    assert line == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=5,title=C103::unknown key"
        " “x,y:z%25%0A::error::”%0A→ the keys that you can write here are: l"
    )


def test_what_is_no_line_of_a_file_has_no_place() -> None:
    made = one(Position("--date", 0), "C023", typed="x", example="y")

    assert report("github")([made], "en").startswith("::error title=C023::--date: “x” is no date")
    (result,) = json.loads(report("sarif")([made], "en"))["runs"][0]["results"]
    assert result["locations"] == [{"logicalLocations": [{"name": "--date"}]}]
    (found,) = json.loads(report("json")([made], "en"))["findings"]
    assert (found["file"], found["line"], found["column"]) == ("--date", None, None)


def names(result: Result) -> list[str]:
    return [item["fingerprint"] for item in json.loads(result.stdout)]


def test_fingerprints_stay_when_lines_move_and_change_with_the_fault(act: Path) -> None:
    before = names(run("check", "--format", "gitlab"))
    text = act.read_text(encoding="utf-8")
    act.write_text(text.replace("parties:", "# une ligne\n\nparties:", 1), encoding="utf-8")

    assert names(run("check", "--format", "gitlab")) == before
    act.write_text(text.replace("commune de Longvic", "commune de Dole"), encoding="utf-8")
    assert names(run("check", "--format", "gitlab"))[0] not in before
    assert len(set(before)) == len(before) == 4


def test_two_faults_that_only_their_lines_part_have_two_names(tmp_path: Path) -> None:
    same = [(fault("C103", Position("a", n), key="k", line=str(n)), Severity.ERROR) for n in (1, 2)]

    first, second = told(same, tmp_path, tmp_path)

    assert first.fingerprint != second.fingerprint
    assert told(same[:1], tmp_path, tmp_path)[0].fingerprint == first.fingerprint
    moved = [(fault("C103", Position("a", 9), key="k", line="9"), Severity.ERROR)]
    assert told(moved, tmp_path, tmp_path)[0].fingerprint == first.fingerprint


def test_paths_are_from_the_current_folder(act: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = act.parent.parent
    monkeypatch.chdir(root.parent)
    words = ["check", "--workspace", root.name, "--format"]
    path = f"{root.name}/agreements/exemple.yaml"

    assert json.loads(run(*words, "gitlab").stdout)[0]["location"]["path"] == path
    assert f"file={path}," in run(*words, "github").stdout
    place = sarif(run(*words, "sarif"))["runs"][0]["results"][0]["locations"][0]
    assert unquote(place["physicalLocation"]["artifactLocation"]["uri"]) == path
    found = json.loads(run(*words, "json").stdout)["findings"]
    assert found[0]["file"] == "agreements/exemple.yaml"


def test_a_path_with_accents_and_spaces_is_a_uri() -> None:
    log = json.loads(
        report("sarif")([one(Position("à la carte#1.yaml"), key="k", accepted="l")], "fr")
    )

    check_log(log)


def test_a_rule_of_sarif_has_the_page_of_its_code() -> None:
    log = json.loads(report("sarif")([one(Position("a.yaml"), key="k", accepted="l")], "fr"))

    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert "parteis:" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"]["level"] == CODES["C103"].severity
