"""The text of a clause -> a compiled clause: the stages in order."""

import marshal
from collections.abc import Callable, Mapping
from types import MappingProxyType

from jinja2 import TemplateError, nodes

from conventassembler.diagnostics import Diagnostic, fault, ordered
from conventassembler.draft.clause.blocks import Block
from conventassembler.draft.clause.emit import Emission, place_of
from conventassembler.draft.clause.hold import Held, hold, released
from conventassembler.draft.clause.inline_faults import LineFault
from conventassembler.draft.clause.names import Names, misused_helpers
from conventassembler.draft.clause.place import TagFault, place
from conventassembler.draft.clause.program import CompiledClause, Place, Use
from conventassembler.draft.clause.sandbox import code_of
from conventassembler.draft.clause.source import (
    Source,
    refused_characters,
    source_of,
    without_refused,
)
from conventassembler.draft.clause.spelling import is_foreign, meant
from conventassembler.draft.clause.statements import Group, paired, parsed
from conventassembler.draft.clause.tags import Tag, TagReading, excerpt, read_tags
from conventassembler.frozen import replace

Faults = tuple[Diagnostic, ...]
Filters = Mapping[str, Callable[..., object]]
_HARMLESS = frozenset(
    {"C324", "C325", "C335", "C336", "C338", "C339", "C344", "C345", "C346", "C347", "C348", "C349"}
    | {"C360", "C367"}
)
"""Faults of Markdown that leave blocks and tags where they were meant: those can be judged too."""


def compile_clause(
    text: str,
    file: str,
    first_line: int = 1,
    *,
    tags: bool = True,
    filters: Filters = MappingProxyType({}),
) -> tuple[CompiledClause | None, Faults]:
    """Return the clause ready to be rendered, or None with every fault of its text.

    `first_line` is the line of `file` on which `text` begins; `filters` are those that exist.
    Without `tags` the text is plain Markdown, where `{{` is two braces.
    """
    typed = source_of(text, file, first_line)
    faults = list(refused_characters(typed))
    source = without_refused(typed) if faults else typed
    reading = read_tags(source) if tags else TagReading(())
    trees, wrong = _trees(source, reading.tags, filters)
    faults += [*reading.faults, *wrong]
    if not reading.whole or any(found.code == "C302" for found in wrong):
        # Text that a tag left open has swallowed cannot be judged.
        return None, ordered(faults)
    held_tags = tuple(tag for tag in reading.tags if tag.index >= 0)
    groups, unpaired = _groups(source, reading)
    held = hold(source, reading.tags, groups or ())
    tree, misplaced = _tree(source, held, groups, held_tags)
    faults += [*unpaired, *misplaced]
    if faults or groups is None:
        return None, ordered(faults)
    return _written(source, held, tree, _names(source, held_tags, trees, groups), trees)


def uses_of(text: str, file: str, first_line: int = 1) -> tuple[Use, ...]:
    """Return the names that a clause with faults uses, as far as its tags can be read.

    None of a clause with too many tags, which is to be parted before its names are looked at.
    """
    source = source_of(text, file, first_line)
    reading = read_tags(source)
    if any(found.code == "C317" for found in reading.faults):
        return ()
    tags = reading.tags
    trees, _ = _trees(source, tags, {})
    names = Names(source, {tag.index: tag for tag in tags if tag.index >= 0}, trees)
    names.scattered()
    return tuple(names.uses)


def _trees(
    source: Source, tags: tuple[Tag, ...], filters: Filters
) -> tuple[dict[int, nodes.Template], list[Diagnostic]]:
    """Return each tag as Jinja reads it, and the faults of each by itself."""
    trees: dict[int, nodes.Template] = {}
    faults: list[Diagnostic] = []
    for tag in tags:
        if tag.kind == "comment":
            continue
        tree, found = parsed(source, tag, filters)
        faults.extend(found)
        if tree is not None:
            trees[tag.index] = tree
            faults.extend(misused_helpers(source, tag, tree, filters))
    return trees, faults


