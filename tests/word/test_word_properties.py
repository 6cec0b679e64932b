"""What holds of every Word file, whatever the draft and whoever compressed it."""

import io
import zipfile
import zlib
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from realistic_draft import DRAFT
from strategies import drafts, lines, outlined

from conventassembler.draft.model import Draft
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.issue import Issue, Status
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.verifying import verify

PLAIN = Issue()
issues = st.builds(
    Issue,
    st.sampled_from(get_args(Status)),
    lines,
    st.none() | st.dates(),
    st.booleans(),
    st.booleans(),
)
"""However a file may go out, but for its pages."""


def write(draft: Draft, issue: Issue = PLAIN) -> bytes:
    docx, found = write_word(draft, default_template(), issue)
    assert found == ()
    return docx


@settings(max_examples=100, deadline=None)
@given(outlined | drafts, issues)
def test_the_file_says_the_draft_and_has_no_problem_and_equal_bytes(
    draft: Draft, issue: Issue
) -> None:
    docx = write(draft, issue)

    assert read_text(docx) == plain_text(draft)
    assert verify(read_members(docx), draft, issue) == ()
    assert write(draft, issue) == docx


@settings(max_examples=30, deadline=None)
@given(drafts)
def test_a_file_compressed_otherwise_has_the_same_parts(draft: Draft) -> None:
    docx = write(draft)

    for level in (1, 9):
        other = compressed(docx, level)
        assert read_members(other) == read_members(docx)
        assert read_text(other) == read_text(docx)
        assert write_members(read_members(other)) == docx


def test_the_bytes_do_not_hang_on_the_zlib_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """On some systems it is zlib-ng."""
    docx = write(DRAFT)
    for name in ("compress", "compressobj", "crc32"):
        monkeypatch.delattr(zlib, name)

    assert write_members(read_members(docx)) == docx


def compressed(docx: bytes, level: int) -> bytes:
    """Return the file `docx` with its members compressed anew."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in reversed(read_members(docx).items()):
            archive.writestr(name, data)
    return buffer.getvalue()
