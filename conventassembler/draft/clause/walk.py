"""A walk over markdown-it's flat list of tokens, and the faults that are met on it."""

from dataclasses import field

from markdown_it.token import Token

from conventassembler.draft.clause.blocks import Inline
from conventassembler.draft.clause.hold import Held
from conventassembler.draft.clause.inline_faults import LineFault, text_faults
from conventassembler.draft.clause.inlines import read_inlines
from conventassembler.draft.clause.reader import CROWDED, MOST_BRACKETS, Reading, read
from conventassembler.frozen import dataclass


@dataclass(slots=True)
class Walk:
    """The tokens of a held text, where the walk stands among them, and what is wrong."""

    held: Held
    reading: Reading
    lines: tuple[str, ...]
    """The held text, line by line."""
    at: int = 0
    faults: list[LineFault] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether no token is left."""
        return self.at >= len(self.reading.tokens)

    def next(self) -> Token:
        """Return the token at hand and pass it."""
        self.at += 1
        return self.reading.tokens[self.at - 1]

    def coming(self) -> int:
        """Return the line on which the token at hand begins."""
        return start_of(self.reading.tokens[self.at])

    def inlines(self, token: Token, line: int) -> tuple[Inline, ...]:
        """Return the inlines of a token."""
        if CROWDED in token.meta:
            self.refuse("C372", line, "[", limit=MOST_BRACKETS)
        self.faults.extend(text_faults(token.content, line))
        return read_inlines(token.children or (), line, self.reading.notes, self.faults)

    def refuse(self, code: str, line: int, mark: str = "", **arguments: object) -> None:
        """Note a fault of a line."""
        self.faults.append(LineFault(code, line, arguments, mark))


def walk_over(held: Held) -> Walk:
    """Return the walk over a text, at its beginning."""
    return Walk(held, read(held), tuple(held.text.split("\n")))


def span_of(token: Token) -> tuple[int, int]:
    """Return the lines of a token: from the first to before the second."""
    start, end = token.map or (0, 0)
    return start, end


def start_of(token: Token) -> int:
    """Return the first line of a token."""
    return span_of(token)[0]
