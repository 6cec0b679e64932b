"""The recitals held against what they cite: references, parties, and the grammar of both."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatch

from conventassembler.agreement.model import Agreement
from conventassembler.agreement.recitals import (
    AuthorityRecital,
    CodeRecital,
    ConstitutionRecital,
    DecisionRecital,
    DocumentRecital,
    OrderRecital,
    Recital,
    StatuteRecital,
    TextOrBlank,
)
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.authorities import has_organ
from conventassembler.draft.cited import as_authority
from conventassembler.draft.places import place_of, suggestion
from conventassembler.draft.statutes import statute
from conventassembler.french import citations, documents, recited
from conventassembler.french.folding import fold
from conventassembler.french.grammar import NBSP, Gender
from conventassembler.french.grammar import Agreement as Accord
from conventassembler.french.instruments import deciding_act
from conventassembler.library.model import Library
from conventassembler.library.text_numbers import number_or_day, unread_number
from conventassembler.source import identifier
from conventassembler.values import Text

Findings = Iterator[Diagnostic]


def recital_faults(agreement: Agreement, library: Library) -> tuple[Diagnostic, ...]:
    """Return a finding for each recital that cannot be written, or that is written twice."""
    return (
        *(
            finding
            for recital in agreement.recitals
            for finding in _faults(recital, agreement, library)
        ),
        *_twice(agreement.recitals, library),
    )


@singledispatch
def _faults(recital: Recital, agreement: Agreement, library: Library) -> Findings:
    """Yield what is wrong with a recital; words of one's own are never wrong."""
    del recital, agreement, library
    yield from ()


@_faults.register
def _code(recital: CodeRecital, _: Agreement, library: Library) -> Findings:
    if library.code(str(recital.code)) is None:
        titles = {code.title: code.key for code in library.codes.values()}
        begun = [title for title in titles if fold(title).startswith(fold(recital.code))]
        near = {"suggestion": begun[0]} if len(begun) == 1 else {}
        near = near or suggestion(str(recital.code), (*library.codes, *titles))
        near = {name: titles.get(word, word) for name, word in near.items()}
        known = ", ".join(library.codes)
        place = place_of(recital.code, recital.position)
        yield fault("C459", place, name=recital.code, known=known, **near)
    yield from _articles(recital, recital.articles)


@_faults.register
def _constitution(recital: ConstitutionRecital, _: Agreement, __: Library) -> Findings:
    yield from _articles(recital, recital.articles)


@_faults.register
def _statute(recital: StatuteRecital, _: Agreement, library: Library) -> Findings:
    number, text = recital.number, statute(recital, library)
    place = place_of(number, recital.position)
    if isinstance(number, Text) and number_or_day(recital.nature, number) is None:
        yield unread_number(recital.nature, number, place)
    elif text.lacking:
        numbers = [key for nature, key in library.texts if nature == recital.nature]
        words = {"text": f"{text.noun.text} {number}", "keys": ", ".join(text.lacking)}
        near = suggestion(str(number), numbers)
        yield fault("C486", place, **words, known=", ".join(numbers) or "—", **near)
    yield from _author(recital, recital.author, text.noun.agreement)
    yield from _title(recital, recital.title, text.noun.text, text.noun.agreement)
    yield from _articles(recital, recital.articles)


@_faults.register
def _order(recital: OrderRecital, _: Agreement, __: Library) -> Findings:
    noun = recited.noun_of(recital.nature)
    yield from _title(recital, recital.title, noun.text, noun.agreement)
    yield from _author(recital, recital.author, noun.agreement)
    yield from _articles(recital, recital.articles)


@_faults.register
def _document(recital: DocumentRecital, agreement: Agreement, _: Library) -> Findings:
    name = recital.name
    gender = None if recital.gender is None else Gender(str(recital.gender))
    if isinstance(name, Text) and documents.named(name, gender) is None:
        code = "C489" if documents.has_article(name) else "C490"
        yield fault(code, place_of(name, recital.position), name=name)
    parties = {party.id for party in agreement.parties}
    for side in (*recital.between, recital.approved_by):
        if isinstance(side, Text) and not _stands_alone(side, parties):
            near = suggestion(side, (party.key for party in agreement.parties))
            yield fault("C490", place_of(side, recital.position), name=side, **near)
    yield from _articles(recital, recital.articles)


