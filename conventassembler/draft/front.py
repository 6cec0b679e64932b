"""The parts around the clauses that the tool words itself: banner, title, recitals, formula."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from conventassembler.agreement.model import TextOrBlank
from conventassembler.draft.groups import Grouped
from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Block, Heading, Inlines, Paragraph, Provenance, Title
from conventassembler.draft.people import Person
from conventassembler.draft.resolve import Resolved
from conventassembler.french import lists
from conventassembler.keeping import recalled
from conventassembler.library.model import PartTitle
from conventassembler.values import Fragment, Text, fragment

Blocks = tuple[Block, ...]


def banner(resolved: Resolved) -> Blocks:
    """Return the line above the title, « Annexe 1 », where there is one."""
    words = resolved.agreement.banner
    return () if words is None else (Paragraph("acte/bandeau", inlines(words), "banner"),)


def title(resolved: Resolved) -> Title:
    """Return the title: the instrument, the lines below it, then between whom."""
    lines = [*map(inlines, _titles(resolved)), *_between(resolved)]
    return Title("acte/titre", tuple(lines), Provenance(file=resolved.agreement.file, line=1))


def title_line(title: Title, resolved: Resolved) -> str:
    """Return the title on one line, for the properties of the file."""
    lines = ["".join([inline.text for inline in line]) for line in title.lines]
    own = len(_titles(resolved))
    return " ".join([" – ".join(lines[:own]), *lines[own:]])


def _titles(resolved: Resolved) -> tuple[TextOrBlank, ...]:
    return (resolved.agreement.title, *resolved.agreement.subtitles)


def _between(resolved: Resolved) -> Iterator[Inlines]:
    """Yield « entre la commune de Longvic, son CCAS », then « et le département »."""
    first = [str(id_) for id_ in resolved.agreement.title_order]
    named = _entitled(resolved, [*first, *resolved.people])
    if len(named) < 2 or not resolved.title_parties:
        return
    names = [_name_after(one, before) for before, one in pairwise([None, *named]) if one]
    yield inlines("entre ", *lists.separated([name.pieces for name in names[:-1]], ", "))
    yield inlines("et ", names[-1])


def _entitled(resolved: Resolved, ids: Iterable[str]) -> list[Person | Grouped]:
    """Return whom the title names, in order: once a group for all its members."""
    of_group = {one.id: group for group in resolved.groups.values() for one in group.members}
    found: dict[str, Person | Grouped] = {}
    for id_ in ids:
        group = resolved.groups.get(id_) or of_group.get(id_)
        if group is not None:
            found.setdefault(group.group.id, group)
        else:
            found.setdefault(id_, resolved.people[id_])
    return list(found.values())


def _name_after(one: Person | Grouped, before: Person | Grouped | None) -> Fragment:
    """Return a party's full name with its article, or « son centre... » just behind its owner."""
    if isinstance(one, Grouped):
        return one.in_title
    owner = one.party.attached_to
    if isinstance(before, Person) and owner is not None and str(owner) == before.id:
        return one.owned
    return fragment(one.forms["le_nom_complet"])


def preamble(resolved: Resolved, blocks: Blocks) -> Blocks:
    """Return the `blocks` of the preamble below their heading, where the model gives them one."""
    title = resolved.model.preamble_title
    return blocks if title is None or not blocks else (_preamble_heading(title), *blocks)


@recalled
def _preamble_heading(title: PartTitle) -> Heading:
    place = title.text.origin.position
    source = Provenance(file=place.file, line=place.line) if place else Provenance()
    words = inlines(title.text)
    return Heading("acte/preambule", 1, "", "", words, title.capitals, source, "part")


def formula(resolved: Resolved) -> Blocks:
    """Return the formula that leads to the articles, where the model has one."""
    words = resolved.model.formula
    return () if words is None else (_formula(words),)


@recalled
def _formula(words: Text) -> Paragraph:
    return Paragraph("acte/formule", inlines(words), "formula")
