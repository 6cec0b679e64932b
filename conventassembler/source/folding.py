"""Names without what a clerk may vary in them: case, accents, spaces, hyphens, apostrophes."""

import re

from conventassembler.french.folding import unaccented
from conventassembler.keeping import kept

_APART = re.compile(r"[\W_]+")


@kept
def fold(text: str) -> str:
    """Return the form under which keys are compared: « Préavis en mois » gives `preavisenmois`."""
    return _APART.sub("", unaccented(text))


@kept
def identifier(text: str) -> str:
    """Return the name that Jinja and key paths use: « préavis en mois » gives `preavis_en_mois`."""
    words = _APART.sub("_", unaccented(text)).strip("_")
    return words.encode("ascii", "ignore").decode("ascii")
