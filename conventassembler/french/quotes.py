"""Straight and curly quotes made French: « » outside, “ ” inside."""

from conventassembler.french.tape import Tape

_SPACES = " \u00a0\u202f"
_BEFORE_OPENING = _SPACES + "'’([{«“—–-/\n\t"
_QUOTES = '"«»“”'
_FORMS = {1: ("«", "»"), 2: ("“", "”")}


def pair_quotes(tape: Tape) -> None:
    """Replace the quotes of the text by those of their depth.

    Nothing is touched when the text has no straight quote nor an outer curly one, or when they do
    not pair (an inch, a quotation that runs over several paragraphs): what cannot be decided is
    left as typed.
    """
    if '"' not in tape.text and "“" not in tape.text:
        return
    replacements = _replacements(tape)
    for index, mark in reversed(replacements):
        tape.replace(index, index + 1, mark)


def _replacements(tape: Tape) -> list[tuple[int, str]]:
    text = tape.text
    found: list[tuple[int, str]] = []
    opened: list[str] = []
    for index, mark in enumerate(text):
        if mark not in _QUOTES or tape.is_exempt(index, index + 1):
            continue
        if mark in "«“" or (mark == '"' and _opens(text, index)):
            opened.append(mark)
            form = 0
        elif not opened or not _closes(opened[-1], mark):
            return []
        else:
            form = 1
        depth = len(opened)
        if depth not in _FORMS:
            return []
        found.append((index, _FORMS[depth][form]))
        if form:
            opened.pop()
    return [] if opened else found


def _opens(text: str, index: int) -> bool:
    before = text[index - 1] if index else " "
    after = text[index + 1 : index + 2]
    return before in _BEFORE_OPENING and after != "" and after not in _SPACES


def _closes(opening: str, closing: str) -> bool:
    return {"«": "»", "“": "”", '"': '"'}[opening] == closing
