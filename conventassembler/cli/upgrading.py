"""The command `upgrade`: names that the library changed, changed in the files that use them."""

from contextlib import nullcontext
from pathlib import Path

import click

from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.texts import text
from conventassembler.library.loader import load_library
from conventassembler.upgrade import Upgrade, upgrade
from conventassembler.workspace import write_files


@click.command("upgrade", help=text("upgrade"), short_help=text("upgrade-short"))
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=completing(agreements))
@WORKSPACE
@LANGUAGE
@click.option("--dry-run", is_flag=True, help=text("dry-run"))
def upgrade_command(
    names: tuple[str, ...], workspace: Path | None, lang: str | None, dry_run: bool
) -> None:
    """Rename, and tell each change; the other faults of the files are the affair of `check`."""
    desk = Desk(workspace, lang)
    chosen = desk.choose(names)
    library, _ = load_library(desk.space.clauses, desk.space.root)
    with nullcontext() if dry_run else desk.holding(chosen, "upgrade"):
        wanted = upgrade(desk.space, library, chosen, whole=not names)
        if not dry_run:
            _write(desk, wanted)
    _tell(desk, wanted, "to-upgrade" if dry_run else "upgraded")
    code = desk.tell(wanted.findings) if wanted.findings else 0
    raise SystemExit(code or int(dry_run and bool(wanted.edits)))


def _write(desk: Desk, wanted: Upgrade) -> None:
    """Write all the files, or tell why not and stop."""
    _, refused = write_files(wanted.files, desk.space)
    if refused:
        desk.tell(refused)
        desk.say("not-upgraded")
        raise SystemExit(1)


def _tell(desk: Desk, wanted: Upgrade, total: str) -> None:
    for edit in wanted.edits:
        click.echo(f"{edit.position}: {edit.old} → {edit.new}")
    if wanted.edits:
        desk.say(total, count=len(wanted.files))
    elif not wanted.findings:
        desk.say("up-to-date")
