"""What holds of every Word file, whatever the draft and whoever compressed it."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import get_args
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from realistic_draft import DRAFT
from strategies import drafts, lines, outlined

from conventassembler.draft.model import Draft
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, package, write_word
from conventassembler.writers.word.issue import Issue, Status
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.verifying import verify, verify_file

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


def test_another_library_that_compresses_makes_the_same_parts() -> None:
    docx = write(DRAFT)
    with compressing_otherwise():
        other = write(DRAFT)

    assert other != docx, "it compresses in its own way"
    assert read_members(other) == read_members(docx)
    assert verify_file(other) == ()


def compressed(docx: bytes, level: int) -> bytes:
    """Return the file `docx` with its members compressed anew."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in reversed(read_members(docx).items()):
            archive.writestr(name, data)
    return buffer.getvalue()


@contextmanager
def compressing_otherwise() -> Iterator[None]:
    """Have files compressed with zlib-ng, as some systems do in the place of zlib."""
    zlib_ng = pytest.importorskip("zlib_ng.zlib_ng")
    with mock.patch.object(package, "zlib", zlib_ng):
        yield
