"""A party that a model proposes, as lines to fill; what the registry knows is not asked again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from conventassembler.agreement import Registry
from conventassembler.agreement.forms import AUTHORITY, PARTY_ENTRY, REPRESENTATIVE
from conventassembler.french import bodies, kinds
from conventassembler.scaffold.layout import Items, Line, Value, scalar
from conventassembler.scaffold.nodes import typed
from conventassembler.schema import DatesType, DateType, RecordType
from conventassembler.schema.blanks import BLANK
from conventassembler.schema.hints import hint
from conventassembler.schema.nodes import fields
from conventassembler.source import Node, Scalar
from conventassembler.values import Text

_ACT = "délibération"
_EXAMPLES = {"department": "Côte-d'Or", "region": "Bretagne"}
_OTHER = (
    "Si la partie est une autre : sa fiche, ou « nature », « nom », « adresse » et"
    " « représentant » à la place de « fiche »."
)


def parties_to_fill(proposed: Sequence[tuple[Text, Node]], registry: Registry) -> tuple[Line, ...]:
    """Return the parties of which a model says `proposed`, each as a line of `parties`."""
    kinds_of = Counter(_kind_of(node) for _, node in proposed)
    return tuple(
        _party(key, node, registry, alone=kinds_of[_kind_of(node)] == 1) for key, node in proposed
    )


def _party(key: Text, node: Node, registry: Registry, *, alone: bool) -> Line:
    """Return one party; one of a kind `alone` takes up the one record that the registry has of it.

    Two of a kind have the same usual short name: each is asked for its own.
    """
    given = fields(node, PARTY_ENTRY)
    kind = _kind_of(node)
    known = [record for record in registry.values() if kind and _kind_of(record.node) is kind]
    if alone and len(known) == 1 and not given.keys() - {"kind"}:
        return _registered(key, known[0].id, known[0].file, known[0].node, kind)
    names = ", ".join(record.id for record in known)
    above = (f"Le registre a : {names}. Pour reprendre l'une : « fiche: » et son nom.",)
    lines = tuple(_lines(given, kind, alone=alone))
    return Line(str(key), lines, above if known else ())


def _registered(key: Text, id_: str, file: str, node: Node, kind: kinds.Kind | None) -> Line:
    record = fields(node, PARTY_ENTRY)
    rest = [line for name, line in _asked(record, kind, alone=True) if name not in record]
    lines = (Line(_key(PARTY_ENTRY, "record"), scalar(id_)), *rest)
    name = "".join(bodies.long_name(kind, _word(record.get("name")))) if kind else id_
    above = f"{name[:1].upper()}{name[1:]}, d'après le registre des parties ({file}). {_OTHER}"
    return Line(str(key), lines, (above,))


def _lines(given: Mapping[str, Node], kind: kinds.Kind | None, *, alone: bool) -> Iterator[Line]:
    yield from (Line(_key(PARTY_ENTRY, name), typed(node)) for name, node in given.items())
    yield from (line for name, line in _asked(given, kind, alone=alone) if name not in given)


def _asked(
    given: Mapping[str, Node], kind: kinds.Kind | None, *, alone: bool
) -> Iterator[tuple[str, Line]]:
    """Yield what is asked of a party, by field name."""
    yield "name", _name(kind, attached="attached_to" in given)
    yield "short_name", _short_name(kind, alone=alone)
    yield "address", _line(PARTY_ENTRY, "address", Items((BLANK,)))
    yield "representative", _line(PARTY_ENTRY, "representative", _representative(kind))
    # the State's prefect needs no one's leave
    if kind is None or (kind.organ and kind.deliberates):
        yield "authority", _line(PARTY_ENTRY, "authority", _authority(kind))


def _short_name(kind: kinds.Kind | None, *, alone: bool) -> Line:
    if kind is None or not alone:
        return _line(PARTY_ENTRY, "short_name", off=alone)
    short = kind.short.replace("’", "'")
    above = f"Nom court, avec son article ; sans lui, l'acte dit « {short} ». Facultatif."
    return Line(_key(PARTY_ENTRY, "short_name"), scalar(short), (above,), off=True)


def _name(kind: kinds.Kind | None, *, attached: bool) -> Line:
    key = _key(PARTY_ENTRY, "name")
    if attached:
        above = (
            "Nom propre ; sans lui, celui de la partie à laquelle elle est rattachée. Facultatif."
        )
        return Line(key, BLANK, (above,), off=True)
    if kind and kind.join == "own":
        return Line(
            key, BLANK, ("Nom propre, avec son article s'il en a un : la Plaine Dijonnaise.",)
        )
    if kind and kind.join in _EXAMPLES:
        above = f"Nom propre, sans la nature ni l'article : {_EXAMPLES[kind.join]}."
        return Line(key, BLANK, (above,))
    return _line(PARTY_ENTRY, "name")


def _representative(kind: kinds.Kind | None) -> Value:
    office = kind.executive if kind and kind.executive else BLANK
    return (
        _line(REPRESENTATIVE, "office", scalar(office)),
        _line(REPRESENTATIVE, "gender"),
        _line(REPRESENTATIVE, "civility", "Mme", off=True),
        _line(REPRESENTATIVE, "name", off=True),
    )


def _authority(kind: kinds.Kind | None) -> Value:
    lines = (
        _line(AUTHORITY, "act", _ACT),
        _line(AUTHORITY, "number"),
        Line("date", BLANK, (_help(AUTHORITY, "dates"),)),
    )
    asked = kind is None or kind.executory
    return (*lines, _line(AUTHORITY, "executory")) if asked else lines


def _line(record: RecordType, name: str, value: Value = BLANK, *, off: bool = False) -> Line:
    words = _help(record, name)
    above = (f"{words} Facultatif.",) if off else (words,)
    return Line(_key(record, name), value, above, off)


def _key(record: RecordType, name: str) -> str:
    return next(item.key for item in record.fields if item.name == name)


def _help(record: RecordType, name: str) -> str:
    """Return what a field is, and of a day how a file has it: a table takes it otherwise."""
    item = next(item for item in record.fields if item.name == name)
    how = hint(item.type) if isinstance(item.type, DateType | DatesType) else ""
    return f"{item.help} {how[:1].upper()}{how[1:]}." if how else item.help


def _kind_of(node: Node) -> kinds.Kind | None:
    return kinds.kind(_word(fields(node, PARTY_ENTRY).get("kind")))


def _word(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
