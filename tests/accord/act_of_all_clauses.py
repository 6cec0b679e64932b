"""An act that has every clause of the library, between any parties, through the real stages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from project import REPOSITORY

from conventassembler.agreement.model import Agreement, Argument, Entry, Party, Representative
from conventassembler.build import stock
from conventassembler.diagnostics import Position, has_errors
from conventassembler.draft.compose import compose
from conventassembler.draft.model import (
    Block,
    Draft,
    Footnote,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    Table,
)
from conventassembler.draft.resolve import Resolved, resolve
from conventassembler.library.model import Library, Variant
from conventassembler.making import Stock
from conventassembler.values import Origin, RichText, Text
from conventassembler.workspace import Workspace

PLACE = Position("essai")


@dataclass(frozen=True, slots=True)
class Named:
    """One party of a set: its nature, and the short name that the act declares, if any."""

    kind: str
    name: str
    short: str = ""
    gender: str = ""
    office: str = "président"
    holder: str = "masculin"


@cache
def shared() -> Stock:
    return stock(Workspace(REPOSITORY))


def variants() -> tuple[Variant, ...]:
    """Return the clauses that are articles or paragraphs; a model writes the party blocks."""
    return tuple(one for one in shared().library.variants.values() if one.family != "parties")


def typed(value: str, path: str) -> Text:
    return Text(value, Origin(path, PLACE))


def party(identifier: str, named: Named) -> Party:
    path = f"parties.{identifier}"
    person = Representative(
        typed(named.office, f"{path}.representative.office"),
        PLACE,
        gender=typed(named.holder, f"{path}.representative.gender"),
    )
    return Party(
        identifier,
        identifier,
        PLACE,
        typed(named.kind, f"{path}.kind"),
        typed(named.name, f"{path}.name"),
        short_name=typed(named.short, f"{path}.short_name") if named.short else None,
        gender=typed(named.gender, f"{path}.gender") if named.gender else None,
        address=(typed("1, rue de l'Essai", f"{path}.address"),),
        representatives=(person,),
    )


def lines(
    parties: Mapping[str, Named], model: str, together: str = "", only: Variant | None = None
) -> Iterator[str]:
    """Yield the text of each block of the act; an item of a list begins with « - »."""
    _, draft = composed(parties, model, together, only)
    yield from (line for block in draft.blocks for line in _line(block))


def composed(
    parties: Mapping[str, Named], model: str, together: str = "", only: Variant | None = None
) -> tuple[Resolved, Draft]:
    """Return the act, resolved and composed.

    `parties` are those of the set, under the keys that the worked examples name. With `only`, the
    act has that clause alone, and all that it may refer to.
    """
    library = _library()
    entries = [_entry(one) for one in ((only,) if only else variants())]
    referred = _referred_to() if only is None else _named_by(only)
    agreement = Agreement(
        "essai",
        "essai.yaml",
        PLACE,
        typed(model, "model"),
        typed("Essai", "title"),
        parties=tuple(party(key, one) for key, one in parties.items()),
        places=(typed("Côte-d'Or", "places"),),
        preamble=tuple(one for one in entries if str(one.clause).startswith("preambule/")),
        clauses=(
            *(one for one in entries if not str(one.clause).startswith("preambule/")),
            *map(_referred, referred),
        ),
    )
    if together:
        agreement = replace(agreement, together=typed(together, "together"))
    resolved, found = resolve(agreement, library, shared().compiled)
    assert resolved, found
    assert not has_errors(found), found
    draft, found = compose(resolved)
    assert not has_errors(found), found
    return resolved, draft


def _line(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        rows = (*([block.header] if block.header else []), *block.rows)
        inside = (one for row in rows for cell in row.cells for one in cell.blocks)
        yield from (line for one in inside for line in _line(one))
    if isinstance(block, Paragraph | ListItem | Heading):
        text = _text(block.inlines)
        yield f"- {text}" if isinstance(block, ListItem) else text
        yield from (_text(one.inlines) for one in block.inlines if isinstance(one, Footnote))


def _text(inlines: Inlines) -> str:
    return "".join(inline.text for inline in inlines)


@cache
def _library() -> Library:
    """Return the library of the repository, whose clauses may all stand in one act."""
    whole = shared().library
    alone = {name: replace(one, requires=(), excludes=()) for name, one in whole.variants.items()}
    return replace(whole, variants=alone)


@cache
def _referred_to() -> tuple[str, ...]:
    """Return the names that clauses refer to without asking whether they are there."""
    compiled = [clause for clause in shared().compiled.values() if clause]
    named = (
        use.target for one in compiled for use in one.references if use.target not in one.tested
    )
    return tuple(sorted(set(named)))


def _named_by(variant: Variant) -> tuple[str, ...]:
    """Return the names that one clause refers to, or asks about."""
    clause = shared().compiled[variant.id]
    return tuple(sorted({use.target for use in clause.references} | set(clause.tested)))


def _referred(name: str) -> Entry:
    origin = Origin("text", PLACE)
    text = RichText("Cet article attend son texte.", origin)
    return Entry(PLACE, title=typed("Renvoi", "title"), anchor=typed(name, "anchor"), text=text)


def _entry(variant: Variant) -> Entry:
    clause = Text(variant.id, Origin("clause", PLACE))
    anchor = Text(variant.id.replace("/", "-"), Origin("anchor", PLACE))
    values: tuple[Argument, ...] = variant.examples
    return Entry(PLACE, clause, anchor=anchor, values=values, path=f"clauses[{anchor}]")
