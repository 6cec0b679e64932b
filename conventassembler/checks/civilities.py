"""C766 in the words of an act: « Mr Dupont », « Mlle Durand »."""

from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.checks.quoted import in_title
from conventassembler.checks.scans import LINES
from conventassembler.diagnostics import Diagnostic
from conventassembler.patterns import Pattern

_CIVILITY = Pattern(
    r"(?<![\w-])(?P<civility>(?P<man>Mr|Mrs)|Mlles?|Melles?|Mme\.)(?=\.? (?!Bricolage\b)[A-ZÀ-Ý])"
)
_CIVILITIES = LINES.pattern(_CIVILITY, "mr", "mlle", "melle", "mme.")
_PERSONS = ("parties", "partenaires", "signature")
_PLURALS = {"Mrs": "MM.", "Mlles": "Mmes", "Melles": "Mmes"}


def civilities_in_texts(reading: Reading) -> Iterator[Diagnostic]:
    """Find « Mr », « Mlle » before a name, in a text or a value of the agreement.

    Good: « M. Dupont », « Mme Durand ». Who signs is left to the rules about persons, and
    « Mlle Julie » between quotes to its author.
    """
    for passage, found in reading.found(_CIVILITIES):
        start = found.start()
        if not reading.is_own(passage, start) or passage.path(start).startswith(_PERSONS):
            continue
        if in_title(passage.text, *found.span()):
            continue
        civility = found["civility"]
        right = _PLURALS.get(civility, "M." if found["man"] else "Mme")
        yield reading.tell("C766", passage, *found.span(), civility=civility, right=right)
