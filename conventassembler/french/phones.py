"""Telephone numbers of France, overseas included: read in any spacing, written in groups."""

from conventassembler.french.identifiers import grouped
from conventassembler.patterns import Pattern

_SEPARATORS = Pattern(r"[\s.\-‐‑/]+")
_NATIONAL = Pattern(r"0[1-9][0-9]{8}")
_SHORT = Pattern(r"3[0-9]{3}|1[0-9]{2}|11[68][0-9]{3}")
_ABROAD = Pattern(r"\+[0-9]{9,15}")
_GROUPS = (
    (Pattern(r"0(?:80|81|82|89)[0-9]{7}"), (1, 3, 3, 3)),  # 0 800 123 456
    (_NATIONAL, (2,)),  # 01 23 45 67 89
    (Pattern(r"3[0-9]{3}"), (2,)),  # 39 39
    (Pattern(r"1[0-9]{2}"), (3,)),
    (Pattern(r"11[68][0-9]{3}"), (3,)),
    (Pattern(r"\+33[1-9][0-9]{8}"), (3, 1, 2)),  # +33 1 23 45 67 89
    (Pattern(r"\+(?:262|590|594|596)[0-9]{9}"), (4, 3, 2)),  # +262 262 12 34 56
    (Pattern(r"\+(?:508|681|687)[0-9]{6}"), (4, 2)),  # +687 12 34 56
    (Pattern(r"\+689[0-9]{8}"), (4, 2)),  # +689 40 12 34 56
)
"""The groups of each form; the last size is repeated."""
_TERRITORIES = Pattern(r"\+(?:33|262|590|594|596|508|681|687|689)")


def read_phone(text: str) -> str | None:
    """Return the number without spaces, `0123456789` or `+33123456789`, None for any other text.

    « 00 33 » and the zero in brackets of « +33 (0)1 » are read; a French code with the wrong count
    of figures is refused, a foreign number is taken as it is. Source: the Arcep's numbering plan.
    """
    compact = _SEPARATORS.sub("", text.strip()).replace("(0)", "")
    if compact.startswith("00"):
        compact = f"+{compact[2:]}"
    if _SHORT.fullmatch(compact) or _NATIONAL.fullmatch(compact):
        return compact
    is_known = any(form.fullmatch(compact) for form, _ in _GROUPS)
    foreign = _ABROAD.fullmatch(compact) and not _TERRITORIES.match(compact)
    return compact if is_known or foreign else None


def write_phone(compact: str) -> str:
    """Return the number in groups bound by no-break spaces; a foreign one as it is."""
    sizes = next((sizes for form, sizes in _GROUPS if form.fullmatch(compact)), None)
    return compact if sizes is None else grouped(compact, sizes)
