"""The language of one run of the program: asked for, else the house's, else the system's.

Outside a run, texts are the English ones that the catalogues translate: the help of a command is
made before anybody has said a language, and is put into it when it is shown (`speaking.py`).
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise
from pathlib import Path

from conventassembler.diagnostics.wording import LANGUAGES, language_of
from conventassembler.workspace import find_workspace

VARIABLE = "CONVENTASSEMBLER_LANG"
_spoken: ContextVar[str] = ContextVar("spoken", default="en")


def spoken() -> str:
    """Return the language of the run; English, that of the catalogues' keys, outside one."""
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` while the block runs."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def asked(words: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Return the language for a command line of these `words`.

    By order: `--lang`, the variable CONVENTASSEMBLER_LANG, `langue` in the settings of the
    workspace, the system. It is read before the words are understood, since what is told of a
    misspelt option is told in it too.
    """
    variables = dict(os.environ if environment is None else environment)
    typed = _last(words, "--lang") or variables.get(VARIABLE, "").strip().lower()[:2]
    if typed in LANGUAGES:
        return typed
    return _of_the_house(_last(words, "--workspace")) or language_of(variables)


def _last(words: Sequence[str], option: str) -> str:
    """Return the last value that an option is given, « --lang en » or « --lang=en »."""
    found = [""]
    for word, following in pairwise((*_options(words), "")):
        if word == option:
            found.append(following)
        elif word.startswith(f"{option}="):
            found.append(word.partition("=")[2])
    return found[-1]


def _options(words: Iterable[str]) -> Iterator[str]:
    """Yield the words before « -- », behind which none is an option."""
    for word in words:
        if word == "--":
            return
        yield word


def _of_the_house(folder: str) -> str:
    """Return what the settings say, nothing where there is no workspace or it cannot be read."""
    try:
        space = find_workspace(Path(folder) if folder else Path.cwd())
        if space is None or not space.settings.is_file():
            return ""
        from conventassembler.settings.reading import load_settings  # noqa: PLC0415 -- most houses have none

        return str(load_settings(space.settings, "")[0].language or "")
    except OSError:
        return ""
