"""CSV, as Excel in French writes it: semicolons, Windows-1252 or UTF-8; and as others do."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from conventassembler.diagnostics.spoken import UNCLOSED
from conventassembler.patterns import Pattern
from conventassembler.tables.model import Cell, Table, cell_position, rows_of

_SEPARATOR = Pattern(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)
"""A first line by which Excel says what parts the cells; it is no row."""
_DELIMITERS = ";\t,"
_QUOTED = Pattern(r'"[^"]*"')
_HELD = Pattern(r'="((?:[^"]|"")*)"')
"""How a text is typed that Excel is not to take for a number or a day: « ="01000" »."""
_RISKY_FIGURES = r"(?=.*\d)[\d .,/+\-:eE%\u00a0\u202f]+"
_RISKY = Pattern(_RISKY_FIGURES)
_MARKED = Pattern(f"['\N{RIGHT SINGLE QUOTATION MARK}]({_RISKY_FIGURES})")
_SAFE = Pattern(r"[1-9]\d{0,9}(?:,\d{0,4}[1-9])?|0")
"""What spreadsheets give back as it was: numbers that are not long. Of days LibreOffice keeps two
figures of the year."""
_WORKED_OUT = Pattern(r"'*[=+\-@].+", re.DOTALL)
"""What a spreadsheet takes for a formula, which may do more than count; the apostrophe before it
makes a text of it, as whoever types one knows."""
_OF_MACINTOSH = Pattern("[a-z]\N{LATIN CAPITAL LETTER Z WITH CARON}")
"""« CommunautŽ »: an « é » of a Macintosh, read as Windows-1252."""
_OF_DOS = Pattern(
    "[a-z][\N{SINGLE LOW-9 QUOTATION MARK}\N{DOUBLE DAGGER}\N{LATIN CAPITAL LETTER S WITH CARON}]"
)
"""« Communaut‚ »: an « é », « ç » or « è » of MS-DOS, read as Windows-1252."""
WIDEST = 1_000_000
"""Characters of one cell."""


def read_delimited(data: bytes, file: str) -> Table:
    """Return the table that the bytes of a CSV file hold.

    Raises:
        ValueError: a quote is not closed, or the first row has no names; rows that are faulty
            further down raise it when they are reached.
    """
    text = decoded(data)
    named = _SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    lines = _lines(text, named[1] if named else delimiter(text), file)
    headers = tuple(next(lines, ()))
    return Table(file, headers, rows_of(headers, lines))


def decoded(data: bytes) -> str:
    """Return the text of bytes in UTF-8 or UTF-16 as their mark says, else of one byte a sign."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _of_one_byte(data)


def _of_one_byte(data: bytes) -> str:
    """Return the text of bytes in Windows-1252, or as Excel saves for Macintosh and for MS-DOS.

    Their accents are signs there that nobody writes behind a letter, or none at all.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("mac_roman")
    if _OF_MACINTOSH.search(text):
        return data.decode("mac_roman")
    return data.decode("cp850") if _OF_DOS.search(text) else text


def delimiter(text: str) -> str:
    """Return what parts the cells of the first line, quotes left aside: the most frequent."""
    first = _QUOTED.sub("", text).lstrip("\r\n").partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _lines(text: str, parted_by: str, file: str) -> Iterator[tuple[Cell, ...]]:
    csv.field_size_limit(WIDEST)
    reader = csv.reader(StringIO(text, newline=""), delimiter=parted_by, strict=True)
    try:
        for row, line in enumerate(reader, 1):
            yield tuple(
                Cell(unheld(value.strip()), cell_position(file, row, column))
                for column, value in enumerate(line, 1)
            )
    except csv.Error as error:
        raise ValueError(UNCLOSED) from error


def unheld(text: str) -> str:
    """Return the text that `held` was given, or that is held by hand in the same way."""
    if found := _HELD.fullmatch(text):
        return found[1].replace('""', '"').strip()
    return text[1:] if text[:1] == "'" and _WORKED_OUT.fullmatch(text) else unmarked(text)


def unmarked(text: str) -> str:
    """Return figures without the apostrophe by which people keep their zeros: « '01000 ».

    A spreadsheet takes it for a sign of the text itself in a cell that is one of texts already.
    """
    return found[1] if (found := _MARKED.fullmatch(text)) else text


def held(text: str) -> str:
    """Return a text as it is typed in a CSV so that a spreadsheet leaves it as it is.

    It keeps its zeros and its figures; what looks like a formula is not worked out.
    """
    formula = _WORKED_OUT.fullmatch(text)
    figures = _MARKED.fullmatch(text) or _RISKY.fullmatch(text)
    risky = formula or (figures and not _SAFE.fullmatch(text))
    if risky and "\n" not in text:  # a formula of one text says it in one line
        return '="{}"'.format(text.replace('"', '""'))
    return f"'{text}" if formula else text


def delimited(lines: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV of these lines as French Excel opens it: semicolons, UTF-8 with its mark."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=_DELIMITERS[0], lineterminator="\r\n")
    writer.writerows([held(text) for text in line] for line in lines)
    return out.getvalue().encode("utf-8-sig", "replace")
