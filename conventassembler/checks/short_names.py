"""C771 to C773, C776: the short names of the parties, « la Commune », as the text uses them."""

import re
from collections.abc import Iterator
from functools import cache

from conventassembler.checks.passages import Passage, Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.model import Title
from conventassembler.draft.places import place_of
from conventassembler.french.folding import fold
from conventassembler.french.kinds import kinds
from conventassembler.french.nouns import Noun, le
from conventassembler.values import Text, fragment

_NOUNS = (
    "Communauté d'agglomération", "Communauté de communes", "Communauté urbaine", "Communauté",
    "Commune", "Ville", "Département", "Région", "Métropole", "Collectivité", "Association",
    "Société", "Fondation", "Syndicat", "Bénéficiaire", "Prestataire", "Propriétaire", "Occupant",
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
_LINKS = (
    "à", "a", "au", "aux", "avec", "dans", "doit", "dont", "en", "est", "et", "lui", "ne", "ou",
    "par", "peut", "pour", "qui", "sera", "selon", "sur", "y",
)  # fmt: skip
_USED = re.compile(
    rf"(?<=[\w,;:)] )(?:l[ea] |l'|du |au |de la |de l'|à la |à l')(?P<noun>{'|'.join(_NOUNS)})\b"
    rf"(?=$|[.,;:)]| (?:{'|'.join((*_LINKS, *_ACTING))})\b)"
)
_DUTIES = (*_ACTING, "doit", "peut", "autorise", "s'oblige", "est tenue?")
_LEADING = re.compile(
    rf"(?:(?<=^)|(?<=[.!?;:] ))(?:L[ea] |L')(?P<noun>{'|'.join(_NOUNS)})"
    rf"(?: et l(?:[ea] |')[A-ZÉ]| (?:n'y |ne |n'|y )?(?:{'|'.join(_DUTIES)})\b)"
)
"""At the head of a sentence, only with what a party does: the article has its capital anyway."""
_SMALL = re.compile(
    r"(?<![Tt]oute )(?<!tout )(?<!de )"
    rf"(?P<name>\b(?:[Ll][ea] |[Ll]')(?P<noun>{'|'.join(n.lower() for n in _NOUNS)})) (?:y |ne )?"
    rf"(?:{'|'.join(_ACTING)})\b"
)
_CALLED = re.compile(r"ci-après[^«».;]{0,40}« ?([^«»]{2,60}?) ?»")


def _declared(reading: Reading) -> dict[str, str]:
    """Return the short names of the act, « la Commune », by their words without article."""
    named = reading.resolved.named.values()
    names = [str(fragment(one.forms["le"])) for one in named]
    names += [found[1] for one in reading.passages for found in _CALLED.finditer(one.text)]
    return {_bare(name): name for name in names}


def _bare(name: str) -> str:
    return re.sub(
        r"^(?:ci apres (?:d\w+ )?)?(?:l[ea]s?|l) ", "", fold(re.sub(r"[«»“”\"]", "", name))
    )


def names_declared(reading: Reading) -> Iterator[Diagnostic]:
    """Find « le Département » in an act where no party is called so.

    Bad: « le Département verse » where the party is « la Région »: the text was taken from another
    act. A name that a place follows (« la Ville de Dijon ») is whole, and is left alone.
    """
    declared = _declared(reading)
    known = ", ".join(declared.values())
    for passage in reading.passages:
        if isinstance(passage.block, Title):
            continue
        for found in (*_USED.finditer(passage.text), *_LEADING.finditer(passage.text)):
            at = found.start("noun")
            if fold(found["noun"]) in declared or passage.is_derived(at):
                continue
            if fold(found["noun"]).split(" ", 1)[0] in {name.split(" ")[0] for name in declared}:
                continue
            end = found.end("noun")
            yield reading.tell("C771", passage, found.start(), end, name=found["noun"], known=known)
        for start, end in _called_otherwise(passage, reading):
            words = passage.text[start:end]
            yield reading.tell("C771", passage, start, end, name=words, known=known)


def _called_otherwise(passage: Passage, reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield « Ville de Longvic » where the party is « la Commune » of Longvic, typed by hand."""
    for person in reading.resolved.people.values():
        own = {fold(person.kind.noun.text), _bare(str(fragment(person.forms["le"])))}
        nouns = "|".join(one for one in ("Commune", "Ville") if fold(one) not in own)
        if not own & {"commune", "ville"} or not nouns or not person.name:
            continue
        pattern = rf"\b(?:{nouns}) (?:de |d'|du |des ){re.escape(person.name)}(?!\w)"
        for found in re.finditer(pattern, passage.text):
            if not passage.is_derived(found.start()):
                yield found.span()


def names_of_parties_in_capitals(reading: Reading) -> Iterator[Diagnostic]:
    """Find « la commune s'engage » where the act calls that party « la Commune ».

    Only what acts is read so: « les habitants de la commune » speaks of a place.
    """
    declared = _declared(reading)
    for passage in reading.passages:
        for found in _SMALL.finditer(passage.text):
            name = declared.get(fold(found["noun"]), "")
            if name[-1:] and not name.endswith(found["noun"]) and _is_typed(passage, found):
                yield reading.tell(
                    "C772", passage, *found.span("name"), words=found["name"], name=name
                )


def _is_typed(passage: Passage, found: re.Match[str]) -> bool:
    return not passage.is_derived(found.start("noun"))


def names_used(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `ci-après` of a party that the act never calls so behind its presentation."""
    agreement = reading.resolved.agreement
    if "parties" not in {fold(part) for part in reading.resolved.model.order}:
        return
    apart = ("parties", "acte/titre", "visas", "signature")
    said = fold(" ".join(one.text for one in reading.passages if not _is_apart(one, apart)))
    for party in agreement.parties:
        name = party.short_name
        if not isinstance(name, Text):
            continue
        place = place_of(name, party.position)
        is_said = re.search(rf"\b{re.escape(_bare(name))}\b", said)
        if not is_said and place.file == agreement.file:  # the registry serves other acts
            yield fault("C773", place, name=name, party=party.key)


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
            line = f'ci-après: "{right}"'
            yield fault("C776", place_of(name, party.position), name=name, line=line)


@cache
def _common() -> frozenset[str]:
    """Return the nouns by which acts call their parties, and their first words."""
    called = {word for one in kinds() for word in (one.noun.text, one.acronym, one.called) if word}
    return frozenset(map(fold, called | {one.split(" ")[0] for one in called}))


def _is_apart(passage: Passage, ids: tuple[str, ...]) -> bool:
    return passage.block.id.startswith(ids)
