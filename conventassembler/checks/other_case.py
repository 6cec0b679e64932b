"""C772: the names of the parties in other capitals than those that were typed."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Passage, Reading
from conventassembler.diagnostics import Diagnostic
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.values import Text

_ARTICLE = Pattern(r"^(?:l[ea]s? |l['’])", re.IGNORECASE)


def names_in_one_case(reading: Reading) -> Iterator[Diagnostic]:
    """Find « Dijon métropole » where the party is « Dijon Métropole ».

    A name of several words that is typed with other capitals; all in capitals, it is a heading,
    and without any, it may be a common noun.
    """
    for name in _whole_names(reading):
        for passage in _where_varied(name, reading):
            for found in _whole(name).finditer(passage.text):
                words = found.group()
                varied = words != name and words not in (words.upper(), words.lower())
                if varied and not passage.is_derived(found.start()):
                    yield reading.tell("C772", passage, *found.span(), words=words, name=name)


def _where_varied(name: str, reading: Reading) -> Iterator[Passage]:
    """Yield the lines that have a name in letters of another case."""
    small = name.lower()
    for passage in [one for one in reading.passages if small in one.small]:
        if _varies(passage, name, small):
            yield passage


def _varies(line: Passage, name: str, small: str) -> bool:
    """Tell whether a line has a name, given in small letters too, otherwise than as it is."""
    at = line.small.find(small)
    while at >= 0 and line.text.startswith(name, at):
        at = line.small.find(small, at + 1)
    return at >= 0 or len(line.text) != len(line.small)


@kept
def _whole(name: str) -> Pattern:
    return Pattern(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)


def _whole_names(reading: Reading) -> list[str]:
    """Return the names of several words, each with two capitals, that are typed in one way."""
    resolved = reading.resolved
    parties = [one.party for one in (*resolved.people.values(), *resolved.partners.values())]
    typed = (name for one in parties for name in (one.name, one.short_name))
    bare = {_ARTICLE.sub("", str(one)).replace("’", "'") for one in typed if isinstance(one, Text)}
    lowered = [one.lower() for one in bare]
    proper = (one for one in bare if lowered.count(one.lower()) == 1)
    return sorted(one for one in proper if len(re.findall(r"\b[A-ZÀ-Ý]", one)) > 1 and " " in one)
