"""The French guides, replayed: what they type is typed, what they write is written, in order.

A guide is a story in one workspace. Its fences and pictures are its steps, and an HTML comment just
above one says what it does:

    (nothing)             ```console, a session: « $ conventassembler ... » is run and « $ cd ... »
                          followed; below each command stands what it prints, with « ... » on a line
                          of its own for what the page leaves out; what stands behind « > » is typed
    fill FILE             the lines take the place of those of the same keys, hidden by « # » or not
    insert FILE after: K  the lines come after the entry that begins with K
    remove FILE           the lines stand in the file, and are taken out of it
    show FILE             the lines stand in the file
    write FILE            the whole text of the file
    edit FILE             ```diff: its + lines take the place of its - lines
    changed FILE          ```diff: what the session above changed in the file
    mistake FILE for: L   the lines take the place of the line L, for the session below alone
    sample FILE           ```jinja: a body for this clause; the ```text below is what `try` shows
                          under the heading
    parse                 YAML that stands for itself
    untried               nothing is done: a picture in words, another program
    picture FILE page with WORDS, A to B %
                          a picture: that part of the first such page of the Word file as it is
"""

import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Final

from click.testing import CliRunner, Result
from guide_fill import filled, inserted
from ruamel.yaml import YAML

from conventassembler.cli import cli

