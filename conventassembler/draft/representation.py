"""What is said of those who sign for a party: forms of one or of all, capacities to sign."""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.model import Party
from conventassembler.draft.authorities import authority_forms, decides_alone
from conventassembler.draft.forms import Form, Forms, noun_table, phrase_table
from conventassembler.draft.natures import long_name
from conventassembler.draft.signing import Signing, full_name
from conventassembler.french import bodies, lists, nouns
from conventassembler.french.grammar import Agreement, Gender, Number
from conventassembler.french.kinds import Kind
from conventassembler.french.nouns import Noun
from conventassembler.french.offices import Office, complement, leading_office, title
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import recalled
from conventassembler.values import Blank, Fragment, Shown, Text, fragment, piece

_MANNERS = {
    "délégation": " et par délégation",
    "suppléance": ", par suppléance",
    "intérim": ", par intérim",
}
"""How one signs for another. Sources: CGCT, art. L. 2122-18, L. 3221-3 and L. 5211-9 (delegation),
L. 2122-17 and L. 3122-2 (replacement by law)."""

Phrase = tuple[Noun, tuple[str, ...]]
"""A capacity as the noun that determiners agree with, and what follows it."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """One capacity of a signatory, with the party in whose name it is held."""

    party: Party
    kind: Kind
    signs: Signing

    def phrase(self) -> Phrase:
        """Return the office with what it belongs to: (« maire », « de Longvic »)."""
        return _phrase(self)

    @property
    def owner(self) -> Number:
        """Number of the party's name, which « son » or « leur » agrees with."""
        return long_name(self.party, self.kind)[0].number

    def headed(self) -> str:
        """Return the organ to be named with its head, which is not the one that deliberates.

        That is the one typed, or the « conseil exécutif » where the assembly has a president of
        its own (CGCT, art. L. 4422-25, of Corsica). Nothing for every other office.
        """
        own = self.signs.office is not None and self.signs.office.elected
        return str(self.signs.representative.of or (self.kind.chair if own else ""))

    def named(self) -> tuple[str, ...]:
        """Return who signs, as the act that empowers says it: « la maire », with its article."""
        whole, rest = self.phrase()
        return (*nouns.le(whole), *rest) if self.headed() else nouns.le(self.signs.noun)

    def principal(self) -> "Capacity | None":
        """Return the capacity of the person in whose place it is signed."""
        signs = self.signs.principal
        return replace(self, signs=signs) if signs else None

    def holder(self) -> "Capacity":
        """Return the capacity that binds the party: that of the person signed for, if any."""
        return self.principal() or self

    def empowered(self) -> "Capacity":
        """Return whom the party's authority empowers.

        An assembly empowers its president, who then delegates the signature; an executive who
        decides alone empowers the deputy. Source: CGCT, art. L. 2122-21 and L. 3221-1.
        """
        return self if decides_alone(self.party, self.kind) else self.holder()

    def is_sent(self) -> bool:
        """Tell whether another person than the one who signs holds the party's authority."""
        return self.empowered() is not self


@recalled
def _phrase(capacity: Capacity) -> Phrase:
    signs, typed = capacity.signs, capacity.signs.representative.capacities
    if typed:
        return _in_full(typed, signs.gender)
    if signs.office is None or signs.principal is not None:
        return signs.noun, _after(signs.complement)
    return signs.noun, (*_belonging(capacity, signs.office), *_after(signs.complement))


def _belonging(capacity: Capacity, office: Office) -> tuple[str, ...]:
    party, signs = capacity.party, capacity.signs
    words = bodies.representative(
        capacity.kind,
        piece(party.name),
        office,
        signs.gender,
        acronym=party.acronym,
        organ=signs.representative.of,
    )
    return words[2:]


def _after(words: str) -> tuple[str, ...]:
    return (" ", words) if words else ()


def _in_full(typed: Sequence[Text | Blank], gender: Gender) -> Phrase:
    """Return capacities typed in full, each office in the gender of the holder."""
    first, *others = [_agreed(text, gender) for text in typed]
    rest = tuple(part for text in others for part in (", ", text))
    return Noun(first, gender), rest


def _agreed(text: Text | Blank, gender: Gender) -> str:
    known = None if isinstance(text, Blank) else leading_office(text)
    if known is None:
        return piece(text)
    office, rest = known
    words = title(office, gender) + (f" {complement(rest, gender)}" if rest else "")
    return piece(text, words, "qualite")


def over_signature(capacities: Sequence[Capacity]) -> tuple[Fragment, ...]:
    """Return the lines over a signature, one person's capacities together.

    « La Maire de Sceaux, présidente du CCAS de Sceaux »; for a deputy two lines: « Pour le
    Président du conseil départemental du Gard et par délégation, », « La Vice-présidente ».
    """
    first, *others = capacities
    noun, rest = first.phrase()
    also = [part for one in others for part in (", ", *_bare(one.phrase()))]
    own = fragment(*_with_capitals(noun), *rest, *also)
    principal = first.principal()
    if principal is None:
        return (own,)
    return fragment("Pour ", *_replaced(principal, first.signs, capital=True), ","), own


