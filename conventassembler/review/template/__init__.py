"""A house template -> all that it lacks, and where: what `template check` tells.

What stops a build is found by the same functions as the build has; the rest is seen here alone.
"""

from collections.abc import Iterator, Mapping

from conventassembler.diagnostics import Diagnostic, Position, Severity, fault
from conventassembler.review.template.looks import looks
from conventassembler.review.template.marks import marks
from conventassembler.writers.word.fallbacks import complete, lacking
from conventassembler.writers.word.finish import findings
from conventassembler.writers.word.numbering import Numbering
from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.parts import DOCUMENT, NUMBERING, STYLES
from conventassembler.writers.word.shell import NO_NUMBERING, compile_shell, fill
from conventassembler.writers.word.slot import slot_faults
from conventassembler.writers.word.styles import read_styles
from conventassembler.writers.word.tags import NAMES
from conventassembler.writers.word.verifying import verify_form
from conventassembler.writers.word.xml import parse

_UNREADABLE = {"C602", "C614"}
"""The findings after which there is nothing to look at."""
_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def check_template(data: bytes, file: str) -> tuple[Diagnostic, ...]:
    """Return every finding about the house template `data`, the gravest first.

    `file` is the name that they are placed in.
    """
    shell, found = compile_shell(data, file)
    if any(one.code in _UNREADABLE for one in found):
        return found
    where = Position(file, 0)
    if shell is not None:
        filled, found = fill(shell, dict.fromkeys(NAMES, "x"), file)
        found += findings(verify_form(filled), filled, file, where) if filled else ()
    members = {NUMBERING: NO_NUMBERING, **read_members(data)}
    told = (*found, *_lacks(members, where), *marks(members, where), *looks(members, where))
    return tuple(sorted(_once(told), key=lambda one: _GRAVITY.index(one.severity)))


def _lacks(members: Mapping[str, bytes], where: Position) -> Iterator[Diagnostic]:
    """Yield what else stops a build, and the styles that something stands in for."""
    sheet = parse(members[STYLES])
    later = lacking(sheet)
    complete(sheet)
    styles, missing = read_styles(sheet, where.file)
    yield from missing
    for name in Numbering(parse(members[NUMBERING]), styles).missing():
        yield fault("C606", where, style=name)
    yield from slot_faults(parse(members[DOCUMENT]), where)
    for name in later:
        yield fault("C619", where, style=name)


def _once(found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Yield the findings; braces of a tag that was told already are no other fault."""
    tags = {_place(one) for one in found if one.code == "C603"}
    for one in found:
        if one.code != "C613" or _place(one) not in tags:
            yield one


def _place(finding: Diagnostic) -> tuple[str | None, ...]:
    return tuple(finding.arguments.get(name) for name in ("story", "paragraph"))
