"""What a clause may read of its context: where it finds the very same again, it says the same.

Beside `render`, which runs a clause only where something differs. A value is told from another by
identity: values and forms never change, and acts of one batch share most of them.
"""

import re
from collections.abc import Mapping

from conventassembler.draft.clause.program import KEEP, SHOW, TURN, CompiledClause
from conventassembler.draft.forms import Group
from conventassembler.keeping import recalled
from conventassembler.patterns import Pattern

Read = tuple[str, str]
"""A name, and the form of it that is asked for."""
ABSENT = object()
"""What is read under a name that the context does not have."""
_NAME = Pattern(
    r"""
    "(?: \\. | [^"\\] )*" | '(?: \\. | [^'\\] )*'    # a text
  | \| \s* \w+                                       # a filter
  | (?<! [\w.] ) (?P<name> [^\W\d]\w* ) (?: \s* \. \s* (?P<form> [^\W\d]\w* ) )?
    """,
    re.VERBOSE | re.DOTALL,
)
_KEYWORDS = frozenset(
    (
        SHOW,
        TURN,
        KEEP,
        "and",
        "elif",
        "else",
        "endfor",
        "endif",
        "endset",
        "for",
        "if",
        "in",
        "is",
        "not",
        "or",
        "set",
    )
)


def witnesses(clause: CompiledClause, context: Mapping[str, object]) -> tuple[object, ...]:
    """Return all on which it hangs what the clause says in this context.

    Of several parties together, of whom most clauses say « les parties » and no more, that is the
    form that is asked for: who they are is all the same. Nothing comes back where the clause calls
    what knows the whole act, as references do.
    """
    whole, formed = _reads(clause)
    seen = [context.get(name, ABSENT) for name in whole]
    seen += [_seen(context.get(name, ABSENT), form) for name, form in formed]
    return () if any(map(callable, seen)) else (clause, *seen)


def _seen(value: object, form: str) -> object:
    if isinstance(value, Group) and form in value.table and not hasattr(Group, form):
        return value[form]
    return value


@recalled
def _reads(clause: CompiledClause) -> tuple[tuple[str, ...], tuple[Read, ...]]:
    """Return the names that the template may look up, then those of which it asks but forms.

    These stand there once for each form. Whatever is written like a name counts as one: what is
    none is absent everywhere.
    """
    words = [one for one in _NAME.finditer(clause.template) if one["name"]]
    found = [(one["name"], one["form"] or "") for one in words if one["name"] not in _KEYWORDS]
    whole = dict.fromkeys(name for name, form in found if not form)
    formed = dict.fromkeys((name, form) for name, form in found if name not in whole)
    return tuple(whole), tuple(formed)
