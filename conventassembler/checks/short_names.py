"""C771 to C773, C776: the short names of the parties, « la Commune », as the text uses them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from conventassembler.checks.namesakes import ends_a_name, is_of_a_name
from conventassembler.checks.outsiders import is_outside, met
from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.checks.starts import matches
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.diagnostics.few import BETWEEN
from conventassembler.draft.model import Title
from conventassembler.draft.places import is_of_act, place_of, typed_again
from conventassembler.french.folding import fold
from conventassembler.french.kinds import kinds
from conventassembler.french.nouns import Noun, le
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.values import Text, fragment

_NOUNS = (
    "Communauté d'agglomération", "Communauté de communes", "Communauté urbaine", "Communauté",
    "Commune", "Ville", "Département", "Région", "Métropole", "Collectivité", "Association",
    "Société", "Fondation", "Syndicat", "Bénéficiaire", "Prestataire", "Propriétaire", "Occupant",
    "Bailleur", "Preneur", "Locataire", "Emprunteur", "Prêteur",
)  # fmt: skip
"""What acts call a party with a capital, and mean nothing else by in the middle of a sentence."""
_ACTING = (
    "accueille", "apporte", "assure", "attribue", "conduit", "confie", "conserve", "contribue",
    "convoque", "décide", "désigne", "élabore", "établit", "facilite", "finance", "fournit",
    "garantit", "gère", "informe", "intervient", "met", "mobilise", "organise", "participe",
    "pilote", "prend", "propose", "reçoit", "remet", "rend", "respecte", "réalise", "s'engage",
    "signe", "sollicite", "soutient", "suit", "tient", "transmet", "veille", "verse",
)  # fmt: skip
"""What a party does in an act; behind a noun, it says that the noun is the whole of a name."""
_ACTING_TOO = (
    "accepte", "adresse", "assume", "communique", "consent", "déclare", "effectue",
    "emploie", "exécute", "justifie", "notifie", "occupe", "paie", "rembourse",
    "restitue", "s'acquitte", "s'interdit", "souscrit", "supporte", "utilise",
)  # fmt: skip
"""The same, of a name with its capital alone: « la commune occupe un plateau » is a place."""
_LINKS = (
    "à", "a", "au", "aux", "avec", "dans", "doit", "dont", "en", "est", "et", "lui", "ne", "ou",
    "par", "peut", "pour", "qui", "sera", "selon", "sur", "y",
)  # fmt: skip
_USED = Pattern(
    rf"(?<=[\w,;:)] )(?:l[ea] |l'|du |au |de la |de l'|à la |à l')(?P<noun>{'|'.join(_NOUNS)})\b"
    rf"(?=$|[.,;:)]| (?:{'|'.join((*_LINKS, *_ACTING, *_ACTING_TOO))})\b)"
)
_NOUN = Pattern("|".join(map(re.escape, _NOUNS)))
_FIRST_NOUN = Pattern("|".join(sorted({one.split(" ")[0] for one in _NOUNS})))
_DUTIES = (*_ACTING, *_ACTING_TOO, "doit", "peut", "autorise", "s'oblige", "est tenue?")
_LEADING = Pattern(
    rf"(?:(?<=^)|(?<=[.!?;:] ))(?:L[ea] |L')(?P<noun>{'|'.join(_NOUNS)})"
    rf"(?: et l(?:[ea] |')[A-ZÉ]| (?:n'y |ne |n'|y )?(?:{'|'.join(_DUTIES)})\b)"
)
"""At the head of a sentence, only with what a party does: the article has its capital anyway."""
_AHEAD: Mapping[str, tuple[Pattern, Sequence[int]]] = {
    "la ": (_USED, (6, 5, 3)), "le ": (_USED, (3,)), "du ": (_USED, (3,)), "au ": (_USED, (3,)),
    "l'": (_USED, (5, 4, 2)), "La ": (_LEADING, (3,)), "Le ": (_LEADING, (3,)),
    "L'": (_LEADING, (2,)),
}  # fmt: skip
"""By the end of what stands before a noun, what has articles with that end, and their lengths."""
_SMALL_NOUNS = tuple(one.lower() for one in _NOUNS)
_SMALL_NAME = Pattern(rf"[Ll](?:[ea] |')(?:{'|'.join(_SMALL_NOUNS)})")
_SMALL = Pattern(
    r"(?<![Tt]oute )(?<!tout )(?<!de )"
    rf"(?P<name>\b(?:[Ll][ea] |[Ll]')(?P<noun>{'|'.join(_SMALL_NOUNS)})) (?:y |ne )?"
    rf"(?:{'|'.join(_ACTING)})\b"
)
_CALLED = Pattern(r"ci-après[^«».;]{0,40}« ?([^«»]{2,60}?) ?»")

_CITIES = ("Commune", "Ville")
_CITY = Pattern(rf"\b(?P<city>{'|'.join(_CITIES)}) (?:de |d'|du |des )")
Span = tuple[int, int, str]
"""Where words begin and end, and the name that they say."""


def _declared(reading: Reading) -> dict[str, str]:
    """Return the short names of the act, « la Commune », by their words without article."""
    named = reading.resolved.named.values()
    names = [str(fragment(one.forms["le"])) for one in named]
    names += [found[1] for _, found in reading.found(_CALLED_SO)]
    return {_bare(name): name for name in names}


@kept
def _bare(name: str) -> str:
    return re.sub(
        r"^(?:d (?:une|autre) part,? )?(?:ci apres )?(?:(?:denomm|design|appel|dit)\w*"
        r"|sous le nom de)? ?(?:ci apres )?(?:l[ea]s?|l) ",
        "",
        fold(re.sub(r"[«»“”\"()]", "", name)),
    )


def names_declared(reading: Reading) -> Iterator[Diagnostic]:
    """Find « le Département » in an act where no party is called so.

    Bad: « le Département verse » where the party is « la Région »: the text was taken from another
    act. A name that a place follows (« la Ville de Dijon ») is whole, and is left alone; so is what
    the act names in full or defines elsewhere, or names among funders or by the law.
    """
    declared = reading.once(_declared)
    known = BETWEEN.join(declared.values())
    for passage, named in reading.by_line(_NAMED):
        if isinstance(passage.block, Title):
            continue
        spans = (
            *_undeclared(
                passage, [one for one in named if one.re.pattern != _CITY.pattern], reading
            ),
            *_called_otherwise(
                passage, [one for one in named if one.re.pattern == _CITY.pattern], reading
            ),
        )
        for start, end, name in spans:
            yield reading.tell("C771", passage, start, end, name=name, known=known)


def _undeclared(
    passage: Passage, named: Sequence[re.Match[str]], reading: Reading
) -> Iterator[Span]:
    """Yield the nouns that stand for a party, and that none is called by."""
    declared = reading.once(_declared)
    for found in named:
        noun = fold(found["noun"])
        if noun in declared or passage.is_derived(found.start("noun")):
            continue
        if ends_a_name(passage, found.start(), found.start("noun")):
            continue
        first = noun.split(" ", 1)[0]
        if first in {name.split(" ")[0] for name in declared} or first in reading.once(met):
            continue
        if not is_outside(passage, found.start(), found.end("noun")):
            yield found.start(), found.end("noun"), found["noun"]


def _called_otherwise(
    passage: Passage, named: Sequence[re.Match[str]], reading: Reading
) -> Iterator[Span]:
    """Yield « Ville de Longvic » where the party is « la Commune » of Longvic, typed by hand.

    Where it is called « la Ville de Longvic », that is its name.
    """
    declared = reading.once(_declared)
    for name, nouns in reading.once(_cities) if named else ():
        behind = -1
        for found in named:
            start, end = found.start(), found.end() + len(name)
            said = passage.text[found.end() : end] == name
            if not said or found["city"] not in nouns or is_of_a_name(passage, start):
                continue
            if start >= behind and _ends(passage.text, end):
                behind = end
                words = passage.text[start:end]
                if not passage.is_derived(start) and _bare(words) not in declared:
                    yield start, end, words


def _ends(text: str, end: int) -> bool:
    """Tell whether a word ends there."""
    following = text[end : end + 1]
    return not (following.isalnum() or following == "_")


def _cities(reading: Reading) -> Sequence[tuple[str, frozenset[str]]]:
    """Return the names of the communes, each with the nouns by which the act does not call it."""
    found: list[tuple[str, frozenset[str]]] = []
    for person in reading.resolved.people.values():
        own = {fold(person.kind.noun.text), _bare(str(fragment(person.forms["le"])))}
        nouns = frozenset(one for one in ("Commune", "Ville") if fold(one) not in own)
        if own & {"commune", "ville"} and nouns and person.name:
            found.append((str(person.name), nouns))
    return found


def _named(text: str) -> tuple[re.Match[str], ...]:
    starts: dict[Pattern, list[int]] = {_USED: [], _LEADING: [], _CITY: []}
    for noun in _NOUN.finditer(text):
        at = noun.start()
        before = text[max(0, at - 3) : at]
        way = _AHEAD.get(before) or _AHEAD.get(before[-2:])
        if way:
            starts[way[0]] += [at - back for back in way[1] if back <= at]
        if text.startswith(_CITIES, at):
            starts[_CITY].append(at)
    return tuple([one for way, at in starts.items() for one in matches(way, text, at)])


_NAMED = LINES.scan(_named, _FIRST_NOUN)


def _in_small(text: str) -> tuple[re.Match[str], ...]:
    starts = (one.start() for one in _SMALL_NAME.finditer(text))
    return tuple(matches(_SMALL, text, starts))


_CALLED_SO = LINES.pattern(_CALLED, "ci-après")
_IN_SMALL = LINES.scan(
    _in_small, Pattern(rf"\A(?:{'|'.join(_ACTING)})\b"), near=Near(7, 0, _in_small)
)


def names_of_parties_in_capitals(reading: Reading) -> Iterator[Diagnostic]:
    """Find « la commune s'engage » where the act calls that party « la Commune ».

    Only what acts is read so: « les habitants de la commune » speaks of a place.
    """
    declared = reading.once(_declared)
    for passage, found in reading.found(_IN_SMALL):
        name = declared.get(fold(found["noun"]), "")
        if name[-1:] and not name.endswith(found["noun"]) and _is_typed(passage, found):
            yield reading.tell("C772", passage, *found.span("name"), words=found["name"], name=name)


def _is_typed(passage: Passage, found: re.Match[str]) -> bool:
    return not passage.is_derived(found.start("noun"))


def names_used(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `ci-après` of a party that the act never calls so behind its presentation."""
    agreement = reading.resolved.agreement
    if "parties" not in {fold(part) for part in reading.resolved.model.order}:
        return
    for party in (*agreement.parties, *agreement.partners):
        name = party.short_name
        if not isinstance(name, Text):
            continue
        place = place_of(name, party.position)
        if party in agreement.partners and not place.cell:  # who says it once says it of many acts
            continue
        # One line has it, as a rule; a name that two lines share is said too.
        words = _bare(str(name))
        is_said = any(words in line and _has_words(line, words) for line in _inside(reading))
        is_said = is_said or _has_words(" ".join(filter(None, _inside(reading))), words)
        if not is_said and is_of_act(place, agreement.file):  # the registry serves other acts
            yield fault("C773", place, name=name, party=party.key)


