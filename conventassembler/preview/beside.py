"""Findings -> remarks beside the text: each stands where the act shows what it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import get_args

from conventassembler.checks.typed import origins
from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.diagnostics.wording import message, remedy, severity_word, translator
from conventassembler.draft.called import called
from conventassembler.draft.resolve import Resolved
from conventassembler.frozen import dataclass
from conventassembler.making import Findings
from conventassembler.preview.anchors import Anchor, Anchors, anchors
from conventassembler.preview.editors import editor_link
from conventassembler.values import Origin
from conventassembler.watching import Made
from conventassembler.writers.html import Convention, Lack, Margin, Remark, write_html
from conventassembler.writers.html.margin import Grave
from conventassembler.writers.html.tags import anchor as named
from conventassembler.writers.page_texts import PAGE_TEXTS

_BLANK = "C701"
"""The finding that a value is still to be given."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the page is to speak."""

    language: str
    root: Path
    """The workspace."""
    editor: str = ""
    """Name of the editor that places lead to; empty: they lead nowhere."""
    notes_title: str = ""
    contents_title: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    finding: Diagnostic
    remark: Remark
    at: Anchor | None


def convention(name: str, made: Made, findings: Findings, manner: Manner) -> Convention:
    """Return the agreement `name` as the page shows it, with `findings` beside its text."""
    good = made.good
    draft, resolved = good.draft, good.resolved
    if draft is None or resolved is None:
        placed = _placed(findings, Anchors(()), manner)
        remarks = tuple(one.remark for one in placed)
        return Convention(name, None, False, remarks, remarks, tuple(_lacks(placed)))
    places = origins(resolved)
    placed = _placed(findings, anchors(draft, resolved, places), manner)
    shown = {path: _shown(place) for path, place in places.items()}
    blanks = {
        one.at.blank: one.remark.id
        for one in reversed(placed)
        if one.at and one.at.blank and one.finding.code == _BLANK
    }
    margin = Margin(
        _by_block(placed),
        shown,
        blanks,
        manner.notes_title,
        manner.contents_title,
        called=called(resolved),
        titles=dict(_titles(resolved)),
        deduced=translator(manner.language)(PAGE_TEXTS["page-deduced"]),
    )
    return Convention(
        name,
        write_html(draft, margin),
        made.draft is None,
        tuple(one.remark for one in placed if one.at is None),
        tuple(one.remark for one in placed),
        tuple(_lacks(placed)),
    )


def _titles(resolved: Resolved) -> Iterator[tuple[str, str]]:
    """Yield the heading of each entry with the place where its words were typed."""
    for instance in resolved.instances:
        origin = getattr(instance.title, "origin", None)
        if isinstance(origin, Origin) and origin.position:
            yield instance.id, _shown(origin.position)


def _placed(findings: Findings, known: Anchors, manner: Manner) -> Sequence[_Placed]:
    return [_one(finding, n, known, manner) for n, finding in enumerate(findings, 1)]


def _one(finding: Diagnostic, number: int, known: Anchors, manner: Manner) -> _Placed:
    at = known.at(finding.position)
    language = manner.language
    word, advice = _judged(finding, language)
    remark = Remark(
        f"n-{number}",
        _grave(finding),
        word,
        finding.code,
        message(finding, language),
        advice,
        _shown(finding.position),
        editor_link(manner.editor, manner.root, finding.position),
        _target(at),
    )
    return _Placed(finding, remark, at)


def _judged(finding: Diagnostic, language: str) -> tuple[str, str]:
    """Return how a finding is called and what to do about it; why, where it is accepted."""
    if not finding.accepted:
        return severity_word(finding.severity, language), remedy(finding, language)
    say = translator(language)
    reason = say(PAGE_TEXTS["page-reason"]).format(reason=finding.accepted)
    return say(PAGE_TEXTS["page-accepted"]), reason


def _grave(finding: Diagnostic) -> Grave:
    return next(one for one in get_args(Grave) if one == finding.severity.value)


def _target(at: Anchor | None) -> str:
    if at is None:
        return ""
    return named("b", at.blank) if at.blank else named("t", at.block)


def _shown(place: Position) -> str:
    return f"{place.file}:{place.line}" if place.line else place.file


def _by_block(placed: Iterable[_Placed]) -> dict[str, tuple[Remark, ...]]:
    """Return the remarks by block; one remedy in a row stands once, below the last of them."""
    blocks: dict[str, list[Remark]] = {}
    for one in placed:
        if one.at:
            blocks.setdefault(one.at.block, []).append(one.remark)
    return {block: tuple(_advised(found)) for block, found in blocks.items()}


def _advised(remarks: list[Remark]) -> Iterator[Remark]:
    for one, after in pairwise((*remarks, None)):
        if one is not None:
            yield replace(one, remedy="") if after and after.remedy == one.remedy else one


def _lacks(placed: Iterable[_Placed]) -> Iterator[Lack]:
    for one in placed:
        if one.finding.code == _BLANK:
            yield Lack(one.finding.arguments["label"], one.remark.target or one.remark.id)
