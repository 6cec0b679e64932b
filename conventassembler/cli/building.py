"""The commands `build` and `check`."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from conventassembler.agreement import Registry
from conventassembler.build import Assembled, Built, assemble, build, stock
from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import FORMAT, LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.renewing import tell_reasons
from conventassembler.cli.sending import asked, order_of, sending_options
from conventassembler.cli.taping import Taping
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Diagnostic
from conventassembler.editors.renewing import renew_schemas
from conventassembler.filenames import visible
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.locking import filled_by_others
from conventassembler.renewal import Renewal, keep, renewal
from conventassembler.sending import Order
from conventassembler.workspace import Workspace

_NAMES = click.argument(
    "names", metavar="[NAME]...", nargs=-1, shell_complete=completing(agreements)
)
_FINAL = click.option("--final", is_flag=True, help=text("check-final"))
_STRICT = click.option("--strict", is_flag=True, help=text("strict"))


_VERBOSE = click.option("-v", "--verbose", is_flag=True, help=text("build-verbose"))


@click.command("build", help=text("build"), short_help=text("build-short"))
@_NAMES
@sending_options
@WORKSPACE
@LANGUAGE
@_STRICT
@click.option("--force", is_flag=True, help=text("build-force"))
@_VERBOSE
@FORMAT
def build_command(
    names: tuple[str, ...],
    *,
    workspace: Path | None,
    lang: str | None,
    strict: bool,
    force: bool,
    verbose: bool,
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
    taping = None if verbose or order.folder else Taping(desk, workspace)
    chosen = desk.chosen(names)
    before = Renewal() if order.folder else renewal(desk.space, chosen, written=True)
    if verbose:
        tell_reasons(desk, chosen, before)
    run = _Run(names, order, strict=strict, force=force)
    raise SystemExit(run.make(desk, chosen, before, taping))


@dataclass(frozen=True, slots=True)
class _Run:
    """What one run of `build` is to do."""

    names: tuple[str, ...]
    """As they were typed."""
    order: Order
    strict: bool
    force: bool

    def make(
        self, desk: Desk, chosen: tuple[str, ...], before: Renewal, taping: Taping | None
    ) -> int:
        """Make what is not as it was, and tell what was found; return the exit code."""
        assembled = assemble(desk.space, chosen, before.kept)
        if desk.stops(assembled.findings):
            known = keep(desk.space, before, assembled)
            if taping and known:
                taping.keep(partial(self._stopped, assembled=assembled), assembled.logos, ())
            return self._stopped(desk, assembled)
        there = frozenset(path.stem for path in visible(desk.space.output, "*.docx"))
        with desk.holding(assembled.names, "build"):
            built = build(desk.space, assembled, self.order, strict=self.strict, force=self.force)
        held = filled_by_others(desk.space, assembled.names)
        code = self._tell(desk, assembled, built, held)
        renew_schemas(desk.space, read=partial(_shared, desk.space))
        self._list(desk, built)
        if first := [name for name in assembled.names if built.files and name not in there]:
            _say_next(desk, self.order, first[0])
        known = keep(desk.space, before, assembled, built)
        if taping and known and built.files and not held:
            taping.keep(partial(self._retold, assembled, built), assembled.logos, built.files)
        return code

    def _stopped(self, desk: Desk, assembled: Assembled) -> int:
        code = desk.tell(assembled.findings)
        desk.say("kept", folder=desk.space.shown(self.order.folder or desk.space.output))
        return code

    def _tell(
        self, desk: Desk, assembled: Assembled, built: Built, held: tuple[Diagnostic, ...] = ()
    ) -> int:
        """Tell what was found; return the exit code."""
        code = desk.tell((*held, *assembled.findings, *built.findings))
        if not built.files and assembled.names:
            desk.say("kept", folder=desk.space.shown(self.order.folder or desk.space.output))
        return code

    def _retold(self, assembled: Assembled, built: Built, desk: Desk) -> int:
        """Tell what a run with nothing to do tells."""
        code = self._tell(desk, assembled, built)
        self._list(desk, replace(built, changed=frozenset()))
        return code

    def _list(self, desk: Desk, built: Built) -> None:
        """Tell which files there are now."""
        for path in built.files:
            name = "written" if path in built.changed else "unchanged"
            desk.say(name, file=desk.space.shown(path))
        if self.names and built.files and not built.changed:
            desk.say("build-unchanged")


def _shared(space: Workspace) -> tuple[Library, Registry]:
    """Return what the editors propose from, as the acts were made of it."""
    shared = stock(space)
    return shared.library, shared.registry


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
    taping = Taping(desk, workspace)
    chosen = desk.chosen(names)
    before = renewal(desk.space, chosen, written=False)
    assembled = assemble(desk.space, chosen, before.kept)
    code = desk.tell(assembled.findings)
    if keep(desk.space, before, assembled) and chosen:
        taping.keep(lambda again: again.tell(assembled.findings), assembled.logos, ())
    raise SystemExit(code)
