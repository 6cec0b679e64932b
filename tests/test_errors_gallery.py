"""The gallery of errors: one folder a code, with the mistake and the whole message it gets.

A folder `tests/errors/CODE-slug/` is laid over `tests/errors/_base/`, a workspace without faults.
`command.txt` says what is typed there when it is not `check`; a file whose name ends in `.bytes`
is written as the bytes that its hexadecimal text gives. `pytest --update-golden` renews the
messages: look at them before you commit.
"""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from conventassembler.cli import cli
from conventassembler.diagnostics import CODES
from conventassembler.diagnostics.codes import Severity

ERRORS = Path(__file__).parent / "errors"
BASE = ERRORS / "_base"
FOLDERS = sorted(path for path in ERRORS.iterdir() if path.is_dir() and path != BASE)
OWN_FILES = {"expected.txt", "command.txt"}

_TEMPLATE = "tests/word/test_word_template.py::"
_VERIFIED = "tests/word/test_word_verified.py::"
_CHECK = "tests/word/test_template_check.py::"
_OFFICE = "tests/office/test_office_conversion.py::"
_WATCH = "tests/preview/test_watch_command.py::"
_BATCH = "tests/batch/test_running.py::"
_DASK = "tests/batch/test_dask.py::"
_KEPT_DRAFT = "tests/twin/test_serial.py::"
ELSEWHERE: dict[str, str] = {
    "C002": "tests/test_files.py::test_a_file_that_is_gone_is_told",
    "C005": "tests/test_files.py::test_a_file_that_is_far_too_large_is_not_read",
    "C006": "tests/test_build.py::test_a_file_that_cannot_be_replaced_keeps_all_as_it_was",
    "C008": "tests/test_files.py::test_a_folder_named_as_a_file_is_told",
    "C013": "tests/test_init.py::test_no_workspace_is_made_inside_another",
    "C017": "tests/test_init.py::test_a_current_folder_that_is_gone_is_told_before_any_work",
    "C050": "tests/test_fill.py::test_a_file_that_changed_meanwhile_is_not_overwritten",
    "C058": "tests/test_fill_tables.py::test_what_a_spreadsheet_spoilt_is_refused",
    "C028": "tests/test_sending.py::test_pages_that_never_settle_are_told",
    "C065": "tests/test_locking.py::test_the_second_is_told_who_where_and_since_when",
    "C066": "tests/test_locking.py::test_what_is_being_filled_is_told_to_who_builds_it",
    "C068": "tests/test_obstacles.py::test_a_document_that_cannot_be_moved_is_told_as_open",
    "C069": "tests/test_obstacles.py::test_a_path_that_windows_does_not_take_is_told",
    "C070": "tests/test_obstacles.py::test_a_folder_that_windows_does_not_take_is_told",
    "C071": "tests/test_menu.py::test_what_nothing_opens_is_told",
    "C080": f"{_BATCH}test_a_row_that_ends_every_worker_is_told_and_the_others_are_made",
    "C081": f"{_BATCH}test_a_full_disk_is_told_and_the_same_command_goes_on",
    "C084": "tests/batch/test_batch_command.py::test_without_dask_it_is_told_how_to_have_it",
    "C085": f"{_DASK}test_no_scheduler_is_told",
    "C086": f"{_DASK}test_workers_of_another_version_are_told",
    "C060": f"{_WATCH}test_a_port_that_is_taken_is_told",
    "C061": f"{_WATCH}test_a_folder_that_is_gone_is_told_and_waited_for",
    "C062": f"{_WATCH}test_a_browser_that_does_not_open_is_told",
    "C317": ("tests/draft_clause/test_clause_rules.py::test_a_clause_has_a_bounded_number_of_tags"),
    "C473": "tests/test_try.py::test_a_library_without_models_says_so",
    "C521": f"{_KEPT_DRAFT}test_what_is_not_json_is_told_with_its_place",
    "C522": f"{_KEPT_DRAFT}test_damage_is_told_with_its_place",
    "C523": f"{_KEPT_DRAFT}test_another_version_is_told_before_anything_else",
    "C601": f"{_TEMPLATE}test_every_missing_style_is_told_at_once",
    "C602": f"{_TEMPLATE}test_what_is_no_word_document_is_refused",
    "C603": f"{_TEMPLATE}test_a_tag_that_cannot_be_understood_or_fails_is_told",
    "C604": f"{_TEMPLATE}test_the_unknown_names_of_all_parts_are_told_at_once",
    "C605": f"{_TEMPLATE}test_the_body_has_one_place_of_its_own",
    "C606": f"{_TEMPLATE}test_a_list_style_without_number_is_told",
    "C607": f"{_VERIFIED}test_a_file_that_we_make_wrong_is_not_written",
    "C608": f"{_VERIFIED}test_a_template_that_word_may_refuse_stops_the_build",
    "C609": f"{_VERIFIED}test_what_word_puts_up_with_in_a_template_is_told_and_the_file_written",
    "C610": f"{_TEMPLATE}test_the_body_has_one_place_of_its_own",
    "C612": f"{_CHECK}test_what_a_review_left_is_told_with_its_words",
    "C613": f"{_CHECK}test_braces_that_make_no_tag_are_told",
    "C614": f"{_CHECK}test_another_format_is_called_by_its_name",
    "C615": f"{_TEMPLATE}test_a_style_of_another_kind_does_not_serve",
    "C616": f"{_CHECK}test_a_picture_that_nothing_describes_is_told",
    "C617": f"{_CHECK}test_letters_that_stand_out_too_little_are_told",
    "C618": f"{_CHECK}test_what_readers_go_by_is_asked_for",
    "C619": f"{_CHECK}test_a_style_that_came_later_is_stood_in_for",
    "C620": f"{_OFFICE}test_libreoffice_that_is_absent_is_told",
    "C621": f"{_OFFICE}test_what_cannot_be_started_is_told",
    "C622": f"{_OFFICE}test_one_that_hangs_is_stopped_and_told",
    "C623": f"{_OFFICE}test_one_that_crashes_is_told_with_its_last_words",
    "C624": f"{_OFFICE}test_a_document_of_which_nothing_was_made_is_told",
    "C625": f"{_OFFICE}test_a_temporary_folder_that_is_gone_is_told",
    "C033": "tests/test_sending.py::test_what_stays_of_an_earlier_sending_is_told",
    "C627": f"{_OFFICE}test_an_old_libreoffice_that_leaves_options_out_is_told",
}
"""Codes that no overlay of texts can provoke: the test that provokes each."""


