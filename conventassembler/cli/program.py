"""The program: its commands, in the order in which a newcomer meets them."""

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
from conventassembler.cli.starting import init_command
from conventassembler.cli.templating import template_command
from conventassembler.cli.texts import text
from conventassembler.cli.trying import try_command
from conventassembler.cli.upgrading import upgrade_command
from conventassembler.cli.watching import watch_command

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


@click.group(cls=SpokenGroup, help=text("program"))
@click.version_option(__version__, message="%(prog)s %(version)s", help=text("version"))
def cli() -> None:
    """Gather the commands."""


for _command in COMMANDS:
    add_examples(_command)
    cli.add_command(_command)
