"""A pattern that waits to be compiled finds what `re` finds."""

import re
from pathlib import Path

import pytest

import conventassembler
from conventassembler.patterns import Pattern

TEXTS = ("", "12 mai 2026", "an 2026, An 2027\n", "2026")
YEAR = r"(?P<word>an )?(?P<year>\d{4})"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE, re.IGNORECASE | re.MULTILINE])
def test_each_method_does_what_that_of_re_does(text: str, flags: re.RegexFlag) -> None:
    ours, theirs = Pattern(YEAR, flags), re.compile(YEAR, flags)

    for method in ("search", "match", "fullmatch"):
        found, known = getattr(ours, method)(text), getattr(theirs, method)(text)
        assert (found and found.groupdict()) == (known and known.groupdict())
    assert [one.span() for one in ours.finditer(text, 1)] == [
        one.span() for one in theirs.finditer(text, 1)
    ]
    assert ours.findall(text) == theirs.findall(text)
    assert ours.split(text) == theirs.split(text)
    assert ours.sub(r"\g<year>!", text, count=1) == theirs.sub(r"\g<year>!", text, count=1)
    assert ours.subn("", text) == theirs.subn("", text)


def test_a_pattern_is_compiled_once_and_only_when_it_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []
    monkeypatch.setattr(re, "compile", lambda pattern, _: compiled.append(pattern) or _RE)
    pattern = Pattern("a+")

    assert pattern.pattern == "a+"
    assert "a+" in repr(pattern)
    assert compiled == []
    assert pattern.search("baa")
    assert pattern.sub("", "baa") == "b"
    assert pattern.search("baa")
    assert compiled == ["a+"]


def test_a_wrong_pattern_is_told_of_and_a_wrong_name_is_unknown() -> None:
    with pytest.raises(re.error):
        Pattern("(").search("a")
    with pytest.raises(AttributeError):
        Pattern("a").searched  # type: ignore[attr-defined]  # noqa: B018


_RE = re.compile("a+")


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5 finds what is not there, or not what is: an atomic group serves."""
    wrong = re.compile(r"\)(?:[*+?]|\{+[\d,]+\}+)\+")
    package = Path(conventassembler.__file__).parent
    files = [path for kind in ("*.py", "*.toml") for path in package.rglob(kind)]

    assert len(files) > 600
    assert wrong.search(r"(?:a|b)*+")
    assert wrong.search(r"(?: \d{{3}}){{1,9}}+")
    assert [one for one in files if wrong.search(one.read_text(encoding="utf-8"))] == []
