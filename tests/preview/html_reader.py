"""Reads a page back: the words of its units, as a browser would show them."""

from html.parser import HTMLParser

EMPTY = {"br", "col", "hr", "meta", "link"}


class Reader(HTMLParser):
    """Gathers the text of each element of class `unit`, without calls of notes and remarks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.units: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stray: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.append((tag, said))
        if tag == "br" and self._within("unit"):
            self.units[-1] += "\n"
        if tag in EMPTY:
            return
        classes = said.get("class") or ""
        self._open.append((tag, classes))
        if "unit" in classes.split():
            self.units.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._within("call") or self._within("notes"):
            return
        if self._within("unit"):
            self.units[-1] += data
        elif data.strip():
            self.stray.append(data)

    def _within(self, name: str) -> bool:
        return any(name in classes.split() for _, classes in self._open)


def read(html: str) -> Reader:
    """Return what stands in `html`; every element that opens must close in its turn."""
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    assert not reader._open
    return reader
