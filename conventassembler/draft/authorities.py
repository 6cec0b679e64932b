"""The act that allows a party to sign, as forms and as the recital that cites it."""

import re
from collections.abc import Sequence
from datetime import date

from conventassembler.agreement.model import Authority, Party
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.forms import Forms, noun_table, phrase_table
from conventassembler.draft.places import place_of
from conventassembler.draft.signing import signings
from conventassembler.french import bodies, dates, kinds, recitals
from conventassembler.french.folding import fold
from conventassembler.french.grammar import Gender
from conventassembler.french.instruments import deciding_act, near_deciding_acts
from conventassembler.french.kinds import Kind
from conventassembler.french.nouns import Noun, du
from conventassembler.french.offices import Office, office
from conventassembler.french.tables import table
from conventassembler.keeping import recalled
from conventassembler.patterns import Pattern
from conventassembler.values import Blank, Shown, Text, fragment, piece

Findings = tuple[Diagnostic, ...]
_ARTICLE = Pattern(r"(?:l[ae] |l['’])", re.IGNORECASE)


def authority_forms(party: Party, sort: Kind, *, is_cited: bool) -> tuple[Forms | None, Findings]:
    """Return the forms of the authority (« la délibération »), its organ's under `organe`.

    `is_cited` says whether a recital cites it: only then may a clause call it « susvisée ».
    """
    authority = party.authority
    if authority is None:
        return None, ()
    act = deciding_act(str(authority.act))
    if act is None:
        near = {"suggestion": best[0]} if (best := near_deciding_acts(authority.act)) else {}
        place = place_of(authority.act, authority.position)
        return None, (fault("C464", place, act=authority.act, **near),)
    noun = _act(authority, act)
    organ, rest = _organ(party, sort)
    if authority.organ is not None and not organ.text:
        place = place_of(authority.organ, authority.position)
        return None, (unknown_organ(authority.organ, party, place),)
    table = noun_table(noun) | {
        "nom": lambda: noun.text,
        "organe": lambda: _organ_forms(organ, rest),
        "visee": lambda: is_cited,
        "en_entier": lambda: fragment(*recitals.cited_act(acting(party, sort, authority, act))),
        "du_entier": lambda: fragment(*_of_act(acting(party, sort, authority, act))),
    }
    return Forms(table, "nom", noun.agreement), ()


def unknown_organ(organ: Text | Blank, party: Party, place: Position) -> Diagnostic:
    """Return the finding of an organ that is not known, with its name where an article leads it."""
    bare = _ARTICLE.sub("", str(organ), count=1)
    first = fold(bare.split(" ", 1)[0])
    is_known = bare != str(organ) and (first in table("kinds")["organs"] or office(bare))
    near = {"suggestion": bare} if is_known else {}
    return fault("C465", place, organ=organ, party=party.key, **near)


def _of_act(act: recitals.Authority) -> tuple[str, ...]:
    """Return an act in full after « de »: de l'arrêté du président du conseil régional du ..."""
    return *du(act.act), *recitals.cited_act(act)[2:]


def _organ_forms(organ: Noun, rest: tuple[str, ...]) -> Forms | None:
    """Return the forms of the organ; None for a kind that has none, as the State."""
    return Forms(phrase_table(organ, rest), "le", organ.agreement) if organ.text else None


def has_organ(party: Party) -> bool:
    """Tell whether somebody known decided: the organ that was typed, or the usual one."""
    sort = kinds.kind(str(party.kind))
    return sort is None or bool(_organ(party, sort)[0].text)


def authority_recital(
    party: Party, sort: Kind, signatory: Sequence[str], instrument: Sequence[str]
) -> tuple[str, ...]:
    """Return « la délibération ... autorisant la maire à signer le présent protocole »."""
    authority = party.authority
    act = deciding_act(str(authority.act)) if authority else None
    if authority is None or act is None:
        return ()
    phrases = acting(party, sort, authority, act)
    return recitals.authority(phrases, tuple(signatory), tuple(instrument))


def acting(party: Party, sort: Kind, authority: Authority, act: Noun) -> recitals.Authority:
    """Return what an authority is made of, each part still the value that was typed."""
    return recitals.Authority(
        _act(authority, act),
        _issuer(party, sort),
        written_days(authority.dates),
        () if authority.number is None else (piece(authority.number),),
        None if authority.executory is None else written_day(authority.executory),
    )


def _act(authority: Authority, act: Noun) -> Noun:
    return Noun(Shown(act.text, authority.act.origin, "acte"), act.gender)


def written_day(day: date | Blank) -> str:
    """Return a day as the value that it writes, or the blank in its place."""
    return piece(day) if isinstance(day, Blank) else piece(day, dates.write_date(day), "en_date")


def written_days(days: Sequence[date | Blank]) -> tuple[str, ...]:
    """Return days after « de », « des 15 et 16 décembre 2025 », each still the value it writes.

    In the order of the calendar, unless one of them is still to be given.
    """
    known = [day for day in days if not isinstance(day, Blank)]
    told = sorted(known) if len(known) == len(days) else days
    return dates.of_dates([piece(day) if isinstance(day, Blank) else day for day in told], _keep)


def _keep(day: date, text: str) -> str:
    """Return a part of a phrase of dates as the value that it writes."""
    return piece(day, text, "date_de_session")


@recalled
def _organ(party: Party, sort: Kind) -> tuple[Noun, tuple[str, ...]]:
    """Return who decided as a noun, and what follows it: an organ, or an office alone."""
    name = piece(party.name)
    organ = party.authority.organ if party.authority else None
    if isinstance(organ, Blank):
        return Noun(piece(organ), Gender.MASCULINE, article=False), ()
    noun = bodies.organ_noun(sort, organ)
    if alone := _author(party, sort, organ, noun):
        gender = _gender(party, alone)
        _, words, *belonging = bodies.representative(
            sort, name, alone, gender, acronym=party.acronym
        )
        return Noun(words if organ is None else piece(organ, words, "organe"), gender), tuple(
            belonging
        )
    if noun is None:
        return Noun("", Gender.MASCULINE, article=False), ()
    text = piece(organ) if organ else noun.text
    rest = (bodies.organ_name(sort, name, organ) or ("",))[1:]
    return Noun(text, noun.gender), rest


def _author(party: Party, sort: Kind, organ: Text | None, noun: Noun | None) -> Office | None:
    """Return the office that decided alone: the one typed, or for an arrêté the executive.

    Source: CGCT, art. L. 2122-18 and L. 2122-22 (mayor), L. 3221-3 (president of a département).
    """
    if organ is not None:
        return office(organ) if noun is None else None
    is_order = party.authority is not None and fold(party.authority.act).startswith("arrete")
    return office(sort.executive) if is_order and sort.executive else None


def decides_alone(party: Party, sort: Kind) -> bool:
    """Tell whether the party's authority is the act of one person: an arrêté of the mayor."""
    organ = party.authority.organ if party.authority else None
    if isinstance(organ, Blank):
        return False
    return _author(party, sort, organ, bodies.organ_noun(sort, organ)) is not None


def _gender(party: Party, alone: Office) -> Gender:
    """Return the gender of who holds the office, where that person signs or is signed for."""
    people, _ = signings(party)
    known = [one for signs in people for one in (signs.principal, signs) if one]
    return next((one.gender for one in known if one.office == alone), Gender.MASCULINE)


def _issuer(party: Party, sort: Kind) -> tuple[str, ...]:
    organ, rest = _organ(party, sort)
    return (*du(organ), *rest) if organ.text else ()
