"""LibreOffice counts to the same numbers, and goes on counting when a heading is put in."""

import subprocess
from pathlib import Path

import pytest
from numbered_acts import CASES, act, acts, between, headings, id_of, rows, without
from offices import OFFICES, Answer, answers, bare, bares, converted, printed, put_in
from strategies import drawn

from conventassembler.draft.model import Draft
from conventassembler.draft.plain import plain_text, text_of
from conventassembler.review.numbers import Numbers
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import parse, tag

pytestmark = pytest.mark.libreoffice


def word(act: Draft) -> bytes:
    docx, found = write_word(act, default_template())
    assert found == ()
    return docx


def said(answer: Answer) -> list[str]:
    """Return the paragraphs of an answer, each behind its number."""
    return bares([one["number"] + one["text"] for one in answer["paragraphs"]])


# -- the numbers of a file as it is opened


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("count", [50, pytest.param(400, marks=pytest.mark.long)])
def test_it_counts_to_the_labels_of_acts_at_random(office: str, count: int, tmp_path: Path) -> None:
    drafts = {f"{n}": one for n, one in enumerate(drawn(acts(), count))}
    drafts |= {
        name: act(*one.nodes, first_article=one.first_article) for name, one in CASES.items()
    }

    pages = printed({name: word(one) for name, one in drafts.items()}, tmp_path, office)

    for name, one in drafts.items():
        assert bares(pages[name]) == bares(plain_text(one).splitlines()), name


# -- a heading put in


CHANGES = [
    pytest.param(name, path, id=f"{name}-{id_of(path)}")
    for name, case in CASES.items()
    for path in {len(path): path for path in reversed(list(rows(case.nodes)))}.values()
]
"""For each act and each depth, the first heading that another of its kind follows."""


def grown(name: str, path: tuple[int, ...]) -> tuple[Draft, Draft, int, str]:
    """Return the act, the act with one heading more, and behind which numbered one it stands.

    The last is what is typed for it behind its number.
    """
    case = CASES[name]
    new = (*path[:-1], path[-1] + 1)
    before = act(*case.nodes, first_article=case.first_article)
    after = act(
        *between(case.nodes, path),
        first_article=case.first_article,
        new=id_of(new),
        split=id_of(path),
    )
    numbered = [one for one in headings(before) if one.number]
    place = next(n for n, one in enumerate(numbered) if one.id == id_of(path))
    own = numbered[place]
    text = own.separator + text_of(own.inlines) + own.run_in
    return before, after, place, text + ("Le texte." if own.run_in else "")


def words_of(pdf: bytes) -> str:
    """Return the words of a PDF file in the order of reading."""
    ran = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return ran.stdout.decode("utf-8")


def stale(lines: list[str]) -> list[str]:
    """Return the lines without the last, which are references that only an office renews."""
    return lines[:-1]


@pytest.mark.parametrize("office", OFFICES)
def test_a_heading_that_a_file_has_more_moves_all_others(office: str, tmp_path: Path) -> None:
    """References are made anew when the pages are laid out."""
    acts = {f"{n}": grown(*one.values) for n, one in enumerate(CHANGES)}
    files = {name: put_in(word(one[0]), *one[2:]) for name, one in acts.items()}

    pages = printed(files, tmp_path / "text", office)
    laid_out = converted(files, tmp_path / "pages", office, "pdf")

    for name, (_, after, *_) in acts.items():
        lines = bares(plain_text(after).splitlines())
        assert stale(bares(read_text(files[name]).splitlines())) == stale(lines), name
        assert stale(bares(pages[name])) == stale(lines), name
        assert lines[-1] in bare(words_of(laid_out[name])), name


@pytest.mark.parametrize("office", OFFICES)
def test_the_style_alone_numbers_a_heading_behind_one_that_starts_anew(
    office: str, tmp_path: Path
) -> None:
    """« 8 » follows « 7 » that was given by hand; a list that starts anew goes on all the same."""
    jumped, below = CASES["jump"], CASES["jump-below"]
    files = {
        "jump": put_in(word(act(*jumped.nodes)), 3, "", by_style=True),
        "below": put_in(word(act(*below.nodes)), 5, "", by_style=True),
    }
    wanted = {"jump": "article9", "below": "2.2"}

    pages = printed(files, tmp_path, office)

    for name, number in wanted.items():
        assert number in bares(pages[name]), name
        assert number in bares(read_text(files[name]).splitlines()), name


def test_a_heading_that_a_user_puts_in_moves_all_others(tmp_path: Path) -> None:
    acts = [grown(*one.values) for one in CHANGES]
    files = [tmp_path / f"{n}.docx" for n in range(len(acts))]
    for file, (before, *_) in zip(files, acts, strict=True):
        file.write_bytes(word(before))

    found = answers(
        [
            {"path": str(file), "edits": [["insert", place, text]]}
            for file, (_, _, place, text) in zip(files, acts, strict=True)
        ]
    )

    for change, answer, (_, after, *_) in zip(CHANGES, found, acts, strict=True):
        assert said(answer) == bares(plain_text(after).splitlines()), change.id


def test_a_heading_that_a_user_takes_away_moves_all_others(tmp_path: Path) -> None:
    """What refers to it finds nothing, and says so."""
    tasks, wanted = [], []
    for n, change in enumerate(CHANGES):
        name, path = change.values
        case = CASES[name]
        gone = (*path[:-1], path[-1] + 1)
        before = act(*case.nodes, first_article=case.first_article)
        after = act(*without(case.nodes, gone), first_article=case.first_article)
        if len(headings(after)) < len(headings(before)) - 1 or headings(before)[0].run_in:
            continue
        file = tmp_path / f"{n}.docx"
        file.write_bytes(word(before))
        place = [one.id for one in headings(before) if one.number].index(id_of(gone))
        tasks.append({"path": str(file), "edits": [["delete", place]]})
        wanted.append(shown_numbers(after))

    found = answers(tasks)

    assert len(found) > len(CASES) // 2
    for answer, numbers in zip(found, wanted, strict=True):
        assert bares([one["number"] for one in answer["paragraphs"]]) == bares(numbers)


def shown_numbers(act: Draft) -> list[str]:
    """Return the numbers that the paragraphs of the file of an act show by themselves."""
    parts = {name: data for name, data in read_members(word(act)).items() if name[-3:] == "xml"}
    numbers = Numbers(parse(parts["word/numbering.xml"]), parse(parts["word/styles.xml"]))
    return [numbers.of(one) for one in parse(parts["word/document.xml"]).iter(tag("p"))]
