"""C752: articles of codes that are about nobody in the act."""

from collections.abc import Iterator

from conventassembler.agreement.recitals import CodeRecital
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of
from conventassembler.french.citations import split_articles
from conventassembler.french.code_parts import part_of
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
        for typed in recital.articles:
            for article in split_articles(typed) if isinstance(typed, Text) else ():
                part = part_of(str(code.title), str(article))
                if part and not part.kinds & kinds:
                    place = place_of(typed, recital.position)
                    words = {"concerned": part.concerned, "source": part.source}
                    yield fault("C752", place, article=article, book=code.key, **words)
