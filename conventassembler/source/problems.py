"""A broken YAML file in words that a clerk understands, with the place of the culprit.

ruamel says what it was doing when it could not go on; people need what they typed. Each function
here recognises one mistake, or returns None; the first that answers is believed.
"""

import re
from collections.abc import Callable

from ruamel.yaml.error import MarkedYAMLError, StringMark

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.source.characters import HARD_SPACES
from conventassembler.source.traps import BULLET

_WIDEST = 300
"""Characters of a line in which what was meant is looked for."""
_OPENERS = {"[": "]", "{": "}"}
_KEY = Pattern(r"[ ]*(?:- +)*(?P<key>[^\s#:'\"\[{-][^:'\"]*?)[ \u00a0\u202f]*:(?P<after>.?)")
_HARD_INDENT = Pattern(rf"[ ]*[{HARD_SPACES}]")
_GLUED_DASH = Pattern(r"[ ]*-(?P<words>[^\s\W\d_][^#]*)")
_OTHER_SIGN = Pattern(r"(?P<key>[^\W\d_][\w '’-]*?)[ ]*(?:=|;|：|∶|->|=>)[ ]*(?P<value>\S.*)")
"""A key with another sign than the colon behind it."""
_COMMENT = Pattern(r"(?://+|--+[ ]|;+|%+|<!--)[ ]*(?P<words>.*)")
"""Comments of other languages."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What ruamel said, and the lines it said it of."""

    problem: str
    context: str
    mark: StringMark
    opened: StringMark
    lines: list[str]
    file: str
    first_line: int

    def line(self, index: int) -> str:
        """Return the line `index`, from 0; empty past the end."""
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def at(self, line: int, column: int, code: str, **arguments: object) -> Diagnostic:
        """Return the finding `code` at a place counted from 0, kept inside the text."""
        line = max(0, min(line, len(self.lines) - 1))
        column = min(column, len(self.line(line)))
        return fault(code, Position(self.file, self.first_line + line, column + 1), **arguments)

    def at_mark(self, mark: StringMark, code: str, **arguments: object) -> Diagnostic:
        """Return the finding `code` at `mark`."""
        return self.at(mark.line, mark.column, code, **arguments)

    def above(self, index: int) -> int:
        """Return the nearest line above `index` that says something."""
        index -= 1
        while index > 0 and not self.line(index).split("#", 1)[0].strip():
            index -= 1
        return index


def explained(error: MarkedYAMLError, text: str, file: str, first_line: int) -> Diagnostic:
    """Return the one finding that tells `error`."""
    mark = error.problem_mark or error.context_mark
    lines = text.removesuffix("\n").split("\n")
    case = _Case(
        str(error.problem or ""),
        str(error.context or ""),
        mark,
        error.context_mark or mark,
        lines,
        file,
        first_line,
    )
    for recognise in _MISTAKES:
        if finding := recognise(case):
            return finding
    return case.at_mark(mark, "C119", problem=case.problem)


def _key_of(line: str) -> re.Match[str] | None:
    """Return the key of a line, with its colon; one that is no key however long is not searched."""
    return _KEY.match(line[:_WIDEST])


def _tab(case: _Case) -> Diagnostic | None:
    return case.at_mark(case.mark, "C110") if r"'\t'" in case.problem else None


def _hard_space(case: _Case) -> Diagnostic | None:
    """A no-break space where YAML wants an ordinary one, as French keyboards and Word put it."""
    for index in (case.opened.line, case.mark.line, case.above(case.mark.line)):
        line = case.line(index)
        if indent := _HARD_INDENT.match(line):
            return case.at(index, indent.end() - 1, "C128")
        key = _key_of(line)
        if key and key["after"] in HARD_SPACES and key["after"]:
            return case.at(index, key.start("after"), "C128")
    return None


