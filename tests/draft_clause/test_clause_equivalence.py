"""Compiling a clause once gives what Jinja, then Markdown, gives on benign values.

Random clauses are written with nested conditions, loops, lists, tables and styles, and rendered
both ways. The other way is Jinja alone on the text, then our reader on what Jinja wrote; a
statement alone on its line leaves no line, as the rule says.
"""

import random
import re
from dataclasses import dataclass, field

import jinja2
import pytest
from clause_tools import outline, rendered

MARKS = ("-", "1.", "*", "1)", "A.", "a)", "1.", "1°", "I.")
"""No two that follow each other are one to Markdown, not even where text between them vanishes."""
WORDS = ("lieu", "accord", "commune", "partie", "durée", "séance", "charge")
CONTEXT = {
    "nom": "Longvic",
    "lieu": "la mairie",
    "nombre": 7,
    "oui": True,
    "non": False,
    "noms": ["Ahuy", "Chenôve", "Talant"],
    "un_seul": ["Quetigny"],
    "fiches": [{"titre": "Accueil", "lignes": ["un", "deux"]}, {"titre": "Suivi", "lignes": ["a"]}],
}
CONDITIONS = ("oui", "non", "not non", "nombre > 3", "nombre == 3", 'nom == "Longvic"')
_ALONE = re.compile(r"[ \t]*(?:\{%[^%]*%\}[ \t]*)+")


