"""The values still to be given that no text shows, and on which the text hangs all the same.

A gender is one: until it is told, whatever agrees with the person is masculine.
"""

from collections.abc import Iterable, Iterator

from conventassembler import values
from conventassembler.agreement.model import Party
from conventassembler.draft.model import Blank


def waiting(parties: Iterable[Party]) -> Iterator[Blank]:
    """Yield the genders still to be given: of those who sign, and of those whom they replace."""
    for party in parties:
        for person in party.representatives:
            told = person.signs_for.gender if person.signs_for else None
            for gender in (person.gender, told):
                if isinstance(gender, values.Blank):
                    yield _shown(gender)


def _shown(blank: values.Blank) -> Blank:
    path = blank.origin.path
    return Blank(path, blank.label, blank.hint, kind=blank.kind, choices=blank.choices)
