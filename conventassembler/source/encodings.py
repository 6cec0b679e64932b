"""What a file is that is no UTF-8 text, or no longer one: named, so that it can be saved anew."""

from conventassembler.patterns import Pattern

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\xd0\xcf\x11\xe0", "Word (.doc)"),
    (b"{\\rtf", "RTF"),
)
_ZIPPED = ((b"word/", "Word (.docx)"), (b"xl/", "Excel (.xlsx)"), (b"opendocument", "LibreOffice"))
_FRENCH = set("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»‹›‘’“”–—…€°·§²³\u00a0\u202f")
_ENCODINGS = (
    ("cp1252", "Windows-1252 (ANSI)"),
    ("cp850", "CP850 (DOS)"),
    ("mac_roman", "Mac OS Roman"),
)
_SECOND = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_TWICE = Pattern(rf"Ã{_SECOND}|Å[\u0093\u0092\u0153“’]|â€{_SECOND}|Â[«»°\u00a0§·²]|ï»¿|â‚¬|\ufffd")
"""UTF-8 that was read as Windows-1252 and saved; and the sign of what nothing could read."""


def kind_of(data: bytes) -> str | None:
    """Return what a file is that is no text at all: « PDF », « Word (.docx) »."""
    if data.startswith(b"PK\x03\x04"):
        return next((name for sign, name in _ZIPPED if sign in data), "ZIP")
    return next((name for sign, name in _MAGIC if data.startswith(sign)), None)


def is_utf16(data: bytes) -> bool:
    """Tell whether every other byte seems to be that of a wide character."""
    return data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0) > len(data) // 4 > 0


def other_encoding(data: bytes) -> str | None:
    """Return the encoding in which all that is not ASCII makes French letters and signs."""
    for name, shown in _ENCODINGS:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if all(char in _FRENCH for char in text if not char.isascii()):
            return shown
    return None


def damaged(text: str) -> tuple[int, str] | None:
    """Return the place and the signs of a text that was read in one encoding, saved in another."""
    found = None if text.isascii() else _TWICE.search(text)
    return (found.start(), found[0]) if found else None