def in_one_line(capacity: Capacity) -> Fragment:
    """Return the capacity over a signature as one text, for a clause."""
    first, *rest = over_signature((capacity,))
    if not rest:
        return first
    noun, words = capacity.phrase()
    return fragment(first, " ", *nouns.le(noun), *words)


def _replaced(principal: Capacity, deputy: Signing, *, capital: bool = False) -> tuple[str, ...]:
    """Return « le président du conseil départemental du Gard et par délégation »."""
    told = deputy.representative.signs_for
    manner = _MANNERS[str(told.manner)] if told else ""
    noun, rest = principal.phrase()
    article, words = nouns.le(noun)
    title_ = nouns.capitalised((words,))[0] if capital else words
    how = piece(told.manner, manner, "mode") if told else ""
    return article, _as(words, title_), *rest, how


def _bare(phrase: Phrase) -> tuple[str, ...]:
    return phrase[0].text, *phrase[1]


def _with_capitals(noun: Noun) -> tuple[str, ...]:
    article, words = nouns.le(noun)
    return *nouns.capitalised((article,)), _as(words, nouns.capitalised((words,))[0])


def _as(words: str, changed: str) -> str:
    """Return `changed` as the value that `words` are: a capital makes no other value of it."""
    return Shown(changed, words.origin, words.formatter) if isinstance(words, Shown) else words


@recalled
def representative_forms(capacity: Capacity) -> Forms:
    """Return the forms of one representative: « la maire », « sa maire », its capacity."""
    signs = capacity.signs
    noun, person = signs.noun, signs.representative
    whole, rest = capacity.phrase()
    table: dict[str, Form] = {
        **noun_table(noun),
        **phrase_table(whole, rest, "_qualite"),
        "fonction": lambda: fragment(noun.text),
        "son": lambda: fragment(*nouns.possessive(noun, capacity.owner)),
        "Son": lambda: fragment(*nouns.capitalised(nouns.possessive(noun, capacity.owner))),
        "qualite": lambda: fragment(*_bare((whole, rest))),
        "designation": lambda: fragment(*_designation(capacity)),
        "en_exercice": lambda: person.name is None and _is_plain(capacity),
        "civilite_nom": lambda: full_name(person.civility, person.name),
        "agit_pour": lambda: _acts_for(capacity),
        "delegation": lambda: _delegation(capacity),
    }
    return Forms(table, "fonction", Agreement(signs.gender))


def _designation(capacity: Capacity) -> tuple[str, ...]:
    """Return who represents the party: « sa maire », but « le préfet de la Côte-d'Or ».

    The State's name says nothing of the place: its representative does. One who heads another
    organ than the usual one is named with it: « la présidente de son conseil d'administration ».
    """
    signs = capacity.signs
    whole, rest = capacity.phrase()
    if capacity.kind.speaks_for_itself or signs.representative.capacities:
        return *nouns.le(whole), *rest
    if of_organ := _own_organ(capacity):
        return *nouns.le(signs.noun), " ", *of_organ, *_after(signs.complement)
    return *nouns.possessive(signs.noun, capacity.owner), *_after(signs.complement)


def _own_organ(capacity: Capacity) -> tuple[str, ...] | None:
    organ = capacity.headed()
    return bodies.of_own_organ(capacity.kind, organ, capacity.owner) if organ else None


def _is_plain(capacity: Capacity) -> bool:
    """Tell whether the designation ends with the office: « sa maire ».

    « en exercice » may follow it; behind « le préfet de la Côte-d'Or », it would be said of the
    department.
    """
    signs = capacity.signs
    whole = capacity.kind.speaks_for_itself or signs.representative.capacities
    return not (whole or signs.complement or _own_organ(capacity))


def _acts_for(capacity: Capacity) -> Fragment:
    """Return « pour le président du conseil régional et par délégation », or nothing."""
    principal = capacity.principal()
    if principal is None:
        return fragment()
    return fragment("pour ", *_replaced(principal, capacity.signs))


def _delegation(capacity: Capacity) -> Forms | None:
    """Return the forms of the act that delegates, None where there is none."""
    told = capacity.signs.representative.signs_for
    if told is None or told.authority is None:
        return None
    party = replace(capacity.party, authority=told.authority)
    return authority_forms(party, capacity.kind, is_cited=False)[0]


def together(people: Sequence[Forms]) -> Forms | None:
    """Return what is said of all representatives at once: « la présidente et la directrice ».

    Words agree with all of them. The forms of one person are that person's own.
    """
    if len(people) < 2:
        return people[0] if people else None
    agreement = people[0].agreement
    for one in people[1:]:
        agreement = agreement.plus(one.agreement)
    table = {name: _joined(name, people) for name in people[0].table}
    return Forms(table, "fonction", agreement)


def _joined(name: str, people: Sequence[Forms]) -> Form:
    if name == "en_exercice":
        return lambda: all(one[name] for one in people)
    if name == "delegation":
        return lambda: next((act for one in people if (act := one[name])), None)
    return lambda: fragment(*lists.enumerate_with(list(_said(name, people))))


def _said(name: str, people: Sequence[Forms]) -> Iterator[tuple[str, ...]]:
    """Yield a form of each person that has it; a capital is that of the first alone."""
    lower = name[0].lower() + name[1:]
    for rank, one in enumerate(people):
        if said := fragment(one[lower if rank else name]).pieces:
            yield said
