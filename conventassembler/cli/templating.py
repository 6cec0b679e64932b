"""The commands `template list`, `template new` and `template check`: the looks of Word files."""

from collections.abc import Iterator
from pathlib import Path

import click

from conventassembler.cli.completing import completing, templates
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.page import STEP
from conventassembler.cli.shell import shell_word
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filenames import visible
from conventassembler.review.template import check_template
from conventassembler.settings.reading import load_settings
from conventassembler.stationery import (
    ENDINGS,
    Stationery,
    chosen_name,
    is_shipped,
    named,
    names,
    new_template,
    own_templates,
    read_template,
)
from conventassembler.workspace import write_files
from conventassembler.writers.word import DEFAULT

NEXT = ("template-open", "template-styles", "template-keep", "template-check", "template-choose")
"""What to do with a new template, in order."""
_FROM = click.option(
    "--from", "source", metavar="NAME", default=DEFAULT, help=text("template-from")
)


@click.group("template", help=text("template"), short_help=text("template-short"))
def template_command() -> None:
    """Gather the commands about house templates."""


@template_command.command(
    "list", help=text("template-list"), short_help=text("template-list-short")
)
@WORKSPACE
@LANGUAGE
def list_command(workspace: Path | None, lang: str | None) -> None:
    """Print the names, each with where it is; a star marks that of the house."""
    desk = Desk(workspace, lang)
    settings, _ = load_settings(desk.space.settings, desk.space.shown(desk.space.settings))
    house = chosen_name(desk.space, settings.template)
    own = own_templates(desk.space)
    for name in names(desk.space):
        place = desk.space.shown(own[name]) if name in own else desk.text("template-shipped")
        line = f"{name}  ({place})"
        click.echo(line + "  " + desk.text("template-house") if name == house else line)


@template_command.command("new", help=text("template-new"), short_help=text("template-new-short"))
@click.argument("name")
@_FROM
@WORKSPACE
@LANGUAGE
def new_command(name: str, source: str, workspace: Path | None, lang: str | None) -> None:
    """Write a copy to edit in Word, and tell what to do with it."""
    desk = Desk(workspace, lang)
    path, refused = new_template(desk.space, name)
    replaced = path is not None and is_shipped(path.stem)
    copied, unknown = named(desk.space, source, Position("--from", 0))
    if path is None or copied is None:
        desk.tell((*refused, *unknown))
        raise SystemExit(2)
    _, unwritten = write_files({path: copied.template}, desk.space)
    if unwritten:
        raise SystemExit(desk.tell(unwritten))
    desk.say("created", file=desk.space.shown(path))
    if replaced:
        desk.say("template-replaces", file=desk.space.shown(path), name=path.stem)
    desk.say("template-next")
    said = {"file": desk.space.shown(path), "name": shell_word(path.stem)}
    said["line"] = f'gabarit = "{path.stem}"'
    for number, step in enumerate(NEXT, start=1):
        click.echo(f"{STEP}{number}. {desk.text(step).format(**said)}")


@template_command.command(
    "check", help=text("template-check-help"), short_help=text("template-check-short")
)
@click.argument("names", metavar="[NAME|FILE]...", nargs=-1, shell_complete=completing(templates))
@WORKSPACE
@LANGUAGE
@click.option("--strict", is_flag=True, help=text("template-strict"))
def check_command(
    names: tuple[str, ...], workspace: Path | None, lang: str | None, strict: bool
) -> None:
    """Tell all that the templates lack, and where."""
    desk = Desk(workspace, lang, strict=strict)
    wanted = [_wanted(name, desk) for name in names] if names else list(_own(desk))
    if not wanted:
        desk.say("template-none")
        return
    if missing := [one for paper, found in wanted if paper is None for one in found]:
        desk.tell(tuple(missing))
        raise SystemExit(2)
    papers = [paper for paper, _ in wanted if paper is not None]
    findings = [one for paper in papers for one in check_template(paper.template, paper.name)]
    raise SystemExit(desk.tell(tuple(findings)))


_Read = tuple[Stationery | None, tuple[Diagnostic, ...]]


def _own(desk: Desk) -> Iterator[_Read]:
    """Yield the templates of the workspace, those too that Word cannot have meant as one."""
    folder = desk.space.templates
    files = sorted(path for ending in ENDINGS for path in visible(folder, f"*{ending}"))
    for path in files:
        if not path.name.startswith("~$"):
            yield read_template(path, desk.space.shown(path))


def _wanted(typed: str, desk: Desk) -> _Read:
    """Return the template of that name, or the file that a path leads to."""
    path = Path(typed)
    if path.is_file():
        return read_template(path, desk.space.shown(path.absolute()))
    if path.suffix.lower() in ENDINGS and len(path.parts) > 1:
        here = desk.space.root / path
        if here.is_file():
            return read_template(here, desk.space.shown(here))
        return None, (fault("C002", Position(path.as_posix(), 0), file=path.as_posix()),)
    return named(desk.space, typed, Position(typed, 0))
