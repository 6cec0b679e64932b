"""The forms of a party or of an office, side by side: what `forms` prints for a drafter's eye.

Every text is made as a clause would make it, by the tables of `draft`, and set in type as an act.
"""

from collections.abc import Iterator

from conventassembler.agreement import load_agreement
from conventassembler.agreement.model import Agreement, Party
from conventassembler.agreement.parties import read_parties
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.filters import agree
from conventassembler.draft.forms import Forms
from conventassembler.draft.manners import chosen_profile
from conventassembler.draft.people import introduce
from conventassembler.french import nouns, typography
from conventassembler.french.grammar import Gender
from conventassembler.french.offices import Office, holder, near_offices, office
from conventassembler.french.profiles import Profile
from conventassembler.frozen import dataclass
from conventassembler.making import Stock
from conventassembler.schema import keys_of, nearest
from conventassembler.schema.types import Findings
from conventassembler.source import MappingNode, Pair, Scalar, fold
from conventassembler.values import Origin, Text, fragment
from conventassembler.workspace import Workspace

_SHORT = ("le", "du", "au", "Le")
_LONG = ("le_nom_complet", "du_nom_complet", "au_nom_complet")
_NUMBERS = ("siret", "siren")
_OF_PARTY = (*_SHORT, *_LONG, "sigle", "organe", "adresse", *_NUMBERS, "part", "qualite")
_OF_PERSON = (*_SHORT[:3], "le_qualite", "designation", "son", "civilite_nom", "agit_pour")
_OF_AUTHORITY = ("le", "du", "en_entier")
_AGREED = ("domicilié", "représenté", "dénommé", "signataire")
_AGREED_WITH_PERSON = ("habilité", "autorisé")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """What clauses may say of one party or office."""

    name: str
    rows: tuple[tuple[str, str], ...]
    """The tag, as a clause has it between braces, and the text that it gives; in order."""


def paradigms(
    workspace: Workspace, typed: str, shared: Stock
) -> tuple[tuple[Paradigm, ...], Findings]:
    """Return the forms of what `typed` names, or none with why.

    It names a record of the registry, an agreement (all its parties) or `agreement/party`, a
    specimen of the library, or an office.
    """
    agreement, _, party = typed.replace("\\", "/").removesuffix(".yaml").partition("/")
    if agreement in workspace.names():
        return _of_agreement(workspace, agreement, party, shared)
    if parties := _known(typed, shared):
        return _of_parties(parties, chosen_profile(shared.house))
    if known := office(typed):
        return tuple(_of_office(known)), ()
    return (), (_unknown(workspace, typed, shared),)


def _of_agreement(
    workspace: Workspace, name: str, party: str, shared: Stock
) -> tuple[tuple[Paradigm, ...], Findings]:
    path = workspace.agreement(name)
    agreement, found = load_agreement(path, workspace.shown(path), shared.registry)
    if agreement is None:
        return (), found
    wanted = [one for one in agreement.parties if not party or fold(one.key) == fold(party)]
    if not wanted:
        keys = [f"{name}/{one.key}" for one in agreement.parties]
        place, typed = agreement.key_positions.get("parties", agreement.position), f"{name}/{party}"
        return (), (fault("C018", place, name=typed, **nearest(typed, keys)),)
    return _of_parties(tuple(wanted), chosen_profile(agreement.manner, shared.house))


def _known(typed: str, shared: Stock) -> tuple[Party, ...]:
    """Return the party of the registry, or of the specimens, that has that name."""
    for id_, record in shared.registry.items():
        if fold(id_) == fold(typed):
            return _registered(id_, Position(record.file), shared)
    specimens = shared.library.specimens
    return tuple(party for party in specimens if fold(party.key) == fold(typed))


def _registered(id_: str, place: Position, shared: Stock) -> tuple[Party, ...]:
    """Return the party of a record as an agreement takes it up: `partie: {fiche: ID}`."""
    key, value = (Scalar(text, place, "plain", place) for text in (keys_of("record")[0], id_))
    written = MappingNode((Pair(key, value),), place)
    entry = (Text("partie", Origin("parties.partie", place)), written)
    return read_parties([entry], shared.registry)[0]


def _of_parties(
    parties: tuple[Party, ...], chosen: Profile
) -> tuple[tuple[Paradigm, ...], Findings]:
    nothing = Text("", Origin("forms"))
    act = Agreement("", "", parties[0].position, nothing, nothing, parties=parties)
    people, found = introduce(act, ())
    made = (Paradigm(key, tuple(_rows(key, people[key].forms, chosen))) for key in people)
    return tuple(made), found


def _rows(key: str, forms: Forms, chosen: Profile) -> Iterator[tuple[str, str]]:
    yield from _shown(key, forms, _OF_PARTY, chosen)
    complete, signs, act = (forms[name] for name in ("complet", "representant", "habilitation"))
    for word in _AGREED:
        yield f'"{word}" | accorde({key}.complet)', agree(word, complete)
    if isinstance(signs, Forms):
        yield from _shown(f"{key}.representant", signs, _OF_PERSON, chosen)
        for word in _AGREED_WITH_PERSON:
            yield f'"{word}" | accorde({key}.representant)', agree(word, signs)
        if isinstance(delegation := signs["delegation"], Forms):
            yield from _shown(f"{key}.representant.delegation", delegation, _OF_AUTHORITY, chosen)
    if isinstance(act, Forms):
        yield from _shown(f"{key}.habilitation", act, _OF_AUTHORITY, chosen)


def _shown(
    path: str, forms: Forms, names: tuple[str, ...], chosen: Profile
) -> Iterator[tuple[str, str]]:
    """Yield the forms that say something, set in type."""
    for name in names:
        if text := str(fragment(forms[name])).strip():
            yield f"{path}.{name}", typography.correct(text, chosen)


def _of_office(known: Office) -> Iterator[Paradigm]:
    makers = {"le": nouns.le, "du": nouns.du, "au": nouns.au, "un": nouns.un}
    for gender in (Gender.MASCULINE, Gender.FEMININE):
        noun = holder(known, gender)
        rows = [(name, "".join(make(noun))) for name, make in makers.items()]
        rows.append(("son", "".join(nouns.possessive(noun))))
        yield Paradigm(f"{noun.text} ({gender.value})", tuple(rows))


def _unknown(workspace: Workspace, typed: str, shared: Stock) -> Diagnostic:
    keys = [party.key for party in shared.library.specimens]
    near = nearest(typed, (*shared.registry, *workspace.names(), *keys, *near_offices(typed)))
    return fault("C018", Position(workspace.shown(workspace.registry), 0), name=typed, **near)
