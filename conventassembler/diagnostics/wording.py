"""Words for diagnostics: gettext catalogues, French first.

The English texts of the table of codes are the keys of the catalogues in `locale/`.
"""

import gettext
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from conventassembler.diagnostics import spoken, word_faults
from conventassembler.diagnostics.codes import CODES, Severity
from conventassembler.diagnostics.codes.definition import N_, Code
from conventassembler.diagnostics.few import AS_CALLED, LISTS, SAME, WHERE, WHOLE, few, listed
from conventassembler.diagnostics.model import Diagnostic

LANGUAGES = ("fr", "en")
DOMAIN = "conventassembler"
LOCALE = Path(__file__).parent.parent / "locale"
_SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}


_PHRASE = N_("in the act: “{phrase}”")
_QUOTED = N_("“{name}”")
_SPOKEN = ("limit", "reason", *spoken.SPOKEN)
"""Arguments that are words of ours or of the system, and not the user's: told in the language."""
_PLACES = {
    ("story", "paragraph", "excerpt"): N_("[{story}, paragraph {paragraph}: “{excerpt}”]"),
    ("story", "paragraph"): N_("[{story}, paragraph {paragraph}]"),
    ("story", "excerpt"): N_("[{story}: “{excerpt}”]"),
    ("story",): N_("[{story}]"),
    ("in_column", "in_count", "in_rows"): N_("[column “{in_column}”, {in_count} rows: {in_rows}]"),
    ("in_column", "in_rest"): N_("[column “{in_column}”, all rows without another error]"),
    ("in_column",): N_("[column “{in_column}”, all rows]"),
}
"""Where in a Word file something is, by the arguments that tell it: such a file has no lines. And
in which rows of a table, where one column has it in many."""
_WORDS = (
    N_("({count} more)"),
    N_("({count} more: {where})"),
    N_("1 MB"),
    N_("Permission denied"),
    N_("No such file or directory"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("Too many levels of symbolic links"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Read-only file system"),
    N_("Device or resource busy"),
    N_("Input/output error"),
    N_("Address already in use"),
)
"""What such arguments say most often; Windows says its reasons in the user's language itself."""


def language_of(environment: "os._Environ[str] | dict[str, str]" = os.environ) -> str:
    """Return the language to speak: the system's when it is English, else French."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "en" if value.lower().startswith("en") else "fr"
    return "fr"


@cache
def translator(language: str) -> Callable[[str], str]:
    """Return the function that puts an English text of ours into `language`.

    Where the catalogues are not compiled, in a checkout that was not installed, it speaks English.
    """
    if language == "en":
        return str
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True).gettext


def message(diagnostic: Diagnostic, language: str) -> str:
    """Return the message of `diagnostic`, with its suggestion where it has one."""
    say = translator(language)
    row = diagnostic.definition
    facts = _facts(diagnostic, say)
    words = _told(say, (row.message_with, row.message), facts) + _place(facts, say)
    if "suggestion" not in facts:
        return words
    joint = "\N{NO-BREAK SPACE}; " if language == "fr" else "; "
    return words + joint + say(row.hint).format_map(facts)


def _place(facts: dict[str, str], say: Callable[[str], str]) -> str:
    """Return where in a Word file or a table the finding is, as far as its arguments tell."""
    for needed, template in _PLACES.items():
        if all(name in facts for name in needed):
            return " " + say(template).format_map(facts)
    return ""


def _facts(diagnostic: Diagnostic, say: Callable[[str], str]) -> dict[str, str]:
    """Return the arguments as they are told; the catalogue's "" is its header, and no word."""
    items = diagnostic.arguments.items()
    facts = {name: say(value) if value and name in _SPOKEN else value for name, value in items}
    return facts | {name: _cut(name, diagnostic, say) for name in facts if name in LISTS}


def _cut(name: str, diagnostic: Diagnostic, say: Callable[[str], str]) -> str:
    """Return a list of names; of a long one, the nearest names, and where to see the others."""
    code, said = diagnostic.code, diagnostic.arguments[name]
    if code in WHOLE:
        return said
    names = listed(code, said)
    facts = {} if code in SAME else diagnostic.arguments
    shown = few(names, [value for key, value in facts.items() if key not in LISTS])
    quoted = say(_QUOTED) if code in AS_CALLED else "{name}"
    told = ", ".join(quoted.format(name=one) for one in shown)
    if len(shown) == len(names):
        return told
    where = WHERE.get(code, "")
    more = say("({count} more: {where})" if where else "({count} more)")
    return f"{told}… {more.format(count=len(names) - len(shown), where=where)}"


def phrase(diagnostic: Diagnostic, language: str) -> str:
    """Return the line that quotes the act, where a rule told what it says; else nothing."""
    said = diagnostic.arguments.get("phrase")
    return translator(language)(_PHRASE).format(phrase=said) if said else ""


def remedy(diagnostic: Diagnostic, language: str) -> str:
    """Return what to do about `diagnostic`."""
    say, row = translator(language), diagnostic.definition
    return _told(say, (*row.remedy_with, row.remedy), _facts(diagnostic, say))


def _told(say: Callable[[str], str], texts: Iterable[str], facts: dict[str, str]) -> str:
    """Return the first of some texts whose facts are there; the last is the usual one."""
    *instead, usual = texts
    for one in filter(None, instead):
        with suppress(KeyError):
            return say(one).format_map(facts)
    return say(usual).format_map(facts)


class _Untold(dict[str, str]):
    """Arguments that nobody gave: each is shown as what is to be thought of."""

    def __missing__(self, name: str) -> str:
        return "…"


def readable(text: str, language: str) -> str:
    """Return a text of the table in `language`, « … » where a finding tells its facts."""
    return translator(language)(text).format_map(_Untold())


def severity_word(severity: Severity, language: str) -> str:
    """Return the word that names `severity`."""
    return translator(language)(_SEVERITIES[severity])


def _texts_of(row: Code) -> tuple[str, ...]:
    instead = (row.message_with, *row.remedy_with)
    return tuple(filter(None, (row.message, row.remedy, *instead, row.hint)))


def texts() -> tuple[str, ...]:
    """Return every text that the catalogues must hold, each once, in the order of the codes."""
    found = [text for row in CODES.values() for text in _texts_of(row)]
    words = (
        _PHRASE,
        _QUOTED,
        *_WORDS,
        *_PLACES.values(),
        *spoken.WORDS,
        *word_faults.WORDS.values(),
    )
    return tuple(dict.fromkeys([*_SEVERITIES.values(), *words, *found]))
