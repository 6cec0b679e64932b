"""What `fill` shows: each question with what helps to answer it, refusals, and the end."""

from collections.abc import Iterable, Iterator

import click

from conventassembler.cli.desk import Desk
from conventassembler.cli.page import STEP, Page, width
from conventassembler.cli.shell import shell_word
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.filling import Answer, Filling, Place
from conventassembler.filling.answers import offered
from conventassembler.filling.bare import unquoted
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.schema.hints import asked
from conventassembler.source.replacing import Value


@dataclass(frozen=True, slots=True)
class Questions:
    """Shows the questions about one agreement."""

    desk: Desk
    library: Library

    def show(self, place: Place, filling: Filling, rank: int, count: int) -> None:
        """Show one question, and which it is of how many."""
        page = Page(width())
        page.lines.append("")
        way = " › ".join(place.way)
        page.write(self.desk.text("fill-one").format(way=way, rank=rank, count=count))
        choices = offered(place, filling.parties)
        for line in self._about(place, choice=bool(choices)):
            page.write(line, 1)
        for number, choice in enumerate(choices, 1):
            page.write(f"{number}. {choice}", 2)
        click.echo("\n".join(page.lines))

    def _about(self, place: Place, *, choice: bool) -> Iterator[str]:
        """Yield what helps to answer."""
        label = f"{place.label}." if place.label and place.label[-1] not in ".?!" else place.label
        if words := f"{label} {place.help}".strip():
            yield words
        if place.fields:
            yield self.desk.text("fill-group")
        if place.hint:
            yield self.desk.text("fill-hint").format(hint=place.hint)
        if choice:
            yield self.desk.text("fill-choose")
        if not place.fields and (how := asked(place.type)):
            yield self.desk.text("fill-awaited").format(how=how)
        if place.shared:
            yield self.desk.text("fill-shared").format(file=place.file)

    def more(self, place: Place) -> None:
        """Show where the value goes, and what the clause that asks for it is about."""
        node = place.node.position
        keys = " › ".join(place.keys)
        self.say("fill-where", 1, place=f"{place.file}:{node.line}", keys=keys)
        if place.clause and (variant := self.library.variants.get(place.clause)):
            self.say("fill-clause", 1, clause=variant.id, about=variant.choose_when)

    def refuse(self, answer: Answer) -> None:
        """Show why an answer is not taken, and what to type instead."""
        page = Page(width())
        for finding in answer.findings:
            page.write(message(finding, self.desk.language), 1)
            page.write(f"→ {remedy(finding, self.desk.language)}", 1)
        click.echo("\n".join(page.lines))

    def written(self, value: Value, said: str) -> None:
        """Tell what stands in the file now: of paragraphs, how many lines."""
        if isinstance(value, str) and "\n" in value:
            count = len([line for line in value.split("\n") if line.strip()])
            self.say("fill-written-lines", 1, count=count)
            return
        bare = unquoted(said) == row(value) != said
        self.say("fill-unquoted" if bare else "fill-written", 1, value=row(value))

    def unfinished(self, place: Place) -> None:
        """Tell that lines are kept, and where: the person left amid them."""
        at = place.node.position
        way = " › ".join(place.way)
        self.say("fill-unfinished", 1, way=way, file=at.file, line=at.line)

    def dropped(self, values: Iterable[Value]) -> None:
        """Tell what was typed and is not kept."""
        self.say("fill-dropped", 1, value=" ; ".join(map(row, values)))

    def say(self, text: str, depth: int = 0, /, **arguments: object) -> None:
        """Show one of the command line's own texts, wrapped."""
        page = Page(width())
        page.write(self.desk.text(text).format(**arguments), depth)
        click.echo("\n".join(page.lines))

    def close(self, filling: Filling, name: str) -> None:
        """Tell what is left in the agreement `name`, and what to type next."""
        left, word = len(filling.blanks), shell_word(name)
        click.echo()
        for place in filling.by_hand:
            self.say("fill-by-hand", place=f"{place.file}:{place.line}")
        if left:
            self.say("fill-left", count=left, name=word)
            return
        if not filling.by_hand:
            self.say("fill-done")
        self.say("fill-next")
        for command in ("check", "build"):
            click.echo(f"{STEP}conventassembler {command} {word}")


def row(value: Value) -> str:
    """Return a value of several lines on one."""
    lines = value.split("\n") if isinstance(value, str) else value
    return " ; ".join(line.strip() for line in lines if line.strip())
