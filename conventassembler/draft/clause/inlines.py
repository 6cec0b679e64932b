"""The inline tokens of one block -> inlines, and a fault for all that a draft cannot say."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from conventassembler.draft.clause.blocks import Break, Hold, Inline, Note, Style, Styled
from conventassembler.draft.clause.hold import HELD, held_by
from conventassembler.draft.clause.inline_faults import LineFault
from conventassembler.draft.clause.reader import NOTE, OPEN_NOTE, STRAY
from conventassembler.frozen import dataclass

_REFUSED = {"link_open": "C330", "image": "C331", "code_inline": "C332"}
Notes = Sequence[Sequence[Token]]


def read_inlines(
    tokens: Sequence[Token], line: int, notes: Notes, faults: list[LineFault]
) -> tuple[Inline, ...]:
    """Return the inlines of the tokens, of which the first stands in `line`; `faults` grows."""
    return _Inlines(tokens, line, notes, faults).until("")


@dataclass(slots=True)
class _Inlines:
    """A walk over the inline tokens of one block, or of one note."""

    tokens: Sequence[Token]
    line: int
    notes: Notes
    faults: list[LineFault]
    at: int = 0

    def until(self, closing: str) -> tuple[Inline, ...]:
        """Return the inlines up to the token `closing`, which is passed."""
        found: list[Inline] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                break
            if token.type == NOTE:
                _close_up(found)
            found.extend(self._inline(token))
        return tuple(found)

    def _inline(self, token: Token) -> Iterator[Inline]:
        if token.type in ("softbreak", "hardbreak"):
            self.line += 1
            yield " " if token.type == "softbreak" else Break()
        elif token.type in ("strong_open", "em_open"):
            style: Style = "strong" if token.type == "strong_open" else "emphasis"
            yield Styled(style, self.until(token.type.replace("_open", "_close")))
        elif token.type == NOTE:
            yield self._note(self.notes[token.meta["id"]])
        elif token.type in _REFUSED:
            self._refuse(token)
        elif token.content and token.type != "link_close":
            if token.type == STRAY:
                self._stray(token)
            elif token.type == OPEN_NOTE:
                code = "C349" if token.meta["in_note"] else "C347"
                self.faults.append(LineFault(code, self.line, {}, "^[", is_last=True))
            yield from _pieces(token.content)

    def _note(self, tokens: Sequence[Token]) -> Note:
        line = self.line
        inner = _Inlines(tokens, line, self.notes, self.faults)
        inlines = inner.until("")
        if not any(isinstance(inline, Hold | Styled) or str(inline).strip() for inline in inlines):
            self.faults.append(LineFault("C338", line, {}, "^["))
        self.line = inner.line
        return Note(line, inlines)

    def _stray(self, token: Token) -> None:
        rest = token.meta["rest"]
        words = " ".join(rest.split(" ", 2)[:2])
        self.faults.append(LineFault("C344", self.line, {"words": words}, rest, is_last=True))

    def _refuse(self, token: Token) -> None:
        address = str(token.attrGet("href") or token.attrGet("src") or "")
        holds_tag = HELD.search(address) and token.type != "code_inline"
        code = "C326" if holds_tag else _REFUSED[token.type]
        self.faults.append(LineFault(code, self.line, {}, self._mark(token)))

    def _mark(self, token: Token) -> str:
        """Return the characters with which a link, an image or computer code begins."""
        if token.type == "code_inline":
            return token.markup
        if token.type == "image":
            return "!["
        following = self.tokens[self.at].content if self.at < len(self.tokens) else ""
        words = HELD.split(following)[0]
        return f"<{words}" if token.markup == "autolink" else f"[{words}"


def _close_up(found: list[Inline]) -> None:
    """Take away the spaces before a note, which touches the words that it explains."""
    while found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip()
        if found[-1]:
            return
        found.pop()


def first_note(inlines: Sequence[Inline]) -> Note | None:
    """Return the first note among the inlines, in bold or italics too."""
    for inline in inlines:
        if isinstance(inline, Note):
            return inline
        if isinstance(inline, Styled) and (found := first_note(inline.children)):
            return found
    return None


def _pieces(text: str) -> Iterator[Inline]:
    """Yield a text and the tags held in it."""
    for piece in HELD.split(text):
        index = held_by(piece) if len(piece) == 1 else None
        if index is not None:
            yield Hold(index)
        elif piece:
            yield piece
