"""The authorities that the recitals of an agreement cite: clauses may call those « susvisée »."""

from conventassembler.agreement.model import Agreement, Authority, Party
from conventassembler.agreement.recitals import AuthorityRecital, DecisionRecital
from conventassembler.source import fold
from conventassembler.values import Blank


def authorities(agreement: Agreement) -> frozenset[str]:
    """Return the ids of the parties whose authority a recital cites, by name or in full."""
    recitals = agreement.recitals
    named = {str(item.party) for item in recitals if isinstance(item, AuthorityRecital)}
    in_full = {
        party.id
        for party in agreement.parties
        for item in recitals
        if isinstance(item, DecisionRecital) and _is_authority(item, party)
    }
    return frozenset(named | in_full)


def as_authority(recital: DecisionRecital) -> Authority:
    """Return the act that a recital cites as if it allowed a party to sign, without its numbers."""
    return Authority(
        recital.act,
        recital.position,
        recital.organ,
        dates=recital.dates,
        executory=recital.executory,
    )


def _is_authority(recital: DecisionRecital, party: Party) -> bool:
    """Tell whether a deliberation is the one that allows the party to sign.

    It is when party, kind of act, organ and days are the same, and two numbers do not differ. Of
    two acts whose days are still to be given nobody knows.
    """
    known = party.authority
    if known is None or str(recital.party) != party.id or not known.dates:
        return False
    if any(isinstance(day, Blank) for day in (*known.dates, *recital.dates)):
        return False
    same_act = fold(known.act) == fold(recital.act)
    return same_act and set(known.dates) == set(recital.dates) and _agree(known, recital)


def _agree(known: Authority, recital: DecisionRecital) -> bool:
    numbers = [str(number) for number in recital.numbers if not isinstance(number, Blank)]
    if known.number is not None and not isinstance(known.number, Blank) and numbers:
        return str(known.number) in numbers and _organ(known.organ) == _organ(recital.organ)
    return _organ(known.organ) == _organ(recital.organ)


def _organ(organ: object) -> str:
    return "" if organ is None else fold(str(organ))
