"""Quotes of every keyboard made French: « » outside, “ ” inside."""

from collections.abc import Sequence

from conventassembler.french.rewriting import SPACE, becomes
from conventassembler.french.tape import Tape
from conventassembler.patterns import Pattern

_APOSTROPHES = "'’"
_BEFORE_OPENING = SPACE + "([{«“—–-/\n\t"
_AFTER_CLOSING = ".,;:!?)]…»"
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"', "'": "'", "‘": "’"}
_DOUBLE, _SINGLE = '"«»“”„', "'‘’"
_FORMS = {1: ("«", "»"), 2: ("“", "”")}
_FOREIGN = ('"', "“", "„")
_SINGLE_OPENING = Pattern(r"['‘](?<!\w['‘])(?=\w)")
"""Marks that are to be replaced; a text that has none of them is left as it is."""
_TWO_SIGNS = ("<<", ">>", "''")
_OF_TWO_SIGNS = {"«": Pattern("<<"), "»": Pattern(">>"), '"': Pattern("(?<!')''(?!')")}


def pair_quotes(tape: Tape) -> None:
    """Replace the quotes of the text by those of their depth.

    Nothing is touched when the text has only French quotes, or when its quotes do not pair (an
    inch, a quotation that runs over several paragraphs): what cannot be decided is left as typed.
    Single quotes count where they stand around words, and cannot be apostrophes.
    """
    _join_signs(tape)
    if not _has_foreign(tape.text):
        return
    found = _replacements(tape, _DOUBLE + _SINGLE) or _replacements(tape, _DOUBLE)
    for index, mark in reversed(found):
        tape.replace(index, index + 1, mark)


def has_pairs(text: str) -> bool:
    """Tell whether a text has marks that each are replaced for what the whole text says."""
    return any(map(text.__contains__, _TWO_SIGNS)) or _has_foreign(text)


def _has_foreign(text: str) -> bool:
    has_single = "'" in text or "‘" in text
    return any(map(text.__contains__, _FOREIGN)) or (
        has_single and _SINGLE_OPENING.search(text) is not None
    )


def _join_signs(tape: Tape) -> None:
    """Make one mark of `<<`, of `>>` and of two apostrophes, where there is one for each other."""
    if not any(map(tape.text.__contains__, _TWO_SIGNS)):
        return
    counts = {mark: len(pattern.findall(tape.text)) for mark, pattern in _OF_TWO_SIGNS.items()}
    for mark, pattern in _OF_TWO_SIGNS.items():
        if counts["«"] == counts["»"] if mark != '"' else counts[mark] % 2 == 0:
            tape.rewrite(pattern, becomes(mark))


def _replacements(tape: Tape, quotes: str) -> list[tuple[int, str]]:
    """Return the place and the form of each mark among `quotes`; none where they do not pair."""
    found: list[tuple[int, str]] = []
    opened: list[str] = []
    for index, mark in enumerate(tape.text):
        if mark not in quotes or tape.is_exempt(index, index + 1):
            continue
        opens, closes = _role(tape.text, index, opened)
        if mark in _SINGLE and not opens and not closes:
            continue  # an apostrophe
        if opens:
            opened.append(mark)
        if not (opens or closes) or len(opened) not in _FORMS:
            return []
        found.append((index, _FORMS[len(opened)][not opens]))
        if not opens:
            opened.pop()
    return [] if opened else found


def _role(text: str, index: int, opened: Sequence[str]) -> tuple[bool, bool]:
    """Tell whether a mark opens a quotation, and whether it can close the last one opened."""
    mark, before, after = (
        text[index],
        text[index - 1] if index else " ",
        text[index + 1 : index + 2],
    )
    closes = bool(opened) and mark in _CLOSING[opened[-1]]
    if mark in _SINGLE:
        opens = mark != "’" and before in _BEFORE_OPENING and after.isalnum()
        return opens, closes and before not in SPACE and not after.isalnum()
    if mark != '"':
        return mark in "«“„" and not (closes and mark == "“"), closes
    opens = before in _BEFORE_OPENING + _APOSTROPHES and after not in ("", *SPACE)
    opens = opens and not (closes and after in _AFTER_CLOSING)
    alone = before in _BEFORE_OPENING and '"' not in opened  # « " la Commune " »
    return opens or alone, closes
