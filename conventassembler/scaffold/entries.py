"""The clauses that a model proposes, with every value that they need."""

from collections.abc import Iterable, Iterator

from conventassembler.agreement.forms import ANNEX, ENTRY, PREAMBLE
from conventassembler.agreement.model import Entry
from conventassembler.draft.headings import NO_HEADING
from conventassembler.library.model import Library, Variant
from conventassembler.scaffold.act import ActToFill
from conventassembler.scaffold.layout import Block, Items, Line, Value, scalar
from conventassembler.scaffold.parameters import values
from conventassembler.schema.blanks import typed_blank
from conventassembler.source import identifier
from conventassembler.values import Blank, Text

_ELSEWHERE = "Ses autres valeurs s'écrivent dans {name}/{file}."
_KEYS = {item.name: item.key for item in (*ENTRY.fields, *ANNEX.fields)}


def entries(proposed: Iterable[Entry], act: ActToFill, *, titled: bool) -> Items:
    """Return the entries as a list, above each what its clause is for.

    `titled` entries have headings, as those of a preamble have not.
    """
    pairs = [_entry(entry, act, titled=titled) for entry in proposed]
    above = [("",) * bool(rank) + about for rank, (_, about) in enumerate(pairs)]
    return Items(tuple(value for value, _ in pairs), tuple(above))


def _entry(entry: Entry, act: ActToFill, *, titled: bool) -> tuple[Value, tuple[str, ...]]:
    variant = act.library.variants.get(str(entry.clause))
    lines = [*_names(entry, variant, titled=titled)]
    if entry.data is not None:
        said = _ELSEWHERE.format(name=act.name, file=entry.data)
        lines.append(Line(_KEYS["data"], scalar(entry.data), (said,)))
    if variant and (below := _values(entry, variant, act)):
        off = all(line.off for line in below)
        # A group of values that are all optional is itself left out until one is wanted.
        lines.append(Line(_KEYS["values"], below, off=off))
    if entry.text is not None:
        lines.append(Line(_KEYS["text"], _text(entry.text)))
    if entry.entries:
        lines.append(Line(_KEYS["entries"], entries(entry.entries, act, titled=titled)))
    return tuple(lines), tuple(_about(variant, act.library))


def _values(entry: Entry, variant: Variant, act: ActToFill) -> tuple[Line, ...]:
    """Return the values that stand in an entry: all but those of its file."""
    given = {name: item.node for name, item in variant.given(entry.values).items()}
    file = act.files.get(str(entry.data))
    own = [
        parameter
        for name, parameter in variant.parameters.items()
        if name in given or file is None or not file.holds(parameter)
    ]
    return values(own, given, act.parties, act.idle_of(variant))


def _names(entry: Entry, variant: Variant | None, *, titled: bool) -> Iterator[Line]:
    if entry.clause is not None:
        yield Line(_KEYS["clause"], str(entry.clause))
    if entry.title is not None:
        yield Line(_KEYS["title"], _title(entry.title))
    elif variant and titled and not _goes_on(entry):
        yield Line(_KEYS["title"], scalar(variant.title), off=True)
    for name in ("anchor", "number", "heading"):
        if word := getattr(entry, name):
            yield Line(_KEYS[name], scalar(word))
    if entry.new_page:
        yield Line(_KEYS["new_page"], "oui")
    if entry.to_join:
        yield Line(_KEYS["to_join"], "oui")
    if entry.landscape:
        yield Line(_KEYS["orientation"], "paysage")


def _goes_on(entry: Entry) -> bool:
    """Tell whether an entry has no heading, and so no title to change."""
    return entry.heading is not None and identifier(entry.heading) == NO_HEADING


def _title(title: Text | Blank) -> str:
    return scalar(title) if isinstance(title, Text) else scalar(typed_blank(title))


def _text(text: Text | Blank) -> Value:
    if isinstance(text, Blank):
        return scalar(typed_blank(text))
    lines = text.split("\n")
    return scalar(text) if lines[0].startswith(" ") else Block(tuple(lines))


def _about(variant: Variant | None, library: Library) -> Iterator[str]:
    if variant is None:
        return
    yield f"{variant.title} ({variant.id}). {variant.choose_when}"
    for other in library.variants_of(variant.family):
        if other.id != variant.id and variant.family != PREAMBLE:
            yield f"Autre choix, {other.id} : {other.choose_when}"
