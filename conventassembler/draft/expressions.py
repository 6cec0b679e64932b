"""What a tag of a clause speaks of: a party, several, the act, a person, as far as a text tells.

Read from the words of the tag and the types of the parameters, without any agreement.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from conventassembler.draft.clause.tags import Tag
from conventassembler.frozen import dataclass
from conventassembler.library.model import Variant
from conventassembler.patterns import Pattern
from conventassembler.schema import ListType, PartyType, RecordType
from conventassembler.schema.types import ValueType

Kind = Literal["party", "other"]
Scope = dict[str, ValueType]

PARTIES = "parties"
ONE_OF = ("chaque", "une")
"""Forms of several that say one of them: « chaque partie »."""
_PATH = r"[A-Za-z_]\w*(?:\.\w+)*"
_VALUE = Pattern(
    rf"(?P<path>{_PATH}|ref\([^)]*\)(?:\.\w+)?)\s*"
    r"(?:\|\s*(?P<list>liste)\s*(?:\((?P<options>[^)]*)\))?\s*)?(?:\|\s*majuscule\s*)?"
)
_LOOP = Pattern(rf"for\s+(\w+)\s+in\s+({_PATH})\s*(?:if\b.*)?", re.DOTALL)
_FORM = Pattern(r"""forme\s*=\s*["'](\w+)["']""")
_INNER = ("representant", "habilitation", "complet", "organe")
"""Forms of a party that are things with forms of their own."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One tag that shows a party, the act, a person or a reference."""

    tag: Tag
    name: str
    """What words agree with: `commune`, `parties`, `acte`, `commune.representant`."""
    form: str
    """`le`, `Du_nom_complet`..."""
    kind: Kind
    """Whether words beside it may be plural or feminine by the party alone."""
    is_list: bool = False


def expressions(variant: Variant, tags: tuple[Tag, ...]) -> Iterator[Expression]:
    """Yield the tags of a clause that show something with which words agree."""
    scope: Scope = {one.name: one.type for one in variant.parameters.values()}
    scope[PARTIES] = ListType(PartyType())
    for tag in tags:
        if tag.word == "for" and (loop := _LOOP.fullmatch(_statement(tag))):
            items = _type(scope, loop[2].split("."))
            if isinstance(items, ListType):
                scope[loop[1]] = items.items
        elif tag.kind == "value" and (read := _VALUE.fullmatch(tag.inner)):
            yield from _expression(tag, read, scope)


def _statement(tag: Tag) -> str:
    return tag.inner.strip("+-").strip()


def _expression(tag: Tag, read: re.Match[str], scope: Scope) -> Iterator[Expression]:
    path, is_list = read["path"], bool(read["list"])
    head, *rest = path.split(".") if not path.startswith("ref(") else path.rsplit(".", 1)
    if head == "acte" or head.startswith("ref("):
        yield Expression(tag, head, rest[0] if rest else "nom", "other")
    elif is_list:
        found = _type(scope, [head, *rest])
        if isinstance(found, ListType) and isinstance(found.items, PartyType):
            asked = _FORM.search(read["options"] or "")
            yield Expression(tag, path, asked[1] if asked else "le", "party", is_list=True)
    elif head == PARTIES:
        form = rest[0] if rest else "le"
        name = f"{PARTIES}.{form.lower()}" if form.lower() in ONE_OF else PARTIES
        yield Expression(tag, name, form, "party")
    else:
        yield from _of_party(tag, [head, *rest], scope)


def _of_party(tag: Tag, path: list[str], scope: Scope) -> Iterator[Expression]:
    """Yield the expression of a party, or of what belongs to it, that `path` leads to."""
    for length in range(1, len(path) + 1):
        if not isinstance(_type(scope, path[:length]), PartyType):
            continue
        name, forms = ".".join(path[:length]), path[length:]
        while len(forms) > 1 and forms[0] in _INNER:
            name, forms = f"{name}.{forms[0]}", forms[1:]
        is_whole = name.count(".") == length - 1 or name.endswith(".complet")
        form = forms[0] if forms else "le"
        name = f"{name}.{form.lower()}" if form.lower() in ONE_OF else name
        yield Expression(tag, name, form, "party" if is_whole else "other")
        return


def _type(scope: Mapping[str, ValueType], path: list[str]) -> ValueType | None:
    """Return the type of what a path of names leads to, None where that is not declared."""
    found = scope.get(path[0])
    for name in path[1:]:
        fields = found.fields if isinstance(found, RecordType) else ()
        found = next((field.type for field in fields if field.name == name), None)
    return found
