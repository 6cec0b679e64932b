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
from collections.abc import Sequence
from functools import cache

from conventassembler.french.binding import binding_rules
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.french.quotes import pair_quotes
from conventassembler.french.rewriting import SPACE, Rule, becomes
from conventassembler.french.tape import Edit, Span, Tape, apply
from conventassembler.french.wording import word_rules

__all__ = ["Edit", "apply", "correct", "edits"]

# Bounds and possessive repeats: a word of many thousand letters is read once, not once a letter.
_EXEMPT = re.compile(
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


def edits(
    text: str, profile: Profile | None = None, exempt: Sequence[Span] = ()
) -> tuple[Edit, ...]:
    """Return the corrections that the paragraph needs, sorted and not overlapping.

    `exempt` are the spans of `text` to leave alone (code, for one); page addresses, e-mails,
    names of files, times, ratios, IBANs and SIRETs are left alone too.
    """
    own = [match.span() for match in _EXEMPT.finditer(text)]
    tape = Tape(text, (*exempt, *own))
    pair_quotes(tape)
    for pattern, rewrite in _rules(profile or default_profile()):
        tape.rewrite(pattern, rewrite)
    return tape.edits()


def correct(text: str, profile: Profile | None = None) -> str:
    """Return the paragraph corrected, for callers who follow no values through it."""
    return apply(text, edits(text, profile))


@cache
def _rules(profile: Profile) -> tuple[Rule, ...]:
    return (*word_rules(profile), *_mark_rules(profile), *binding_rules(profile))


def _mark_rules(profile: Profile) -> tuple[Rule, ...]:
    """Spaces around punctuation."""
    ends = rf"(?=[{SPACE}\n»”)\]]|$)"
    spaces = rf"(?<![{SPACE}])[{SPACE}]++"
    return (
        # None before , . ) ] nor after ( [ and within inner quotes.
        (re.compile(rf"(?<=[\w»”)\]]) +(?=[,.](?:[:;!?]|{ends}))"), becomes("")),
        (re.compile(rf"(?<=[(\[“])[{SPACE}]+(?=\w)|(?<=\w)[{SPACE}]+(?=[)\]”])"), becomes("")),
        (re.compile(rf"(?<=«)[{SPACE}]*(?=[^{SPACE}]|$)"), becomes(profile.quote_space)),
        (re.compile(rf"{spaces}(?=»)|(?<=[^{SPACE}«])(?=»)"), becomes(profile.quote_space)),
        (re.compile(rf"{spaces}(?=:)"), becomes(profile.colon_space)),
        (re.compile(rf"{spaces}(?=[;!?])"), becomes(profile.high_space)),
        (re.compile(rf"(?<=[\w»”)\]%€°…’.])(?=:{ends})"), becomes(profile.colon_space)),
        (re.compile(rf"(?<=[\w»”)\]%€°…’.])(?=[;!?]+{ends})"), becomes(profile.high_space)),
        (re.compile(rf"{spaces}(?=[%€])|(?<=\d)(?=[%€](?!\w))"), becomes("\N{NO-BREAK SPACE}")),
    )
