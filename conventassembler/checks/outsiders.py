"""Bodies of which an act speaks beside its parties, as C771 and C724 look for them in the text.

Those that the act names in full or defines itself, those that it names as funders or by the law,
and the partners that it names by hand.
"""

import re

from conventassembler.checks.passages import Passage, Reading
from conventassembler.draft.natures import long_name
from conventassembler.draft.people import Person
from conventassembler.french.folding import fold
from conventassembler.patterns import Pattern
from conventassembler.values import fragment

_DEFINED = Pattern(
    r"\((?:l[ae] |l['’])(?P<alone>[^\W\d_][\w' ’-]{1,40})\)"
    r"|(?:dénomm|désign|appel)ée?s?,? «\s?(?:l[ae] |l['’])(?P<called>[^«»]{2,60}?)\s?»"
)
"""« la région Bretagne (la Région) », « la commune d'accueil, dénommée « la Commune » »."""
_IN_FULL = Pattern(
    r"\b(?:[Ll]a |[Ll]e |[Ll]['’]|[Dd]u |[Aa]u )"
    r"(?P<noun>[Cc]ommune|[Vv]ille|[Dd]épartement|[Rr]égion|[Mm]étropole|[Cc]ommunauté|[Ss]yndicat"
    r"|[Aa]ssociation|[Ss]ociété|[Ff]ondation)"
    r"(?: (?:mixte|intercommunal|urbaine|anonyme|d'agglomération|de communes|sportive))?"
    r" (?P<name>(?:de |du |de la |de l['’]|des |d['’])?(?P<word>[A-ZÀ-Ý][\w'’-]*)[^,.;:()«»]*)"
)
"""« la Région Bourgogne-Franche-Comté », « le département de Saône-et-Loire »."""
_COMMON = frozenset((
    "commune", "ville", "departement", "region", "metropole", "communaute", "collectivite",
    "association", "societe", "fondation", "syndicat",
))  # fmt: skip
"""What is no proper name: « le Département de la Région » names neither in full."""
_LEADS = Pattern(
    r"(?:compétences? |[Pp]réf[eè]te? |(?:[Ss]elon|[Ee]n application de|[Ee]n vertu de"
    r"|[Cc]onformément à) (?:la |le |l['’])(?:loi|code|article|décret)\b[^,.;]{0,80}, )$"
)
"""What stands before a body that the law names: « relève de la compétence de la Région »."""
_FOLLOWS = Pattern(r" en application (?:de l['’]|de la |des |du )(?:articles?|loi|code|décret)\b")
_FUNDERS = Pattern(
    r"(?:[Ll]['’]Europe|[Ll]['’]État|[Ll]['’]Union européenne)(?:, (?:la |le |l['’])[\w-]+)+"
    r" et (?:la |le |l['’])[\w-]+(?= (?:sont|ont été)\b|[.;)]|$)"
)
"""« l'Europe, l'État, la Région et le Département sont sollicités »."""


def is_outside(passage: Passage, start: int, end: int) -> bool:
    """Tell whether the words name a body of the law or one of several funders, and no party."""
    text = passage.text
    if _LEADS.search(text[max(0, start - 140) : start]) or _FOLLOWS.match(text[end : end + 60]):
        return True
    return any(found.start() <= start and end <= found.end() for found in _FUNDERS.finditer(text))


def met(reading: Reading) -> frozenset[str]:
    """Return the first words of the bodies, no parties, that the act names in full or defines."""
    parties = tuple(fold(str(one.name)) for one in reading.resolved.people.values() if one.name)
    return frozenset(
        fold(word).split(" ")[0]
        for passage in reading.passages
        for found in (*_DEFINED.finditer(passage.text), *_IN_FULL.finditer(passage.text))
        if (word := _noun(passage, found, parties))
    )


def _noun(passage: Passage, found: re.Match[str], parties: tuple[str, ...]) -> str:
    """Return the noun that a body is met by; nothing for what is a party's, or no name."""
    groups = found.groupdict()
    if passage.is_derived(found.start()):
        return ""
    if "noun" not in groups:
        return groups["alone"] or groups["called"]
    name = fold(groups["name"])
    is_of_a_party = any(re.search(rf"\b{re.escape(one)}\b", name) for one in parties)
    return "" if is_of_a_party or fold(groups["word"]) in _COMMON else groups["noun"]


def is_named(reading: Reading, partner: Person) -> bool:
    """Tell whether the text says the partner's short name, with its capital, or its full name.

    Without `ci-après`, the usual name of its kind is its own where no party has it: « la Région ».
    """
    noun, rest = long_name(partner.party, partner.kind)
    whole = rf"\b{re.escape(fold(str(fragment(noun.text, *rest))))}\b"
    called = (_bare(str(fragment(partner.forms["le"]))), _bare(partner.kind.short))
    others = reading.resolved.people.values()
    short = [
        rf"(?<!\w){_typed(one)}(?!\w)"
        for one in called
        if one[:1].isupper() and not any(_is_theirs(other, one) for other in others)
    ]
    return any(
        any(re.search(one, passage.text) for one in short) or re.search(whole, passage.folded)
        for passage in reading.passages
    )


def _bare(name: str) -> str:
    return re.sub(r"^(?:l[ae]s? |l['’])", "", name).strip()


def _typed(words: str) -> str:
    """Return a pattern of words with either apostrophe and either space."""
    return re.sub(r"(?:\\?['’])", "['’]", re.sub(r"\\?\s", r"\\s", re.escape(words)))


def _is_theirs(party: Person, own: str) -> bool:
    return fold(str(fragment(party.forms["le"]))).endswith(fold(own))
