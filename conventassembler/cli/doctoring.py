"""The command `doctor`: what this computer has, what each thing is for, and how to get it."""

import json
import sys
from pathlib import Path

import click

from conventassembler.cli.desk import LANGUAGE, WORKSPACE, current_folder, give
from conventassembler.cli.doctor_texts import OTHERWISE
from conventassembler.cli.language import spoken
from conventassembler.cli.page import Page, width
from conventassembler.cli.texts import text
from conventassembler.doctor import Item, check_up
from conventassembler.workspace import find_workspace

FORMAT = 1
"""Version of the JSON; it grows when a key changes its meaning."""


@click.command("doctor", help=text("doctor"), short_help=text("doctor-short"))
@click.option("--json", "as_json", is_flag=True, help=text("json"))
@WORKSPACE
@LANGUAGE
def doctor_command(as_json: bool, workspace: Path | None, lang: str | None) -> None:
    """Tell what is there and what is not; this is no fault, and the exit code is 0."""
    language = lang or spoken()
    space = find_workspace(workspace or current_folder(language))
    items = tuple(check_up(space, sys.stdout.encoding or "ascii"))
    if as_json:
        give(json.dumps(_projected(items, language), ensure_ascii=False, indent=2))
        return
    page = Page(width())
    for item in items:
        name, remedy = OTHERWISE.get((item.key, item.state), (f"doctor-{item.key}", ""))
        state = text(f"doctor-{item.state}", language)
        page.item(f"{state} {_said(name, item, language)}")
        if remedy:
            page.item("→ " + _said(remedy, item, language), 1)
    page.gap()
    page.write(_said("doctor-language", Item("", "good", language), language))
    click.echo("\n".join(page.lines))


def _said(name: str, item: Item, language: str) -> str:
    return text(name, language).format(value=item.value, other=item.other)


def _projected(items: tuple[Item, ...], language: str) -> dict[str, object]:
    """Return what programs read."""
    return {
        "format": FORMAT,
        "language": language,
        "items": [item._asdict() for item in items],
    }
