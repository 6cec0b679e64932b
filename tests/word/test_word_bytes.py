"""The same draft and template give the same bytes: any day, any folder, any process."""

import io
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from realistic_draft import DRAFT

from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.package import PackageError, read_members, write_members

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib, realistic_draft
from conventassembler.writers.word import default_template, write_word
docx, _ = write_word(realistic_draft.DRAFT, default_template())
print(hashlib.sha256(docx).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "42"])
def test_another_process_in_another_folder_writes_the_same_bytes(seed: str, tmp_path: Path) -> None:
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", PROGRAM]
    run = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )

    docx, _ = write_word(DRAFT, default_template())

    assert run.stdout.strip() == sha256(docx).hexdigest()


def test_writing_twice_in_one_process_changes_nothing() -> None:
    assert write_word(DRAFT, default_template()) == write_word(DRAFT, default_template())


def test_no_member_bears_a_date_a_system_or_a_rank_of_its_own() -> None:
    docx, _ = write_word(DRAFT, default_template())

    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        entries = archive.infolist()

    names = [entry.filename for entry in entries]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}


def test_the_file_names_no_author_and_no_moment() -> None:
    docx, _ = write_word(DRAFT, default_template())

    core = read_members(docx)["docProps/core.xml"].decode("utf-8")

    assert not any(word in core for word in ("creator", "created", "modified", "python"))


def test_members_come_back_as_they_were_written() -> None:
    members = {"b.xml": b"<b/>", "[Content_Types].xml": b"<t/>", "a/a.xml": b""}

    assert read_members(write_members(members)) == members


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip file at all"])
def test_what_is_no_package_is_refused(data: bytes) -> None:
    with pytest.raises(PackageError):
        read_members(data)


def test_a_damaged_member_is_refused() -> None:
    data = bytearray(write_members({"a.xml": b"x" * 999}))
    data[40:44] = b"\xff\xff\xff\xff"

    with pytest.raises(PackageError):
        read_members(bytes(data))


def test_a_package_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(PackageError, match="bytes"):
        read_members(write_members({"bomb.xml": bytes(64 * 1024 * 1024 + 1)}))