GUIDES: Final = Path(__file__).parents[1] / "docs" / "fr"
ELLIPSIS: Final = "..."
_STEP: Final = re.compile(
    r"(?:^<!-- (?P<note>[^\n]+) -->\n)?"
    r"^(?:```(?P<language>\w+)\n(?P<text>.*?)^```$|!\[[^\]]*\]\((?P<image>[^)]+)\)$)",
    re.MULTILINE | re.DOTALL,
)
_FRENCH: Final = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR.UTF-8"}
_SPACES: Final = str.maketrans("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "  ")


class GuideError(Exception):
    """A page asks for what cannot be done: an unknown step, lines that are not in the file."""


@dataclass(frozen=True, slots=True)
class Step:
    """A fence or a picture of a page."""

    note: str
    language: str
    """That of the fence; `image` for a picture."""
    text: str
    """What the fence holds, or where the picture is."""
    line: int
    start: int
    """Where the text begins in the page."""

    @property
    def act(self) -> str:
        """What the step does, by the first word of its note."""
        return self.note.partition(" ")[0] or self.language

    @property
    def file(self) -> str:
        """The file of the workspace that the note names."""
        return self.note.split(" ")[1]

    @property
    def named(self) -> str:
        """What the note says after its colon."""
        return self.note.partition(": ")[2]


def steps(page: str) -> tuple[Step, ...]:
    """Return the fences and the pictures of a page, in order."""
    return tuple(_step(page, match) for match in _STEP.finditer(page))


def _step(page: str, match: re.Match[str]) -> Step:
    group = "image" if match["image"] else "text"
    line = page.count("\n", 0, match.start(group)) + 1
    language = match["language"] or "image"
    return Step(match["note"] or "", language, match[group], line, match.start(group))


class Replay:
    """A guide played in a folder, step by step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Where the guide is now: its first folder, then the workspace that it makes and enters."""
        self._twins: dict[str, str] = {}
        self._shown = ""
        self._right: dict[str, str] = {}
        self._acts: dict[str, Callable[[Step], str | None]] = {
            "console": self._session,
            "fill": self._fill,
            "insert": self._insert,
            "remove": self._remove,
            "show": self._show,
            "write": self._write,
            "edit": self._edit,
            "changed": self._changed,
            "mistake": self._mistake,
            "sample": self._sample,
            "text": lambda _: self._shown,
            "parse": self._parse,
            "untried": lambda step: step.text,
            "picture": lambda step: step.text,
        }

    def play(self, step: Step) -> str:
        """Do what a step says; return the text that the page should have there.

        Raises:
            GuideError, FillError: it cannot be done.
        """
        if step.act not in self._acts:
            raise GuideError(f"line {step.line}: what is to be done here? {step.act!r}")
        told = self._acts[step.act](step)
        if step.act == "console":
            self._put_right()
        return step.text if told is None else told

    # -- sessions

    def _session(self, step: Step) -> str:
        twins = self.folder.glob("output/*.md")
        self._twins = {f"output/{path.name}": path.read_text(encoding="utf-8") for path in twins}
        return "".join(self._command(line, shown) for line, shown in commands(step.text))

    def _command(self, line: str, shown: Sequence[str]) -> str:
        program, *words = shlex.split(line.removeprefix("$ "))
        if program == "cd":
            self.folder = (self.folder / words[0]).resolve()
            return f"{line}\n"
        if program != "conventassembler":
            raise GuideError(f"another program: {line}")
        return f"{line}\n{abridged(plain(self._run(words, answers(shown)).output), shown)}"

    def _run(self, words: Sequence[str], typed: str = "") -> Result:
        with chdir(self.folder):
            return CliRunner(env=_FRENCH).invoke(cli, words, input=typed, catch_exceptions=False)

    def _changed(self, step: Step) -> str:
        old, new = self._twins[step.file].splitlines(keepends=True), self._lines(step)
        changes = list(unified_diff(old, new, n=0))[2:]
        return "".join(line for line in changes if not line.startswith("@@"))

    def _sample(self, step: Step) -> None:
        whole = self._text(step.file)
        front, _, _ = whole.rpartition("---\n")
        self._put(step.file, f"{front}---\n{step.text}")
        _, _, self._shown = plain(self._run(["try", step.file]).stdout).partition("\n\n")
        self._put(step.file, whole)

    # -- files

    def _fill(self, step: Step) -> None:
        lines = self._text(step.file).splitlines()
        self._put(step.file, joined(filled(lines, step.text.splitlines())))

    def _insert(self, step: Step) -> None:
        lines = self._text(step.file).splitlines()
        self._put(step.file, joined(inserted(lines, step.text.splitlines(), step.named)))

    def _remove(self, step: Step) -> None:
        self._swap(step, step.text, "")

    def _show(self, step: Step) -> None:
        self._swap(step, step.text, step.text)

    def _write(self, step: Step) -> None:
        self._put(step.file, step.text)

    def _edit(self, step: Step) -> None:
        lines = step.text.splitlines(keepends=True)
        old, new = ("".join(one[1:] for one in lines if one[0] == sign) for sign in "-+")
        self._swap(step, old, new)

    def _mistake(self, step: Step) -> None:
        self._right = {step.file: self._text(step.file)}
        line = next((one for one in self._lines(step) if one.strip() == step.named), step.named)
        self._swap(step, line, step.text)

    def _put_right(self) -> None:
        for name, text in self._right.items():
            self._put(name, text)
        self._right = {}

    def _parse(self, step: Step) -> None:
        YAML(typ="safe").load(step.text)

    def _swap(self, step: Step, old: str, new: str) -> None:
        """Put lines in the place of others, which must stand in the file exactly once."""
        text = "\n" + self._text(step.file)
        parts = plain(text).split("\n" + plain(old))
        if len(parts) != 2:
            raise GuideError(f"line {step.line}: not once in {step.file}:\n{old}")
        end = len(parts[0]) + 1 + len(old)
        self._put(step.file, (text[: len(parts[0])] + "\n" + new + text[end:])[1:])

    def _lines(self, step: Step) -> list[str]:
        return self._text(step.file).splitlines(keepends=True)

    def _text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def _put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def commands(session: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the commands of a session, each with the lines that the page has below it."""
    for part in re.split(r"^(?=\$ )", session, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        yield line, shown


def answers(shown: Sequence[str]) -> str:
    """Return what a session types in answer to questions: the lines that begin with « > »."""
    return "".join(f"{line[1:].strip()}\n" for line in shown if line.startswith(">"))


def abridged(printed: str, shown: Sequence[str]) -> str:
    """Return what was printed, cut as the page cuts it: the lines before and after its « ... »."""
    lines = printed.splitlines()
    if ELLIPSIS in shown:
        first = shown.index(ELLIPSIS)
        last = len(shown) - first - 1
        lines = [*lines[:first], ELLIPSIS, *lines[len(lines) - last :]]
    return joined(lines)


def joined(lines: Sequence[str]) -> str:
    """Return lines as a text; nothing for none."""
    return "".join(f"{line.rstrip()}\n" for line in lines)


def plain(text: str) -> str:
    """Return a text with plain spaces: a page may leave the others out."""
    return text.translate(_SPACES)
