"""The recitals as blocks: « Vu ... », as typed or ranked, led and ended as the profile wants it."""

from collections.abc import Sequence

from conventassembler.agreement.recitals import Recital, TextRecital, WhereasRecital
from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Paragraph, Provenance
from conventassembler.draft.recital_ids import name_of
from conventassembler.draft.recital_words import words
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.standing import in_order
from conventassembler.french import recitals
from conventassembler.french.grammar import Pieces
from conventassembler.french.profiles import Profile
from conventassembler.keeping import recalled
from conventassembler.source import fold


def recital_blocks(resolved: Resolved) -> tuple[Paragraph, ...]:
    """Return one paragraph a recital, with an id made from what it cites."""
    cited = in_order(resolved)
    taken: dict[str, int] = {}
    names = {id(one): _unique(_name_of(one), taken) for one in resolved.agreement.recitals}
    profile, count = resolved.profile, len(cited)
    items = [
        _paragraph(names[id(one)], one, words(one, resolved), index, count, profile)
        for index, one in enumerate(cited)
    ]
    return (*_heading(resolved, cited), *items)


_name_of = recalled(name_of)


def _heading(resolved: Resolved, cited: Sequence[Recital]) -> tuple[Paragraph, ...]:
    """Return the line above all recitals, « VU », in an act that has some and wants one."""
    heading = resolved.profile.recital_heading
    return (Paragraph("visas.intitule", inlines(heading), "recital"),) if heading and cited else ()


@recalled
def _paragraph(  # noqa: PLR0917 -- what is recalled is looked up by its place
    name: str, recital: Recital, said: Pieces, index: int, count: int, profile: Profile
) -> Paragraph:
    led = recitals.led(said, _lead(recital, profile))
    ended = recitals.terminated(led, index, count, profile)
    made_from = Provenance(file=recital.position.file, line=recital.position.line)
    return Paragraph(f"visas.{name}", inlines(*ended), "recital", provenance=made_from)


def _lead(recital: Recital, profile: Profile) -> str:
    """Return « Vu », « Considérant », or nothing where the words or the heading say it."""
    heading = profile.recital_heading
    if isinstance(recital, WhereasRecital | TextRecital) and leads_itself(recital):
        return ""
    if isinstance(recital, WhereasRecital):
        return "" if "considerant" in fold(heading) else recitals.WHEREAS
    return "" if heading else profile.recital_lead


def leads_itself(recital: WhereasRecital | TextRecital) -> bool:
    """Tell whether the words typed begin with « Vu » or « Considérant » themselves."""
    return fold(str(recital.text).partition(" ")[0]) in ("vu", "considerant")


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """Return `wanted`, with its rank behind it from the second of that name on."""
    taken[wanted] = taken.get(wanted, 0) + 1
    return wanted if taken[wanted] == 1 else f"{wanted}.{taken[wanted]}"
