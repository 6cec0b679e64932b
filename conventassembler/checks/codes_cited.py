"""C752: articles of codes that are about nobody in the act."""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.recitals import CodeRecital
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of
from conventassembler.french.citations import split_articles
from conventassembler.french.code_parts import Part, part_of
from conventassembler.keeping import recalled
from conventassembler.library.model import CodeReference
from conventassembler.values import Text


def articles_about_a_party(reading: Reading) -> Iterator[Diagnostic]:
    """Find the article of a code that is about legal persons of which the act has none.

    Bad: `L. 5214-16`, on the powers of a communauté de communes, in an act between a département
    and a commune. Partners count; an act with a party of a kind of its own is left alone, since
    nobody knows what concerns it.
    """
    resolved = reading.resolved
    everyone = (*resolved.people.values(), *resolved.partners.values())
    kinds = {person.kind.id for person in everyone}
    if "" in kinds:
        return
    for recital in resolved.agreement.recitals:
        code = resolved.library.code(recital.code) if isinstance(recital, CodeRecital) else None
        if code is None or not isinstance(recital, CodeRecital):
            continue
        for typed, article, part in _parts_cited(recital, code):
            if not part.kinds & kinds:
                place = place_of(typed, recital.position)
                words = {"concerned": part.concerned, "source": part.source}
                yield fault("C752", place, article=article, book=code.key, **words)


@recalled
def _parts_cited(recital: CodeRecital, code: CodeReference) -> Sequence[tuple[Text, str, Part]]:
    """Return the articles that are about certain legal persons, as typed and one by one."""
    texts = (one for one in recital.articles if isinstance(one, Text))
    cited = ((typed, article) for typed in texts for article in split_articles(typed))
    title = str(code.title)
    parts = [(typed, article, part_of(title, str(article))) for typed, article in cited]
    return [(typed, article, part) for typed, article, part in parts if part]
