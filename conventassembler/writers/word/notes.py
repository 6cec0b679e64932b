"""Notes at the foot of the page: the part that holds them, and the numbers that call them."""

from collections.abc import Iterable
from typing import Final

from conventassembler.writers.word import styles as names
from conventassembler.writers.word.parts import FOOTNOTES, OFFICE, SETTINGS, Parts
from conventassembler.writers.word.styles import Styles
from conventassembler.writers.word.xml import Element, integer, tag, text_run, w

SEPARATORS: Final = (("separator", -1), ("continuationSeparator", 0))
"""The lines between the text and its notes, which Word keeps as notes with these numbers."""
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_BEHIND_NOTES: Final = (
    *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
    *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults"),
    *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
"""What the schema puts behind the notes among the settings (ISO/IEC 29500-1, `CT_Settings`)."""


class Notes:
    """The notes of one file, in the order of their calls."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._parts = parts
        self._root = parts.tree(FOOTNOTES) if FOOTNOTES in parts else _without_notes()
        self._styles = styles
        self._next = 1 + max((integer(note, "id", 0) for note in self._root), default=0)

    def add(self, content: Iterable[Element]) -> Element:
        """Add the note that says `content`; return the run that calls it."""
        number = self._next
        self._next += 1
        self._open()
        head = w("pPr", w("pStyle", val=self._styles[names.NOTE]))
        mark = w("r", self._look(), w("footnoteRef"))
        note = w("footnote", w("p", head, mark, text_run(" "), *content), id=number)
        self._root.append(note)
        return w("r", self._look(), w("footnoteReference", id=number))

    def _open(self) -> None:
        """Put the part into the package, where a template without notes has no room for it."""
        if FOOTNOTES not in self._parts:
            kind = f"{OFFICE}/footnotes"
            self._parts.add(FOOTNOTES, self._root, kind, content_type=_CONTENT)
            if SETTINGS in self._parts:
                _declare(self._parts.tree(SETTINGS))

    def _look(self) -> Element:
        return w("rPr", w("rStyle", val=self._styles[names.CALL]))


def _without_notes() -> Element:
    lines = (
        w("footnote", w("p", w("r", w(kind))), type=kind, id=number) for kind, number in SEPARATORS
    )
    return w("footnotes", *lines)


def _declare(settings: Element) -> None:
    """Name the lines between text and notes among the settings, where nothing does."""
    if settings.find(tag("footnotePr")) is None:
        behind = (n for n, child in enumerate(settings) if _is_behind(child))
        lines = (w("footnote", id=number) for _, number in SEPARATORS)
        settings.insert(next(behind, len(settings)), w("footnotePr", *lines))


def _is_behind(setting: Element) -> bool:
    """Tell whether a setting comes behind the notes, as those of other namespaces do."""
    name = str(setting.tag).removeprefix(tag(""))
    return name.startswith("{") or name in _BEHIND_NOTES
