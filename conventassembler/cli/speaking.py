"""Help, and what click says of a misspelt command, in the language of the run.

click asks the gettext of the process: while a command runs, that speaks our catalogue `click.po`,
since click ships none. Texts of ours are put into the language when a page of help is made.
"""

import gettext
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from conventassembler.cli import INTERRUPTED
from conventassembler.cli.examples import add_examples
from conventassembler.cli.language import asked, speaking, spoken
from conventassembler.cli.loading import Commands
from conventassembler.cli.metavar_texts import METAVARS
from conventassembler.cli.texts import text
from conventassembler.diagnostics.wording import LANGUAGES, LOCALE, translator
from conventassembler.patterns import Pattern

_EXTRA = Pattern(r"(?s)(.*?)(  \[[^\]]*\])?")
"""A text of help, and what click adds to it."""
_QUOTED = Pattern(r"(?<!\w)'([^'\n]*)'(?!\w)")
"""What click quotes, as Python does."""


class SpokenFormatter(click.HelpFormatter):
    """Writes a page of help, its texts put into the language of the run."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, metavars(args), prefix)

    def write_text(self, text: str) -> None:
        """Write a paragraph; of one whose lines are kept, each line is a text of its own."""
        lines = text.split("\n") if text.startswith("\b") else [text]
        super().write_text("\n".join(map(say, lines)))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write the list of commands, or of options."""
        super().write_dl([(name, say(words)) for name, words in rows], col_max, col_spacing)


class SpokenContext(click.Context):
    """The context of a command: what it formats help with."""

    formatter_class = SpokenFormatter


class SpokenGroup(click.Group):
    """The program: its commands in the order in which they were added, and its language."""

    def __init__(self, *settings: Any, **named: Any) -> None:
        super().__init__(*settings, **named)
        _teach(self)

    def takes(self, places: Mapping[str, str]) -> None:
        """Take commands that are loaded at their first use; `Commands` says what `places` are."""
        self.commands = cast(dict[str, click.Command], Commands(places, _prepared))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, none of which is loaded for it."""
        with formatter.section(gettext.gettext("Commands")):
            names = self.list_commands(ctx)
            formatter.write_dl([(name, text(f"{name}-short", "en")) for name in names])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, then the options; no command is loaded for it."""
        begun = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        found = [CompletionItem(name, help=text(f"{name}-short")) for name in begun]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the names in the order of the help, and not of the alphabet."""
        return list(self.commands)

    def main(self, args: Sequence[str] | None = None, *others: Any, **options: Any) -> Any:
        """Run the program in the language that the command line asks for."""
        words = list(sys.argv[1:] if args is None else args)
        language = asked(words)
        with speaking(language), _gettext_of_click(language):
            return super().main(words, *others, **options)

    def make_context(self, *words: Any, **named: Any) -> click.Context:
        """Return the context of the program, or raise what was misspelt in its own options."""
        with _ended_as_we_tell():
            return super().make_context(*words, **named)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, or raise what was misspelt in it."""
        with _ended_as_we_tell():
            return super().invoke(ctx)


def say(text: str) -> str:
    """Return a text of help in the language of the run; one that we do not know as it is."""
    if "\n" in text and translator(spoken())(text) == text:
        return "\n".join(map(say, text.split("\n")))  # the examples at the foot of a page
    found = _EXTRA.fullmatch(text)
    words, extra = (found[1], found[2] or "") if found else (text, "")
    return (translator(spoken())(words) if words else "") + extra


class Misuse(click.UsageError):
    """A misspelt command, told with what shows how it is spelt."""

    def show(self, file: Any = None) -> None:
        """Print the usage, the fault, and the command that shows the help."""
        super().show(file)
        if self.ctx is not None:
            words = text("misuse-help", spoken()).format(command=self.ctx.command_path)
            click.echo(words, file=file or sys.stderr)


_TOLD = (Misuse, getattr(click.exceptions, "NoArgsIsHelpError", Misuse))
"""What is told as it is: what we have said, and the page of help where no command was typed."""


@contextmanager
def _ended_as_we_tell() -> Iterator[None]:
    """Raise what is told of a misspelt command with the quotation marks of the language.

    Ctrl-C ends with the exit code that shells expect, and not with click's.
    """
    try:
        yield
    except KeyboardInterrupt:
        click.echo("\n" + gettext.gettext("Aborted!"), err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except _TOLD:
        raise
    except click.UsageError as problem:
        marks = "«\N{NO-BREAK SPACE}\\1\N{NO-BREAK SPACE}»" if spoken() == "fr" else "“\\1”"
        told = _QUOTED.sub(marks, problem.format_message())
        raise Misuse(told, problem.ctx) from problem


def metavars(shown: str) -> str:
    """Return what stands for a value, « [NAME]... », in the language of the run."""
    tell = translator(spoken())
    return re.sub(r"[A-Z][A-Z-]+", lambda m: tell(m[0]) if m[0] in METAVARS else m[0], shown)


def _prepared(command: click.Command) -> None:
    """Give a command that was loaded its examples and the language of the run."""
    add_examples(command)
    _teach(command)


def _teach(command: click.Command) -> None:
    """Let a command, what it takes and the commands below it speak the language of the run."""
    command.context_class = SpokenContext
    known = {param.name for param in command.params}
    command.params += [one for one in (_language(), _help()) if one.name not in known]
    for param in command.params:
        _translate_metavar(param)
    for below in getattr(command, "commands", {}).values():
        _teach(below)


def _language() -> click.Option:
    """Return the option of a command that has no use for the language itself (`asked` reads it)."""
    choice = click.Choice(LANGUAGES)
    return click.Option(["--lang"], type=choice, expose_value=False, help=text("language"))


def _help() -> click.Option:
    """Return the option that shows the page of help; click keeps its own in one language."""
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help=text("help"),
    )


def _show_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


def _translate_metavar(param: click.Parameter) -> None:
    """Translate the name of a value, which click shows in help and where one is missing."""
    if getattr(param.make_metavar, "is_taught", False):
        return  # an option that several commands share
    original = param.make_metavar

    def taught(*context: Any, **named: Any) -> str:
        return metavars(original(*context, **named))

    taught.is_taught = True  # type: ignore[attr-defined]
    setattr(param, "make_metavar", taught)  # noqa: B010 -- of this one param, not of its class


@contextmanager
def _gettext_of_click(language: str) -> Iterator[None]:
    """Have the gettext of the process speak `language` while the block runs."""
    before = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain("click", str(LOCALE))
    gettext.textdomain("click")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(before[1])
        os.environ.pop("LANGUAGE")
        if before[0] is not None:
            os.environ["LANGUAGE"] = before[0]
