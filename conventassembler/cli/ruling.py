"""The command `rule`: what a code means, why it is told, and what to type instead."""

import json
import re
from collections import defaultdict
from itertools import takewhile
from pathlib import Path
from textwrap import shorten

import click

from conventassembler.cli.completing import codes as all_codes
from conventassembler.cli.completing import completing
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, give, refuse
from conventassembler.cli.language import spoken
from conventassembler.cli.page import STEP, Page, width
from conventassembler.cli.texts import text
from conventassembler.diagnostics import CODES, Code, Diagnostic, Position, fault
from conventassembler.diagnostics.pages import pages
from conventassembler.diagnostics.wording import readable, severity_word

FORMAT = 1
"""Version of the JSON; it grows when a key changes its meaning."""


_ENOUGH = 3
"""Signs that a known code must begin alike to be proposed: « C10 » of « C109x »."""
_PARTS = {"said": "message", "remedy": "remedy", "why": "why", "bad": "bad", "good": "good"}
"""The parts of a page by their titles, and where the projection of a code has them."""


@click.command("rule", help=text("rule"), short_help=text("rule-short"))
@click.argument("codes", metavar="[CODE]...", nargs=-1, shell_complete=completing(all_codes))
@click.option("--json", "as_json", is_flag=True, help=text("json"))
@WORKSPACE
@LANGUAGE
def rule_command(
    codes: tuple[str, ...],
    as_json: bool,
    workspace: Path | None,  # noqa: ARG001 -- a code means the same in every workspace
    lang: str | None,
) -> None:
    """Print the pages of codes, or the list of all codes."""
    language = lang or spoken()
    named = [row_of(code) for code in codes]
    if unknown := [code for code, row in zip(codes, named, strict=True) if row is None]:
        refuse(tuple(_unknown(code) for code in unknown), language)
        raise SystemExit(2)
    rows = [row for row in named if row is not None]
    if as_json:
        told = [projection(row, language) for row in rows or _all()]
        give(json.dumps({"format": FORMAT, "rules": told}, ensure_ascii=False, indent=2))
        return
    page = Page(width())
    for row in rows:
        _write(page, row, language)
    if not rows:
        _list(page, language)
    click.echo("\n".join(page.lines))


def row_of(typed: str) -> Code | None:
    """Return the row that `typed` names: « C103 », « c103 » or « 103 »."""
    return CODES.get("C" + re.sub(r"^[Cc]", "", typed.strip()))


def _all() -> list[Code]:
    return [CODES[code] for code in sorted(CODES)]


def _unknown(typed: str) -> Diagnostic:
    """Return the finding that nothing has this code, with the one that is nearest."""
    wanted = "C" + re.sub(r"^[Cc]", "", typed.strip())
    begun = {code: _alike(code, wanted) for code in CODES}
    best = max(CODES, key=lambda code: (begun[code], -abs(len(code) - len(wanted)), code))
    suggestion = {"suggestion": best} if begun[best] >= _ENOUGH else {}
    return fault("C034", Position("rule", 0), typed=typed, **suggestion)


def projection(row: Code, language: str) -> dict[str, str]:
    """Return what is known of a code in values that JSON knows; what there is not is ""."""
    page = pages().get(row.code)
    return {
        "code": row.code,
        "severity": row.severity,
        "final": row.final or row.severity,
        "message": readable(row.message, language),
        "remedy": readable(row.remedy, language),
        "why": page.why(language) if page else "",
        "bad": page.bad if page else "",
        "good": page.good if page else "",
    }


def _alike(one: str, other: str) -> int:
    """Return how many signs two words have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _level(row: Code, language: str) -> str:
    word = severity_word(row.severity, language)
    if row.final is None or row.final is row.severity:
        return word
    return text("rule-final", language).format(level=word, final=severity_word(row.final, language))


def _write(page: Page, row: Code, language: str) -> None:
    """Write all that is known of a code; examples as they are typed, never wrapped."""
    told = projection(row, language)
    page.gap()
    page.item(text("rule-head", language).format(code=row.code, level=_level(row, language)))
    for part, name in _PARTS.items():
        if words := told[name]:
            page.gap()
            page.write(text(f"rule-{part}", language))
            if part in ("bad", "good"):
                page.lines += [f"{STEP}{line}".rstrip() for line in words.split("\n")]
            else:
                page.write(words, 1)


def _list(page: Page, language: str) -> None:
    """Write every code with its message on one line, family by family."""
    families: dict[str, list[Code]] = defaultdict(list)
    for row in _all():
        families[row.code[1]].append(row)
    for family, rows in families.items():
        page.gap()
        page.write(text(f"rule-family-{family}", language))
        for row in rows:
            words = shorten(readable(row.message, language), page.columns - 10, placeholder="…")
            page.lines.append(f"{STEP}{row.code}  {words}")
    page.gap()
    page.write(text("rule-more", language))
    page.item("conventassembler rule C103", 1)
