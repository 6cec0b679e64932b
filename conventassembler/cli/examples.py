"""One or more examples for the help of each command: what a reader copies and changes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import click

from conventassembler.cli.texts import text

_PROGRAM: Final = "conventassembler"

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "init": ("init mes-conventions",),
        "list": ("list", "list models", "list duree/tacite"),
        "new": ("new protocole-territorial longvic-2027",),
        "fill": ("fill longvic", "fill longvic --from valeurs.xlsx --row 3"),
        "check": ("check", "check longvic", "check longvic --final"),
        "build": (
            "build longvic",
            "build longvic --status relecture --version 3 --pdf",
            "build longvic --final --pages --pdfa",
        ),
        "batch": (
            "batch longvic --data communes.xlsx",
            "batch longvic --data communes.csv --named {parties.commune.nom} --keep-going",
        ),
        "watch": ("watch longvic",),
        "preview": ("preview longvic",),
        "explain": ('explain longvic "article 6"', 'explain longvic "préavis de trois mois"'),
        "rule": ("rule C701",),
        "try": ("try duree/tacite", "try duree/tacite --with années=4"),
        "forms": ("forms longvic/commune", "forms maire"),
        "template": ("template list", "template new gabarit-mairie"),
        "template list": ("template list",),
        "template new": ("template new gabarit-mairie --from classique",),
        "template check": ("template check gabarit-mairie",),
        "upgrade": ("upgrade --dry-run", "upgrade longvic"),
        "schema": ("schema", "schema --write"),
        "menu": ("menu",),
        "doctor": ("doctor", "doctor --json"),
    }
)
"""By the words of the command; each is typed behind the name of the program."""


def add_examples(command: click.Command, words: str = "") -> None:
    """Put the examples of `command`, and of those below it, at the end of their help."""
    path = f"{words} {command.name}".strip()
    if lines := EXAMPLES.get(path):
        title = text("examples" if len(lines) > 1 else "example")
        command.epilog = "\n".join(["\b", title, *(f"  {_PROGRAM} {line}" for line in lines)])
    if isinstance(command, click.Group):
        for one in command.commands.values():
            add_examples(one, path)
