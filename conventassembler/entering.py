"""Where the program is entered: before the command line, whose loading takes a moment."""

import gc
import sys

_RARELY = (20_000, 50, 100)
"""Objects made, and looks at the younger ones, before Python looks for garbage once more."""
_INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""


def main() -> None:
    """Run the command line; who presses Ctrl-C, while it is loaded too, sees no trace of ours."""
    # What a run reads and makes it holds to its end: to look through it again and again for objects
    # that hold each other, and nothing else, took a seventh of `check` and found next to nothing.
    gc.set_threshold(*_RARELY)
    try:
        from conventassembler.cli.again import told_again  # noqa: PLC0415 -- Ctrl-C meanwhile

        if (code := told_again(sys.argv[1:])) is not None:
            sys.exit(code)
        from conventassembler.cli import main as run  # noqa: PLC0415 -- as above

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
