"""markdown-it as clauses use it: CommonMark and tables, less what a legal text has no use for."""

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import Delimiter, StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_inline

from conventassembler.draft.clause.hold import Held
from conventassembler.draft.clause.marks import Marks, marks_of
from conventassembler.frozen import dataclass

_OFF = ("code", "lheading", "reference", "html_block", "html_inline", "entity")
STRAY = "stray"
"""Type of the token of a `*` or `_` that opens and closes nothing; `meta` has what follows it."""
OPEN_NOTE = "open_note"
"""Type of the token of a `^` before `[` that makes no note; `meta` tells whether it is in one."""
NOTE = "footnote_ref"
BOX = "container_box"
"""How the types of the tokens of a container begin."""
MOST_BRACKETS = 500
"""So many `[` may stand in one paragraph: markdown-it reads all of it for each of them."""
CROWDED = "crowded"
"""Key in the `meta` of the token of a text with more of them, of which none is looked at."""
_IN_NOTE = "in note"
_DEGREE = "\\°"
"""CommonMark has no backslash before a sign that is not of ASCII."""
_MOST_STRAYS = 100
_NESTING = 100
"""Beyond it markdown-it leaves text out; we refuse lists well before (`blocks.DEEPEST_LIST`)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What markdown-it makes of a text."""

    tokens: list[Token]
    notes: list[list[Token]]
    """What each note says, by the `id` of the token of its call."""
    marks: Marks


def read(held: Held) -> Reading:
    """Return markdown-it's tokens; the characters that hold statements weigh nothing."""
    marks = marks_of(held)
    env: dict[str, Any] = {"held": held, "marks": marks}
    tokens = _reader().parse(marks.text, env)
    notes = env.get("footnotes", {}).get("list", {})
    return Reading(tokens, [notes[number]["tokens"] for number in sorted(notes)], marks)


class _Reader(MarkdownIt):
    """A reader that sees every link, its address as typed: each is refused, none is let through."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True


@cache
def _reader() -> MarkdownIt:
    reader = _Reader("commonmark", {"html": False, "maxNesting": _NESTING})
    reader.enable("table").disable(_OFF)
    reader.use(deflist_plugin)
    reader.use(container_plugin, name="box", validate=lambda *_: True)
    reader.core.ruler.before("inline", "marks", _restored)
    reader.inline.ruler.after("image", "note", _note)
    reader.inline.ruler.after("note", OPEN_NOTE, _open_note)
    reader.inline.ruler.at("emphasis", _emphasis)
    reader.inline.ruler2.before("fragments_join", STRAY, _strays)
    return reader


def _restored(state: StateCore) -> None:
    """Put back what was typed in place of the marks that made no item; hide too many brackets."""
    marks: Marks = state.env["marks"]
    for token in state.tokens:
        if token.type == "inline" and token.map:
            token.content = marks.restored(token.content, token.map[0]).replace(_DEGREE, "°")
            if token.content.count("[") > MOST_BRACKETS:
                token.content = token.content.replace("[", "(")
                token.meta[CROWDED] = True


def _note(state: StateInline, silent: bool) -> bool:
    """Take a note, unless in a note: they would nest without end."""
    if state.env.get(_IN_NOTE) or state.src.find("]", state.pos) < 0:
        return False
    state.env[_IN_NOTE] = True
    found = footnote_inline(state, silent)
    state.env[_IN_NOTE] = False
    return found


def _open_note(state: StateInline, silent: bool) -> bool:
    """Name a `^[` that makes no note."""
    if not state.src.startswith("^[", state.pos):
        return False
    if not silent:
        token = state.push(OPEN_NOTE, "", 0)
        token.content = "^"
        token.meta = {"in_note": bool(state.env.get(_IN_NOTE))}
    state.pos += 1
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Take a run of `*` or `_` as delimiters, as if held statements were not there.

    They leave no text, so that `{% if a %}_b_{% endif %}` is emphasis as `_b_` is.
    """
    start, marker = state.pos, state.src[state.pos]
    if silent or marker not in "*_":
        return False
    end = start
    while end < state.posMax and state.src[end] == marker:
        end += 1
    can_open, can_close = _flanks(marker, *_around(state, start, end))
    for _ in range(start, end):
        token = state.push("text", "", 0)
        token.content = marker
        token.meta = {"start": start, "length": end - start}
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), end - start, place, -1, can_open, can_close))
    state.pos = end
    return True


def _strays(state: StateInline) -> None:
    """Name the signs of emphasis that were paired with nothing, once a run.

    Beyond some a paragraph they are left as they are: those that are told stop a build as well.
    """
    told: set[int] = set()
    for delimiter in state.delimiters:
        if len(told) == _MOST_STRAYS:
            return
        token = state.tokens[delimiter.token]
        is_left = token.type == "text" and token.content == chr(delimiter.marker)
        weighs = delimiter.open or delimiter.close or token.meta["length"] > 1
        if is_left and weighs and token.meta["start"] not in told:
            told.add(token.meta["start"])
            token.type = STRAY
            token.meta["rest"] = state.src[token.meta["start"] :].split("\n", 1)[0].rstrip()


def _around(state: StateInline, start: int, end: int) -> tuple[str, str]:
    """Return the characters that stand beside a run once the statements are gone."""
    before, after = start - 1, end
    while before >= 0 and (passed := _passed(state, before, 0)) is not None:
        before = passed - 1
    while after < state.posMax and (passed := _passed(state, after, 1)) is not None:
        after = passed + 1
    return (
        state.src[before] if before >= 0 else " ",
        state.src[after] if after < state.posMax else " ",
    )


def _passed(state: StateInline, place: int, side: int) -> int | None:
    """Return where the statement at `place` is passed, None when it is no statement.

    Beside the text of an `else` stands what is before its `if` and after its `endif`.
    """
    held: Held = state.env["held"]
    character = state.src[place]
    if character not in held.statements:
        return None
    beyond = state.src.find(held.branches.get(character, (character, character))[side])
    return beyond if beyond >= 0 else place


def _flanks(marker: str, before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a run opens and closes emphasis, by CommonMark's rules of flanking."""
    blank_before, blank_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    point_before, point_after = _is_point(before), _is_point(after)
    left = not blank_after and (not point_after or blank_before or point_before)
    right = not blank_before and (not point_before or blank_after or point_after)
    if marker == "*":
        return left, right
    return left and (not right or point_before), right and (not left or point_after)


def _is_point(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)
