"""The command `preview`: the acts in a browser of this computer, renewed as files are saved."""

import webbrowser
from pathlib import Path
from time import sleep

import click

from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.texts import text
from conventassembler.cli.watching import chosen
from conventassembler.diagnostics import Position, fault
from conventassembler.making import Findings
from conventassembler.preview import EDITORS, Board, Pages, Server, address, open_server
from conventassembler.watching import Bench, benches


class Port(click.IntRange):
    """The number of a port; its bounds are told as people write them."""

    def _describe_range(self) -> str:
        return f"{self.min}-{self.max}"


_PORT = click.option("--port", type=Port(1, 65535), metavar="PORT", help=text("preview-port"))
_OPEN = click.option("--open", "opens", is_flag=True, help=text("preview-open"))
_EDITOR = click.option(
    "--editor",
    type=click.Choice(tuple(EDITORS)),
    help=text("preview-editor"),
)


@click.command("preview", help=text("preview"), short_help=text("preview-short"))
@click.argument("name", metavar="[NAME]", required=False, shell_complete=completing(agreements))
@_PORT
@_OPEN
@_EDITOR
@WORKSPACE
@LANGUAGE
def preview_command(
    name: str | None,
    *,
    port: int | None,
    opens: bool,
    editor: str | None,
    workspace: Path | None,
    lang: str | None,
) -> None:
    """Serve, and make anew what changes, until Ctrl-C."""
    desk = Desk(workspace, lang)
    first = desk.choose((name,))[0] if name else ""
    show = Show(desk, port or 0, editor or "")
    try:
        for bench in benches(desk.space, chosen(desk.space, ()), show.pause):
            if show.put(bench):
                _say_where(show.address + (address(first) if first else "/"), desk, opens=opens)
    except KeyboardInterrupt:
        desk.say("watch-ends")
    finally:
        show.stop()


class Show:
    """The server of one preview, which starts once there is something to show."""

    def __init__(self, desk: Desk, port: int, editor: str) -> None:
        self.desk = desk
        self.port = port
        self.editor = editor
        self.served: Server | None = None

    @property
    def address(self) -> str:
        """Where it is; empty until it is there."""
        return self.served.address if self.served else ""

    def put(self, bench: Bench | Findings) -> bool:
        """Show a state, or tell why there is none; tell whether it is the first."""
        if not isinstance(bench, Bench):
            self.desk.tell(bench)
        elif self.served:
            self.served.pages.board.publish(bench)
        else:
            pages = Pages(Board(bench), self.desk.space.root, self.desk.language, self.editor)
            self.served = _serve(self.port, pages, self.desk)
            return True
        return False

    def pause(self, seconds: float) -> None:
        """Wait; a fault of ours on the threads of the server is ours here too."""
        sleep(seconds)
        if self.served and self.served.fault:
            raise self.served.fault

    def stop(self) -> None:
        """Free the port."""
        if self.served:
            self.served.stop()


def _serve(port: int, pages: Pages, desk: Desk) -> Server:
    """Return the server, started; a port that is not to be had is misuse."""
    try:
        served = open_server(port, pages)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        desk.tell((fault("C060", Position("--port", 0), port=port, reason=reason),))
        raise SystemExit(2) from None
    served.start()
    return served


def _say_where(where: str, desk: Desk, *, opens: bool) -> None:
    desk.say("preview-at", address=where)
    desk.say("preview-ends")
    if opens and not webbrowser.open(where):
        desk.tell((fault("C062", Position("--open", 0), address=where),))
