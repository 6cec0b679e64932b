"""Where the Jinja tags of a clause stand, as Jinja's own lexer sees them.

Its lexer rather than a regular expression, because `}}` may stand inside a string.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from jinja2 import Environment, TemplateSyntaxError

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.clause.source import Source
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

EXCERPT = 60
"""Longest piece of a tag that a message quotes."""
MOST_TAGS = 5000
"""Tags of one clause at most; a whole convention has some hundreds."""
_BEGINNINGS: dict[str, Literal["value", "statement", "comment"]] = {
    "variable_begin": "value",
    "block_begin": "statement",
    "comment_begin": "comment",
}
_ENDS = {"variable_end", "block_end", "comment_end"}
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = Pattern(r"\{[{%#]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a tag."""

    kind: str
    """As Jinja names it: `name`, `operator`, `string`..."""
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Tag:
    """One `{{ }}`, `{% %}` or `{# #}`."""

    index: int
    """Its place among the tags that leave something, from 0; -1 for a comment."""
    kind: Literal["value", "statement", "comment"]
    start: int
    end: int
    text: str
    """The whole tag, with its braces."""
    tokens: tuple[Token, ...]

    @property
    def word(self) -> str:
        """The statement's first word, `for`; empty for a value."""
        first = self.tokens[0] if self.tokens and self.kind == "statement" else None
        return first.text if first and first.kind == "name" else ""

    @property
    def inner(self) -> str:
        """What stands between the braces."""
        return self.text[2:-2].strip()

    @property
    def quoted(self) -> str:
        """The tag on one line, as messages quote it."""
        return excerpt(self.text)


def excerpt(text: str) -> str:
    """Return `text` on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1] + "…"


@dataclass(frozen=True, slots=True)
class TagReading:
    """The tags in order, as many as could be told apart, and their faults."""

    tags: tuple[Tag, ...]
    faults: tuple[Diagnostic, ...] = ()
    whole: bool = True
    """Whether every tag is there: what follows one that is left open cannot be known."""
    paired: bool = True
    """Whether no statement can be missing, so that the ends can be held against the others."""


@cache
def lexing() -> Environment:
    """Return the environment whose lexer and parser read clauses; it never renders."""
    return Environment(keep_trailing_newline=True)


def read_tags(source: Source) -> TagReading:
    """Return the tags of a text."""
    tags: list[Tag] = []
    faults: list[Diagnostic] = []
    opened: Token | None = None
    tokens: list[Token] = []
    last = count = 0
    outside = ""
    try:
        for token in _tokens(source):
            last = token.offset
            if token.kind in _BEGINNINGS:
                opened, tokens = token, []
            elif token.kind in _ENDS and opened:
                tags.append(_tag(source, count, opened, token, tokens))
                count += tags[-1].kind != "comment"
                faults.extend(_trims(source, opened, token))
                opened = None
            elif opened:
                tokens.append(token)
            else:
                faults.extend(_outside(source, token, outside))
                outside = token.kind
    except TemplateSyntaxError:
        start = opened.offset if opened else last
        code = "C302" if is_left_open(source.text[start:]) else "C301"
        faults.append(fault(code, source.at(start), tag=_rest(source, start)))
        return TagReading(tuple(tags), tuple(faults), whole=False)
    if count > MOST_TAGS:
        faults.append(fault("C317", source.at(tags[-1].start), limit=MOST_TAGS))
        tags = tags[:MOST_TAGS]  # the others are for the clauses into which it is to be parted
    if opened:
        faults.append(fault("C302", source.at(opened.offset), tag=_rest(source, opened.offset)))
    codes = {found.code for found in faults}
    whole = not codes & {"C302", "C317"}
    return TagReading(tuple(tags), tuple(faults), whole, "C315" not in codes)


def _tokens(source: Source) -> Iterator[Token]:
    offset = 0
    for _, kind, text in lexing().lexer.tokeniter(source.text, None):
        # A trim mark makes the lexer leave out blanks: look for the token instead of counting.
        offset = source.text.index(text, offset)
        yield Token(kind, text, offset)
        offset += len(text)


def _tag(source: Source, count: int, opened: Token, end: Token, tokens: list[Token]) -> Tag:
    kind = _BEGINNINGS[opened.kind]
    index = -1 if kind == "comment" else count
    stop = end.offset + len(end.text.rstrip())
    words = tuple(token for token in tokens if token.kind != "whitespace")
    return Tag(index, kind, opened.offset, stop, source.text[opened.offset : stop], words)


def _trims(source: Source, opened: Token, end: Token) -> Iterator[Diagnostic]:
    if opened.text[-1] in "+-":
        yield fault("C308", source.at(opened.offset + 2), mark=opened.text[-1])
    if end.text[0] in "+-":
        yield fault("C308", source.at(end.offset), mark=end.text[0])


def is_left_open(text: str) -> bool:
    """Tell whether the tag at the head of `text` is not closed before another one opens."""
    following = _OPENING.search(text, 2)
    own = text[2 : following.start()] if following else text[2:]
    return _CLOSING[text[:2]] not in own


def _outside(source: Source, token: Token, before: str) -> Iterator[Diagnostic]:
    if token.kind == "raw_begin":
        yield fault("C305", source.at(token.offset), statement="raw")
    if before == "raw_begin":
        return
    for braces in ("}}", "%}"):
        if token.kind == "data" and braces in token.text:
            yield fault("C315", source.at(token.offset + token.text.index(braces)), braces=braces)


def _rest(source: Source, start: int) -> str:
    return excerpt(source.text[start:].split("\n", 1)[0])
