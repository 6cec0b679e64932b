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
from conventassembler.source import fold


def recital_blocks(resolved: Resolved) -> tuple[Paragraph, ...]:
    """Return one paragraph a recital, with an id made from what it cites."""
    cited = in_order(resolved)
    taken: dict[str, int] = {}
    names = {id(one): _unique(name_of(one), taken) for one in resolved.agreement.recitals}
    items = (
        Paragraph(
            f"visas.{names[id(recital)]}",
            inlines(*_ended(resolved, recital, index, len(cited))),
            "recital",
            provenance=Provenance(file=recital.position.file, line=recital.position.line),
        )
        for index, recital in enumerate(cited)
    )
    return (*_heading(resolved, cited), *items)


def _heading(resolved: Resolved, cited: Sequence[Recital]) -> tuple[Paragraph, ...]:
    """Return the line above all recitals, « VU », in an act that has some and wants one."""
    heading = resolved.profile.recital_heading
    return (Paragraph("visas.intitule", inlines(heading), "recital"),) if heading and cited else ()


def _ended(resolved: Resolved, recital: Recital, index: int, count: int) -> Pieces:
    led = recitals.led(words(recital, resolved), _lead(recital, resolved))
    return recitals.terminated(led, index, count, resolved.profile)


def _lead(recital: Recital, resolved: Resolved) -> str:
    """Return « Vu », « Considérant », or nothing where the words or the heading say it."""
    heading = resolved.profile.recital_heading
    if isinstance(recital, WhereasRecital | TextRecital) and leads_itself(recital):
        return ""
    if isinstance(recital, WhereasRecital):
        return "" if "considerant" in fold(heading) else recitals.WHEREAS
    return "" if heading else resolved.profile.recital_lead


def leads_itself(recital: WhereasRecital | TextRecital) -> bool:
    """Tell whether the words typed begin with « Vu » or « Considérant » themselves."""
    return fold(str(recital.text).partition(" ")[0]) in ("vu", "considerant")


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """Return `wanted`, with its rank behind it from the second of that name on."""
    taken[wanted] = taken.get(wanted, 0) + 1
    return wanted if taken[wanted] == 1 else f"{wanted}.{taken[wanted]}"
