"""The recitals as blocks: « Vu ... », in the order typed, ended as the profile wants it."""

from conventassembler.agreement.model import (
    AuthorityRecital,
    CodeRecital,
    LawRecital,
    Recital,
    TextRecital,
)
from conventassembler.draft.authorities import authority_recital, written_day
from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Paragraph, Provenance
from conventassembler.draft.resolve import Resolved
from conventassembler.french import citations, lists, nouns, recitals
from conventassembler.french.instruments import the_present
from conventassembler.source import identifier
from conventassembler.values import Text, piece


def recital_blocks(resolved: Resolved) -> tuple[Paragraph, ...]:
    """Return one paragraph a recital, with an id made from what it cites."""
    cited = resolved.agreement.recitals
    taken: dict[str, int] = {}
    return tuple(
        Paragraph(
            _unique(f"visas.{_key(recital)}", taken),
            inlines(*_ended(resolved, recital, index, len(cited))),
            "recital",
            provenance=Provenance(file=recital.position.file, line=recital.position.line),
        )
        for index, recital in enumerate(cited)
    )


def _ended(resolved: Resolved, recital: Recital, index: int, count: int) -> tuple[str, ...]:
    words = _words(resolved, recital)
    if not isinstance(recital, TextRecital) or not _leads_itself(recital):
        words = (recitals.LEAD, " ", *words)
    return recitals.terminated(words, index, count, resolved.profile)


def _leads_itself(recital: TextRecital) -> bool:
    """Tell whether the words typed begin with « Vu » or « Considérant » themselves."""
    return str(recital.text).partition(" ")[0].casefold() in ("vu", "considérant")


def _words(resolved: Resolved, recital: Recital) -> tuple[str, ...]:
    if isinstance(recital, CodeRecital):
        title = resolved.library.codes[str(recital.code)].title
        return recitals.code(piece(recital.code, title, "code"), _articles(recital))
    if isinstance(recital, LawRecital):
        return _law(recital)
    if isinstance(recital, TextRecital):
        return (piece(recital.text),)
    return _authority(resolved, recital)


def _law(recital: LawRecital) -> tuple[str, ...]:
    """Return a law, its number and its title put in form, each still the value that was typed."""
    number, title = recital.number, recital.title
    return recitals.law(
        piece(number, citations.write_law_number(number), "loi")
        if isinstance(number, Text)
        else piece(number),
        written_day(recital.date),
        piece(title, recitals.law_title(title)) if isinstance(title, Text) else piece(title),
    )


def _articles(recital: CodeRecital) -> list[str]:
    """Return the articles as the profile cites them, each still the value that was typed."""
    return [
        piece(article, citations.write_article(article), "article")
        if isinstance(article, Text)
        else piece(article)
        for article in recital.articles
    ]


def _authority(resolved: Resolved, recital: AuthorityRecital) -> tuple[str, ...]:
    person = resolved.people[str(recital.party)]
    signatory = lists.enumerate_with([nouns.le(one.signs.noun) for one in person.capacities])
    return authority_recital(person.party, person.kind, signatory, the_present(resolved.act.noun))


def _key(recital: Recital) -> str:
    """Return what names the recital in ids: the code, the law's number, the party."""
    if isinstance(recital, CodeRecital):
        return f"code_{identifier(recital.code)}"
    if isinstance(recital, LawRecital) and isinstance(recital.number, Text):
        number = citations.write_law_number(recital.number) or recital.number
        return f"loi_{identifier(number)}"
    if isinstance(recital, AuthorityRecital):
        return f"habilitation_{recital.party}"
    return "texte"


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """Return `wanted`, with its rank behind it from the second of that name on."""
    taken[wanted] = taken.get(wanted, 0) + 1
    return wanted if taken[wanted] == 1 else f"{wanted}.{taken[wanted]}"
