"""The values of a stretch of the act, with who gave each and what the text made of it."""

import re
from collections.abc import Collection, Iterator

from conventassembler.agreement.model import Argument
from conventassembler.agreement.recitals import CodeRecital, Recital, StatuteRecital
from conventassembler.diagnostics import Position
from conventassembler.draft.called import called
from conventassembler.draft.instances import Instance
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.statutes import statute
from conventassembler.explain.marks import Mark, Marks
from conventassembler.explain.model import Source, Told
from conventassembler.explain.values import by_path, source_of, typed
from conventassembler.library.model import Parameter, Variant
from conventassembler.schema import CourtType
from conventassembler.schema.ways import way_to
from conventassembler.trial import as_typed
from conventassembler.values import PartyId


def parameters_of(instance: Instance, marks: Marks, resolved: Resolved) -> tuple[Told, ...]:
    """Return the parameters of a clause in the order of its front matter."""
    variant = instance.variant
    if variant is None:
        return ()
    given = _given(instance, variant, resolved)
    return tuple(
        _parameter(one, given.get(one.name), instance, marks, resolved)
        for one in variant.parameters.values()
    )


def values_of(
    instance: Instance | None, marks: Marks, resolved: Resolved, but: Collection[str] = ()
) -> tuple[Told, ...]:
    """Return the other values that the text shows, each once; `but` are the paths told already."""
    held = by_path(resolved, instance)
    paths = dict.fromkeys(mark.path for mark in marks.values if not _below(mark.path, but))
    names, found = called(resolved), []
    for path in paths:
        value = held.get(path)
        position = value.origin.position if value else None
        words = _once(mark.shown for mark in marks.values if mark.path == path)
        key = " › ".join(way_to(path, called=names))
        source: Source = source_of(position, resolved) if value else "library"
        found.append(Told(key, value.typed if value else "", source, position, words))
    return tuple(found)


def reference_of(recital: Recital, resolved: Resolved) -> Iterator[Told]:
    """Yield what the references of the library say of the text that a recital cites."""
    if isinstance(recital, CodeRecital) and (code := resolved.library.code(str(recital.code))):
        yield Told(code.key, code.title, "library", Position(code.file, 0))
    if isinstance(recital, StatuteRecital) and (known := statute(recital, resolved.library).known):
        yield Told(known.key, known.title, "library", Position(known.file, 0))


def paths_of(instance: Instance, resolved: Resolved) -> tuple[str, ...]:
    """Return the key paths of the parameters of an instance."""
    variant = instance.variant
    if variant is None:
        return ()
    given = _given(instance, variant, resolved)
    return tuple(_path(one, given.get(one.name), instance) for one in variant.parameters.values())


def _given(instance: Instance, variant: Variant, resolved: Resolved) -> dict[str, Argument]:
    """Return what was typed for the clause, in the entry or in the file that it names."""
    entry = instance.entry
    file = resolved.agreement.data.get(str(entry.data)) if entry.data is not None else None
    return variant.given(file.values if file else ()) | variant.given(entry.values)


def _path(parameter: Parameter, argument: Argument | None, instance: Instance) -> str:
    if argument is not None:
        return argument.path or f"{instance.entry.path}.with.{parameter.name}"
    return parameter.name


def _parameter(
    parameter: Parameter,
    argument: Argument | None,
    instance: Instance,
    marks: Marks,
    resolved: Resolved,
) -> Told:
    value = instance.arguments.get(parameter.name)
    words = _shown(parameter, _path(parameter, argument, instance), value, marks)
    if argument is not None:
        place = argument.key_position
        source = source_of(place, resolved)
        return Told(parameter.key, as_typed(argument.node), source, place, words)
    if value is None:
        return Told(parameter.key, "", "absent", parameter.position)
    if isinstance(parameter.type, CourtType) and parameter.default is None:
        return Told(parameter.key, typed(value), "law", None, words)
    default = parameter.written_default
    said = as_typed(default) if default is not None else typed(value)
    return Told(parameter.key, said, "default", parameter.position, words)


def _shown(parameter: Parameter, path: str, value: object, marks: Marks) -> tuple[str, ...]:
    """Return the words that a parameter made; of a party, those of its forms."""
    found = [mark.shown for mark in marks.values if _below(mark.path, (path,))]
    if isinstance(value, PartyId):
        name = re.compile(rf"(?<![\w.]){re.escape(parameter.name)}(?!\w)")
        found += [mark.shown for mark in marks.expressions if name.search(mark.path)]
    return _once(found)


def _below(path: str, those: Collection[str]) -> bool:
    return any(path == one or path.startswith((f"{one}[", f"{one}.")) for one in those)


def _once(words: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def expressions_of(marks: Marks) -> tuple[Mark, ...]:
    """Return each expression with each text that it made, once."""
    return tuple(dict.fromkeys(marks.expressions))
