"""The small act of the gallery as the model of a batch: changed, planned, run on a table."""

from pathlib import Path

from click.testing import CliRunner, Result
from tables_of_rows import a_table

from conventassembler.batch.planning import plan
from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic
from conventassembler.workspace import Workspace

MODEL = "exemple"


def changed(root: Path, *changes: tuple[str, str]) -> None:
    """Replace words of the model, each of which it must say."""
    path = root / "agreements" / f"{MODEL}.yaml"
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def planned(root: Path, code: str, *columns: str, name: str = MODEL) -> list[Diagnostic]:
    """Return the findings of that code about a table with these columns, without a row."""
    made, found = plan(Workspace(root), name, a_table(*columns))
    assert made is not None, found
    return [one for one in found if one.code == code]


def command(root: Path, *words: str) -> Result:
    """Type `batch` for the model."""
    line = ["batch", MODEL, *words, "--workspace", str(root), "--lang", "en"]
    return CliRunner().invoke(cli, line, catch_exceptions=False)


def run(root: Path, rows: str, *words: str) -> Result:
    """Run it on a table that says `rows`."""
    table = root / "communes.csv"
    table.write_text(rows, encoding="utf-8")
    return command(root, "--data", str(table), *words)
