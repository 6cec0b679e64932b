"""What a row of the table of codes says."""

from enum import StrEnum

from conventassembler.frozen import dataclass


class Severity(StrEnum):
    """How grave a finding is: an error stops a build, the two others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def N_(message: str) -> str:  # noqa: N802 -- the customary name that marks a text for translation
    """Mark `message` for the catalogues and return it unchanged."""
    return message


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its stable code and the English texts that the catalogues translate."""

    code: str
    severity: Severity
    message: str
    """One terse line, with the names of the arguments in braces."""
    remedy: str
    """What to type instead; may quote the same arguments."""
    hint: str = N_("did you mean “{suggestion}”?")
    """Added to the message when the diagnostic has a `suggestion` argument."""
    final: Severity | None = None
    """The severity in a final build, where it differs."""
    message_with: str = ""
    """A message told instead where the finding has the facts that it quotes."""
    remedy_with: tuple[str, ...] = ()
    """Remedies told instead: the first of those whose facts the finding has."""
    stands: bool = False
    """Whether no reason does away with it: what is left blank stays so, whoever accepts it."""
    of_batches: bool = False
    """Whether it is found in an agreement only where `batch` makes many acts of it."""

    @property
    def can_be_accepted(self) -> bool:
        """Whether an agreement may accept it with a reason, and a house give it another level."""
        return self.severity is not Severity.ERROR and not self.stands


def error(
    code: str, message: str, remedy: str, *, message_with: str = "", remedy_with: str = ""
) -> Code:
    """Return a row whose finding stops a build."""
    grave, instead = Severity.ERROR, (remedy_with,) if remedy_with else ()
    return Code(code, grave, message, remedy, message_with=message_with, remedy_with=instead)


def warning(
    code: str,
    message: str,
    remedy: str,
    *,
    final: Severity | None = None,
    stands: bool = False,
    of_batches: bool = False,
    message_with: str = "",
    remedy_with: tuple[str, ...] = (),
) -> Code:
    """Return a row whose finding does not stop a build."""
    return Code(
        code,
        Severity.WARNING,
        message,
        remedy,
        final=final,
        message_with=message_with,
        remedy_with=remedy_with,
        stands=stands,
        of_batches=of_batches,
    )


def note(
    code: str,
    message: str,
    remedy: str,
    *,
    message_with: str = "",
    remedy_with: tuple[str, ...] = (),
) -> Code:
    """Return a row whose finding is advice: no build stops at it, a strict one neither."""
    advice = Severity.NOTE
    return Code(code, advice, message, remedy, message_with=message_with, remedy_with=remedy_with)
