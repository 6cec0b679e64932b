"""Commands that are loaded when somebody asks for them: a short command starts in a short time.

Whoever types `build` waits for what `build` needs, and not for the server of the preview.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

Prepare = Callable[[click.Command], object]


class Commands(dict[str, click.Command | None]):
    """Commands by name, each loaded at its first use; None within stands for one not loaded."""

    def __init__(self, places: Mapping[str, str], prepare: Prepare) -> None:
        """Take where each is declared, `building:build_command`, and what is done to it once."""
        super().__init__(dict.fromkeys(places))
        self._places = dict(places)
        self._prepare = prepare

    def __getitem__(self, name: str) -> click.Command:
        command = super().__getitem__(name)
        if command is None:
            module, _, attribute = self._places[name].partition(":")
            command = getattr(import_module(f"conventassembler.cli.{module}"), attribute)
            self._prepare(command)
            self[name] = command
        return command

    def get(self, name: str, default: Any = None) -> Any:
        """Return the command, or `default` where there is none of that name."""
        return self[name] if name in self else default  # noqa: SIM401 -- this is that `get`

    def items(self) -> Any:
        """Return all, loaded."""
        return {name: self[name] for name in self}.items()

    def values(self) -> Any:
        """Return all, loaded."""
        return {name: self[name] for name in self}.values()
