"""`clauses/models/NAME.yaml` to a `Model`, completed by the model that it takes from."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from conventassembler.agreement.manner import manner
from conventassembler.diagnostics import Diagnostic, ordered
from conventassembler.library import headings
from conventassembler.library.forms import MODEL
from conventassembler.library.inheritance import Whole, inherited
from conventassembler.library.model import GROUP_CLAUSE, PARTNER_CLAUSE, TERM_END, Model
from conventassembler.library.proposals import proposal
from conventassembler.schema import read_tree
from conventassembler.schema.pick import items, pick, place, text
from conventassembler.schema.types import Findings
from conventassembler.source import Node
from conventassembler.values import Record, Text


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
    return model, (*found, *faults, *headings.faults(record))


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
        headings=MappingProxyType(headings.schemes(record)),
        party_clause=party_clause,
        group_clause=text(record, "group_clause") or GROUP_CLAUSE,
        partner_clause=text(record, "partner_clause") or PARTNER_CLAUSE,
        formula=pick(record, "formula", Text),
        proposal=proposed,
        requires=items(record, "requires", Text),
        choose_when=str(text(record, "choose_when") or ""),
        annexes=headings.annexes(record),
        preamble_title=headings.preamble_title(record),
        bullets=tuple(map(str, items(record, "bullets", Text))),
        term_end=str(text(record, "term_end") or TERM_END),
        contents=bool(pick(record, "contents", bool)),
        title_parties=pick(record, "title_parties", bool) is not False,
    )
    return model, found
