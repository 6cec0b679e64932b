"""The program: its commands, in the order in which a newcomer meets them."""

from types import MappingProxyType
from typing import Final

import click

from conventassembler import __version__
from conventassembler.cli.batching import batch_command
from conventassembler.cli.building import build_command, check_command
from conventassembler.cli.doctoring import doctor_command
from conventassembler.cli.drafting import new_command
from conventassembler.cli.editing import schema_command
from conventassembler.cli.examples import add_examples
from conventassembler.cli.explaining import explain_command
from conventassembler.cli.filling import fill_command
from conventassembler.cli.forming import forms_command
from conventassembler.cli.listing import list_command
from conventassembler.cli.menu import menu_command
from conventassembler.cli.previewing import preview_command
from conventassembler.cli.ruling import rule_command
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
COMMANDS = (
    init_command,
    list_command,
    new_command,
    fill_command,
    check_command,
    build_command,
    batch_command,
    watch_command,
    preview_command,
    explain_command,
    rule_command,
    try_command,
    forms_command,
    template_command,
    upgrade_command,
    schema_command,
    menu_command,
    doctor_command,
)
"""Module and name of each, below `cli/`; its words in the list of the help are `NAME-short`."""


@click.group(cls=SpokenGroup, help=text("program"))
@click.version_option(__version__, message="%(prog)s %(version)s", help=text("version"))
def cli() -> None:
    """Gather the commands."""


cli.takes(COMMANDS)