def _inside(reading: Reading) -> Iterator[str]:
    """Yield the lines between the presentation of the parties and the signature."""
    apart = ("parties", "acte/titre", "visas", "signature")
    lines = (one for one in reading.passages if not one.block.id.startswith(apart))
    return (one.folded for one in lines)


def _has_words(text: str, words: str) -> bool:
    """Tell whether `words` stand in a text with no letter more at their ends."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if _parts(text, at) and _parts(text, end):
            return True
        at = text.find(words, at + 1)
    return False


def _parts(text: str, at: int) -> bool:
    """Tell whether a word begins or ends before the character `at`."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")


def names_with_an_article(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `ci-après` that is a common noun without its article: « Communauté ».

    Bad: « Communauté s'engage ». Good: `ci-après: "la Communauté"`. Names that need none, « Dijon
    Métropole », are no kind of legal person.
    """
    resolved = reading.resolved
    for person in (*resolved.people.values(), *resolved.partners.values()):
        party, name = person.party, person.party.short_name
        if not isinstance(name, Text) or fold(name) not in _common():
            continue
        if not fold(str(party.name)).startswith(fold(name)):
            right = "".join(le(Noun(str(name), person.kind.noun.gender)))
            place = place_of(name, party.position)
            yield fault("C776", place, name=name, **typed_again("ci-après", right, place))


@cache
def _common() -> frozenset[str]:
    """Return the nouns by which acts call their parties, and their first words."""
    called = {word for one in kinds() for word in (one.noun.text, one.acronym, one.called) if word}
    return frozenset(map(fold, called | {one.split(" ")[0] for one in called}))
