"""A compiled clause is run: its template says what it says, one thing after the other.

That is the number of a run of operations, a value shown by a tag, or one turn of a loop. A fault in
an expression ends it; it is told at the tag, never as a traceback.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Protocol, cast

from jinja2 import Template
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.clause import program
from conventassembler.draft.clause.program import CompiledClause
from conventassembler.draft.clause.said import Said
from conventassembler.draft.clause.sandbox import FILE, MissingError, template_of
from conventassembler.draft.clause.shown import Filters, UnshowableError
from conventassembler.keeping import recalled
from conventassembler.nearness import close_matches
from conventassembler.source import identifier
from conventassembler.values import BlankUsedError, ClauseError

LONGEST = 100_000
"""Things that one clause says, and characters or items of one value that a clause makes."""
_OVER = object()
_LARGEST_BITS = 4096
_ALIKE = 0.75


class Taker(Protocol):
    """What takes what a clause says."""

    said: list[Said]
    """All that was said, in order."""
    last: int
    """The tag that said something last."""

    def show(self, tag: int, value: object) -> Said | None:
        """Return what a `{{ }}` says of a value; None where that is nothing."""

    def turn(self, tag: int, element: object) -> str:
        """Return what names the element that a loop turns to."""


class TooLargeError(Exception):
    """A clause makes more than any act could hold."""


def run(
    clause: CompiledClause, context: Mapping[str, object], filters: Filters, taker: Taker
) -> None:
    """Have `taker` take all that a clause says.

    Raises:
        FaultError: an expression cannot be computed; it holds the diagnostic.
    """
    if not clause.tags:
        taker.said.extend(range(len(clause.runs)))
        return
    template = _template(clause, filters)
    ours = {program.SHOW: taker.show, program.TURN: taker.turn, program.KEEP: _keep}
    names = Context(template.environment, {**template.globals, **context, **ours}, None, {})
    take = taker.said.append
    try:
        said = cast(Iterator[Said | None], template.root_render_func(names))
        for event in islice(said, LONGEST):
            if event is not None:
                take(event)
        if next(said, _OVER) is not _OVER:
            raise TooLargeError
    except Exception as error:
        tag = _tag_of(error, clause, template, taker.last)
        raise FaultError(diagnose(error, clause, tag, context)) from error


@recalled
def _template(clause: CompiledClause, filters: Filters) -> Template:
    return template_of(clause.template, clause.filters, tuple(filters.items()), clause.code)


class FaultError(Exception):
    """A fault that ends the rendering of a clause."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def _keep(_tag: int, value: object) -> object:
    """Return a value that a clause sets, unless it is larger than any act needs."""
    large = isinstance(value, str | list | tuple | dict) and len(value) > LONGEST
    if large or (isinstance(value, int) and value.bit_length() > _LARGEST_BITS):
        raise TooLargeError
    return value


def _tag_of(error: Exception, clause: CompiledClause, template: Template, last: int) -> int:
    """Return the tag at work when `error` was raised; `last` when none of the template was."""
    from traceback import walk_tb  # noqa: PLC0415 -- for faults alone

    lines = [
        line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == FILE
    ]
    if not lines:
        return last
    line = template.get_corresponding_lineno(lines[-1])
    return clause.lines[min(line, len(clause.lines)) - 1]


def diagnose(
    error: Exception, clause: CompiledClause, tag: int, context: Mapping[str, object]
) -> Diagnostic:
    """Return what `error`, raised by a tag, says to whoever wrote the clause or the agreement."""
    place = clause.tags[tag]
    position = Position(clause.file, place.line, place.column)
    if isinstance(error, BlankUsedError):
        blank = error.blank
        typed = blank.origin.position or position
        return fault("C501", typed, path=blank.label or blank.origin.path, tag=place.text)
    if isinstance(error, ClauseError):
        return fault(error.code, position, **error.arguments)
    if isinstance(error, MissingError):
        return fault("C350", position, tag=place.text, **_missing(error, context))
    codes = {SecurityError: "C353", TooLargeError: "C354", UnshowableError: "C351"}
    code = next((code for kind, code in codes.items() if isinstance(error, kind)), "C352")
    return fault(code, position, tag=place.text, problem=error)


def _missing(error: MissingError, context: Mapping[str, object]) -> dict[str, str]:
    """Return the name that does not exist, those that do, and the nearest of them."""
    owner = context if error.owner is None else error.owner
    known = owner if isinstance(owner, Mapping) else _own_names(owner)
    names = sorted(str(name) for name in known if not str(name).startswith("_"))
    # « La_nom » is nearer to « Le_nom » than to « au_nom »: of near names, the same initial first.
    folded = [name for name in names if identifier(name) == identifier(error.name)]
    near = folded or close_matches(error.name, names, cutoff=_ALIKE)
    near = sorted(near, key=lambda name: name[0].lower() != error.name[0].lower())
    extra = {"suggestion": near[0]} if near else {}
    return {"name": error.name, "known": ", ".join(names) or "–", **extra}


def _own_names(owner: object) -> list[str]:
    """Return what a clause may ask of `owner`: what our classes say; a plain value has nothing."""
    return dir(owner) if "__dir__" in vars(type(owner)) else []
