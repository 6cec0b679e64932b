"""The command line: the only room that prints and exits.

Exit codes: 0 no error, 1 errors (warnings too with `--strict`), 2 misuse, 3 a fault of ours.
"""

import io
import sys
import traceback

import click

from conventassembler import __version__
from conventassembler.cli.language import asked
from conventassembler.cli.program import cli
from conventassembler.cli.signs import HANDLER
from conventassembler.cli.texts import text

__all__ = ["cli", "main"]


def main() -> None:
    """Run the command line; a fault of ours is told in plain words, and exits with 3."""
    _say_what_can_be_said()
    try:
        cli(prog_name="conventassembler")
    except Exception:  # the last resort: whoever typed the command must be told whose fault it is
        traceback.print_exc()
        click.echo(
            "\n" + text("our-fault", asked(sys.argv[1:])).format(version=__version__), err=True
        )
        sys.exit(3)


def _say_what_can_be_said() -> None:
    """Let a sign that the terminal or the file has no code for be another, and stop nothing.

    On Windows, what is printed into a file or to another program is in an old code page.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=HANDLER)
