"""One clause, one text: a word changed in it changes every act that has it, and there alone.

Run as a program, it prints how many blocks of text each pair of acts has from the same clauses.
"""

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from difflib import unified_diff
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from project import REPOSITORY, assembled, copy_of_repository

from conventassembler.build import assemble
from conventassembler.draft.model import Draft, Heading, NewPage
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

NEW = "xyloglyphe"
PROTOCOLS = ("longvic", "plaine-dijonnaise")


def sources(draft: Draft) -> set[str]:
    """Return the clause files that made blocks of a draft."""
    return {block.provenance.file for block in draft.blocks if block.provenance.variant}


SHARED = sorted(set.intersection(*(sources(assembled().drafts[name]) for name in PROTOCOLS)))


@cache
def twins(root: Path) -> dict[str, list[str]]:
    """Return the lines of every twin of a workspace."""
    workspace = Workspace(root)
    made = assemble(workspace, workspace.names())
    return {name: write_markdown(draft).splitlines() for name, draft in made.drafts.items()}


def changed(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a diff as sign and text."""
    for line in list(unified_diff(before, after, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield line[0], line[1:]


def one_word(text: str, shown: Collection[str]) -> str:
    """Return a word that the clause says once, outside its tags, and that every act shows."""
    body = text.split("\n---\n", 1)[1]
    said = re.sub(r"\{[{%#].*?[}%#]\}", " ", body, flags=re.DOTALL)
    words = [word for word in re.findall(r"\b[a-zéèàêîôûç]{5,}\b", said) if text.count(word) == 1]
    words = [word for word in words if all(word in act for act in shown)]
    return next((word for word in words if len(word) > 6), words[0])


def test_the_two_protocols_share_clauses() -> None:
    families = {Path(file).parent.name for file in SHARED}

    assert {"objet", "inclusion", "organisation", "suivi", "revision", "preambule"} <= families


@pytest.mark.parametrize("file", SHARED)
def test_a_word_changes_the_twins_that_have_it_and_only_them(tmp_path: Path, file: str) -> None:
    workspace = copy_of_repository(tmp_path)
    path = tmp_path / file
    text = path.read_text(encoding="utf-8")
    before = twins(REPOSITORY)
    having = {name for name, draft in assembled().drafts.items() if file in sources(draft)}
    word = one_word(text, ["\n".join(before[name]) for name in having])
    path.write_text(text.replace(word, NEW), encoding="utf-8")

    after = twins(workspace.root)

    for name in before:
        lines = list(changed(before[name], after[name]))
        assert [new.replace(NEW, word) for sign, new in lines if sign == "+"] == [
            old for sign, old in lines if sign == "-"
        ]
        assert all(NEW in line for sign, line in lines if sign == "+")
        assert bool(lines) == (name in having)


# -- what each pair of acts has in common


def paragraphs(draft: Draft) -> Counter[str]:
    """Return how many blocks of text of a draft each variant made, headings apart."""
    return Counter(
        block.provenance.variant
        for block in draft.blocks
        if block.provenance.variant and not isinstance(block, Heading | NewPage)
    )


def families(draft: Draft) -> set[str]:
    return {variant.split("/")[0] for variant in paragraphs(draft)}


def in_common(drafts: Mapping[str, Draft]) -> dict[tuple[str, str], int]:
    """Return, for each pair of acts, how many blocks of text come from the same variants.

    A variant that makes five in one act and four in the other counts for four.
    """
    made = {name: paragraphs(drafts[name]) for name in sorted(drafts)}
    return {(one, two): (made[one] & made[two]).total() for one, two in combinations(made, 2)}


def table(drafts: Mapping[str, Draft]) -> str:
    """Return what the pairs have in common as a table to read."""
    return "\n".join(f"{one} + {two}: {count}" for (one, two), count in in_common(drafts).items())


def of_five(*names: str) -> list[Draft]:
    """Return the drafts of those of the five that stand in the repository."""
    drafts = assembled().drafts
    return [drafts[name] for name in names if name in drafts]


def articles_of(draft: Draft) -> dict[str, set[str]]:
    """Return the variants that made the text of each article, by the name of the article."""
    found: dict[str, set[str]] = {}
    article = ""
    for block in draft.blocks:
        if isinstance(block, Heading) and block.level == 1:
            article = block.id
        elif article:
            found.setdefault(article, set()).add(block.provenance.variant)
    return found


def test_pairs_are_counted_by_the_blocks_of_the_same_variants() -> None:
    drafts = assembled().drafts
    counted = in_common({name: drafts[name] for name in PROTOCOLS})

    assert list(counted) == [PROTOCOLS]
    assert counted[PROTOCOLS] >= 40


def test_every_pair_of_acts_has_a_text_in_common() -> None:
    drafts = assembled().drafts
    protocols = {name: drafts[name] for name in (*PROTOCOLS, "sceaux")}

    assert min(in_common(protocols).values()) >= 5, table(drafts)


def test_the_two_territorial_protocols_share_their_articles() -> None:
    one, two = (articles_of(draft) for draft in of_five(*PROTOCOLS))
    alike = {article for article in set(one) & set(two) if one[article] & two[article] - {""}}
    families_of_both = families(of_five(PROTOCOLS[0])[0]) & families(of_five(PROTOCOLS[1])[0])

    assert {"objet", "cooperation", "organisation", "suivi", "revision"} <= alike
    assert "duree" in families_of_both


@pytest.mark.parametrize("other", PROTOCOLS)
def test_the_local_protocol_shares_families_with_the_territorial_ones(other: str) -> None:
    local, territorial = of_five("sceaux", other)

    assert {"suivi", "duree", "revision"} <= families(local) & families(territorial)


def test_the_acts_with_a_clause_on_disputes_share_its_family() -> None:
    drafts = of_five("ctg-dijon", "sceaux", "pacte-dijon-metropole")

    assert drafts
    assert [draft.name for draft in drafts if "litiges" not in families(draft)] == []


if __name__ == "__main__":
    sys.stdout.write(f"{table(assembled().drafts)}\n")
