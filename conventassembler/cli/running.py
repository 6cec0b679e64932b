"""One run of the program, from the words of the command line to its exit code."""

import sys

import click

from conventassembler import __version__
from conventassembler.caching.runs import key_of
from conventassembler.cli.again import CUT_OFF, fall_silent, is_cut_off
from conventassembler.cli.beginning import tables
from conventassembler.cli.language import asked
from conventassembler.cli.program import cli
from conventassembler.cli.signs import say_what_can_be_said
from conventassembler.cli.texts import text


def main() -> None:
    """Run the command line; a fault of ours is told in plain words, and exits with 3."""
    say_what_can_be_said()
    try:
        with tables():
            cli(prog_name="conventassembler", obj=key_of(sys.argv[1:]))
    except Exception as problem:  # the last resort: whose fault it is must be told
        if isinstance(problem, OSError) and is_cut_off(problem):
            fall_silent()
            sys.exit(CUT_OFF)
        import traceback  # noqa: PLC0415 -- it is hoped that no run needs it

        traceback.print_exc()
        click.echo(
            "\n" + text("our-fault", asked(sys.argv[1:])).format(version=__version__), err=True
        )
        sys.exit(3)