def _stands_alone(side: Text, parties: Iterable[str]) -> bool:
    """Tell whether a name has its article, needs none (Dijon Métropole), or is that of a party."""
    return documents.has_article(side) or identifier(side) in parties or side[:1].isupper()


@_faults.register
def _decision(recital: DecisionRecital, agreement: Agreement, _: Library) -> Findings:
    act = deciding_act(str(recital.act))
    if act is not None:
        yield from _title(recital, recital.title, act.text, act.agreement)
    organ = recital.organ
    if recital.party is not None:
        yield from _organ_of_a_party(recital, agreement)
    elif organ is None:
        yield fault("C492", recital.position, act=recital.act)
    elif isinstance(organ, Text) and documents.issuer(organ) is None:
        yield fault("C490", place_of(organ, recital.position), name=organ)


def _organ_of_a_party(recital: DecisionRecital, agreement: Agreement) -> Findings:
    """Yield a finding for an organ that the party has not, and for a party that has none."""
    party = next((one for one in agreement.parties if one.id == recital.party), None)
    if party is None or has_organ(replace(party, authority=as_authority(recital))):
        return
    if recital.organ is None:
        yield fault("C492", recital.position, act=recital.act)
    else:
        place = place_of(recital.organ, recital.position)
        yield fault("C465", place, organ=recital.organ, party=party.key)


@_faults.register
def _authority(recital: AuthorityRecital, agreement: Agreement, _: Library) -> Findings:
    party = next((item for item in agreement.parties if item.id == recital.party), None)
    if party and party.authority is None:
        yield fault("C458", place_of(recital.party, recital.position), party=party.key)


def _articles(recital: Recital, articles: Iterable[TextOrBlank]) -> Findings:
    for article in articles:
        if isinstance(article, Text) and citations.write_article(article) is None:
            best = citations.article_in(article)
            near = {"suggestion": best.replace(NBSP, " ")} if best else {}
            yield fault("C460", place_of(article, recital.position), article=article, **near)


def _author(recital: Recital, author: TextOrBlank | None, accord: Accord) -> Findings:
    if isinstance(author, Text) and recited.author(author, accord) is None:
        near = {"suggestion": best[0]} if (best := recited.near_authors(author)) else {}
        yield fault("C491", place_of(author, recital.position), author=author, **near)


def _title(recital: Recital, title: TextOrBlank | None, noun: str, accord: Accord) -> Findings:
    if isinstance(title, Text) and (right := recited.disagreeing(title, accord)):
        word = title.split(" ", 1)[0]
        place = place_of(title, recital.position)
        yield fault("C488", place, word=word, noun=noun, right=right)
    elif isinstance(title, Text) and not recited.follows(title):
        near = {} if documents.has_article(title) else {"suggestion": f"portant {title}"}
        yield fault("C449", place_of(title, recital.position), title=title, noun=noun, **near)


def _twice(recitals: Iterable[Recital], library: Library) -> Findings:
    """Yield a finding for each code and each text told by its number that is cited again."""
    first: dict[tuple[str, str], Recital] = {}
    for recital in recitals:
        if (key := _cites(recital, library)) is None:
            continue
        if earlier := first.get(key):
            typed = recital.code if isinstance(recital, CodeRecital) else key[1]
            line = earlier.position.line
            yield fault("C493", recital.position, text=typed, line=line)
        first.setdefault(key, recital)


def _cites(recital: Recital, library: Library) -> tuple[str, str] | None:
    """Return the text that a recital cites by a key or a number, None for all others."""
    if isinstance(recital, CodeRecital):
        known = library.code(str(recital.code))
        return ("code", known.key if known else str(recital.code))
    if isinstance(recital, ConstitutionRecital):
        return ("constitution", "Constitution")
    if isinstance(recital, StatuteRecital) and isinstance(recital.number, Text):
        return recital.nature, number_or_day(recital.nature, recital.number) or recital.number
    return None
