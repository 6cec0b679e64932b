"""C785: how many things a sentence announces, and how many the list below it has."""

import re
from collections.abc import Iterator, Sequence

from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.checks.starts import matches
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import ListItem, Paragraph
from conventassembler.french.numbers import cardinal
from conventassembler.patterns import Pattern

_MOST = 20
_NUMBERS = {cardinal(number): number for number in range(2, _MOST + 1)}
_ANNOUNCED = Pattern(
    rf"\b(?P<count>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d{{1,2}})"
    r" (?P<noun>[a-zà-öø-ÿœ'-]+s|[a-zà-öø-ÿœ'-]+x)(?P<rest>(?: [\w'-]+){0,5}) ?:$",
    re.IGNORECASE,
)
_COUNT = Pattern("|".join((*sorted(_NUMBERS, key=len, reverse=True), r"\d")))
_FOLLOWING = Pattern(r"\b(?:suivante?s|ci-après|ci-dessous)\b", re.IGNORECASE)
_MEASURES = frozenset((
    "ans", "années", "mois", "semaines", "jours", "heures", "minutes", "euros", "fois", "pages",
    "exemplaires", "originaux", "habitants", "enfants", "premiers", "premières", "derniers",
    "dernières",
))  # fmt: skip
"""Nouns that a number measures, and words that count from one end."""
_ACTORS = frozenset((
    "parties", "partenaires", "signataires", "communes", "collectivités", "personnes", "agents",
    "élus", "services", "structures", "associations", "acteurs", "équipes", "communautés",
    "départements", "membres", "cas", "temps", "points",
))  # fmt: skip
"""Who acts, and so announces nothing without « suivants »: « les deux parties s'engagent : »."""
_GOES_ON = frozenset((
    "à", "pour", "par", "que", "avec", "en", "sur", "dans", "afin", "doit", "doivent", "peut",
    "peuvent", "sont", "les", "des", "le", "la", "leurs", "ses", "ces", "aux", "au", "et", "ou",
))  # fmt: skip
"""Words that say that the sentence goes on to something else than what was counted."""
_OF = ("de", "du", "des", "en")
_VERB = Pattern(r"(?!d'|l')(?:[a-zà-ÿœ]+')?[a-zà-ÿœ]+(?:ent|ont|ant)|(?:s'|se\b).*")
"""What a noun in the plural does: « assurent », « s'engageront »."""
_LOOSE = Pattern(
    r"(?:au moins|au plus|au minimum|environ|près de|plus de|moins de|jusqu'à|l'une? des|n°|article"
    r"|articles|annexe|axe|page|chapitre|parmi les|des)\s+$",
    re.IGNORECASE,
)
_FAR = 12
"""Characters of what it is looked for, at most, without the spaces behind it."""


def announced_counts(reading: Reading) -> Iterator[Diagnostic]:
    """Find « les trois axes suivants : » above a list of four.

    The counted noun ends the sentence, or « suivants » follows it. Who acts (« les deux parties
    s'engagent à : ») and what is measured (« dans les trois mois : ») announce nothing; nor does
    what a verb follows: « Les trois conseillers assurent : ».
    """
    for rank, passage, (found,) in reading.ranked(_ANNOUNCEMENTS):
        if not isinstance(passage.block, Paragraph):
            continue
        counted = found["count"].lower()
        announced = _NUMBERS.get(counted) or int(counted)
        items = _items_below(reading.passages[rank + 1 :])
        if items > 1 and items != announced:
            told = {"words": found.group().rstrip(" :"), "count": announced, "items": items}
            yield reading.tell("C785", passage, *found.span(), **told)


def _announcement(text: str) -> tuple[re.Match[str], ...]:
    """Return the words of a line that announce a list below it."""
    end = text.rstrip()
    small = end.encode("ascii", "replace").lower().decode() if end.endswith(":") else ""
    counts = (one.start() for one in _COUNT.finditer(small))
    found = next(matches(_ANNOUNCED, end, counts), None)
    if found is None or _is_loose(text[: found.start()]):
        return ()
    noun, following = found["noun"].lower(), _FOLLOWING.search(found["rest"])
    words = found["rest"][: following.start() if following else None].lower().split()
    if noun in _MEASURES or _GOES_ON.intersection(words):
        return ()
    return (found,) if following or not (noun in _ACTORS or _acts(words)) else ()


_ANNOUNCEMENTS = LINES.scan(_announcement, ":", near=Near(8, 0, _announcement))


def _is_loose(before: str) -> bool:
    """Tell whether the words before a count make it count nothing: the last two do, or none."""
    return _LOOSE.search(before, max(0, len(before.rstrip()) - _FAR)) is not None


def _acts(words: list[str]) -> bool:
    """Tell whether one of the words behind a noun looks like its verb."""
    before = ["", *words]
    return any(
        _VERB.fullmatch(word) and earlier not in _OF
        for earlier, word in zip(before, words, strict=False)
    )


def _items_below(passages: Sequence[Passage]) -> int:
    """Return how many items of the first level follow, whatever stands below each of them."""
    count, level = 0, 0
    for passage in passages:
        block = passage.block
        if isinstance(block, ListItem):
            level = level or block.level
            count += block.level == level
        elif not (isinstance(block, Paragraph) and block.role == "continuation"):
            break
    return count
