"""The typography of what the workbook says."""

from conventassembler.french.grammar import NBSP


def spaced(text: str) -> str:
    """Return a French text with its no-break spaces and its apostrophes."""
    for sign in (":", ";", "!", "?", "%", "»"):
        text = text.replace(f" {sign}", f"{NBSP}{sign}")
    return text.replace("« ", f"«{NBSP}").replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
