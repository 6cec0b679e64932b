"""The commands `build` and `check`."""

from pathlib import Path
from typing import Any

import click

from conventassembler.build import build
from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import FORMAT, LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.sending import asked, order_of, sending_options
from conventassembler.cli.texts import text
from conventassembler.editors import renew_schemas
from conventassembler.locking import filled_by_others
from conventassembler.sending import Order
from conventassembler.workspace import visible

_NAMES = click.argument(
    "names", metavar="[NAME]...", nargs=-1, shell_complete=completing(agreements)
)
_FINAL = click.option("--final", is_flag=True, help=text("check-final"))
_STRICT = click.option("--strict", is_flag=True, help=text("strict"))


@click.command("build", help=text("build"), short_help=text("build-short"))
@_NAMES
@sending_options
@WORKSPACE
@LANGUAGE
@_STRICT
@click.option("--force", is_flag=True, help=text("build-force"))
@FORMAT
def build_command(
    names: tuple[str, ...],
    *,
    workspace: Path | None,
    lang: str | None,
    strict: bool,
    force: bool,
    form: str,
    **options: Any,
) -> None:
    """Assemble, then write when nothing stands against it."""
    wanted = asked(options)
    desk = Desk(workspace, lang, final=wanted.going_out == "final", strict=strict, form=form)
    order, misused = order_of(wanted, desk.space)
    if misused:
        desk.tell(misused)
        raise SystemExit(2)
    folder = desk.space.shown(order.folder or desk.space.output)
    assembled = desk.assemble(names)
    if desk.stops(assembled.findings):
        code = desk.tell(assembled.findings)
        desk.say("kept", folder=folder)
        raise SystemExit(code)
    made = tuple(assembled.drafts)
    before = frozenset(path.stem for path in visible(desk.space.output, "*.docx"))
    with desk.holding(made, "build"):
        built = build(desk.space, assembled, order, strict=strict, force=force)
    told = (*filled_by_others(desk.space, made), *assembled.findings, *built.findings)
    code = desk.tell(told)
    if not built.files and assembled.drafts:
        desk.say("kept", folder=folder)
    renew_schemas(desk.space)
    for path in built.files:
        name = "written" if path in built.changed else "unchanged"
        desk.say(name, file=desk.space.shown(path))
    if names and built.files and not built.changed:
        desk.say("build-unchanged")
    if first := [name for name in made if built.files and name not in before]:
        _say_next(desk, order, first[0])
    raise SystemExit(code)


def _say_next(desk: Desk, order: Order, name: str) -> None:
    """Tell what to do with an agreement's first document: from then on, one knows."""
    if order.folder is None:
        desk.say(
            "build-next",
            file=desk.reached(desk.space.output / f"{name}.docx"),
            agreement=desk.reached(desk.space.agreement(name)),
            command=desk.typed("build", name),
        )


@click.command("check", help=text("check"), short_help=text("check-short"))
@_NAMES
@WORKSPACE
@LANGUAGE
@_FINAL
@_STRICT
@FORMAT
def check_command(
    names: tuple[str, ...],
    *,
    workspace: Path | None,
    lang: str | None,
    final: bool,
    strict: bool,
    form: str,
) -> None:
    """Assemble, tell, write nothing."""
    desk = Desk(workspace, lang, final=final, strict=strict, form=form)
    raise SystemExit(desk.tell(desk.assemble(names).findings))
