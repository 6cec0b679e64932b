"""Where recitals stand: the rank of each, and their order as the profile wants it."""

from collections.abc import Sequence
from datetime import date
from functools import singledispatch

from conventassembler.agreement.model import Party
from conventassembler.agreement.recital_forms import RANKS
from conventassembler.agreement.recitals import (
    AuthorityRecital,
    CodeRecital,
    ConstitutionRecital,
    DecisionRecital,
    DocumentRecital,
    OrderRecital,
    Recital,
    StatuteRecital,
    TextRecital,
    WhereasRecital,
)
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.statutes import statute
from conventassembler.french import ranking
from conventassembler.french.folding import fold
from conventassembler.french.ranking import Standing
from conventassembler.values import Blank

_DECIDED_BY_AN_ASSEMBLY = ("deliberation", "decision", "resolution")


def in_order(resolved: Resolved) -> tuple[Recital, ...]:
    """Return the recitals as they were typed, or by rank where the profile ranks them."""
    recitals = resolved.agreement.recitals
    if resolved.profile.recital_order != "rang":
        return recitals
    return tuple(recitals[at] for at in ranking.in_order(standings(recitals, resolved)))


def standings(recitals: Sequence[Recital], resolved: Resolved) -> tuple[Standing, ...]:
    """Return what decides where each recital stands."""
    return tuple(standing(recital, resolved) for recital in recitals)


@singledispatch
def standing(recital: Recital, resolved: Resolved) -> Standing:
    """Return what decides where a recital stands among the others."""
    del resolved
    raise TypeError(recital)


@standing.register
def _code(recital: CodeRecital, resolved: Resolved) -> Standing:
    known = resolved.library.code(str(recital.code))
    return Standing("code", title=known.title if known else str(recital.code))


@standing.register
def _constitution(_: ConstitutionRecital, __: Resolved) -> Standing:
    return Standing("constitution")


@standing.register
def _statute(recital: StatuteRecital, resolved: Resolved) -> Standing:
    text = statute(recital, resolved.library)
    nature = "organic_law" if text.is_organic else recital.nature
    return Standing(ranking.rank_of(nature), day=text.day)


@standing.register
def _order(recital: OrderRecital, _: Resolved) -> Standing:
    return Standing(_order_rank(recital), day=_day(recital.date))


@standing.register
def _document(recital: DocumentRecital, _: Resolved) -> Standing:
    day = _day(recital.signed) or _day(recital.approved)
    return Standing(ranking.rank_of(recital.nature), day=day)


@standing.register
def _decision(recital: DecisionRecital, resolved: Resolved) -> Standing:
    party = _place(str(recital.party), resolved.agreement.parties)
    return Standing(ranking.rank_of("deliberation"), day=_day(*recital.dates), party=party)


@standing.register
def _whereas(_: WhereasRecital, __: Resolved) -> Standing:
    return Standing("whereas")


def _order_rank(recital: OrderRecital) -> str:
    """Return the rank of an arrêté: one that delegates stands behind all other texts."""
    delegates = recital.nature == "executive_order" and "delegation" in fold(str(recital.title))
    return "delegation" if delegates else ranking.rank_of(recital.nature)


@standing.register
def _authority(recital: AuthorityRecital, resolved: Resolved) -> Standing:
    parties = resolved.agreement.parties
    party = next((one for one in parties if one.id == recital.party), None)
    authority = party.authority if party else None
    act = fold(authority.act) if authority else "deliberation"
    rank = "decision" if act in _DECIDED_BY_AN_ASSEMBLY else "delegation"
    days = authority.dates if authority else ()
    return Standing(rank, day=_day(*days), party=_place(str(recital.party), parties))


@standing.register
def _text(recital: TextRecital, _: Resolved) -> Standing:
    """Return the rank that was typed; words of one's own follow all others, unless they tell."""
    if recital.rank is not None:
        return Standing(ranking.rank_of(RANKS[str(recital.rank)]))
    leads = fold(str(recital.text).partition(" ")[0])
    return Standing("whereas" if leads == "considerant" else "text")


def _day(*days: object) -> date | None:
    """Return the first day that is known."""
    known = (day for day in days if isinstance(day, date) and not isinstance(day, Blank))
    return min(known, default=None)


def _place(id_: str, parties: Sequence[Party]) -> int:
    """Return the place of a party; a body that is no party of the act stands behind them."""
    places = {party.id: place for place, party in enumerate(parties)}
    return places.get(id_, len(parties))
