"""What `build -v` says: why each act is made again, file by file."""

from collections.abc import Iterable
from typing import Final

from conventassembler.cli.desk import Desk
from conventassembler.renewal import Renewal

_MOST: Final = 5
"""Files that are told of one act; a library that was updated changes all of its own."""


def tell_reasons(desk: Desk, names: Iterable[str], renewal: Renewal) -> None:
    """Say of each of the acts `names` why it is made again, or that it is not."""
    for name in names:
        if name in renewal.kept:
            desk.say("why-kept", name=name)
            continue
        reasons = renewal.reasons.get(name, ())
        for reason in reasons[:_MOST]:
            desk.say(f"why-{reason.kind}", name=name, file=reason.file)
        if len(reasons) > _MOST:
            desk.say("why-more", name=name, count=len(reasons) - _MOST)
        if not reasons:
            desk.say("why-asked", name=name)
