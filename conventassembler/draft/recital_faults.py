"""The recitals held against what they cite: references, parties, and the grammar of both."""

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from itertools import chain

from conventassembler.agreement.model import Agreement, Party
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
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.authorities import has_organ, unknown_organ
from conventassembler.draft.cited import as_authority
from conventassembler.draft.places import place_of, suggestion
from conventassembler.draft.statutes import statute
from conventassembler.french import citations, documents, recited
from conventassembler.french.folding import fold
from conventassembler.french.grammar import NBSP, Gender
from conventassembler.french.grammar import Agreement as Accord
from conventassembler.french.instruments import deciding_act
from conventassembler.frozen import replace
from conventassembler.keeping import kept, recalled
from conventassembler.library.model import Library
from conventassembler.library.text_numbers import number_or_day, unread_number
from conventassembler.source import identifier
from conventassembler.values import Text

Findings = Iterator[Diagnostic]
Keys = Mapping[str, str]


def recital_faults(agreement: Agreement, library: Library) -> tuple[Diagnostic, ...]:
    """Return a finding for each recital that cannot be written, or that is written twice."""
    parties = {party.id: party for party in agreement.parties}
    keys = _keys(tuple([(party.id, party.key) for party in agreement.parties]))
    found = (
        _of(recital, parties.get(str(_named(recital))), keys, library)
        for recital in agreement.recitals
    )
    return (*chain.from_iterable(found), *_twice(agreement.recitals, library))


@kept
def _keys(parties: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return the keys of the parties by id: one object for all acts whose parties are so named."""
    return dict(parties)


def _named(recital: Recital) -> Text | None:
    """Return the party whose act a recital cites."""
    return recital.party if isinstance(recital, AuthorityRecital | DecisionRecital) else None


@recalled
def _of(
    recital: Recital, party: Party | None, keys: Mapping[str, str], library: Library
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a recital.

    `party` is the one that it names; `keys` are those of all parties, by id.
    """
    return tuple(_faults(recital, party, keys, library))


@singledispatch
def _faults(recital: Recital, party: Party | None, keys: Keys, library: Library) -> Findings:
    """Yield what is wrong with a recital; words of one's own are never wrong."""
    del recital, party, keys, library
    yield from ()


@_faults.register
def _code(recital: CodeRecital, _: Party | None, __: Keys, library: Library) -> Findings:
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
def _constitution(recital: ConstitutionRecital, *_: object) -> Findings:
    yield from _articles(recital, recital.articles)


@_faults.register
def _statute(recital: StatuteRecital, _: Party | None, __: Keys, library: Library) -> Findings:
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
def _order(recital: OrderRecital, *_: object) -> Findings:
    noun = recited.noun_of(recital.nature)
    yield from _title(recital, recital.title, noun.text, noun.agreement)
    yield from _author(recital, recital.author, noun.agreement)
    yield from _articles(recital, recital.articles)


@_faults.register
def _document(recital: DocumentRecital, _: Party | None, keys: Keys, __: Library) -> Findings:
    name = recital.name
    gender = None if recital.gender is None else Gender(str(recital.gender))
    if isinstance(name, Text) and documents.named(name, gender) is None:
        code = "C489" if documents.has_article(name) else "C490"
        yield fault(code, place_of(name, recital.position), name=name)
    for side in (*recital.between, recital.approved_by):
        if isinstance(side, Text) and not _stands_alone(side, keys):
            near = suggestion(side, keys.values())
            yield fault("C490", place_of(side, recital.position), name=side, **near)
    yield from _articles(recital, recital.articles)


def _stands_alone(side: Text, parties: Iterable[str]) -> bool:
    """Tell whether a name has its article, needs none (Dijon Métropole), or is that of a party."""
    return documents.has_article(side) or identifier(side) in parties or side[:1].isupper()


@_faults.register
def _decision(recital: DecisionRecital, party: Party | None, *_: object) -> Findings:
    act = deciding_act(str(recital.act))
    if act is not None:
        yield from _title(recital, recital.title, act.text, act.agreement)
    organ = recital.organ
    if recital.party is not None:
        yield from _organ_of_a_party(recital, party)
    elif organ is None:
        yield fault("C492", recital.position, act=recital.act)
    elif isinstance(organ, Text) and documents.issuer(organ) is None:
        yield fault("C490", place_of(organ, recital.position), name=organ)


def _organ_of_a_party(recital: DecisionRecital, party: Party | None) -> Findings:
    """Yield a finding for an organ that the party has not, and for a party that has none."""
    if party is None or has_organ(replace(party, authority=as_authority(recital))):
        return
    if recital.organ is None:
        yield fault("C492", recital.position, act=recital.act)
    else:
        place = place_of(recital.organ, recital.position)
        yield unknown_organ(recital.organ, party, place)


@_faults.register
def _authority(recital: AuthorityRecital, party: Party | None, *_: object) -> Findings:
    if party and party.authority is None:
        yield fault("C458", place_of(recital.party, recital.position), party=party.key)


def _articles(recital: Recital, articles: tuple[TextOrBlank, ...]) -> Findings:
    yield from _misread(recital.position, *articles)


@recalled
def _misread(position: Position, *articles: TextOrBlank) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the articles that a recital cites, most often nothing."""
    return tuple(_misreadings(position, articles))


def _misreadings(position: Position, articles: Iterable[TextOrBlank]) -> Findings:
    for article in articles:
        if isinstance(article, Text) and citations.write_article(article) is None:
            best = citations.article_in(article)
            near = {"suggestion": best.replace(NBSP, " ")} if best else {}
            yield fault("C460", place_of(article, position), article=article, **near)


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


@recalled
def _twice(recitals: tuple[Recital, ...], library: Library) -> tuple[Diagnostic, ...]:
    """Return a finding for each code and each text told by its number that is cited again."""
    return tuple(_cited_again(recitals, library))


def _cited_again(recitals: Iterable[Recital], library: Library) -> Findings:
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
