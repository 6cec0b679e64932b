"""What a tag that cannot be read most likely means: the suggestions of messages."""

from collections.abc import Collection, Iterator
from itertools import groupby

from conventassembler.draft.clause.tags import Tag, Token
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern
from conventassembler.source import identifier

STATEMENTS = ("for", "endfor", "if", "elif", "else", "endif", "set")
FOREIGN = frozenset(
    {"autoescape", "block", "call", "do", "extends", "filter", "from", "import", "include"}
    | {"macro", "print", "raw", "trans", "with"}
)
"""Statements of Jinja that a clause cannot use; those that have an end: `endblock`."""
_MEANT = {
    "elseif": "elif", "elsif": "elif", "sinonsi": "elif",
    "si": "if", "finsi": "endif", "endsi": "endif", "sinon": "else",
    "pour": "for", "finpour": "endfor", "endpour": "endfor",
}  # fmt: skip
_NEAR = 0.7
_GRAMMAR = frozenset({*STATEMENTS, "and", "or", "not", "in", "is", "recursive"})
_SINGLE_EQUALS = Pattern(r"(?<![=!<>])=(?!=)")


def meant(tag: Tag) -> str:
    """Return the statement that a tag is, or most likely means; empty where nothing is near."""
    following = tag.tokens[1].text if len(tag.tokens) > 1 else ""
    if (tag.word, following) in (("else", "if"), ("sinon", "si")):
        return "elif"
    if tag.word in STATEMENTS:
        return tag.word
    if tag.word in _MEANT:
        return _MEANT[tag.word]
    near = [] if is_foreign(tag) else close_matches(tag.word, STATEMENTS, 1, _NEAR)
    return near[0] if near and tag.word != "end" else ""


def is_foreign(tag: Tag) -> bool:
    """Tell whether a tag is a statement that Jinja has and a clause has not."""
    return tag.word.removeprefix("end") in FOREIGN


def readings(tag: Tag, filters: Collection[str]) -> Iterator[str]:
    """Yield what may have been meant by a tag, whether Jinja can read it or not."""
    if tag.word in ("if", "elif"):
        yield _SINGLE_EQUALS.sub("==", tag.text)
    if tag.word == "else" and meant(tag) == "elif":
        yield f"{{% elif {tag.inner.split('if', 1)[1].strip()} %}}"
    yield _joined(tag, filters)


def _joined(tag: Tag, filters: Collection[str]) -> str:
    """Return the tag with each name of several words written as one."""
    text = tag.text
    for before, words, after in reversed(list(_runs(tag))):
        start, end = words[0].offset - tag.start, words[-1].offset - tag.start + len(words[-1].text)
        text = text[:start] + _name(before, words, after, filters) + text[end:]
    return text


def _runs(tag: Tag) -> Iterator[tuple[str, list[Token], str]]:
    """Yield each run of words in a row, with what stands before it and the filter after it."""
    tokens = tag.tokens
    place = 0
    for is_word, group in groupby(tokens, _is_word):
        run = list(group)
        if is_word and len(run) > 1:
            following = [token.text for token in tokens[place + len(run) :][:2]]
            yield (
                tokens[place - 1].text if place else "",
                run,
                following[1] if following[:1] == ["|"] and len(following) > 1 else "",
            )
        place += len(run)


def _is_word(token: Token) -> bool:
    return token.kind == "name" and token.text not in _GRAMMAR


def _name(before: str, words: list[Token], after: str, filters: Collection[str]) -> str:
    said = " ".join(word.text for word in words)
    if before == ".":
        # The forms of a party have capitals of their own: Le_nom_complet.
        name = identifier(said)
        return name.capitalize() if said[0].isupper() else name
    if before != "|" and words[-1].text in filters:
        return f"{identifier(said.removesuffix(words[-1].text))} | {words[-1].text}"
    return f'"{said}"' if after == "accorde" else identifier(said)
