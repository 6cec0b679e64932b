"""What « Vu » is followed by, recital by recital; every part is still the value that was typed."""

from functools import singledispatch

from conventassembler.agreement.recitals import (
    Amendment,
    AuthorityRecital,
    CodeRecital,
    ConstitutionRecital,
    DecisionRecital,
    DocumentRecital,
    OrderRecital,
    Recital,
    StatuteRecital,
    TextOrBlank,
    TextRecital,
    WhereasRecital,
)
from conventassembler.draft.authorities import acting, authority_recital, written_day, written_days
from conventassembler.draft.cited import as_authority
from conventassembler.draft.people import Person
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.statutes import statute
from conventassembler.french import citations, documents, lists, nouns, recitals, recited
from conventassembler.french.folding import fold
from conventassembler.french.grammar import Agreement, Gender, Pieces
from conventassembler.french.instruments import Instrument, deciding_act, present
from conventassembler.french.nouns import Noun
from conventassembler.french.profiles import Profile
from conventassembler.frozen import replace
from conventassembler.keeping import recalled
from conventassembler.library.model import Library
from conventassembler.source import identifier
from conventassembler.values import Blank, Link, Text, fragment, piece


@singledispatch
def words(recital: Recital, resolved: Resolved) -> Pieces:
    """Return the recital without what it is led by and its end mark."""
    del resolved
    raise TypeError(recital)


@words.register
def _code(recital: CodeRecital, resolved: Resolved) -> Pieces:
    return _of_code(recital, resolved.library, resolved.profile)


@recalled
def _of_code(recital: CodeRecital, library: Library, profile: Profile) -> Pieces:
    known = library.code(str(recital.code))
    title = piece(recital.code, known.title if known else None, "code")
    return recitals.code(title, _articles(recital.articles), profile)


@words.register
def _constitution(recital: ConstitutionRecital, resolved: Resolved) -> Pieces:
    cited = recited.Cited(recited.noun_of("constitution"))
    return recited.with_articles(cited, _articles(recital.articles), resolved.profile)


@words.register
def _statute(recital: StatuteRecital, resolved: Resolved) -> Pieces:
    return _of_statute(recital, resolved.library, resolved.profile)


@recalled
def _of_statute(recital: StatuteRecital, library: Library, profile: Profile) -> Pieces:
    cited = statute(recital, library).cited()
    return recited.with_articles(cited, _articles(recital.articles), profile)


@words.register
def _order(recital: OrderRecital, resolved: Resolved) -> Pieces:
    noun = recited.noun_of(recital.nature)
    cited = recited.order(
        noun,
        tuple(map(piece, recital.numbers)),
        "" if recital.date is None else written_day(recital.date),
        _title(recital.title),
        author=_author(recital.author, noun.agreement),
        is_modified=recital.is_modified,
    )
    annexed = _annexed(recital.annexed, noun.agreement, resolved)
    return *recited.with_articles(cited, _articles(recital.articles), resolved.profile), *annexed


@words.register
def _document(recital: DocumentRecital, resolved: Resolved) -> Pieces:
    noun = _named(recital)
    story = documents.Story(
        between=[_side(one, resolved) for one in recital.between],
        signed="" if recital.signed is None else written_day(recital.signed),
        approved="" if recital.approved is None else written_day(recital.approved),
        approver=() if recital.approved_by is None else _side(recital.approved_by, resolved),
        amendments=[_amendment(one) for one in recital.amendments],
    )
    cited = documents.document(noun, story)
    annexed = _annexed(recital.annexed, noun.agreement, resolved)
    return *recited.with_articles(cited, _articles(recital.articles), resolved.profile), *annexed


@words.register
def _decision(recital: DecisionRecital, resolved: Resolved) -> Pieces:
    act = deciding_act(str(recital.act)) or Noun(str(recital.act), Gender.FEMININE)
    decided = replace(_decided(recital, resolved, act), numbers=tuple(map(piece, recital.numbers)))
    annexed = _annexed(recital.annexed, act.agreement, resolved)
    return recitals.decision(decided, _title(recital.title), annexed)


@words.register
def _authority(recital: AuthorityRecital, resolved: Resolved) -> Pieces:
    return _of_authority(resolved.people[str(recital.party)], resolved.act)


