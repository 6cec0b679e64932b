"""The Jinja that runs compiled clauses: sandboxed, strict, and without Jinja's own filters.

Clause files are other people's data: attributes are read, functions that we hand over are called,
and nothing that could grow without bound is allowed.
"""

import marshal
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from types import BuiltinMethodType, CodeType, MethodWrapperType

from jinja2 import StrictUndefined, Template, nodes
from jinja2.compiler import Frame
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.nativetypes import NativeCodeGenerator
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from conventassembler.draft.clause.arithmetic import added, blank_share
from conventassembler.draft.clause.program import BLOCK, COMMENT, KEEP, SHOW, TURN, VALUE
from conventassembler.draft.clause.shown import pieces_of
from conventassembler.keeping import kept
from conventassembler.values import Blank, Fragment

FILE = "<clause>"
"""File name of the compiled template, by which its frames are found in a traceback."""
LONGEST_RANGE = 1000
_METHODS = frozenset({"items", "keys", "values"})


class MissingError(UndefinedError):
    """A name or an attribute that does not exist was used."""

    def __init__(self, name: object, owner: object, _message: str = "") -> None:
        super().__init__(str(name))
        self.name = str(name)
        self.owner = None if owner is missing else owner


class _Missing(StrictUndefined):
    """An undefined value that knows its name when it is used."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        told = partial(MissingError, name, obj) if exc is UndefinedError else exc
        super().__init__(hint, obj, name, told)  # type: ignore[arg-type]


class _Generator(NativeCodeGenerator):
    """Values stay objects, and `~` joins them without losing where they come from."""

    def _output_const_repr(self, group: Iterable[object]) -> str:
        """Return the number of a run of operations: a template holds nothing else by itself."""
        return str(int("".join(map(str, group))))

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call; our own functions, whose names no clause can take, need no guard."""
        if not (isinstance(node.node, nodes.Name) and node.node.name in (SHOW, TURN, KEEP)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Environment(ImmutableSandboxedEnvironment):
    """The environment of compiled clauses."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "-", "*", "/", "**", "%"})

    def joined(self, parts: Iterable[object]) -> object:
        """Return the parts as one value: text when all are plain, else a fragment."""
        pieces = tuple(piece for part in parts for piece in self._pieces(part))
        if all(type(piece) is str for piece in pieces):
            return "".join(pieces)
        return Fragment(pieces)

    def _pieces(self, part: object) -> tuple[str, ...]:
        if isinstance(part, Undefined):
            part = str(part)  # raises: a name that does not exist joins nothing
        return pieces_of(part, self.filters)

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an attribute; a blank's is the blank, a record's are its keys first."""
        own = _own_names(type(obj))
        if own is not None and attribute not in own:
            try:
                return obj[attribute]  # type: ignore[index]
            except (TypeError, LookupError):
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Blank):
            return obj
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Return an item; a blank's is the blank."""
        return obj if isinstance(obj, Blank) else super().getitem(obj, argument)

    def wrap_str_format(self, value: object) -> None:
        """Wrap nothing: `format` is refused with the other methods of texts."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Refuse the methods of plain objects: `"x".ljust(10 ** 9)` is a whole memory."""
        if isinstance(value, BuiltinMethodType | MethodWrapperType) and attr not in _METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Refuse powers, and the repetition or formatting of texts and lists."""
        if operator in ("+", "-"):
            return added(operator, left, right)
        if operator in ("*", "/") and (blank := blank_share(operator, left, right)) is not None:
            return blank
        if isinstance(left, Blank) or isinstance(right, Blank):
            return super().call_binop(context, operator, left, right)
        grows = any(isinstance(side, str | list | tuple) for side in (left, right))
        if operator == "**" or grows:
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


@kept
def _own_names(kind: type) -> frozenset[str] | None:
    """Return the names of what the objects of a class have, where all else they have is items.

    It is so with the forms of a party and with records; what is no item of them is not there. None
    of a class of another sort.
    """
    fixed = kind.__dictoffset__ == 0 and not hasattr(kind, "__getattr__")
    has_items = hasattr(kind, "__getitem__") and not issubclass(kind, Blank | Mapping)
    return frozenset(dir(kind)) if fixed and has_items else None


Filters = tuple[tuple[str, Callable[..., object]], ...]


def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > LONGEST_RANGE:
        raise SecurityError("range")
    return found


@lru_cache(maxsize=8)
def _environment(filters: Filters) -> _Environment:
    environment = _Environment(
        block_start_string=BLOCK[0],
        block_end_string=BLOCK[1],
        variable_start_string=VALUE[0],
        variable_end_string=VALUE[1],
        comment_start_string=COMMENT[0],
        comment_end_string=COMMENT[1],
        undefined=_Missing,
        optimized=False,
        autoescape=False,
    )
    environment.filters = dict(filters)
    environment.globals = {"range": _range}
    return environment


@lru_cache(maxsize=1024)
def code_of(template: str, filters: tuple[str, ...]) -> CodeType:
    """Return the Python code of a template that uses these filters.

    Raises:
        jinja2.TemplateError: the template breaks a rule of Jinja.
        SyntaxError: Python refuses what Jinja wrote.
    """
    named = tuple((name, _unused) for name in filters)
    return _environment(named).compile(template, filename=FILE)


def _unused(*_: object) -> None:  # pragma: no cover -- stands for a filter while compiling
    """Never called: compiling needs names only."""


@lru_cache(maxsize=1024)
def template_of(
    template: str, names: tuple[str, ...], filters: Filters, code: bytes = b""
) -> Template:
    """Return the template with the filters that it calls; `code` is what was made of it before."""
    environment = _environment(filters)
    known = marshal.loads(code) if code else code_of(template, names)
    return Template.from_code(environment, known, environment.globals)


def is_missing(value: object) -> bool:
    """Tell whether `value` is what a name that does not exist gives."""
    return isinstance(value, _Missing)


def is_nothing(value: object) -> bool:
    """Tell whether `value` is what `"x" if a` gives when `a` is false: it shows nothing."""
    return isinstance(value, Undefined) and not is_missing(value)
