"""What writing one act remembers: its margin, its notes, and which ids the page has already."""

from collections.abc import Iterable

from markupsafe import Markup

from conventassembler.draft.lines import notes
from conventassembler.draft.model import Block, Draft, Footnote
from conventassembler.draft.plain import text_of
from conventassembler.writers.html.margin import Margin, Remark
from conventassembler.writers.html.tags import NOTHING, element, joined

TITLE = 2
"""Depth of the title of the act in the page, whose own title is above it."""
USUAL_BULLETS = ("–", "•")
"""The marks of lists where the act asks for none; on paper they are those of the template."""


class Scribe:
    """One act that is being written."""

    def __init__(self, draft: Draft, margin: Margin) -> None:
        self.margin = margin
        self.bullets = draft.bullets or USUAL_BULLETS
        self.called: list[Footnote] = []
        self.source = ""
        """File and line of the clause that made the block being written."""
        self.title = ""
        """File and line of the words of the heading being written; empty outside headings."""
        self._waiting = dict(margin.remarks)
        self._given: set[str] = set()
        self._above: list[tuple[int, int]] = []

    def depth(self, level: int) -> int:
        """Return how deep in the page a heading of `level` is: one below that above it.

        An act may pass a level over; whoever goes through the page by its headings may not.
        """
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        shown = 1 + (self._above[-1][1] if self._above else TITLE)
        self._above.append((level, shown))
        return shown

    def once(self, identifier: str) -> str:
        """Return `identifier` the first time, and nothing later: an id stands once on a page."""
        if identifier in self._given:
            return ""
        self._given.add(identifier)
        return identifier

    def call(self, note: Footnote) -> int:
        """Return the number of a note that is called here."""
        self.called.append(note)
        return len(self.called)

    def beside(self, keys: Iterable[str], content: Markup) -> Markup:
        """Return `content` with the remarks about the blocks `keys`, if there are any."""
        found = [one for key in keys for one in self._waiting.pop(key, ())]
        if not found:
            return content
        remarks = element("div", *map(remark, found), class_="notes", role="note")
        return element("div", remarks, content, class_=f"g g-{found[0].grave}")


def remark(one: Remark) -> Markup:
    """Return a remark as it stands in the margin."""
    place = element("a", one.place, href=one.link) if one.link else one.place
    code = element("a", one.code, href=f"#{one.target}") if one.target else one.code
    head = element("b", f"{one.word} ", code, class_="head")
    words = element("span", one.message, class_="message")
    remedy = element("span", "→ ", one.remedy, class_="remedy") if one.remedy else NOTHING
    where = element("span", place, class_="place")
    return element(
        "p",
        joined((head, " ", words, " ", remedy, " ", where)),
        class_=f"remark {one.grave}",
        id=one.id,
        tabindex="-1",
    )


def has_words(note: Footnote) -> bool:
    """Tell whether a note says anything: one that does not is not called."""
    return bool(text_of(note.inlines))


def has_notes(blocks: Iterable[Block]) -> bool:
    """Tell whether `blocks` call a note that says something."""
    return any(map(has_words, notes(blocks)))
