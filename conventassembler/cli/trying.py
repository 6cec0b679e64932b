"""The command `try`: a clause on the terminal, before any agreement uses it.

The text goes to the standard output and all that is said about it to the standard error, so that
the text alone can be kept in a file.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from conventassembler.cli.completing import completing, models, variants
from conventassembler.cli.desk import LANGUAGE, PATH, WORKSPACE, Desk
from conventassembler.cli.page import width
from conventassembler.cli.show import Lines
from conventassembler.cli.texts import text
from conventassembler.diagnostics import has_errors
from conventassembler.draft.model import Draft
from conventassembler.stationery import of_house
from conventassembler.trial import Asked, Trial, Value, as_typed, try_clause
from conventassembler.workspace import is_folder, write_files
from conventassembler.writers.markdown import write_markdown
from conventassembler.writers.word import write_word

_WITH = click.option("--with", "values", metavar="KEY=VALUE", multiple=True, help=text("try-with"))
_WITHOUT = click.option("--without", metavar="NAME", multiple=True, help=text("try-without"))
_MODEL = click.option(
    "--model",
    metavar="MODEL",
    default="",
    help=text("try-model"),
    shell_complete=completing(models),
)
_DOCX = click.option("--docx", type=PATH, metavar="FILE", help=text("try-docx"))


@click.command("try", help=text("try"), short_help=text("try-short"))
@click.argument("variant", metavar="VARIANT", shell_complete=completing(variants))
@_WITH
@_WITHOUT
@_MODEL
@_DOCX
@WORKSPACE
@LANGUAGE
def try_command(
    variant: str,
    *,
    values: tuple[str, ...],
    without: tuple[str, ...],
    model: str,
    docx: Path | None,
    workspace: Path | None,
    lang: str | None,
) -> None:
    """Try a clause: show it, and tell what is wrong with it."""
    desk = Desk(workspace, lang)
    if docx is not None:
        _refuse(docx, desk)
    asked = Asked(variant, values, without, model)
    trial = try_clause(desk.space, asked)
    desk.lines = _with_typed(desk.lines, asked)
    code = desk.tell(trial.findings) if trial.findings else 0
    if trial.draft is None:
        raise SystemExit(2 if trial.misused else code)
    click.echo(write_markdown(trial.draft), nl=False)
    for line in _about(trial, desk.language):
        click.echo(line, err=True)
    raise SystemExit(_write(trial.draft, docx, desk) if docx else code)


def _with_typed(lines: Lines, asked: Asked) -> Lines:
    """Return `lines` for findings that quote the command line too."""
    typed = asked.lines

    def both(file: str) -> Sequence[str]:
        return typed[file] if file in typed else lines(file)

    return both


def _about(trial: Trial, language: str) -> list[str]:
    """Return what the text was made with, one line a value."""
    values = [_value(value, language) for value in trial.values]
    references = [
        text("try-reference", language).format(name=name, label=label)
        for name, label in trial.references
    ]
    return [
        *(["", text("try-values", language)] if values else []),
        *values,
        *(["", text("try-references", language)] if references else []),
        *references,
    ]


def _value(value: Value, language: str) -> str:
    """Return a value as `--with` takes it, cut where it is long, and where it comes from."""
    lines = [] if value.shown is None else as_typed(value.shown).split("\n")
    typed = " ".join(part for part in lines if part)
    line = text(f"try-{value.source}", language)
    room = max(1, width() - len(line.format(key=value.key, value="")))
    shown = typed if len(typed) <= room else typed[: room - 1] + "…"
    return line.format(key=value.key, value=shown)


def _refuse(path: Path, desk: Desk) -> None:
    """Stop where no Word file can be meant: the text of a clause is easily overwritten.

    Raises:
        click.BadParameter: the name is not that of a Word file, or is that of a folder; or its
            folder does not exist.
    """
    folder = path.absolute().parent
    reasons = {
        "try-is-folder": is_folder(path),
        "try-not-word": path.suffix.lower() != ".docx",
        "try-no-folder": not is_folder(folder),
    }
    for name, applies in reasons.items():
        if applies:
            words = text(name, desk.language).format(file=path, folder=folder)
            raise click.BadParameter(words, param_hint="--docx")


def _write(draft: Draft, path: Path, desk: Desk) -> int:
    """Write the Word file, tell, and return the exit code."""
    paper, refused = of_house(desk.space)
    if paper is not None:
        word, refused = write_word(draft, paper.template, template_name=paper.name)
    if paper is None or has_errors(refused):
        return desk.tell(refused)
    _, unwritten = write_files({path.absolute(): word}, desk.space)
    if told := (*refused, *unwritten):
        desk.tell(told)
    if unwritten:
        return 1
    shown = desk.space.shown(path.absolute())
    click.echo("\n" + text("written", desk.language).format(file=shown), err=True)
    return 0
