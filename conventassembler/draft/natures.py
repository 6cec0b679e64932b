"""What kind of legal person a party is: a row of the table, or what the party says of itself."""

from collections.abc import Iterator

from conventassembler.agreement.model import Party
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.places import place_of
from conventassembler.french import places
from conventassembler.french.bodies import named
from conventassembler.french.elision import begins_with_consonant, is_certain
from conventassembler.french.grammar import Gender, Number
from conventassembler.french.kinds import (
    Kind,
    free_kind,
    is_misspelt,
    kind,
    near_kinds,
    short_noun,
)
from conventassembler.french.nouns import Noun, parse_definite
from conventassembler.frozen import replace
from conventassembler.keeping import recalled
from conventassembler.schema.keys import KEYS
from conventassembler.values import Blank, PartyId, Shown, Text, piece

Findings = tuple[Diagnostic, ...]


def nature(party: Party) -> tuple[Kind | None, Findings]:
    """Return the kind as this party has it, and what its name leaves undecided.

    None for a kind of no table whose gender is not told, or that is a misspelt one of the table.
    """
    sort = _sort(party.kind, party.gender, party.plurality, party.elided, party.name_alone)
    if sort is None:
        near = {"suggestion": best[0]} if (best := near_kinds(str(party.kind))) else {}
        return None, (fault("C450", place_of(party.kind, party.position), kind=party.kind, **near),)
    return sort, (*_unknown_place(party, sort), *_unsaid(party, sort), *_impossible(party, sort))


@recalled
def _sort(
    named: Text, gender: Text | None, plurality: Text | None, elided: bool | None, alone: bool
) -> Kind | None:
    """Return the kind as a party has it, whatever it is called: parties of a table share it."""
    number = _number(plurality)
    sort = kind(str(named)) or _own_kind(named, gender, number)
    if sort is None:
        return None
    sort = replace(sort, elided=elided)
    if not alone:
        return sort
    own = sort.noun.gender if gender is None else Gender(gender)
    return replace(sort, join="alone", noun=replace(sort.noun, gender=own, number=number))


def _own_kind(named: Text, gender: Text | None, number: Number) -> Kind | None:
    if gender is None or is_misspelt(str(named)):
        return None
    sort = free_kind(str(named), Gender(gender), number)
    return replace(sort, noun=replace(sort.noun, text=piece(named)))


def _number(plurality: Text | None) -> Number:
    return Number.SINGULAR if plurality is None else Number(plurality)


@recalled
def long_name(party: Party, sort: Kind) -> tuple[Noun, tuple[str, ...]]:
    """Return the long name as a noun and what follows it, each part still the value it is."""
    noun, rest = named(sort, piece(party.name))
    noun = replace(noun, text=_traced(noun.text, party))
    return noun, tuple(_traced(text, party) for text in rest)


def _traced(text: str, party: Party) -> str:
    """Return « Havre », left of « Le Havre » by a contraction, as the name that it comes from."""
    name = party.name
    if not isinstance(name, Text) or isinstance(text, Shown) or not text:
        return text
    is_end = str(name).endswith(text) and text[0].isalpha()
    return Shown(text, name.origin, "nom") if is_end else text


def short_name(party: Party, sort: Kind) -> tuple[Noun | None, Findings]:
    """Return the short name as a noun whose text knows its key; None for an article alone."""
    typed = party.short_name
    if typed is None:
        return long_name(party, sort)[0] if sort.join == "alone" else short_noun(sort), ()
    if isinstance(typed, Blank):
        return Noun(piece(typed), sort.noun.gender, article=False), ()
    gender = sort.noun.gender if party.gender is None else Gender(party.gender)
    noun = parse_definite(str(typed), gender)
    if noun is None:
        return None, (fault("C454", place_of(typed, party.position), name=typed),)
    of_name = not isinstance(party.name, Blank) and str(party.name).startswith(str(typed))
    noun = _as_named(noun, str(typed)) if of_name else noun
    text = Shown(noun.text, typed.origin, "nom")
    if noun.article:
        return replace(noun, text=text), ()
    elided = None if is_certain(text) else party.elided
    return Noun(text, gender, _number(party.plurality), article=False, elides=elided), ()


def _as_named(noun: Noun, typed: str) -> Noun:
    """Return a short name that is the name itself with the capital of its article.

    « Le » and « Les » contract (Le Havre, du Havre), « La » and « L' » never do (de La Rochelle).
    """
    if not noun.article or not typed[0].isupper():
        return noun
    if typed.startswith(("La ", "L'", "L’")):
        return replace(noun, text=typed, article=False, elides=False)
    return replace(noun, own_article=True)


def _unknown_place(party: Party, sort: Kind) -> Iterator[Diagnostic]:
    """Find the department or region that no table holds."""
    name, is_prefecture = party.name, sort.head == "prefecture"
    if not isinstance(name, Text) or not (sort.join in ("department", "region") or is_prefecture):
        return
    has_region, has_department = sort.join == "region" or is_prefecture, sort.join != "region"
    if (has_department and places.department(name)) or (has_region and places.region(name)):
        return
    likely = (
        *(places.near_departments(name) if has_department else ()),
        *(places.near_regions(name) if has_region else ()),
    )
    near = {"suggestion": likely[0]} if likely else {}
    code = "C455" if has_department else "C530"
    yield fault(code, place_of(name, party.position), name=name, **near)


def _unsaid(party: Party, sort: Kind) -> Iterator[Diagnostic]:
    """Find the names of which no table says whether « de » elides before them."""
    if party.elided is not None:
        return
    for text in _after_de(party, sort):
        if isinstance(text, Text) and not is_certain(text):
            place = place_of(text, party.position)
            yield fault("C469", place, name=text, **_asked_of(party, text, place))


def _impossible(party: Party, sort: Kind) -> Iterator[Diagnostic]:
    """Find the elision that is said of a name in a consonant: there is nothing to decide."""
    texts = tuple(_after_de(party, sort)) if party.elided else ()
    names = [text for text in texts if text is not None]
    if any(isinstance(text, Blank) or not is_certain(str(text)) for text in names):
        return
    for text in names:
        if isinstance(text, Text) and begins_with_consonant(text):
            cell = place_of(text, party.position)
            place = cell if cell.cell else party.elided_at or cell
            yield fault("C373", place, name=text, **_asked_of(party, text, place))
            return


def _asked_of(party: Party, text: Text, place: Position) -> dict[str, str]:
    """Return whose key answers for a name, and in a table the column that would give it."""
    owner = party.attached_to if party.unnamed and text is party.name else None
    key = owner.key if isinstance(owner, PartyId) else party.key
    return {"party": key, **({"column": f"{key}.{KEYS['elided'][0]}"} if place.cell else {})}


def _after_de(party: Party, sort: Kind) -> Iterator[object]:
    """Yield the texts of a party that « de » or an article may stand before."""
    of_place = "place" in (sort.join, sort.head) or sort.head == "academy"
    if of_place or not long_name(party, sort)[1]:
        yield party.name
    yield party.acronym
    if isinstance(party.short_name, Text) and not _has_article(party.short_name):
        yield party.short_name


def _has_article(text: str) -> bool:
    noun = parse_definite(text, Gender.MASCULINE)
    return noun is None or noun.article