def _false_item(case: _Case) -> Diagnostic | None:
    """A dash of Word in place of the hyphen, or the hyphen without its space."""
    lines = [case.mark.line, case.opened.line]
    if "mapping values" in case.problem:
        lines.append(case.above(case.mark.line))
    for index in lines:
        line = case.line(index)
        words = line.lstrip()
        at = len(line) - len(words)
        if bullet := BULLET.match(words):
            meant = f"- {words[bullet.end() :].lstrip()}"
            return case.at(index, at, "C140", mark=bullet[0], suggestion=_short(meant))
        if glued := _GLUED_DASH.match(line):
            meant = f"- {glued['words'].rstrip()}"
            return case.at(index, at, "C142", words=_short(words), suggestion=_short(meant))
    return None


def _open_quote(case: _Case) -> Diagnostic | None:
    if "quoted scalar" in case.context and "end of stream" in case.problem:
        return _unclosed(case, case.opened.line, case.opened.column)
    before = case.line(case.mark.line)[: case.mark.column]
    if "<block end>" not in case.problem or before.count('"') % 2 == 0:
        return None
    for index in range(case.mark.line - 1, -1, -1):  # closed by the quote that opens the next one
        if case.line(index).count('"') % 2:
            return _unclosed(case, index, case.line(index).rfind('"'))
    return None


def _unclosed(case: _Case, line: int, column: int) -> Diagnostic:
    return case.at(line, column, "C112", quote=case.line(line)[column : column + 1])


def _open_bracket(case: _Case) -> Diagnostic | None:
    if "while parsing a flow" not in case.context:
        return None
    bracket = case.line(case.opened.line)[case.opened.column :][:1]
    closing = _OPENERS.get(bracket, "]")
    return case.at_mark(case.opened, "C113", bracket=bracket or "[", closing=closing)


def _escape(case: _Case) -> Diagnostic | None:
    if "escape" not in case.problem and "double-quoted" not in case.context:
        return None
    return case.at(case.mark.line, max(0, case.mark.column - 1), "C118")


def _glued_colon(case: _Case) -> Diagnostic | None:
    """`key:value`, which YAML takes for one text."""
    if "mapping values" not in case.problem and "expected ':'" not in case.problem:
        return None
    for index in (case.opened.line, case.above(case.mark.line)):
        key = _key_of(case.line(index))
        if (
            key
            and key["after"] not in ("", " ")
            and not case.line(index)[key.end() :].startswith("/")
        ):
            words = case.line(index)[key.end() - 1 :].strip()
            suggestion = f"{key['key']}: {words}"
            return case.at(index, key.start("after") - 1, "C114", suggestion=suggestion)
    return None


def _no_colon(case: _Case) -> Diagnostic | None:
    if "expected ':'" in case.problem:
        return _without_colon(case, case.opened.line, case.opened.column)
    if "mapping values" in case.problem and not _value_before(case):
        above = case.above(case.mark.line)
        words = case.line(above).lstrip()
        if 0 <= above < case.mark.line and words[:1] != "-" and not _key_of(words):
            return _without_colon(case, above, len(case.line(above)) - len(words))
    return None


def _without_colon(case: _Case, line: int, column: int) -> Diagnostic:
    """Return the finding about a line that has no colon, with the sign that stands for it."""
    words = case.line(line)[column : column + _WIDEST].rstrip()
    if cut := re.match(r"[^#]*[ ](?P<sign>#[^:]*):", words):
        return case.at(line, column + cut.start("sign"), "C137", words=_short(cut["sign"]))
    meant = ""
    if other := _OTHER_SIGN.fullmatch(words):
        meant = f"{other['key']}: {other['value']}"
    elif comment := _COMMENT.match(words):
        meant = f"# {comment['words']}"
    near = {"suggestion": _short(meant)} if meant else {}
    return case.at(line, column, "C111", words=_short(words), **near)


