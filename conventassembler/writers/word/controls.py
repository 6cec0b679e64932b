"""Blanks -> content controls: fields that are filled by typing over what they show.

A control is tagged with the key path of the value that it awaits. What it shows until then has the
style of blanks; what is typed in its place has the look of the text around it (ISO/IEC 29500-1,
17.5.2.27). No glossary part holds what it shows: only a control emptied again would need one.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from conventassembler.draft.model import Blank
from conventassembler.patterns import Pattern
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.holes import Keys
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.markup import el
from conventassembler.writers.word.styles import BLANK

_LONGEST: Final = 64
"""How many UTF-16 units Word takes of a title and of a tag."""
_HIGHEST: Final = 0x7FFFFFFF
_BREAKS: Final = Pattern("[\t\n]+")
_DATE: Final = (
    ("dateFormat", "d MMMM yyyy"),
    ("lid", "fr-FR"),
    ("storeMappedDataAs", "dateTime"),
    ("calendar", "gregorian"),
)


def control_tag(path: str) -> str:
    """Return the tag of the controls that await the value at `path`: the path, if it is short.

    A longer one is cut, and told from its neighbours by the hash of the whole.
    """
    tag = _attribute(path)
    if _units(tag) <= _LONGEST:
        return tag
    digest = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{_cut(tag, _LONGEST - 13)}~{digest}"


class Controls:
    """The content controls of one file: no number is given twice."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {"0", *taken}

    def give(self, keys: Keys) -> int:
        """Return a positive number of 31 bits for a control, made from the name of its bookmark."""
        digest = sha256(bookmark_name(*keys).encode("ascii")).digest()
        number = int.from_bytes(digest[:4], "big") & _HIGHEST
        while str(number) in self._taken:
            number = number % _HIGHEST + 1
        self._taken.add(str(number))
        return number


def around(content: str, blank: Blank, typed: str, number: str) -> str:
    """Return the control that shows `content` until `blank` is filled.

    `typed` is the `w:rPr` of what will be typed, or nothing.
    """
    named = "".join([el(name, val=text) for name, text in _names(blank) if text])
    told = f'<w:id w:val="{number}"/><w:showingPlcHdr/>'
    properties = f"<w:sdtPr>{typed}{named}{told}{_kind(blank)}</w:sdtPr>"
    return f"<w:sdt>{properties}{el('sdtContent', content)}</w:sdt>"


def _names(blank: Blank) -> tuple[tuple[str, str], ...]:
    """Return the title that people see on a control, and its tag; a title is never missing."""
    title = _title(blank.label) or _title(blank.path) or BLANK
    return ("alias", title), ("tag", control_tag(blank.path))


def _title(label: str) -> str:
    title = _attribute(label)
    return title if _units(title) <= _LONGEST else _cut(title, _LONGEST - 1) + "…"


def _kind(blank: Blank) -> str:
    """Return what says how a control is filled.

    Words are rich text: LibreOffice 7.4 takes plain text (`w:text`) for an input field, which has
    no look of its own, and saves it as a value that was given.
    """
    match blank.kind:
        case "date":
            return el("date", *(el(name, val=value) for name, value in _DATE))
        case "choice" if blank.choices:
            return _list(_attribute(blank.text), map(_attribute, blank.choices))
        case _:
            return el("richText")


def _list(shown: str, choices: Iterable[str]) -> str:
    """Return a list to choose from; its first line, which has no value, is what it shows."""
    words = [word for word in dict.fromkeys(choices) if word and word != shown]
    first = el("listItem", displayText=shown, value="")
    return el("dropDownList", first, *(el("listItem", displayText=one, value=one) for one in words))


def _attribute(text: str) -> str:
    """Return `text` as an attribute can hold it, which knows neither tabs nor line feeds."""
    return _BREAKS.sub(" ", legal(text)).strip(" ")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    """Return the beginning of `text`, no character of it in half."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
