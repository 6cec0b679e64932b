"""Names without what a clerk may vary in them: case, accents, spaces, hyphens, apostrophes."""

from conventassembler.french.folding import unaccented
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_APART = Pattern(r"[\W_]+")
_REMEMBERED = 120
"""Characters up to which a text is remembered: keys come back in every act."""


@kept
def fold(text: str) -> str:
    """Return the form under which keys are compared: « Préavis en mois » gives `preavisenmois`."""
    return _remembered(str(text)) if len(text) <= _REMEMBERED else _folded(text)


def _folded(text: str) -> str:
    return _APART.sub("", unaccented(text))


@kept
def identifier(text: str) -> str:
    """Return the name that Jinja and key paths use: « préavis en mois » gives `preavis_en_mois`."""
    return _named(str(text)) if len(text) <= _REMEMBERED else _name(text)


def _name(text: str) -> str:
    words = _APART.sub("_", unaccented(text)).strip("_")
    return words.encode("ascii", "ignore").decode("ascii")


_remembered, _named = kept(_folded), kept(_name)
