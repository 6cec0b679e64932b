"""Paths -> answers. A path names an agreement of the list or a file of ours, and nothing else."""

from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote

from conventassembler.diagnostics.wording import translator
from conventassembler.frozen import dataclass
from conventassembler.making import Findings
from conventassembler.preview.beside import Manner, convention
from conventassembler.preview.board import Board
from conventassembler.watching import Bench
from conventassembler.writers.html import SCRIPT, STYLE, Listed, page
from conventassembler.writers.page_texts import PAGE_TEXTS

_OF_AGREEMENTS = "/a/"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    status: int
    kind: str
    body: bytes = b""


class Pages:
    """The pages of one preview."""

    def __init__(self, board: Board, root: Path, language: str, editor: str = "") -> None:
        self.board = board
        self.language = language
        self.say = translator(language)
        titles = (self.say(PAGE_TEXTS[f"page-{name}"]) for name in ("footnotes", "contents"))
        self.manner = Manner(language, root, editor, *titles)

    def answer(self, path: str) -> Answer:
        """Return what `path`, as it was asked for, answers; 404 for what there is not."""
        match path.partition("?")[0]:
            case "/page.css":
                return Answer(200, "text/css; charset=utf-8", STYLE.encode("utf-8"))
            case "/page.js":
                return Answer(200, "text/javascript; charset=utf-8", SCRIPT.encode("utf-8"))
            case "/favicon.ico":
                return Answer(204, "image/x-icon")
            case "/":
                return self._page("")
            case other if other.startswith(_OF_AGREEMENTS):
                return self._page(unquote(other.removeprefix(_OF_AGREEMENTS)))
            case _:
                return Answer(404, "text/plain; charset=utf-8", b"404\n")

    def _page(self, name: str) -> Answer:
        stamp, bench = self.board.read()
        made = bench.made.get(name)
        shown = convention(name, made, bench.findings(name), self.manner) if made else None
        html = page(
            tuple(_listed(bench, one) for one in bench.made),
            shown,
            asked=name,
            language=self.language,
            say=self.say,
            stamp=stamp,
        )
        status = 200 if shown or not name else 404
        return Answer(status, "text/html; charset=utf-8", html.encode("utf-8", "replace"))


def address(name: str) -> str:
    """Return the path of the page of an agreement."""
    return _OF_AGREEMENTS + quote(name, safe="")


def _listed(bench: Bench, name: str) -> Listed:
    graves, blanks = _counted(bench.findings(name))
    errors, warnings, notes = (graves[one] for one in ("error", "warning", "note"))
    return Listed(name, address(name), errors, warnings, notes, blanks)


def _counted(findings: Findings) -> tuple[Counter[str], int]:
    graves = Counter(one.severity.value for one in findings)
    return graves, sum(one.code == "C701" for one in findings)
