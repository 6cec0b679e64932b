"""The command `menu`: the other commands by numbers, for who never opens a terminal.

It stays open whatever a command says, and calls each as it is registered, in this process. What a
person types is a number and Enter; but for the name of a new agreement.
"""

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import fill
from typing import Final, get_args

import click

from conventassembler import __version__
from conventassembler.cli.desk import LANGUAGE, WORKSPACE, Desk
from conventassembler.cli.sheeting import sheet_path
from conventassembler.cli.texts import text
from conventassembler.filenames import visible
from conventassembler.frozen import dataclass
from conventassembler.library.loader import load_library
from conventassembler.opening import open_document
from conventassembler.patterns import Pattern
from conventassembler.sending import SENT, sent_name
from conventassembler.writers.word import Issue, Status

_DOCUMENTS: Final = (".docx", ".pdf", ".odt")
_TABLES: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
_BELOW: Final = " " * 6
"""Where the words of an offer begin."""
_NUMBER: Final = Pattern(r"\d{1,4}")


@click.command("menu", help=text("menu"), short_help=text("menu-short"))
@WORKSPACE
@LANGUAGE
def menu_command(workspace: Path | None, lang: str | None) -> None:
    """Offer what there is to do, until the user leaves."""
    root = click.get_current_context().find_root().command
    desk = Desk(workspace, lang)
    if isinstance(root, click.Group):
        Menu(desk, root).run()


