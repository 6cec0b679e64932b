"""Notes at the foot of the page: the part that holds them, and the numbers that call them."""

from typing import Final

from conventassembler.writers.word import styles as names
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.markup import el, text_run
from conventassembler.writers.word.parts import FOOTNOTES, OFFICE, SETTINGS, Parts
from conventassembler.writers.word.xml import Element, integer, tag, w

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


def called(content: str, context: Context) -> str:
    """Return the run that calls the note that says `content`; the note waits among the holes."""
    head = el("pPr", el("pStyle", val=context.styles[names.NOTE]))
    look = el("rPr", el("rStyle", val=context.styles[names.CALL]))
    said = el("p", head, el("r", look, el("footnoteRef")), text_run(" "), content)
    number = context.holes.note()
    context.holes.notes.append(f'<w:footnote w:id="{number}">{said}</w:footnote>')
    return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'


def first_note(parts: Parts) -> int:
    """Return the number of the first note that is added."""
    root = parts.tree(FOOTNOTES) if FOOTNOTES in parts else _without_notes()
    return 1 + max((integer(note, "id", 0) for note in root), default=0)


def open_notes(parts: Parts) -> Element:
    """Return the root that notes are added to; a template without notes gets the part."""
    if FOOTNOTES not in parts:
        kind = f"{OFFICE}/footnotes"
        parts.add(FOOTNOTES, _without_notes(), kind, content_type=_CONTENT)
        if SETTINGS in parts:
            _declare(parts.tree(SETTINGS))
    return parts.tree(FOOTNOTES)


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
