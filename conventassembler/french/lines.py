"""Where a line of French may not end, for whoever wraps plain text."""

from conventassembler.patterns import Pattern

_BOUND = Pattern(r"(?<=«) | (?=[»:;!?])")


def bound(text: str) -> str:
    """Return `text` with no-break spaces inside « » and before the high marks : ; ! ?.

    Source: *Lexique des règles typographiques en usage à l'Imprimerie nationale*.
    """
    return _BOUND.sub("\N{NO-BREAK SPACE}", text)