@recalled
def _of_authority(person: Person, act: Instrument) -> Pieces:
    empowered = [one.empowered().named() for one in person.capacities]
    signatory = lists.enumerate_with(list(dict.fromkeys(empowered)))
    itself = nouns.le(present(act.noun))
    return authority_recital(person.party, person.kind, signatory, itself)


@words.register
def _whereas(recital: WhereasRecital, _: Resolved) -> Pieces:
    return (piece(recital.text),)


@words.register
def _text(recital: TextRecital, _: Resolved) -> Pieces:
    return (piece(recital.text),)


def _decided(recital: DecisionRecital, resolved: Resolved, act: Noun) -> recitals.Authority:
    """Return the deliberation of a party's organ, or of the organ that was typed alone."""
    authority, day = as_authority(recital), recital.executory
    if recital.party is None:
        return recitals.Authority(
            act,
            _issuer(recital.organ),
            written_days(recital.dates),
            executory=None if day is None else written_day(day),
        )
    person = resolved.people[str(recital.party)]
    return acting(replace(person.party, authority=authority), person.kind, authority, act)


def _issuer(organ: TextOrBlank | None) -> Pieces:
    if organ is None:
        return ()
    if isinstance(organ, Blank):
        return "de ", piece(organ)
    first, *rest = documents.issuer(organ) or ("", organ)
    return (first, piece(organ, "".join(rest))) if rest else (piece(organ, first),)


def _articles(articles: tuple[TextOrBlank, ...]) -> list[str]:
    """Return the articles as the profile cites them, each still the value that was typed."""
    return [
        piece(article, citations.write_article(article), "article")
        if isinstance(article, Text)
        else piece(article)
        for article in articles
    ]


def _title(title: TextOrBlank) -> str:
    return piece(title) if isinstance(title, Blank) else piece(title, recitals.law_title(title))


def _author(author: TextOrBlank | None, agreement: Agreement) -> Pieces:
    if author is None:
        return ()
    if isinstance(author, Blank):
        return (piece(author),)
    return (piece(author, recited.author(author, agreement), "auteur"),)


def _named(recital: DocumentRecital) -> Noun:
    name = recital.name
    if isinstance(name, Blank):
        return Noun(piece(name), _gender(recital) or Gender.MASCULINE)
    noun = documents.named(name, _gender(recital)) or Noun(name, Gender.MASCULINE, article=False)
    return replace(noun, text=piece(name, noun.text))


def _gender(recital: DocumentRecital) -> Gender | None:
    return None if recital.gender is None else Gender(str(recital.gender))


def _side(side: TextOrBlank, resolved: Resolved) -> Pieces:
    """Return one of those between whom a document was concluded: a party of the act, or a name."""
    person = None if isinstance(side, Blank) else resolved.people.get(identifier(side))
    if person is None or isinstance(side, Blank):
        return (piece(side),)
    return fragment(person.forms["le_nom_complet"]).pieces


def _amendment(one: Amendment) -> documents.Amendment:
    return documents.Amendment(
        "" if one.number is None else piece(one.number),
        "" if one.date is None else written_day(one.date),
        "" if one.purpose is None else _title(one.purpose),
    )


def _annexed(annexed: TextOrBlank | None, agreement: Agreement, resolved: Resolved) -> Pieces:
    """Return « , jointe en annexe 6 »; « oui » says that there is no number, « non » nothing.

    An annex of the act, by its name or its number, is referred to as clauses do.
    """
    if annexed is None or (isinstance(annexed, Text) and fold(annexed) in ("non", "no")):
        return ()
    if isinstance(annexed, Text) and fold(annexed) in ("oui", "yes"):
        return documents.annexed(agreement)
    typed = documents.annex_number(str(annexed))
    if annex := annex_named(typed, resolved):
        return documents.annexed(agreement, (Link(resolved.numbers[annex].noun.text, annex),))
    return documents.annexed(agreement, documents.numbered_annex(piece(annexed, typed, "annexe")))


def annex_named(typed: str, resolved: Resolved) -> str | None:
    """Return the id of the annex of the act that has a name or a number, None where none has."""
    for annex in resolved.annexes:
        numbered = resolved.numbers.get(annex.id)
        if numbered and identifier(typed) in (annex.id, identifier(numbered.number)):
            return annex.id
    return None
