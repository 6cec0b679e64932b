"""`clauses/models/NAME.yaml` to a `Model`, completed by the model that it takes from."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from conventassembler.agreement.manner import manner
from conventassembler.diagnostics import Diagnostic, fault, ordered
from conventassembler.library.forms import MODEL
from conventassembler.library.inheritance import Whole, inherited
from conventassembler.library.model import ARTICLE, HeadingScheme, Model
from conventassembler.library.proposals import proposal
from conventassembler.schema import read_tree
from conventassembler.schema.pick import items, pick, place, text
from conventassembler.schema.types import Findings
from conventassembler.source import Node, identifier
from conventassembler.values import Integer, Record, Text


def load_models(paths: Mapping[Path, str]) -> tuple[dict[str, Model | None], Findings]:
    """Return the models by id, and every fault of their files; `paths` says how each is shown.

    A model whose own keys are missing is None, as is one that takes from none that can be read.
    """
    found: list[Diagnostic] = []
    nodes: dict[str, Node | None] = {}
    for path, shown in paths.items():
        nodes[path.stem], faults = read_tree(path, shown)
        found += faults
    whole, faults = inherited(nodes)
    found += faults
    models: dict[str, Model | None] = {}
    files = {path.stem: shown for path, shown in paths.items()}
    for id_ in files:
        models[id_], faults = _load(id_, files, whole[id_])
        found += faults
    # What is wrong in a model is wrong in all that take from it: once is enough.
    return models, ordered(found)


def _load(id_: str, files: Mapping[str, str], whole: Whole) -> tuple[Model | None, Findings]:
    if whole.node is None:
        return None, ()
    record, found = MODEL.read(whole.node, "", files[id_])
    if not isinstance(record, Record):
        return None, found
    bases = tuple(files[base] for base in whole.bases)
    model, faults = _model(record, whole.node, id_, (files[id_], *bases))
    return model, (*found, *faults, *_numbers(record))


def _model(
    record: Record, node: Node, id_: str, files: tuple[str, ...]
) -> tuple[Model | None, Findings]:
    act, party_clause = text(record, "act"), text(record, "party_clause")
    proposed, found = proposal(record, node)
    if act is None or party_clause is None:
        return None, found
    model = Model(
        id=id_,
        file=files[0],
        bases=files[1:],
        extends=text(record, "extends"),
        position=place(record),
        act=act,
        order=items(record, "order", Text),
        manner=manner(record),
        headings=MappingProxyType(
            {identifier(key): _scheme(key, item) for key, item in _headings(record)}
        ),
        party_clause=party_clause,
        formula=pick(record, "formula", Text),
        proposal=proposed,
        requires=items(record, "requires", Text),
        choose_when=str(text(record, "choose_when") or ""),
    )
    return model, found


def _headings(record: Record) -> Iterator[tuple[str, Record]]:
    """Yield the heading schemes by their keys: the articles', then the others."""
    if articles := pick(record, "articles", Record):
        yield ARTICLE, articles
    for key, value in items(record, "headings", tuple):
        if isinstance(value, Record):
            yield key, value


def _scheme(key: str, record: Record) -> HeadingScheme:
    usual = 1 if key == ARTICLE else 2
    restart = pick(record, "restart", bool)
    return HeadingScheme(
        name=identifier(key),
        level=int(pick(record, "level", Integer) or usual),
        number=str(text(record, "number") or ""),
        separator=str(text(record, "separator") or ""),
        first=str(text(record, "first") or ""),
        capitals=bool(pick(record, "capitals", bool)),
        restart=True if restart is None else restart,
        key=str(key),
    )


def _numbers(record: Record) -> Iterator[Diagnostic]:
    for _, heading in _headings(record):
        number = text(heading, "number")
        count = 1 if number is None else number.count("{n}")
        if number is not None and count != 1:
            code = "C433" if count else "C427"
            yield fault(code, number.origin.position or place(heading), value=number)
