"""The parts around the clauses that the tool words itself: banner, title, recitals, formula."""

from collections.abc import Iterator
from itertools import pairwise

from conventassembler.agreement.model import TextOrBlank
from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Block, Heading, Inlines, Paragraph, Provenance, Title
from conventassembler.draft.people import Person
from conventassembler.draft.resolve import Resolved
from conventassembler.french import lists
from conventassembler.values import Fragment, fragment

Blocks = tuple[Block, ...]


def banner(resolved: Resolved) -> Blocks:
    """Return the line above the title, « Annexe 1 », where there is one."""
    words = resolved.agreement.banner
    return () if words is None else (Paragraph("acte/bandeau", inlines(words), "banner"),)


def title(resolved: Resolved) -> Title:
    """Return the title: the instrument, the lines below it, then between whom."""
    lines = [*map(inlines, _titles(resolved)), *_between(resolved)]
    return Title("acte/titre", tuple(lines), Provenance(file=resolved.agreement.file, line=1))


def title_line(resolved: Resolved) -> str:
    """Return the title on one line, for the properties of the file."""
    lines = ["".join(inline.text for inline in line) for line in title(resolved).lines]
    own = len(_titles(resolved))
    return " ".join([" – ".join(lines[:own]), *lines[own:]])


def _titles(resolved: Resolved) -> tuple[TextOrBlank, ...]:
    return (resolved.agreement.title, *resolved.agreement.subtitles)


def _between(resolved: Resolved) -> Iterator[Inlines]:
    """Yield « entre la commune de Longvic, son CCAS », then « et le département »."""
    first = [str(id_) for id_ in resolved.agreement.title_order]
    order = [*first, *(id_ for id_ in resolved.people if id_ not in first)]
    people = [resolved.people[id_] for id_ in order]
    if len(people) < 2 or not resolved.title_parties:
        return
    names = [_name_after(person, before) for before, person in pairwise([None, *people]) if person]
    yield inlines("entre ", *lists.separated([name.pieces for name in names[:-1]], ", "))
    yield inlines("et ", names[-1])


def _name_after(person: Person, before: Person | None) -> Fragment:
    """Return a party's full name with its article, or « son centre... » just behind its owner."""
    owner = person.party.attached_to
    if before is not None and owner is not None and str(owner) == before.id:
        return person.owned
    return fragment(person.forms["le_nom_complet"])


def preamble(resolved: Resolved, blocks: Blocks) -> Blocks:
    """Return the `blocks` of the preamble below their heading, where the model gives them one."""
    title = resolved.model.preamble_title
    if title is None or not blocks:
        return blocks
    place = title.text.origin.position
    source = Provenance(file=place.file, line=place.line) if place else Provenance()
    words = inlines(title.text)
    return (Heading("acte/preambule", 1, "", "", words, title.capitals, source, "part"), *blocks)


def formula(resolved: Resolved) -> Blocks:
    """Return the formula that leads to the articles, where the model has one."""
    words = resolved.model.formula
    return () if words is None else (Paragraph("acte/formule", inlines(words), "formula"),)
