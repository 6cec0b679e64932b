"""The logos that the settings name: read once, then those of an act in the order of protocol."""

from collections.abc import Iterable, Sequence

from conventassembler.agreement import Registry
from conventassembler.agreement.model import Party
from conventassembler.agreement.registry import find_party
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import NO_PICTURE, OUTSIDE, TOO_LARGE
from conventassembler.french import protocol
from conventassembler.french.kinds import kind
from conventassembler.frozen import dataclass
from conventassembler.settings import LogoFile
from conventassembler.values import Text
from conventassembler.workspace import Workspace
from conventassembler.writers.word import Logo, read_picture

Findings = tuple[Diagnostic, ...]
_LARGEST = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class OwnedLogo:
    """A logo, and whose it is."""

    logo: Logo
    record: str = ""
    """Id of the party's record in the registry; empty for one that every act shows."""


def read_logos(
    workspace: Workspace, said: Iterable[LogoFile], registry: Registry
) -> tuple[tuple[OwnedLogo, ...], Findings]:
    """Return the logos that can be shown, and every fault of the others, where they are named."""
    logos: list[OwnedLogo] = []
    found: list[Diagnostic] = []
    for one in said:
        logo, faults = _read(workspace, one)
        found += faults
        record, unknown = ("", ()) if one.party is None else _record(registry, one.party)
        found += unknown
        if logo is not None and not unknown:
            logos.append(OwnedLogo(logo, record))
    return tuple(logos), tuple(found)


def logos_of(parties: Sequence[Party], logos: Sequence[OwnedLogo]) -> tuple[Logo, ...]:
    """Return the logos of an act between `parties`, by the rank of each, then those of every act.

    Parties of one rank follow each other as in the act.
    """
    ranked = sorted((party for party in parties if party.record), key=_rank)
    records = (*dict.fromkeys(party.record for party in ranked), "")
    return tuple(one.logo for record in records for one in logos if one.record == record)


def _rank(party: Party) -> int:
    known = kind(str(party.kind))
    return protocol.rank(known.id if known else "")


def _record(registry: Registry, name: Text) -> tuple[str, Findings]:
    record, found = find_party(registry, name)
    return record.id if record else "", found


def _read(workspace: Workspace, said: LogoFile) -> tuple[Logo | None, Findings]:
    place = said.file.origin.position or Position(workspace.shown(workspace.settings))
    path = workspace.root / said.file
    trouble = ""
    try:
        if not path.resolve().is_relative_to(workspace.root.resolve()):
            trouble = OUTSIDE
        elif not path.is_file():
            return None, (fault("C002", place, file=said.file),)
        elif path.stat().st_size > _LARGEST:
            trouble = TOO_LARGE
        elif (picture := read_picture(path.read_bytes())) is not None:
            return Logo(picture, str(said.text), said.height), ()
    except (OSError, ValueError) as problem:  # a link that goes round, a name with a zero
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        return None, (fault("C008", place, file=said.file, reason=reason),)
    return None, (fault("C611", place, file=said.file, trouble=trouble or NO_PICTURE),)
