"""A second reader: grammalecte reads the texts of acts, and its findings are held against a list.

Run with the system's Python, which has Debian's `python3-grammalecte`; it imports nothing of ours:

    /usr/bin/python3 tools/second_reader.py ACCEPTED.toml TEXT.md...

`ACCEPTED.toml` names the findings that are no faults, each with the reason: a rule of grammalecte,
or a rule and the words that it marks. A finding that it does not name is printed, and fails.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grammalecte import GrammarChecker  # type: ignore[import-not-found]

OPTIONS = {"typo": False, "apos": False, "esp": False, "nbsp": False, "unit": False, "num": False}
"""What is left to our own tests: spaces, apostrophes, numbers, which the profile decides."""


_NOTE = re.compile(r"\[\^\d+\]:?")


@dataclass(frozen=True)
class Finding:
    """What grammalecte says of some words."""

    rule: str
    words: str
    message: str
    place: str


def findings(checker: Any, path: Path) -> Iterator[Finding]:
    """Yield what grammalecte finds in a text, a paragraph a line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = _NOTE.sub("", line).lstrip("-#| ").replace("**", "")
        for error in checker.getParagraphErrors(text, dOptions=None)[0]:
            words = text[error["nStart"] : error["nEnd"]]
            about = text[max(0, error["nStart"] - 60) : error["nEnd"] + 60]
            place = f"{path.name}:{number}: … {about} …"
            yield Finding(error["sRuleId"], words, error["sMessage"], place)


def is_accepted(finding: Finding, accepted: list[dict[str, str]]) -> bool:
    """Tell whether the list names the finding, by its rule, and by its words where it has some."""
    return any(
        finding.rule.startswith(one["rule"]) and one.get("words", finding.words) == finding.words
        for one in accepted
    )


def main(arguments: list[str]) -> int:
    """Print the findings that nobody has accepted; return how the process ends."""
    accepted = tomllib.loads(Path(arguments[0]).read_text(encoding="utf-8"))["accepted"]
    checker = GrammarChecker("fr")
    checker.getGCEngine().setOptions(OPTIONS)
    every = [one for name in arguments[1:] for one in findings(checker, Path(name))]
    new = [one for one in every if not is_accepted(one, accepted)]
    for one in new:
        print(f"{one.rule}: « {one.words} » {one.message}\n    {one.place}")
    print(f"{len(arguments) - 1} texts, {len(every)} findings, {len(new)} of them new")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
