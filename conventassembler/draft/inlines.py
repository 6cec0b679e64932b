"""The inlines of a draft: stretches of text, and what stands among them."""

from typing import Literal

from conventassembler.frozen import dataclass
from conventassembler.keeping import Hashed, hashed_once
from conventassembler.values import PAGES_TO_COUNT, BlankKind, blank_text


@dataclass(frozen=True, slots=True)
class ValueMark:
    """What made a stretch of text, when a value did."""

    path: str = ""
    """Key path of the value; empty for a derived text."""
    formatter: str = ""
    """Formatter that wrote it; its reader reads it back."""
    expression: str = ""
    """For a derived text, the expression of the clause that made it."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Text(Hashed):
    """A stretch of text in one style, and from one value or none."""

    text: str
    strong: bool = False
    emphasis: bool = False
    value: ValueMark | None = None

    def has(self, strong: bool, emphasis: bool, value: ValueMark | None) -> bool:
        """Tell whether it is in this style, and from this value or none."""
        if self.strong is not strong or self.emphasis is not emphasis:
            return False
        return self.value is value or (value is not None and self.value == value)


@hashed_once
@dataclass(frozen=True, slots=True)
class Reference(Hashed):
    """A reference to a numbered heading; `text` is what it reads now, « article 5 »."""

    target: str
    """Id of the heading block."""
    text: str
    strong: bool = False
    emphasis: bool = False


@hashed_once
@dataclass(frozen=True, slots=True)
class Blank(Hashed):
    """A value still to be given, shown as « [à compléter] »."""

    path: str
    label: str = ""
    """What is awaited, in French."""
    hint: str = ""
    """The precision that the clerk typed after « à compléter : »."""
    strong: bool = False
    emphasis: bool = False
    kind: BlankKind = "text"
    """What is awaited: words, a day, or one of the `choices`."""
    choices: tuple[str, ...] = ()
    """The words among which a choice is, in French."""

    @property
    def text(self) -> str:
        """What readers see in its place."""
        return blank_text(self.hint)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break inside a block, as in an address."""

    text: Literal["\n"] = "\n"


@hashed_once
@dataclass(frozen=True, slots=True)
class Footnote(Hashed):
    """A note at the foot of the page; its call stands here and takes no room in the text."""

    id: str
    inlines: tuple["Inline", ...]
    """What the note says; it holds no other note."""
    text: Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A number that a word processor computes from its pages."""

    kind: Literal["pages"] = "pages"
    """`pages`: how many the whole document has."""
    cached: str = ""
    """What it was when last computed; empty where nobody did."""
    strong: bool = False
    emphasis: bool = False
    form: Literal["figures", "words"] = "figures"
    feminine: bool = False
    """Whether its words agree with a feminine: « vingt et une pages »."""
    reformed: bool = False
    """Whether its words have the hyphens of 1990: « vingt-et-une pages »."""

    @property
    def text(self) -> str:
        """What readers see until their word processor has computed it."""
        return self.cached or PAGES_TO_COUNT


Inline = Text | Reference | Blank | LineBreak | Footnote | Field
Inlines = tuple[Inline, ...]