def _value_before(case: _Case) -> re.Match[str] | None:
    """Return the key of the line when the culprit stands in that key's value."""
    key = _key_of(case.line(case.mark.line))
    return key if key and key.end() - len(key["after"]) - 1 < case.mark.column else None


def _colon_in_value(case: _Case) -> Diagnostic | None:
    if "mapping values" not in case.problem or not (key := _value_before(case)):
        return None
    value = case.line(case.mark.line)[key.end() :].strip()
    value = _smart_quotes_off(value).replace('"', r"\"")
    near = {"suggestion": f'{key["key"]}: "{value}"'} if len(value) <= _WIDEST else {}
    return case.at_mark(case.mark, "C115", **near)


def _indentation(case: _Case) -> Diagnostic | None:
    if "mapping values" in case.problem:
        line = case.line(case.mark.line)
        indent = len(line) - len(line.lstrip())
        key = _key_of(case.line(case.above(case.mark.line)))
        if key and key.start("key") + 1 < indent:
            value = case.line(case.above(case.mark.line))[key.end() :].strip()
            return case.at(case.mark.line, indent, "C229", key=key["key"], value=_short(value))
        return case.at(case.mark.line, indent, "C117")
    found_block = re.search(r"but found '(-|\?|<block \w+ start>)'", case.problem)
    return case.at_mark(case.mark, "C117") if found_block else None


def _list_on_key_line(case: _Case) -> Diagnostic | None:
    if "sequence entries are not allowed" not in case.problem:
        return None
    return case.at_mark(case.mark, "C129")


def _after_closing(case: _Case) -> Diagnostic | None:
    if "expected <block end>" not in case.problem and "document start" not in case.problem:
        return None
    line = case.line(case.mark.line)
    words = _short(line[case.mark.column :])
    return case.at_mark(case.mark, "C130", words=words, **_requoted(line))


def _requoted(line: str) -> dict[str, str]:
    """Return the value of a line in quotes that its own apostrophes or quotes do not close."""
    if len(line) > _WIDEST:
        return {}
    key = re.match(r"[ ]*(?:- +)*(?:[^:'\"]+: +)?(?=(?P<quote>['\"]))", line)
    value = line[key.end() + 1 :].rstrip() if key else ""
    if not key or not value:
        return {}
    if key["quote"] == "'":
        inside = value.removesuffix("'").replace("''", "'").replace('"', r"\"")
        return {"suggestion": f'"{inside}"'} if value.endswith("'") else {}
    words = re.sub(r'(?<!\w)"(?=\w)(?P<words>[^"]*)"', "« \\g<words> »", value.removesuffix('"'))
    words = words.replace('"', "", 1) if words.count('"') == 1 else words
    return {} if '"' in words else {"suggestion": f'"{words}"'}


def _smart_quotes_off(value: str) -> str:
    return value[1:-1] if value[:1] in "“„" and value[-1:] in "”“" and len(value) > 2 else value


def _reserved(case: _Case) -> Diagnostic | None:
    starts = ("cannot start any token", "expected the node content", "mapping keys are not")
    scans = ("an alias", "an anchor", "a tag", "a block scalar", "a directive")
    if not case.problem or not (
        any(words in case.problem for words in starts)
        or any(words in case.context for words in scans)
    ):
        return None
    mark = case.mark if any(words in case.problem for words in starts) else case.opened
    char = case.line(mark.line)[mark.column : mark.column + 1]
    return case.at_mark(mark, "C116", character=char) if char else None


def _short(line: str) -> str:
    words = line.strip()
    return words if len(words) <= 40 else words[:39] + "…"


_MISTAKES: tuple[Callable[[_Case], Diagnostic | None], ...] = (
    _tab,
    _hard_space,
    _false_item,
    _open_quote,
    _open_bracket,
    _escape,
    _glued_colon,
    _no_colon,
    _colon_in_value,
    _indentation,
    _list_on_key_line,
    _after_closing,
    _reserved,
)
