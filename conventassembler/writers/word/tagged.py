"""The parts of a house template with tags, as they were compiled: what is kept of them.

Read by `tagging` once for each template; an act is made of what is kept.
"""

import marshal
from collections.abc import Mapping
from typing import Final

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from conventassembler.frozen import dataclass

ENVIRONMENT: Final = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
FAILURES: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What the expressions of a stranger's template may raise when they are read, and when they run."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The parts of a template that may have tags, by the names of its members."""

    plain: Mapping[str, str]
    """Those that have none."""
    sources: Mapping[str, str]
    """The others, as Jinja reads them."""
    code: Mapping[str, bytes]
    """What Jinja and Python made of these, as Python keeps it of its own files; nothing where one
    of their tags is at fault."""
    computed: frozenset[str] = frozenset()
    """The names of values that the tags do more with than to repeat them."""

    @property
    def is_sound(self) -> bool:
        """Tell whether all tags can be filled."""
        return self.code.keys() == self.sources.keys()

    def templates(self) -> dict[str, Template]:
        """Return what fills each part, where they are sound."""
        known = ENVIRONMENT.globals
        return {
            name: Template.from_code(ENVIRONMENT, marshal.loads(code), known)
            for name, code in self.code.items()
        }


def reason(error: Exception) -> str:
    """Return what the reader of tags says of `error`."""
    return str(getattr(error, "message", None) or error)
