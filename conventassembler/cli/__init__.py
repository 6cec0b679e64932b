"""The command line: the only room that prints and exits.

Exit codes: 0 no error, 1 errors (warnings too with `--strict`), 2 misuse, 3 a fault of ours, 130
where Ctrl-C ended what was not to end so.
Nothing is loaded with the room itself: `again` tells what a run told before without the rest.
"""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from conventassembler.cli.program import cli
    from conventassembler.cli.running import main

__all__ = ["INTERRUPTED", "cli", "main"]

INTERRUPTED: Final = 130
"""What a shell expects of a program that Ctrl-C ended."""


def __getattr__(name: str) -> Any:
    """Return the group of the commands or the function that runs it, loaded when asked for."""
    if name == "cli":
        from conventassembler.cli.program import cli  # noqa: PLC0415 -- see above

        return cli
    if name == "main":
        from conventassembler.cli.running import main  # noqa: PLC0415 -- see above

        return main
    raise AttributeError(name)