@dataclass(frozen=True, slots=True)
class Menu:
    """One workspace, and the commands that work on it."""

    desk: Desk
    root: click.Group

    def run(self) -> None:
        """Offer the first choice again and again; the end of the input leaves, as 0 does."""
        offers = self._offers()
        try:
            while (chosen := self._choose("menu-what", [name for name, _ in offers])) is not None:
                offers[chosen][1]()
        except (click.Abort, EOFError, KeyboardInterrupt):
            click.echo()
        self.desk.say("menu-bye")

    def _offers(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what can be done, in the order of the work; what is not installed is left out."""
        offers: list[tuple[str, Callable[[], None]]] = [
            ("menu-fill", lambda: self._with_agreement(lambda name: self._call("fill", name))),
            ("menu-check", lambda: self._with_agreement(lambda name: self._call("check", name))),
            ("menu-build", lambda: self._with_agreement(self._build)),
            ("menu-open", lambda: self._with_agreement(self._open)),
            ("menu-new", self._new),
            ("menu-batch", lambda: self._with_agreement(self._batch)),
        ]
        kept = offers if "fill" in self.root.commands else offers[1:]
        return [(self.desk.text(name), act) for name, act in kept]

    def _with_agreement(self, act: Callable[[str], object]) -> None:
        names = self.desk.space.names()
        if not names:
            self.desk.say("no-agreement")
            self._pause()
        elif (chosen := self._choose("menu-which", names)) is not None:
            act(names[chosen])

    def _build(self, name: str) -> None:
        """Build for oneself, or what goes out with its status."""
        says = [self.desk.text(f"menu-{one}") for one in ("work", *get_args(Status))]
        if (chosen := self._choose("menu-for", says)) is None:
            return
        status = ("--status", get_args(Status)[chosen - 1]) if chosen else ()
        self._call("build", name, *status)

    def _batch(self, name: str) -> None:
        """Make the workbook to fill, or a convention for each row of a table of the workspace."""
        root = self.desk.space.root
        tables = [path for path in sorted(visible(root, "*")) if path.suffix.lower() in _TABLES]
        says = [self.desk.text("menu-sheet"), *(self.desk.space.shown(path) for path in tables)]
        if (chosen := self._choose("menu-table", says)) is None:
            return
        if words := ("--data", str(tables[chosen - 1])) if chosen else self._sheet(name):
            self._call("batch", name, *words)

    def _sheet(self, name: str) -> tuple[str, ...]:
        """Return the words that make a workbook whose name is free; none for who goes back."""
        path = sheet_path(self.desk.space.root, name)
        while path.exists():
            self.desk.say("menu-sheet-there", file=self.desk.space.shown(path))
            if not (typed := self._ask("menu-sheet-name")):
                return ()
            path = sheet_path(self.desk.space.root, typed)
        return ("--template", str(path))

    def _open(self, name: str) -> None:
        files = self._documents(name)
        if not files:
            self.desk.say("menu-none", name=name)
            self._pause()
            return
        says = [self.desk.space.shown(path) for path in files]
        if (chosen := self._choose("menu-file", says)) is None:
            return
        if found := open_document(files[chosen]):
            self.desk.tell(found)
            self._pause()
        else:
            self.desk.say("menu-opened", file=says[chosen])

    def _documents(self, name: str) -> list[Path]:
        """Return the documents of an agreement: what it was built as, then what went out."""
        own = [path for path in visible(self.desk.space.output, f"{name}.*") if path.stem == name]
        begins = [
            Path(sent_name(f"{name}.docx", Issue(status=one))).stem for one in get_args(Status)
        ]
        sent = [
            path
            for path in visible(self.desk.space.root / SENT, "*")
            if any(path.stem == begin or path.stem.startswith(f"{begin}-") for begin in begins)
        ]
        return [path for path in (*sorted(own), *sorted(sent)) if path.suffix in _DOCUMENTS]

    def _new(self) -> None:
        """Begin an agreement of a model, and go on to fill it."""
        library, _ = load_library(self.desk.space.clauses, self.desk.space.root)
        models = [library.models[id_] for id_ in sorted(library.models)]
        says = [f"{one.id} ({one.act})\n{_indented(one.choose_when)}".rstrip() for one in models]
        if (chosen := self._choose("menu-model", says)) is None:
            return
        name = self._ask("menu-name")
        before = set(self.desk.space.names())
        if not name or self._call("new", models[chosen].id, "--", name, pause=False):
            self._pause()
            return
        made = sorted(set(self.desk.space.names()) - before)
        if made and "fill" in self.root.commands:
            self._call("fill", made[0])
        else:
            self._pause()

    def _choose(self, question: str, offers: Sequence[str]) -> int | None:
        """Return the place of what was chosen, None for 0: to leave, or to go back."""
        click.echo("\n" + self.desk.text(question) + "\n")
        for number, offer in enumerate(offers, 1):
            click.echo(f"{number:>4}. {offer}")
        click.echo(
            f"{0:>4}. {self.desk.text('menu-quit' if question == 'menu-what' else 'menu-back')}"
        )
        while True:
            typed = self._ask("menu-number").rstrip(".) ")
            if _NUMBER.fullmatch(typed) and int(typed) <= len(offers):
                return int(typed) - 1 if int(typed) else None
            self.desk.say("menu-not", most=len(offers))

    def _ask(self, question: str) -> str:
        """Return what is typed, without the spaces around it."""
        words = "\n" + self.desk.text(question)
        return str(click.prompt(words, "", prompt_suffix="", show_default=False)).strip()

    def _call(self, command: str, *words: str, pause: bool = True) -> int:
        """Run a command as if it had been typed, and return its exit code; no fault ends us."""
        options = ("--workspace", str(self.desk.space.root), "--lang", self.desk.language)
        click.echo()
        code = 0
        try:
            self.root.main([command, *options, *words], prog_name="conventassembler")
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        except Exception:  # a fault of ours: the user keeps the menu, and what to report
            traceback.print_exc()
            click.echo("\n" + self.desk.text("our-fault").format(version=__version__), err=True)
            code = 3
        if pause:
            self._pause()
        return code

    def _pause(self) -> None:
        """Wait until what was said is read."""
        self._ask("menu-enter")


def _indented(words: str) -> str:
    """Return `words` in lines below the offer that they are about."""
    return fill(words, 76, initial_indent=_BELOW, subsequent_indent=_BELOW)
