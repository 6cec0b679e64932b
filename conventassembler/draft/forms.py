"""What a clause may say of a party, of who signs for it, and of the act: forms by name.

`{{ commune.du }}` asks these tables. Each form is a fragment whose pieces still know which key
of the agreement they come from. The names are French because drafters type them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field

from conventassembler.french import nouns
from conventassembler.french.grammar import Agreement
from conventassembler.french.nouns import Noun
from conventassembler.frozen import dataclass
from conventassembler.values import Fragment, Link, fragment

Form = Callable[[], object]


class MadeOnce(dict[str, Form]):
    """Forms of a party, each made once for all acts that share it, and none that no act asks for.

    Only a form that is asked for is made to remember what it is: most of them never are.
    """

    def __init__(self, table: Mapping[str, Form]) -> None:
        super().__init__(table)
        self._made: dict[str, object] = {}

    def __getitem__(self, name: str) -> Form:
        if name not in self._made:
            self._made[name] = super().__getitem__(name)()
        made = self._made[name]
        return lambda: made


@dataclass(frozen=True, slots=True)
class Forms:
    """A thing that clauses speak of: its forms by name, and how words agree with it."""

    table: Mapping[str, Form]
    default: str
    """The form that is written when the thing is named alone."""
    agreement: Agreement
    id: str = ""
    """Id of the party, for `Forms` of a party."""
    _made: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The forms that were asked for, which an act says again and again."""

    def __getitem__(self, name: str) -> object:
        """Return the form `name`.

        Raises:
            KeyError: there is no such form; a template then meets an undefined value.
        """
        made = self._made
        if name not in made:
            made[name] = self.table[name]()
        return made[name]

    def __dir__(self) -> list[str]:
        """Return the names of the forms, so that a misspelt one gets a suggestion."""
        return list(self.table)

    def __fragment__(self) -> Fragment:
        """Return what is written when the thing stands alone in `{{ }}`."""
        return fragment(Forms.__getitem__(self, self.default))


@dataclass(frozen=True, slots=True)
class Group(Forms):
    """Several things under one name, which a clause may also go over one by one."""

    members: tuple[Forms, ...] = ()
    listed: tuple[Forms, ...] = ()
    """What a list of them says, where that is not each member."""

    def __getitem__(self, name: str | int) -> object:
        """Return the form `name`, or the member of that rank."""
        return self.members[name] if isinstance(name, int) else Forms.__getitem__(self, name)

    def __iter__(self) -> Iterator[Forms]:
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)


def noun_table(noun: Noun, suffix: str = "") -> dict[str, Form]:
    """Return the six forms with an article: le, du, au, Le, Du, Au, each with `suffix`."""
    makers = {"le": nouns.le, "du": nouns.du, "au": nouns.au}
    table: dict[str, Form] = {}
    for name, maker in makers.items():
        table[name + suffix] = _lower(maker, noun)
        table[name.capitalize() + suffix] = _upper(maker, noun)
    return table


Maker = Callable[[Noun], tuple[str, ...]]


def _lower(maker: Maker, noun: Noun) -> Form:
    return lambda: fragment(*maker(noun))


def _upper(maker: Maker, noun: Noun) -> Form:
    return lambda: fragment(*nouns.capitalised(maker(noun)))


def phrase_table(noun: Noun, rest: Iterable[str], suffix: str = "") -> dict[str, Form]:
    """Return the forms of a noun followed by `rest`: « du » + « commune » + « de Longvic »."""
    tail = fragment(*rest)
    return {name: _joined(form, tail) for name, form in noun_table(noun, suffix).items()}


def _joined(form: Form, tail: Fragment) -> Form:
    return lambda: fragment(form(), tail)


def reference_forms(noun: Noun, target: str, **others: Form) -> Forms:
    """Return the forms of a reference: `ref("duree").du` « de l'article 6 », and `others`."""
    linked = Noun(
        Link(noun.text, target),
        gender=noun.gender,
        number=noun.number,
        article=noun.article,
        elides=noun.elides,
    )
    table = noun_table(linked) | {"nom": lambda: fragment(linked.text), **others}
    return Forms(table, "nom", Agreement(noun.gender, noun.number))
