"""The program: its commands, in the order in which a newcomer meets them."""

import click

from conventassembler import __version__
from conventassembler.cli.building import build_command, check_command
from conventassembler.cli.drafting import new_command
from conventassembler.cli.editing import schema_command
from conventassembler.cli.filling import fill_command
from conventassembler.cli.forming import forms_command
from conventassembler.cli.listing import list_command
from conventassembler.cli.ruling import rule_command
from conventassembler.cli.starting import init_command
from conventassembler.cli.templating import template_command
from conventassembler.cli.texts import text
from conventassembler.cli.trying import try_command
from conventassembler.cli.upgrading import upgrade_command

COMMANDS = (
    init_command,
    list_command,
    new_command,
    fill_command,
    check_command,
    build_command,
    rule_command,
    try_command,
    forms_command,
    template_command,
    upgrade_command,
    schema_command,
)


class _InOrder(click.Group):
    """A group whose help lists the commands as they were added, and not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(self.commands)


@click.group(
    cls=_InOrder, help=text("program"), context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, message="%(prog)s %(version)s", help=text("version"))
def cli() -> None:
    """Gather the commands."""


for _command in COMMANDS:
    cli.add_command(_command)
