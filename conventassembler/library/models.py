"""`clauses/models/NAME.yaml` to a `Model`, and `clauses/references/*.yaml` to codes of law."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.library.forms import MODEL, REFERENCES
from conventassembler.library.model import CodeReference, HeadingScheme, Model, ModelClause
from conventassembler.schema import read_document
from conventassembler.schema.pick import items, pick, place, text
from conventassembler.schema.types import Findings
from conventassembler.source import identifier
from conventassembler.values import Blank, Date, Integer, Origin, Record, Text

ARTICLE = "article"
"""Heading scheme of the top-level clauses."""
PROFILE = "collectivite"
"""Profile of French conventions for a model that names none."""


def load_model(path: Path, shown: str) -> tuple[Model | None, Findings]:
    """Return the model of one file, or None where its own keys are missing, and every fault."""
    record, _, found = read_document(path, shown, MODEL)
    if record is None:
        return None, found
    return _model(record, path.stem, shown), (*found, *_numbers(record))


def _model(record: Record, id_: str, shown: str) -> Model | None:
    act, party_clause = text(record, "act"), text(record, "party_clause")
    if act is None or party_clause is None:
        return None
    return Model(
        id=id_,
        file=shown,
        position=place(record),
        act=act,
        order=items(record, "order", Text),
        profile=text(record, "profile") or Text(PROFILE, Origin("profile")),
        headings=MappingProxyType(
            {identifier(key): _scheme(key, item) for key, item in _headings(record)}
        ),
        party_clause=party_clause,
        formula=pick(record, "formula", Text),
        preamble=tuple(_proposed(record, "preamble")),
        clauses=tuple(_proposed(record, "clauses")),
        requires=items(record, "requires", Text),
    )


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


def _proposed(record: Record, name: str) -> Iterator[ModelClause]:
    for item in items(record, name, Record):
        clause = text(item, "clause")
        if clause is not None:
            yield ModelClause(clause, MappingProxyType(_values(item)))


def _values(record: Record) -> dict[str, str]:
    """Return the values as they were typed, under the keys as written."""
    pairs = items(record, "values", tuple)
    return {key: _as_typed(value) for key, value in pairs if value is not None}


def _as_typed(value: Text | Blank) -> Text:
    if isinstance(value, Text):
        return value
    return Text(f"à compléter : {value.hint}" if value.hint else "à compléter", value.origin)


def load_codes(
    path: Path, shown: str, known: Mapping[str, CodeReference]
) -> tuple[dict[str, CodeReference], Findings]:
    """Return the codes of one file by key, and its faults; `known` are those of other files."""
    record, _, found = read_document(path, shown, REFERENCES)
    codes: dict[str, CodeReference] = {}
    for key, value in items(record, "codes", tuple) if record is not None else ():
        if key in known:
            file = known[key].file
            found += (fault("C429", key.origin.position, key=key, file=file),)
        elif isinstance(value, Record):
            codes[str(key)] = _code(str(key), value, shown)
    return codes, found


def _code(key: str, record: Record, shown: str) -> CodeReference:
    return CodeReference(
        key=key,
        title=str(text(record, "title") or key),
        source=str(text(record, "source") or ""),
        checked=pick(record, "checked", Date),
        file=shown,
    )
