"""The program: its commands, in the order in which a newcomer meets them."""

from types import MappingProxyType
from typing import Final

import click

from conventassembler import __version__
from conventassembler.cli.speaking import SpokenGroup
from conventassembler.cli.texts import text

COMMANDS: Final = MappingProxyType(
    {
        "init": "starting:init_command",
        "list": "listing:list_command",
        "new": "drafting:new_command",
        "fill": "filling:fill_command",
        "check": "building:check_command",
        "build": "building:build_command",
        "batch": "batching:batch_command",
        "watch": "watching:watch_command",
        "preview": "previewing:preview_command",
        "explain": "explaining:explain_command",
        "rule": "ruling:rule_command",
        "try": "trying:try_command",
        "forms": "forming:forms_command",
        "template": "templating:template_command",
        "upgrade": "upgrading:upgrade_command",
        "schema": "editing:schema_command",
        "menu": "menu:menu_command",
        "doctor": "doctoring:doctor_command",
    }
)
"""Module and name of each, below `cli/`; its words in the list of the help are `NAME-short`."""


@click.group(cls=SpokenGroup, help=text("program"))
@click.version_option(__version__, message="%(prog)s %(version)s", help=text("version"))
def cli() -> None:
    """Gather the commands."""


cli.takes(COMMANDS)
