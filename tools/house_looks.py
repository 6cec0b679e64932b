"""The looks of the house templates that are shipped, as data: two templates of one make.

`house_styles.py` has the table of styles, in the look of `maison`. Another look says what differs
from it: its letters, its colours, its sizes, and the styles that are not laid out alike. So a style
that is added there is in every template.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from house_styles import (
    BAND,
    BOLD,
    CENTRE,
    CONTEXTUAL,
    FILL,
    FONT,
    INK,
    ITALIC,
    KEEP,
    LEFT,
    LIGHT,
    RULE,
    STYLES,
    Style,
    outline,
    size,
    spacing,
)

BLACK = "000000"
SMALL_CAPITALS = "<w:smallCaps/>"


@dataclass(frozen=True)
class Font:
    """The letters of a template, and what may stand for them where they are absent."""

    name: str
    stand_in: str
    panose: str
    family: str


@dataclass(frozen=True)
class Margins:
    """Margins of a page, in twentieths of a point."""

    top: int
    sides: int
    bottom: int


@dataclass(frozen=True)
class Look:
    """What sets one template apart from another."""

    name: str
    font: Font
    margins: Margins
    text: int = 21
    """Size of the text, in half-points."""
    bullets: tuple[str, str, str] = ("–", "•", "–")
    page: tuple[str, str] = ("Page ", " / ")
    """What stands in the footer before the number of the page, and before that of all pages."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """What each colour of the table of styles is here, where it is another."""
    sizes: Mapping[int, int] = field(default_factory=dict)
    """The same, of the sizes of letters."""
    styles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The properties of paragraphs and of letters of the styles that are laid out otherwise."""

    def colour(self, name: str) -> str:
        """Return what a colour of the table of styles is in this look."""
        return self.colours.get(name, name)

    def dressed(self) -> tuple[Style, ...]:
        """Return the styles of the template."""
        return tuple(self._dressed(style) for style in STYLES)

    def _dressed(self, style: Style) -> Style:
        if style.id in self.styles:
            paragraph, run = self.styles[style.id]
            style = replace(style, paragraph=paragraph, run=run)
        elif self.sizes:
            style = replace(style, run=self._sized(style.run))
        parts = {part: getattr(style, part) for part in ("paragraph", "run", "extra")}
        return replace(style, **{part: self._coloured(text) for part, text in parts.items()})

    def _sized(self, run: str) -> str:
        def sized(found: re.Match[str]) -> str:
            half_points = int(found[2])
            return f'{found[1]}"{self.sizes.get(half_points, half_points)}"'

        return re.sub(r'(<w:sz(?:Cs)? w:val=)"([0-9]+)"', sized, run)

    def _coloured(self, text: str) -> str:
        names = "|".join(self.colours)
        return re.sub(names, lambda found: self.colours[found[0]], text) if names else text


MAISON = Look(
    "maison",
    Font(FONT, "Liberation Sans", "020B0604020202020204", "swiss"),
    Margins(1417, 1417, 1417),
)
"""Sober and modern: Arial, dark blue headings on the left, a title between two rules."""

CLASSIQUE = Look(
    "classique",
    Font("Times New Roman", "Liberation Serif", "02020603050405020304", "roman"),
    Margins(1304, 1304, 1191),
    text=24,
    bullets=("-", "•", "-"),
    page=("Page ", " sur "),
    colours=MappingProxyType(
        {INK: BLACK, RULE: BLACK, FILL: "EDEDED", LIGHT: "F7F7F7", BAND: "DEDEDE"}
    ),
    sizes=MappingProxyType({15: 17, 17: 20, 19: 22, 20: 24, 21: 24, 23: 26, 26: 28, 30: 32}),
    styles=MappingProxyType(
        {
            "Heading1": (
                KEEP + spacing(360, 160) + CENTRE + outline(1),
                BOLD + SMALL_CAPITALS + size(26),
            ),
            "Heading2": (KEEP + spacing(280, 120) + LEFT + outline(2), BOLD + size(24)),
            # No underlining: LibreOffice would leave out the number that a heading counts.
            "Heading3": (KEEP + spacing(220, 120) + LEFT + outline(3), BOLD + ITALIC + size(24)),
            "Heading4": (KEEP + spacing(180, 120) + LEFT + outline(4), ITALIC + size(24)),
            "Header": ('<w:jc w:val="right"/>', ITALIC + size(20)),
            "Footer": (CENTRE, size(20)),
            "TitreActe": (
                KEEP + spacing(before=240, after=160, line=288) + CENTRE,
                BOLD + "<w:caps/>" + size(32),
            ),
            "SousTitreActe": (
                KEEP + spacing(after=420, line=324) + CONTEXTUAL + CENTRE,
                BOLD + size(26),
            ),
            "TitreAnnexe": (
                KEEP + spacing(after=360, line=288) + CENTRE + outline(1),
                BOLD + SMALL_CAPITALS + size(28),
            ),
            "TitrePartie": (
                KEEP + spacing(before=360, after=160) + CENTRE + outline(1),
                BOLD + "<w:caps/>" + size(24),
            ),
            "Entre": (KEEP + spacing(before=320, after=160) + LEFT, BOLD),
            "Formule": (KEEP + spacing(before=320, after=200) + CENTRE, BOLD),
            "CelluleEnTete": (KEEP + CENTRE, BOLD),
            "TitreFiche": (
                KEEP
                + f'<w:shd w:val="clear" w:color="auto" w:fill="{BAND}"/>'
                + spacing(before=60, after=60)
                + CENTRE,
                BOLD + SMALL_CAPITALS + size(24),
            ),
        }
    ),
)
"""As a careful secretary types it: Times, black, centred headings, an italic running title."""

LOOKS = (MAISON, CLASSIQUE)
