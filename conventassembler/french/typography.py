"""The typography of one paragraph, as edits of its text.

Each rule is a pattern and what it becomes; rules run in the order of `_rules`, each on what the
one before it left, and a second run finds nothing to do. Spaces, quotes, apostrophes, dashes,
ellipses (with the comma or the points that they make useless), ligatures, accents of capitals and
forms of citation change, and « de » elides before « un » and « une » when these count something;
nothing else ever does. Sources: *Lexique des règles typographiques en usage à l'Imprimerie
nationale*; *Guide de légistique*, 4th edition, annex; for the elision Grevisse, *Le Bon Usage*,
« Disjonction ». The closed lists of words stand in `data/typography.toml`.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from conventassembler.french.binding import binding_rules
from conventassembler.french.parting import Parted
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.french.quotes import has_pairs, pair_quotes
from conventassembler.french.rewriting import (
    SPACE,
    Ready,
    Rule,
    becomes,
    before,
    beside_spaces,
    parted,
    ready,
    rewrite_all,
)
from conventassembler.french.tape import Edit, Span, Tape, apply
from conventassembler.french.wording import word_rules
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

__all__ = ["Edit", "apply", "correct", "editor", "edits"]

# Bounds and possessive repeats: a word of many thousand letters is read once, not once a letter.
_EXEMPT = Pattern(
    r"""
    (?: https?:// | ftp:// | www\. ) [^\s«»<>"]* [^\s«»<>".,;:!?)\]…]   # addresses of pages
  | mailto:\S+
  | (?<![\w.+-]) [\w.+-]++ @ [\w-]+ (?: \.[\w-]+ )+                   # e-mail
  | \b [\w'’-]{1,99}+ (?: \.[\w-]{1,99}+ ){0,9} \. (?: pdf|docx?|xlsx?|pptx?
      |od[tsp]|csv|zip|xml|html?|txt|toml|ya?ml|json|png|jpe?g ) \b   # names of files
  | \b \d+ : \d+ (?: :\d+ )* \b                                        # times, ratios
  | \b [A-Za-z]{2} \d{2} (?: [ ]? [A-Za-z0-9]{4} ){3,7} (?: [ ]? [A-Za-z0-9]{1,3} )? \b   # IBAN
  | \b \d{3} [ ] \d{3} [ ] \d{3} [ ] \d{5} \b                          # SIRET
    """,
    re.VERBOSE,
)
_FIGURE = Pattern(r"\d")
_ADDRESS = ("@", "://", "www.", "mailto:")
_FILE = Pattern(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|xml|html?|txt|toml|ya?ml|json|png|jpe?g)"
)
_NUMBER = Pattern(r"\d(?::\d|[ ]\d{5}|(?<=\b[A-Za-z]{2}\d)\d[ ]?[A-Za-z0-9]{4})")
"""What every match of `_EXEMPT` holds: an address or a name of a file, else a time or a number."""


def edits(
    text: str, profile: Profile | None = None, exempt: Sequence[Span] = ()
) -> tuple[Edit, ...]:
    """Return the corrections that the paragraph needs, sorted and not overlapping.

    `exempt` are the spans of `text` to leave alone (code, for one); page addresses, e-mails,
    names of files, times, ratios, IBANs and SIRETs are left alone too.
    """
    chosen = profile or default_profile()
    return _in_one_piece(chosen, text, exempt) if exempt else editor(chosen)(text)


@cache
def editor(profile: Profile) -> Callable[[str], tuple[Edit, ...]]:
    """Return what gives the corrections of a paragraph, and remembers those of its parts."""
    by_rules, in_one_piece = partial(_by_rules, profile), partial(_in_one_piece, profile)
    return Parted(_rules(profile), by_rules, in_one_piece, _reaches_over).edits


def _reaches_over(text: str) -> bool:
    """Tell whether a text has marks that what stands far from them is read for, or left alone."""
    return has_pairs(text) or _may_exempt(text, has_figures=_FIGURE.search(text) is not None)


def _in_one_piece(profile: Profile, text: str, exempt: Sequence[Span] = ()) -> tuple[Edit, ...]:
    has_figures = _FIGURE.search(text) is not None
    tape = Tape(text, (*exempt, *_own_exemptions(text, has_figures=has_figures)))
    pair_quotes(tape)
    return _corrected(profile, tape, has_figures=has_figures)


def _by_rules(profile: Profile, text: str) -> tuple[Edit, ...]:
    """Return the corrections of a text that has no marks which reach over others."""
    return _corrected(profile, Tape(text), has_figures=_FIGURE.search(text) is not None)


def _corrected(profile: Profile, tape: Tape, *, has_figures: bool) -> tuple[Edit, ...]:
    rewrite_all(tape, _rules_for(profile, has_figures, _marks_of(tape.text)))
    return tape.edits()


def _marks_of(text: str) -> frozenset[str]:
    """Return the marks that a text has, each looked for, which is faster than to read the text."""
    return frozenset(filter(text.__contains__, _MARKS))


def _own_exemptions(text: str, *, has_figures: bool) -> list[Span]:
    """Return what a text says that no rule of typography is about; few texts say any."""
    if _may_exempt(text, has_figures=has_figures):
        return [match.span() for match in _EXEMPT.finditer(text)]
    return []


def _may_exempt(text: str, *, has_figures: bool) -> bool:
    has_address = any(map(text.__contains__, _ADDRESS)) or _FILE.search(text) is not None
    return has_address or (has_figures and _NUMBER.search(text) is not None)


def correct(text: str, profile: Profile | None = None) -> str:
    """Return the paragraph corrected, for callers who follow no values through it."""
    return apply(text, edits(text, profile))


@cache
def _rules(profile: Profile) -> tuple[Rule, ...]:
    """Return the rules in order."""
    return (*word_rules(profile), *_mark_rules(profile), *binding_rules(profile))


@kept
def _rules_for(
    profile: Profile,
    has_figures: bool,
    marks: frozenset[str],
) -> tuple[Ready, ...]:
    """Return the rules that a text may need which has `marks` alone, with those that rules put.

    Each has the signs left that such a text may show.
    """
    absent = _MARKS - marks - _added(profile, marks)
    needed = [rule for rule in _rules(profile) if has_figures or not rule.figures]
    shown = [tuple(sign for sign in one.signs if absent.isdisjoint(sign)) for one in needed]
    pairs = zip(needed, shown, strict=True)
    return tuple(ready(rule, signs) for rule, signs in pairs if signs or not rule.signs)


_MARKS = frozenset("'`´‘ʼʹ′＇’«»“”:;!?%€°º()[]…-‐‑–—\u202f")
_PUT = {
    "’": frozenset("'`´‘ʼʹ′＇’"),
    "°": frozenset("º"),
    **dict.fromkeys("-–—", frozenset("-‐‑–—")),
}
"""Marks that rules put in place of others."""
_PUT_ALWAYS = frozenset("’…")
"""Marks that they put in place of letters and points: « de un an », « ... »."""


def _added(profile: Profile, marks: frozenset[str]) -> frozenset[str]:
    """Return the marks that rules put where there were none, in a text that has `marks`."""
    spaces = profile.colon_space + profile.high_space + profile.quote_space + profile.group_space
    put = (mark for mark, instead in _PUT.items() if not marks.isdisjoint(instead))
    return _PUT_ALWAYS.union(spaces, put)


def _mark_rules(profile: Profile) -> tuple[Rule, ...]:
    """Spaces around punctuation."""
    ends = rf"(?=[{SPACE}\n»”)\]]|$)"
    spaces = rf"[{SPACE}](?<![{SPACE}][{SPACE}])[{SPACE}]*+"
    none = becomes("")
    colon, high = becomes(profile.colon_space), becomes(profile.high_space)
    inside = rf"(?<=[(\[“])[{SPACE}]+(?=\w)|(?<=\w)[{SPACE}]+(?=[)\]”])"
    within = (*beside_spaces("([“"), *(space + sign for sign in ")]”" for space in SPACE))
    ended = r"[\w»”)\]%€°…’.]"
    return (
        # None before , . ) ] nor after ( [ and within inner quotes.
        Rule(Pattern(rf"(?<=[\w»”)\]]) +(?=[,.](?:[:;!?]|{ends}))"), none, (" ,", " .")),
        Rule(Pattern(inside), none, within),
        Rule(Pattern(rf"«[{SPACE}]*(?=[^{SPACE}]|$)"), becomes(f"«{profile.quote_space}"), ("«",)),
        Rule(
            Pattern(rf"{spaces}(?=»)|»(?<=[^{SPACE}«]»)"),
            parted(profile.quote_space),
            ("»",),
        ),
        Rule(Pattern(rf"{spaces}(?=:)"), colon, (":",)),
        Rule(Pattern(rf"{spaces}(?=[;!?])"), high, tuple(";!?")),
        Rule(Pattern(rf":(?<={ended}:){ends}"), before(profile.colon_space), (":",)),
        Rule(
            Pattern(rf"[;!?](?<={ended}[;!?])(?=[;!?]*{ends})"),
            before(profile.high_space),
            tuple(";!?"),
        ),
        Rule(
            Pattern(rf"{spaces}(?=[%€])|[%€](?<=\d[%€])(?!\w)"),
            parted("\N{NO-BREAK SPACE}"),
            ("%", "€"),
        ),
    )
