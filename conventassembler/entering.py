"""Where the program is entered: before the command line, whose loading takes a moment."""

import sys

_INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""


def main() -> None:
    """Run the command line; who presses Ctrl-C, while it is loaded too, sees no trace of ours."""
    try:
        from conventassembler.cli.again import told_again  # noqa: PLC0415 -- Ctrl-C meanwhile

        if (code := told_again(sys.argv[1:])) is not None:
            sys.exit(code)
        from conventassembler.cli import main as run  # noqa: PLC0415 -- as above

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
