"""Word files -> files of another kind, in one run of LibreOffice; the whole of it on one screen.

Everything happens in a temporary folder: the files under numbers, so that no name of an agreement
reaches LibreOffice, and a profile used once, so that a LibreOffice that is open is not disturbed.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.office.filters import ODT, PDF, PDF_A, Filter
from conventassembler.office.kinds import Kind
from conventassembler.office.program import Run, run

Converted = tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]

_FILTERS: Final[Mapping[Kind, Filter]] = {"pdf": PDF, "pdfa": PDF_A, "odt": ODT}
_START: Final = 120
_EACH: Final = 30
"""Seconds: LibreOffice makes its profile first, which a slow disk or an antivirus makes long."""
_NOWHERE: Final = Position("LibreOffice", 0)
_QUIET: Final = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_AS_WORD: Final = "--infilter=MS Word 2007 XML"
"""Else what is no Word file is taken for plain text, and converted."""


def convert(
    office: Path | None,
    documents: Mapping[str, bytes],
    kind: Kind,
    *,
    seconds: float | None = None,
) -> Converted:
    """Return the Word files `documents` as files of `kind`, under the same names.

    `pdf` is tagged and meets PDF/UA as far as the Word file does, `pdfa` is PDF/A-2b besides.
    `office` is what `find_office` found. What was not made is missing, each time with an error;
    `seconds` is the time limit for all, of which more files get more.
    """
    return converted(office, documents, _FILTERS[kind], seconds)


def converted(
    office: Path | None, documents: Mapping[str, bytes], asked: Filter, seconds: float | None = None
) -> Converted:
    """Return `documents` through the filter `asked`, as `convert` does."""
    if not documents:
        return {}, ()
    if office is None:
        return {}, (fault("C620", _NOWHERE),)
    limit = _START + _EACH * len(documents) if seconds is None else seconds
    try:
        with tempfile.TemporaryDirectory(
            prefix="conventassembler-", ignore_cleanup_errors=True
        ) as name:
            return _in_folder(Path(name).resolve(), office, documents, asked, limit)
    except OSError as problem:
        return {}, (_no_folder(problem),)


def _in_folder(
    folder: Path, office: Path, documents: Mapping[str, bytes], asked: Filter, seconds: float
) -> Converted:
    numbered = {name: str(number) for number, name in enumerate(documents, 1)}
    for name, number in numbered.items():
        (folder / f"{number}.docx").write_bytes(documents[name])
    made = folder / "made"
    made.mkdir()
    sources = [str(folder / f"{number}.docx") for number in numbered.values()]
    command = [str(office), *_arguments(folder, made, asked), *sources]
    try:
        ended = run(command, folder, seconds)
    except OSError as problem:
        return {}, (fault("C621", _NOWHERE, office=office, reason=_reason(problem)),)
    if found := _failure(ended, seconds):
        return {}, (found,)
    paths = {name: made / f"{number}.{asked.ending}" for name, number in numbered.items()}
    return _collected(paths, ended, asked)


def _arguments(folder: Path, made: Path, asked: Filter) -> tuple[str, ...]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return (profile, *_QUIET, _AS_WORD, "--convert-to", asked.argument, "--outdir", str(made))


def _failure(ended: Run, seconds: float) -> Diagnostic | None:
    if ended.code is None:
        return fault("C622", _NOWHERE, seconds=f"{seconds:g}")
    if ended.code:
        return fault("C623", _NOWHERE, number=ended.code, said=ended.said or "–")
    return None


def _collected(paths: Mapping[str, Path], ended: Run, asked: Filter) -> Converted:
    """Return the files that were made as they were asked, and a finding for each other one.

    LibreOffice ends without an error where it could not read a document.
    """
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for name, path in paths.items():
        data = path.read_bytes() if path.is_file() else b""
        if not data:
            found.append(fault("C624", Position(name), name=name, said=ended.said or "–"))
        elif not asked.is_as_asked(data):
            found.append(fault("C627", Position(name), name=name))
        else:
            files[name] = data
    return files, tuple(found)


def _no_folder(problem: OSError) -> Diagnostic:
    folder = problem.filename or "TMPDIR"
    return fault("C625", _NOWHERE, folder=folder, reason=_reason(problem))


def _reason(problem: OSError) -> str:
    return problem.strerror or type(problem).__name__
