"""The command line: the only room that prints and exits.

Exit codes: 0 no error, 1 errors (warnings too with `--strict`), 2 misuse, 3 a fault of ours.
"""

import sys
import traceback

import click

from conventassembler import __version__
from conventassembler.cli.program import cli
from conventassembler.cli.texts import speak_for_click, text

__all__ = ["cli", "main"]


def main() -> None:
    """Run the command line; a fault of ours is told in plain words, and exits with 3."""
    speak_for_click()
    try:
        cli(prog_name="conventassembler")
    except Exception:  # the last resort: whoever typed the command must be told whose fault it is
        traceback.print_exc()
        click.echo("\n" + text("our-fault").format(version=__version__), err=True)
        sys.exit(3)
