"""Growth: an act of ever more articles, a batch of ever more rows, and a line through both."""

import gc
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.alternating import Maker
from conventassembler.agreement import load_agreement
from conventassembler.build import stock
from conventassembler.checks import check
from conventassembler.diagnostics import has_errors
from conventassembler.draft.compose import compose
from conventassembler.draft.resolve import resolve
from conventassembler.french.numerals import write_numeral
from conventassembler.making import Stock
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown
from conventassembler.writers.word import DEFAULT, shipped_template, write_word

ARTICLES = (20, 50, 100, 200, 500, 1_000, 2_000)
ROWS = (10, 100, 1_000, 2_000, 5_000, 10_000)
_HEAD = """\
format: 1
modèle: convention-de-partenariat
titre: "Convention de partenariat"
parties:
  commune:
    nature: commune
    nom: "Genlis"
    adresse: ["1, place de l'Essai", "21110 GENLIS"]
    représentante: {fonction: maire, genre: féminin}
    habilitation:
      acte: délibération
      numéro: "2026-041"
      date: 2026-09-14
      exécutoire le: 2026-09-16
  association:
    nature: association
    nom: "Les Lecteurs du mardi"
    adresse: ["2, rue du Modèle", "21110 GENLIS"]
    représentant: {fonction: président, genre: masculin}
    habilitation: {acte: délibération, numéro: "4", date: 2026-09-10}
visas:
  - {code: CGCT, articles: ["L. 1111-1", "L. 2121-29"]}
  - habilitation de: commune
  - habilitation de: association
clauses:
"""
_ARTICLE = """\
  - titre: "Lectures de la série {roman}"
    repère: serie{number}
    texte: |
      La Commune prête pour la série {roman} une salle de {places} places.

      Pour cette série, les parties :

      - choisissent {books} livres de la liste {roman} ;
      - invitent les habitants du quartier {roman} ;
      - comptent les lecteurs, au nombre de {readers} au plus.

      Le bilan de la série {roman} est présenté avant la suivante.
"""
"""The file of an agreement may have 1 MB: 2 000 of these are below it."""
_LAST = 4
"""How many articles the tail has."""
_TAIL = """\
  - clause: duree/tacite-limitee
    valeurs: {années: 1, préavis en mois: 3}
  - revision/avenant
  - clause: resiliation/mise-en-demeure
    valeurs: {délai en mois: 1, préavis en mois: 3}
  - litiges/amiable
signature:
  lieu: "Genlis"
  date: 2026-10-05
  originaux: 2
  disposition: [[commune, association]]
"""


@dataclass(frozen=True, slots=True)
class Fit:
    """The straight line nearest to some points."""

    start: float
    slope: float
    r2: float
    """1 where all points lie on it."""


def fit(points: Sequence[tuple[float, float]]) -> Fit:
    """Return the line through `points`, by least squares."""
    count = len(points)
    middle, height = (sum(one[axis] for one in points) / count for axis in (0, 1))
    wide = sum((x - middle) ** 2 for x, _ in points)
    slope = sum((x - middle) * (y - height) for x, y in points) / wide
    start = height - slope * middle
    left = sum((y - start - slope * x) ** 2 for x, y in points)
    total = sum((y - height) ** 2 for _, y in points)
    return Fit(start, slope, 1 - left / total if total else 1.0)


def act(count: int, first: int = 1) -> str:
    """Return an agreement of `count` articles, no two of which say the same.

    The series that they speak of are numbered from `first`.
    """
    own = "".join(_article(number) for number in range(first, first + count - _LAST))
    return _HEAD + own + _TAIL


def _article(number: int) -> str:
    words = {
        "roman": write_numeral(number, "romains"),
        "number": number,
        "places": 20 + number % 180,
    }
    return _ARTICLE.format(**words, books=3 + number % 40, readers=50 + number * 7 % 900)


def articles(workspace: Path, counts: Sequence[int] = ARTICLES) -> dict[str, object]:
    """Return what an act of each of `counts` articles takes; no article is met twice."""
    shared = stock(Workspace(workspace))
    _built(act(counts[0]), workspace, shared)
    first, points = counts[0], []
    for count in counts:
        points.append((count, _built(act(count, first), workspace, shared)))
        first += count
    return {
        "seconds": {str(count): round(seconds, 3) for count, seconds in points},
        "line": _line(points, 1_000, "ms an article"),
    }


def _built(text: str, workspace: Path, shared: Stock) -> float:
    """Return the seconds of the processor that an act takes, from its file to those of a build."""
    path = workspace / "agreements" / "croissance.yaml"
    path.write_text(text, encoding="utf-8")
    gc.collect()
    start = time.process_time()
    agreement, read = load_agreement(path, path.name, shared.registry)
    assert agreement is not None, read
    resolved, choices = resolve(agreement, shared.library, shared.compiled, shared.house)
    assert resolved is not None, choices
    draft, composed = compose(resolved)
    found = (*read, *choices, *composed, *check(resolved, draft))
    assert not has_errors(found), [(one.code, one.arguments) for one in found]
    word, told = write_word(draft, shipped_template(DEFAULT))
    assert word, told
    write_markdown(draft)
    seconds = time.process_time() - start
    path.unlink()
    return seconds


def rows(maker: Maker, counts: Sequence[int] = ROWS) -> dict[str, object]:
    """Return what `maker` takes for each of `counts` rows, one after the other, and its memory."""
    seconds, made = 0.0, 0
    points: list[tuple[float, float]] = []
    memory: dict[str, float] = {}
    for count in counts:
        answer = maker.ask(count=count - made)
        times, mib = answer["cpu"], answer["mib"]
        assert isinstance(times, list)
        assert isinstance(mib, float)
        seconds, made = seconds + sum(times) / 1e9, count
        points.append((count, seconds))
        memory[str(count)] = round(mib, 1)
    return {
        "seconds": {str(count): round(taken, 3) for count, taken in points},
        "highest MiB": memory,
        "line": _line(points, 1_000, "ms a row"),
    }


def _line(points: Sequence[tuple[float, float]], scale: float, unit: str) -> dict[str, float]:
    line = fit(points)
    return {unit: round(line.slope * scale, 3), "R²": round(line.r2, 5)}
