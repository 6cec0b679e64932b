"""« ci-après dénommées ensemble « les Parties » »: what all parties are called together."""

from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Paragraph, Provenance
from conventassembler.draft.resolve import Resolved
from conventassembler.french.inflection import agree
from conventassembler.french.together import USUAL, together


def collective(resolved: Resolved) -> tuple[Paragraph, ...]:
    """Return the line that gives the parties their common name, where the agreement has one.

    It stands behind the last party and ends their presentation.
    """
    name = resolved.agreement.together
    if name is None:
        return ()
    noun = together(str(name)) or together(USUAL)  # a blank reads like « les parties »
    named = agree("dénommé", noun.all.agreement) if noun else ""
    words = ("ci-après ", named, " ensemble « ", name, " ».")
    made_from = Provenance(file=resolved.agreement.file)
    return (Paragraph("acte/ensemble", inlines(*words), "party", provenance=made_from),)
