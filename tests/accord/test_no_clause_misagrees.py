"""A hundred sets of parties through every clause: the second eye finds nothing that misagrees.

First it shows that it sees: thirty faults planted by hand, and the same sentences set right.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import act_of_all_clauses
import pytest
from act_of_all_clauses import Named, lines, shared, variants
from second_eye import Name, SecondEye

from conventassembler.draft.clause.compiling import compile_clause
from conventassembler.draft.filters import filters
from conventassembler.french.kinds import Kind, kinds
from conventassembler.french.profiles import default_profile
from conventassembler.library.model import Variant

HERE = Path(__file__).parent
NAMES = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
FAULTS = tomllib.loads((HERE / "fautes.toml").read_text(encoding="utf-8"))["fautes"]
SETS = 100
PARTIES = ("les parties", "partie", "f")
PLACES = {"department": "Côte-d'Or", "region": "Bretagne", "none": "Côte-d'Or"}


def name_of(row: list[str | bool]) -> Name:
    """Return a row of the table as a name: « l’État », « les Hospices », « Dijon Métropole »."""
    whole, gender, *rest = row
    text = str(whole)
    if text.startswith("l’"):
        return Name(text[2:], "l’", str(gender), vowel=True)
    article, _, bare = text.partition(" ")
    if article in ("le", "la", "les"):
        return Name(bare, article, str(gender))
    return Name(text, "", str(gender), vowel=bool(rest))


def eye(names: list[Name], together: tuple[str, str, str] = PARTIES) -> SecondEye:
    plural, single, gender = together
    return SecondEye(
        names, Name(plural.split(" ", 1)[1], "les", gender), Name(single, "chaque", gender)
    )


EVERY_NAME = [name_of(row) for row in NAMES["noms"]]


# -- the second eye sees


def test_there_are_thirty_faults_of_all_sorts() -> None:
    sorts = {fault["sorte"] for fault in FAULTS}

    assert len(FAULTS) >= 30
    assert sorts == {"déterminant", "verbe", "participe", "pronom", "possessif", "adjectif"}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["faute"][:60])
def test_a_planted_fault_is_found_and_the_sentence_set_right_has_none(
    fault: dict[str, str],
) -> None:
    wrong = eye(EVERY_NAME).read(fault["faute"].splitlines())
    right = eye(EVERY_NAME).read(fault["juste"].splitlines())

    assert [one.split(":")[0] for one in wrong] == [fault["sorte"]], wrong
    assert right == []


# -- and sees nothing in ours


def sets() -> Iterator[tuple[dict[str, Named], list[Name], tuple[str, str, str], str]]:
    """Yield the parties of each set, how they are spoken of, and what the act is."""
    keys = [party.id for party in shared().library.specimens]
    natures = [kind for kind in kinds() if kind.noun.text != "commune"]
    models = sorted(shared().library.models)
    for seed in range(SETS):
        chance = random.Random(seed)
        names = chance.sample(NAMES["noms"], len(keys))
        chosen = [natures[(seed + 7 * n) % len(natures)] for n in range(len(keys))]
        parties = {
            key: named(kind, row, chance)
            for key, kind, row in zip(keys, chosen, names, strict=True)
        }
        together = chance.choice([PARTIES, *map(tuple, NAMES["ensemble"])])
        yield parties, [name_of(row) for row in names], together, chance.choice(models)


def named(kind: Kind, row: list[str | bool], chance: random.Random) -> Named:
    gender = "féminin" if row[1] == "f" else "masculin"
    place = PLACES.get(kind.join, "Exempleville")
    holder = chance.choice(["masculin", "féminin"])
    office = chance.choice(["président", "maire", "préfet", "directeur"])
    return Named(kind.called, place, str(row[0]), gender, office, holder)


def test_no_clause_misagrees_for_a_hundred_sets_of_parties() -> None:
    found: list[str] = []
    seen: set[str] = set()
    for parties, names, together, model in sets():
        declared = together[0] if together is not PARTIES else ""
        text = list(lines(parties, model, declared))
        found += eye(names, together).read(text)
        seen |= {name.text for name in names if any(name.text in line for line in text)}

    assert found == []
    assert seen == {name.text for name in EVERY_NAME}


# -- and would see each tag that went missing

TAG = re.compile(r'\{\{ "([^"]+)" \| accorde\(([^)]*)\) \}\}')
UNSEEN = {
    # behind a relative clause whose subject is several, a verb of one number or the other is right
    ("competences-departementales/action-sociale", "participe"),
}


@pytest.mark.long
@pytest.mark.parametrize("variant", variants(), ids=lambda variant: variant.id)
def test_each_word_of_a_clause_that_no_longer_agrees_is_seen(
    variant: Variant, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, stock = filters(default_profile()), shared()
    unseen = set()
    for tag in TAG.finditer(variant.body):
        if any(one in tag[2] for one in ("acte", "representant", "titulaire", "mandant")):
            continue  # the second eye looks at parties
        body = variant.body[: tag.start()] + tag[1] + variant.body[tag.end() :]
        clause, _ = compile_clause(body, variant.file, variant.body_line, filters=known)
        assert clause
        changed = replace(stock, compiled={**stock.compiled, variant.id: clause})
        monkeypatch.setattr(act_of_all_clauses, "shared", lambda changed=changed: changed)
        if not any(misagrees(one, variant) for one in sets()):
            unseen.add((variant.id, tag[1]))
        monkeypatch.undo()

    assert unseen == {one for one in UNSEEN if one[0] == variant.id}


def misagrees(
    one: tuple[dict[str, Named], list[Name], tuple[str, str, str], str], variant: Variant
) -> bool:
    parties, names, together, model = one
    declared = together[0] if together is not PARTIES else ""
    return bool(eye(names, together).read(lines(parties, model, declared, only=variant)))
