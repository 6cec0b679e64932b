"""A finding in what all rows share, of which each row quotes its own words -> one for all of them.

Below `telling`. Whichever row comes first, it is the same one: what rows do not say alike is left
out, and of names that differ, the first of the alphabet stands for all.
"""

from collections.abc import Mapping
from dataclasses import replace

from conventassembler.batch.journal import line_of
from conventassembler.batch.quoting import NAMING, PHRASE
from conventassembler.diagnostics import Diagnostic
from conventassembler.diagnostics.few import BETWEEN


def mark_of(one: Diagnostic) -> str:
    """Return what two rows' findings have alike that are told as one."""
    apart = {PHRASE, NAMING.get(one.code, "")}
    if apart.isdisjoint(one.arguments):
        return line_of(one)
    words = {name: said for name, said in one.arguments.items() if name not in apart}
    return line_of(replace(one, arguments=words))


def joined(one: Diagnostic, other: Diagnostic) -> Diagnostic:
    """Return what is told of two rows whose findings are told as one."""
    if one.arguments == other.arguments:
        return one
    facts = dict(one.arguments)
    if facts.get(PHRASE) != other.arguments.get(PHRASE):
        facts.pop(PHRASE, None)
    if listed := NAMING.get(one.code):
        facts = _named(facts, listed, other.arguments[listed].split(BETWEEN))
    return one if facts == one.arguments else replace(one, arguments=facts)


def _named(facts: Mapping[str, str], listed: str, others: list[str]) -> dict[str, str]:
    """Return the facts with the names that all rows have, and one that they do not."""
    names = facts[listed].split(BETWEEN)
    alike = [one for one in names if one in others]
    varied = {*names, *others, facts.get("varied", "")} - {*alike, ""}
    apart = {"shared": BETWEEN.join(alike), "varied": min(varied)} if varied else {}
    kept = {name: said for name, said in facts.items() if name != "shared"}
    told = {name: said for name, said in apart.items() if said}
    return {**kept, listed: BETWEEN.join(alike), **told}
