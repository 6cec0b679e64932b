"""Signatories who are no party: the capacity typed for them, and what it leaves undecided."""

from collections.abc import Iterator

from conventassembler.agreement.model import Agreement, OtherSignatory
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of, place_of_contradiction
from conventassembler.draft.signing import civility_gender
from conventassembler.french import nouns
from conventassembler.french.grammar import Gender
from conventassembler.french.nouns import parse_definite
from conventassembler.french.offices import leading_office, own_gender
from conventassembler.values import Blank, Fragment, fragment, piece


def other_capacity(other: OtherSignatory) -> Fragment:
    """Return the capacity over the signature: « La Déléguée interministérielle »."""
    typed = other.capacity
    if isinstance(typed, Blank):
        return fragment(typed)
    noun = parse_definite(str(typed), Gender.MASCULINE)
    if noun is not None and noun.article:
        text = "".join(nouns.capitalised((noun.text,)))
        article = str(typed)[: len(typed) - len(noun.text)]
        return fragment(piece(typed, "".join(nouns.capitalised((article,))) + text, "qualite"))
    if leading_office(typed) is None:
        return fragment(piece(typed, "".join(nouns.capitalised((str(typed),))), "qualite"))
    office = nouns.Noun(str(typed), _gender(other) or Gender.MASCULINE)
    article, words = nouns.le(office)
    both = "".join((*nouns.capitalised((article,)), *nouns.capitalised((words,))))
    return fragment(piece(typed, both, "qualite"))


def undecided(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield what is wrong with those who sign and are no party.

    An office without its article whose gender nothing tells; a capacity of one gender, and a
    civility or a `genre` of the other.
    """
    for other in agreement.signature.others if agreement.signature else ():
        told, gender = _told(other), _gender(other)
        if isinstance(other.capacity, Blank):
            continue
        place = place_of(other.capacity, other.position)
        if gender is None and _needs_article(other):
            yield fault("C452", place, office=other.capacity)
        if told and other.gender is not None and Gender(other.gender) is not told:
            yield fault("C466", place, office=other.capacity, gender=other.gender)
        said = civility_gender(other.civility)
        if said and gender and said is not gender:
            at = place_of_contradiction((other.civility, other.gender), other.position)
            yield fault("C468", at, civility=other.civility, gender=gender.value)


def _needs_article(other: OtherSignatory) -> bool:
    noun = parse_definite(str(other.capacity), Gender.MASCULINE)
    return noun is not None and not noun.article and leading_office(noun.text) is not None


def _gender(other: OtherSignatory) -> Gender | None:
    return _told(other) or (Gender(other.gender) if other.gender is not None else None)


def _told(other: OtherSignatory) -> Gender | None:
    """Return the gender that the capacity tells: by its article, else by the form of the office."""
    typed = str(other.capacity)
    noun = parse_definite(typed)
    if noun is not None and noun.article:
        return noun.gender
    bare = parse_definite(typed, Gender.MASCULINE)
    return own_gender(bare.text) if bare else None