def lay_out(folder: Path, workspace: Path) -> None:
    """Copy the base workspace and lay the folder's files over it."""
    shutil.copytree(BASE, workspace, dirs_exist_ok=True)
    for path in sorted(folder.rglob("*")):
        target = workspace / path.relative_to(folder)
        if path.is_dir() or path.relative_to(folder).as_posix() in OWN_FILES:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".bytes":
            target.with_suffix("").write_bytes(bytes.fromhex(path.read_text(encoding="utf-8")))
        else:
            target.write_bytes(path.read_bytes())


def typed(folder: Path) -> list[str]:
    """Return the words of the command."""
    path = folder / "command.txt"
    return path.read_text(encoding="utf-8").split() if path.exists() else ["check"]


def own_files(workspace: Path) -> list[Path]:
    """Return the files of a workspace, but for what waits in the folder of the program."""
    hidden = workspace / ".conventassembler"
    files = (path for path in workspace.rglob("*") if hidden not in path.parents)
    return sorted(path for path in files if path.is_file())


def test_the_base_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(cli, ["build", "--final", "--strict", "--lang", "en"])

    assert result.exit_code == 0, result.output
    assert [path.name for path in (tmp_path / "envoi").iterdir()] == ["exemple-final.docx"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_message_is_as_stored(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    lay_out(folder, tmp_path)
    monkeypatch.chdir(tmp_path)
    before = own_files(tmp_path)

    result = CliRunner().invoke(cli, [*typed(folder), "--lang", "fr"], catch_exceptions=False)

    stored = folder / "expected.txt"
    if update_golden:
        stored.write_text(result.output, encoding="utf-8")
    code = folder.name.split("-")[0]
    assert stored.read_text(encoding="utf-8") == result.output
    assert f" {code} " in result.output
    assert "Traceback" not in result.output
    if CODES[code].severity is Severity.ERROR:
        assert result.exit_code in (1, 2)
        assert own_files(tmp_path) == before


def test_every_code_has_its_folder() -> None:
    shown = {folder.name.split("-")[0] for folder in FOLDERS}

    assert shown | set(ELSEWHERE) == set(CODES)
    assert not shown & set(ELSEWHERE)


@pytest.mark.parametrize("code", ELSEWHERE)
def test_the_test_elsewhere_exists(code: str) -> None:
    file, _, name = ELSEWHERE[code].partition("::")

    assert f"\ndef {name}(" in (ERRORS.parent.parent / file).read_text(encoding="utf-8")