@dataclass
class Writer:
    """Writes one random clause; `scope` holds the expressions that have a value here."""

    chance: random.Random
    scope: list[str] = field(default_factory=lambda: ["nom", "lieu", "nombre"])
    loops: int = 0
    lists: int = 0

    def clause(self) -> str:
        return "\n".join(self.blocks(depth=0, count=self.chance.randint(1, 4)))

    def blocks(self, depth: int, count: int) -> list[str]:
        kinds = [self.paragraph, self.heading, self.items, self.table, self.definitions]
        kinds += [self.record, self.page]
        kinds += [self.condition, self.loop] if depth < 2 else []
        lines = []
        for _ in range(count):
            lines += [*self.chance.choice(kinds)(depth), ""]
        return lines

    def paragraph(self, _depth: int) -> list[str]:
        return [self.words() for _ in range(self.chance.randint(1, 3))]

    def heading(self, _depth: int) -> list[str]:
        return [f"{'#' * self.chance.randint(2, 4)} {self.sentence()}"]

    def condition(self, depth: int) -> list[str]:
        return self.branches(lambda: self.blocks(depth + 1, self.chance.randint(1, 2)))

    def loop(self, depth: int) -> list[str]:
        return self.over(lambda: self.blocks(depth + 1, self.chance.randint(1, 2)))

    def branches(self, body) -> list[str]:
        lines = [self.statement(f"if {self.chance.choice(CONDITIONS)}"), *body()]
        if self.chance.random() < 0.3:
            lines += [self.statement(f"elif {self.chance.choice(CONDITIONS)}"), *body()]
        if self.chance.random() < 0.5:
            lines += [self.statement("else"), *body()]
        return [*lines, self.statement("endif")]

    def over(self, body) -> list[str]:
        self.loops += 1
        name, before = f"i{self.loops}", list(self.scope)
        fiches = [one for one in before if one.endswith(".titre")]
        lists = ["noms", "un_seul", *(one.replace(".titre", ".lignes") for one in fiches)]
        if self.chance.random() < 0.4:
            opening, self.scope = f"for {name} in fiches", [*before, f"{name}.titre", "loop.index"]
        else:
            opening = f"for {name} in {self.chance.choice(lists)}"
            self.scope = [*before, name, "loop.index"]
        lines = [self.statement(opening), *body(), self.statement("endfor")]
        self.scope = before
        return lines

    def statement(self, inner: str) -> str:
        return " " * self.chance.randint(0, 3) + f"{{% {inner} %}}"

    def definitions(self, _depth: int) -> list[str]:
        return self.rows(self.definition)

    def definition(self) -> list[str]:
        lines = [self.sentence(), f": {self.sentence()}", ""]
        if self.chance.random() < 0.4:
            lines += ["  " + self.sentence(), ""]
        if self.chance.random() < 0.4:
            items = self.items(0)
            lines += [*("  " + line if line else "" for line in items), ""]
        return lines

    def record(self, _depth: int) -> list[str]:
        band = [f"## {self.sentence()}"] if self.chance.random() < 0.5 else []
        return ["::: fiche 30 70", *band, "", *self.rows(self.definition), ":::"]

    def page(self, _depth: int) -> list[str]:
        return ["::: saut de page", ":::"]

    def items(self, _depth: int) -> list[str]:
        # Two lists with one mark, one after the other, are one list: a pair would cut it.
        self.lists += 1
        mark = MARKS[self.lists % len(MARKS)]
        return self.rows(lambda: self.item(mark, 1))

    def rows(self, row) -> list[str]:
        """Return rows of one kind, of which some in conditions and loops; one always stays."""
        lines = list(row())
        for _ in range(self.chance.randint(0, 3)):
            choice = self.chance.random()
            if choice < 0.3:
                lines += self.branches(row)
            elif choice < 0.6:
                lines += self.over(row)
            else:
                lines += row()
        return lines

    def item(self, mark: str, level: int) -> list[str]:
        margin = " " * (len(mark) + 1)
        lines = [f"{mark} {self.words()}"]
        if self.chance.random() < 0.2:
            lines += ["", margin + self.sentence(), ""]
        if level < 3 and self.chance.random() < 0.3:
            inner = self.chance.choice(MARKS)
            # Right under a text « 1° » may go on with it, where no second one follows.
            lines += [""] if inner in ("1°", "A.", "I.") else []
            lines += [
                margin + line if line else ""
                for line in self.rows(lambda: self.item(inner, level + 1))
            ]
        return lines

    def table(self, _depth: int) -> list[str]:
        columns = self.chance.randint(1, 3)
        head = "| " + " | ".join(self.chance.choice(WORDS) for _ in range(columns)) + " |"
        lines = [head, "|---" * columns + "|", *self.rows(lambda: [self.row(columns)])]
        if self.chance.random() < 0.3:
            return ["::: tableau" + " 7" * columns, *lines, ":::"]
        return lines

    def row(self, columns: int) -> str:
        return "| " + " | ".join(self.sentence() for _ in range(columns)) + " |"

    def words(self) -> str:
        """Return a sentence, now and then with a note."""
        if self.chance.random() < 0.8:
            return self.sentence()
        return f"{self.sentence()}^[{self.sentence()}] {self.sentence()}"

    def sentence(self) -> str:
        parts = [self.chance.choice(WORDS)]
        parts += [self.inline(0) for _ in range(self.chance.randint(0, 4))]
        return " ".join([*parts, self.chance.choice(WORDS)])

    def inline(self, depth: int) -> str:
        choice = self.chance.random()
        if depth > 2 or choice < 0.3:
            return self.chance.choice(WORDS)
        if choice < 0.6:
            return f"{{{{ {self.chance.choice(self.scope)} }}}}"
        inner = f"{self.chance.choice(WORDS)} {self.inline(depth + 1)}"
        if choice < 0.75:
            # One mark for each depth: stars beside stars would read in another way.
            mark = ("**", "_", "")[depth]
            return f"{mark}{inner} {self.chance.choice(WORDS)}{mark}"
        if choice < 0.9:
            other = f"{{% else %}}{self.inline(depth + 1)}" if self.chance.random() < 0.5 else ""
            return f"{{% if {self.chance.choice(CONDITIONS)} %}}{inner}{other}{{% endif %}}"
        return f"{{% for n in noms %}}{inner} {{{{ n }}}} {{% endfor %}}"


def jinja_then_markdown(text: str) -> list[str]:
    lines = [line.strip() if _ALONE.fullmatch(line) else line + "\n" for line in text.split("\n")]
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    markdown = environment.from_string("".join(lines)).render(CONTEXT)
    return [squeezed(line) for line in outline(rendered(markdown, tags=False))]


def compiled_once(text: str) -> list[str]:
    return [squeezed(line) for line in outline(rendered(text, **CONTEXT))]


def squeezed(line: str) -> str:
    """Make runs of blanks one: a branch that vanishes leaves two, and we leave one."""
    margin = len(line) - len(line.lstrip())
    return line[:margin] + re.sub(r" +", " ", line[margin:])


def check(seeds: range) -> None:
    """Render both ways the random clause of each seed."""
    with_statements = 0
    for seed in seeds:
        text = Writer(random.Random(seed)).clause()
        with_statements += "{%" in text

        assert compiled_once(text) == jinja_then_markdown(text), text

    assert with_statements > len(seeds) / 2


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_random_clauses_read_as_jinja_then_markdown(start):
    check(range(start, start + 100))


@pytest.mark.long
@pytest.mark.parametrize("start", range(1000, 5000, 500))
def test_many_random_clauses_read_as_jinja_then_markdown(start):
    check(range(start, start + 500))