def _groups(
    source: Source, reading: TagReading
) -> tuple[tuple[Group, ...] | None, list[Diagnostic]]:
    """Return the statements in pairs, None where they cannot be placed, and the faults.

    Where one may be missing, because it cannot be told what it is, no other is blamed for it.
    """
    tags = tuple(tag for tag in reading.tags if tag.index >= 0)
    unknown = [tag for tag in tags if tag.kind == "statement" and not meant(tag)]
    if not reading.paired or not all(map(is_foreign, unknown)):
        return None, []
    groups, faults = paired(source, tags)
    return (None if unknown or faults else groups), faults


def _tree(
    source: Source, held: Held, groups: tuple[Group, ...] | None, tags: tuple[Tag, ...]
) -> tuple[Block, list[Diagnostic]]:
    """Return the blocks with the tags in their places, and the faults of both."""
    from conventassembler.draft.clause.markdown import parse  # noqa: PLC0415 -- not for what is kept

    root, found = parse(held)
    if groups is None and any(meant(tag) in ("elif", "else") for tag in tags):
        # Which signs stand beside which depends on where the branches begin and end.
        found = [item for item in found if item.code != "C344"]
    faults = [_marked(source, held, tags, item) for item in found]
    if groups is None or not {item.code for item in found} <= _HARMLESS:
        return root, faults
    tree, misplaced = place(root, groups, held.boundaries, len(tags))
    return tree, faults + [_told(source, tags, item) for item in misplaced]


def _marked(source: Source, held: Held, tags: tuple[Tag, ...], item: LineFault) -> Diagnostic:
    """Return the fault of a line, with tags in place of the characters that hold them."""
    mark = released(item.mark, tags)
    place = source.at_line(held.lines[item.line], mark, is_last=item.is_last)
    words = {
        name: excerpt(released(value, tags)) if isinstance(value, str) else value
        for name, value in item.arguments.items()
    }
    return fault(item.code, place, **words)


def _told(source: Source, tags: tuple[Tag, ...], item: TagFault) -> Diagnostic:
    tag, other = tags[item.tag], tags[item.other]
    return fault(item.code, source.at(tag.start), tag=tag.quoted, other=other.quoted)


def _names(
    source: Source,
    tags: tuple[Tag, ...],
    trees: dict[int, nodes.Template],
    groups: tuple[Group, ...],
) -> Names:
    names = Names(source, {tag.index: tag for tag in tags}, trees)
    names.walk(0, len(tags), groups, set())
    return names


def _written(
    source: Source, held: Held, tree: Block, names: Names, trees: dict[int, nodes.Template]
) -> tuple[CompiledClause | None, Faults]:
    """Return the clause as data, once Jinja has accepted the template."""
    lines = tuple(source.first_line + line for line in held.lines)
    emission = Emission(names.tags, lines)
    emission.block(tree)
    emission.finish()
    filters = {used.name for item in trees.values() for used in item.find_all(nodes.Filter)}
    clause = CompiledClause(
        source.file,
        emission.template,
        tuple(emission.runs),
        tuple(emission.nodes),
        tuple(_place(source, tag) for tag in names.tags.values()),
        tuple(emission.lines),
        tuple(names.uses),
        tuple(names.references),
        tuple(sorted(filters)),
        tuple(sorted(names.tested)),
    )
    return _accepted(source, clause, names.tags)


def _place(source: Source, tag: Tag) -> Place:
    position = source.at(tag.start)
    return place_of(tag, position.line, position.column)


def _accepted(
    source: Source, clause: CompiledClause, tags: dict[int, Tag]
) -> tuple[CompiledClause | None, Faults]:
    """Return the clause if its template compiles: what only Jinja's compiler refuses is a fault."""
    if not clause.tags:
        return clause, ()
    try:
        code = code_of(clause.template, clause.filters)
    except (TemplateError, SyntaxError, RecursionError) as error:
        line = getattr(error, "lineno", None) or 1
        tag = tags[clause.lines[min(line, len(clause.lines)) - 1]]
        return None, (fault("C301", source.at(tag.start), tag=tag.quoted),)
    return replace(clause, code=marshal.dumps(code)), ()
