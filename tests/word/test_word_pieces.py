"""Acts of one model share what was written and verified of one: equal bytes, as safe."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import cycle, permutations
from types import MappingProxyType
from typing import Any

import pytest
from broken_files import DRAFT
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from project import assembled
from realistic_draft import DRAFT as REAL
from realistic_draft import words
from strategies import drafts, drawn, outlined, texts

from conventassembler.draft.lines import with_lines
from conventassembler.draft.model import (
    Block,
    Contents,
    ContentsEntry,
    Draft,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    Text,
)
from conventassembler.writers.word import (
    Issue,
    casts,
    default_template,
    shapes,
    stretches,
    wordless,
    write_word,
    writer,
)
from conventassembler.writers.word import assembling as rooms
from conventassembler.writers.word.arranging import arrange, lists_of
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.casts import Cast
from conventassembler.writers.word.holes import Mark
from conventassembler.writers.word.kit import kit_of
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.manifest import fingerprint, manifest
from conventassembler.writers.word.markup import content, el, text_elements
from conventassembler.writers.word.outfit import outfit_of
from conventassembler.writers.word.package import (
    Packed,
    read_members,
    write_members,
    write_packed,
)
from conventassembler.writers.word.stretches import Stretch
from conventassembler.writers.word.verifying import pieces, verify
from conventassembler.writers.word.verifying.pieces import Ground, Piece, are_sound, piece_of
from conventassembler.writers.word.verifying.told import is_told
from conventassembler.writers.word.verifying.wellformed import (
    are_characters,
    have_room,
    is_content,
    is_well_formed,
)
from conventassembler.writers.word.wordless import Marked, Words
from conventassembler.writers.word.xml import WORD, parse, tag, w

DOCUMENT = "word/document.xml"
NOTES = "word/footnotes.xml"
RUN = '<w:r><w:t xml:space="preserve"></w:t></w:r>'
P = '<w:p><w:pPr><w:pStyle w:val="Corps"/></w:pPr>{}</w:p>'
MARKED = f'<w:bookmarkStart w:id="%s" w:name="%s"/>{RUN}<w:bookmarkEnd w:id="%s"/>'
CODES = (("b1", "m1", "b1"),)


def forget() -> None:
    """Forget all that was worked out for other acts."""
    for kept in (arrange, lists_of, kit_of, outfit_of, piece_of, manifest, pieces._piece_of):
        kept.cache_clear()
    rooms._are_sound.cache_clear()
    rooms._ground.cache_clear()
    for known in (stretches._known, casts._casts, shapes._shapes, wordless._bare):
        known.turn()
        known.turn()


def written(draft: Draft, template: bytes | None = None, issue: Issue = Issue()) -> bytes:  # noqa: B008
    docx, found = write_word(draft, template or default_template(), issue)
    assert found == ()
    return docx


def test_what_was_written_before_changes_no_byte() -> None:
    every = [*drawn(drafts, 15), *drawn(outlined, 15), *assembled().drafts.values()]
    alone = []
    for draft in every:
        forget()
        alone.append(written(draft))

    assert [written(draft) for draft in every] == alone
    assert [written(draft) for draft in reversed(every)] == alone[::-1]


OTHERS = (
    "Un mot",
    "mot",
    "a\tb",
    "",
    "\ue0001",
    "\ue0000",
    "R&D <ou> non",
    "dit {",
    "5 %",
    "\x01",
    "a\nb",
)


def test_other_words_are_put_in_as_if_they_had_been_there() -> None:
    for rank, draft in enumerate([*drawn(drafts, 15), REAL, *assembled().drafts.values()]):
        given = cycle(OTHERS[rank % 3 :])
        other = replace(draft, blocks=tuple(other_words(one, given) for one in draft.blocks))
        forget()
        written(draft)
        warm = written(other)
        forget()
        assert written(other) == warm


SHORT = words("Un mot.")
LINES: tuple[Block, ...] = (
    Paragraph("p", SHORT),
    Paragraph("lead", words("Fait le"), "signature-lead"),
    ListItem("un", SHORT, kind="ordered"),
    ListItem("deux", words("Un mot. " * 40), kind="ordered", ordinal=2),
    Heading("h", 1, "", "", SHORT, run_in=" - "),
    Contents("c", (ContentsEntry("h", 1, SHORT),)),
)


def test_a_line_beside_others_is_written_as_if_it_were_new() -> None:
    made = set()
    for some in permutations(LINES, 4):
        same = Draft("a", "Titre", "Court", some)
        assert written(same) == written(deepcopy(same))
        made.add(written(same))
    assert len(made) == 6 * 5 * 4 * 3


@settings(max_examples=25, deadline=None)
@given(outlined | drafts, st.lists(st.tuples(st.integers(0), st.integers(0))), st.booleans())
def test_lines_of_other_acts_are_written_as_if_they_were_new(
    draft: Draft, changes: list[tuple[int, int]], annotated: bool
) -> None:
    issue, blocks = Issue(annotated=annotated), list(draft.blocks)
    written(draft, issue=issue)
    for place, other in changes[: 4 * bool(blocks)]:
        start = place % (len(blocks) + 1)
        blocks[start : start + 2] = [draft.blocks[other % len(draft.blocks)]]
        changed = replace(draft, blocks=tuple(blocks))
        assert written(changed, issue=issue) == written(deepcopy(changed), issue=issue)


def other_words(block: Block, given: Iterator[str]) -> Block:
    def change(inlines: Inlines) -> Inlines:
        return tuple(
            replace(one, text=next(given)) if isinstance(one, Text) else one for one in inlines
        )

    return with_lines(block, change)


def test_only_the_paragraph_that_differs_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    made, filled = [], []
    make, fill = casts._made, stretches._put

    def counted(marked: Marked, *rest: Any) -> Cast:
        made.append(marked.line.id)
        return make(marked, *rest)

    def put(cast: Cast, said: tuple[Words, ...]) -> Stretch:
        filled.append(tuple(one.text for one in said))
        return fill(cast, said)

    monkeypatch.setattr(casts, "_made", counted)
    monkeypatch.setattr(stretches, "_put", put)
    more = Paragraph("encore", words("Un alinéa."))
    written(replace(REAL, blocks=(more, *REAL.blocks)))
    made.clear()
    filled.clear()

    other = replace(more, inlines=words("Un autre alinéa."))
    written(replace(REAL, name="autre", blocks=(other, *REAL.blocks)))
    assert made == []
    assert [one for one in filled if one] == [("Un autre alinéa.",)]

    bold = replace(more, inlines=(Text("Un alinéa.", strong=True),))
    written(replace(REAL, blocks=(bold, *REAL.blocks)))
    assert made == ["encore"]


def test_of_comments_that_each_act_has_others_a_few_are_kept() -> None:
    small = replace(REAL, blocks=REAL.blocks[:3])
    for rank in range(2 * casts._ANSWERS + 1):
        remarks = ("Constats acceptés", f"Le nom « {rank} » n’est pas connu.")
        written(small, issue=Issue(annotated=True, accepted=remarks))

    asking = [one.made for one in casts._casts.values() if not isinstance(one, Cast)]
    assert 1 < max(map(len, asking)) <= casts._ANSWERS


@pytest.mark.parametrize("name", sorted(assembled().drafts))
def test_a_real_act_is_sound_by_its_pieces(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_a_whole(*_: object) -> tuple[()]:
        raise AssertionError("it is read as a whole")

    monkeypatch.setattr(writer, "_faults", as_a_whole)

    written(assembled().drafts[name])
    written(assembled().drafts[name], issue=Issue("final"))


def test_a_draft_whose_text_looks_like_a_tag_is_read_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(writer, "_faults", lambda *all_: asked.append(all_) or ())

    written(Draft("a", "Titre", "Court", (Paragraph("p", words("Voir {{ x }}")),)))
    written(Draft("a", "Titre {", "Court", ()))

    assert len(asked) == 2


BROKEN = {
    "a bookmark does not end": P.format(f'<w:bookmarkStart w:id="%s" w:name="%s"/>{RUN}'),
    "a bookmark ends twice": P.format(MARKED + '<w:bookmarkEnd w:id="%s"/>'),
    "another bookmark ends": P.format(MARKED.replace('<w:bookmarkEnd w:id="%s"/>', "")),
    "spaces do not count": P.format(MARKED.replace(' xml:space="preserve"', "")),
    "a run stands in a run": P.format(MARKED.replace("<w:t ", "<w:r/><w:t ")),
    "the style comes behind": f"<w:p>{MARKED}<w:pPr/></w:p>",
    "a field is left open": P.format(MARKED + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
    "a cell has no paragraph": f"{P.format(MARKED)}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/>"
    "</w:tblGrid><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>",
    "a control has a tag and no name": P.format(
        MARKED + '<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent/></w:sdt>'
    ),
    "a note is called that is not there": P.format(
        MARKED + '<w:r><w:footnoteReference w:id="9"/></w:r>'
    ),
    "a change is tracked": P.format(f'{MARKED}<w:ins w:id="1">{RUN}</w:ins>'),
    "it is no XML": P.format(MARKED) + "<w:p>",
}


def codes_of(form: str) -> tuple[tuple[str, ...], ...]:
    held = re.findall(r'w:(id|name)="%s"', form)
    return (tuple("m1" if one == "name" else "b1" for one in held),)


def test_a_sound_stretch_is_a_piece() -> None:
    assert piece_of((P.format(MARKED),), CODES) == Piece(
        frozenset(), frozenset({("paragraph", "Corps")}), frozenset(), frozenset(), (False, False)
    )


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_stretch_is_no_piece(name: str) -> None:
    assert piece_of((BROKEN[name],), codes_of(BROKEN[name])) is None


SOUND = Ground(
    frozenset({"la"}),
    {"b": frozenset({"7"}), "s": frozenset({"8"}), "n": frozenset()},
    frozenset({("paragraph", "Corps")}),
    frozenset({("3", "0")}),
    frozenset({"r1"}),
    (False, False),
)
PIECE = Piece(
    frozenset({"la", "ca_1"}),
    frozenset({("paragraph", "Corps")}),
    frozenset({("l1", "0"), ("0", "0")}),
    frozenset({"r1"}),
    (False, False),
)
HOLES = {"b1": 1, "m1": "ca_1", "l1": 3, "s1": 2}


def test_pieces_that_fit_are_sound() -> None:
    assert are_sound(SOUND, [PIECE], [HOLES])


@pytest.mark.parametrize(
    ("piece", "holes"),
    [
        (PIECE, HOLES | {"m1": "la"}),
        (PIECE, HOLES | {"m1": "LA"}),
        (PIECE, HOLES | {"m1": "a b"}),
        (PIECE, HOLES | {"b1": 7}),
        (PIECE, HOLES | {"s1": 8}),
        (PIECE, HOLES | {"s2": 2}),
        (PIECE, HOLES | {"l1": 4}),
        (replace(PIECE, lists=frozenset({("l1", "1")})), HOLES),
        (replace(PIECE, leads=frozenset({"ca_2"})), HOLES),
        (replace(PIECE, styles=frozenset({("paragraph", "Autre")})), HOLES),
        (replace(PIECE, relations=frozenset({"r2"})), HOLES),
    ],
)
def test_a_piece_that_does_not_fit_is_found(piece: Piece, holes: dict[str, str | int]) -> None:
    assert not are_sound(SOUND, [piece], [holes])


def test_tables_that_touch_are_found() -> None:
    table = replace(PIECE, leads=frozenset(), lists=frozenset(), ends=(True, True))

    assert are_sound(SOUND, [table], [{}])
    assert not are_sound(SOUND, [table, table], [{}, {}])
    assert not are_sound(replace(SOUND, ends=(True, False)), [table], [{}])
    assert not are_sound(replace(SOUND, ends=(False, True)), [table], [{}])


@pytest.mark.parametrize("said", ["Un mot de trop", "Un", "", "Un {{ mot", "Un &lt; mot"])
def test_words_that_are_not_those_of_the_block_are_found(said: str) -> None:
    block = Paragraph("p", words("Un mot" if "{" not in said else said))
    run = f'<w:r><w:t xml:space="preserve">{said}</w:t></w:r>'

    assert not is_told(P.format(run), (), (block,))


@pytest.mark.parametrize("text", ["", "a &amp; b", "<a b='c'/>", "<a>&lt;</a><b/>", "é\u202f!"])
def test_what_can_stand_anywhere_makes_a_part_with_what_is_around_it(text: str) -> None:
    assert is_content(text)
    assert is_well_formed(f"<r>{text}{text}</r>")


@pytest.mark.parametrize(
    "text",
    ["<a>", "</a>", "</x><x>", "&", "&x;", "a & b", "]]>", "<a b=c/>", "\x01", "<!--", "<?a"],
)
def test_what_would_break_a_part_is_found_by_itself(text: str) -> None:
    assert not is_content(text)


def test_words_are_each_by_itself_no_more_than_characters() -> None:
    assert are_characters(["a", "&lt;", "é"])
    assert not are_characters(["&l", "t;"])
    assert not are_characters(["]]", ">", "]]>"])


def test_the_place_of_a_body_is_inside_an_element() -> None:
    assert have_room(b"<r><a>", b"</a></r>")
    for head, tail in (
        (b"", b"<r/>"),
        (b"<r>", b""),
        (b"<r><!-- ", b" --></r>"),
        (b"<r><![CDATA[", b"]]></r>"),
        (b"<r><?a ", b"?></r>"),
        (b"<r a='", b"'/>"),
        (b"<r/>", b""),
    ):
        assert not have_room(head, tail)


def test_words_in_marks_and_signs_are_read() -> None:
    text = "a < b\tc\nd & e"

    told = P.format(f"<w:r>{text_elements(text)}</w:r>")
    assert is_told(told, (), (Paragraph("p", (Text(text),)),))


def test_a_lost_block_is_no_sound_file(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = writer.body
    monkeypatch.setattr(writer, "body", lambda blocks, *rest: whole(blocks[1:], *rest))

    docx, found = write_word(DRAFT, default_template())

    assert docx == b""
    assert {one.code for one in found} == {"C607"}


@given(texts.map(legal))
def test_markup_is_what_lxml_would_write(text: str) -> None:
    tree = w("x")
    tree.set(tag("a"), text)
    pieces_ = [w("t") for one in [text] if one]
    for piece in pieces_:
        piece.text = text
    tree.extend(pieces_)
    made = el("x", *(f"<w:t>{content(text)}</w:t>" for _ in pieces_), a=text)

    wanted = etree.tostring(tree, encoding="unicode").replace(f' xmlns:w="{WORD}"', "")
    assert made == wanted


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(("a.xml", "b/é.xml", "[Content_Types].xml")), st.binary()))
def test_a_package_is_what_zipfile_would_write(members: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, members[name], compresslevel=6)
    deflated = {name: deflated_by_python(data) for name, data in members.items()}

    assert write_packed(deflated) == buffer.getvalue()
    assert read_members(write_members(members)) == members


def deflated_by_python(data: bytes) -> Packed:
    """Return the member `data` as zipfile writes it, whose zlib makes other bytes than ours."""
    stream = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Packed(stream.compress(data) + stream.flush(), len(data), zlib.crc32(data))


@given(texts, texts)
def test_the_hash_of_a_manifest_is_that_of_its_xml(agreement: str, part: str) -> None:
    class Body:
        marks = (Mark(("a/1", part), None), Mark(("a/1", part, "value", "1"), (part, agreement)))
        variants = MappingProxyType({"a/1": part})

    said = manifest((), Body()).named(agreement, "0")

    assert fingerprint(parse(said.data)) == said.mark


@pytest.mark.parametrize(
    "text", ["L’été & <l’hiver>", 'Dit "d\'un" trait', " x ", "", "a\tb", "é{"]
)
def test_a_title_is_put_in_as_if_it_had_been_there(text: str) -> None:
    draft = Draft(text or "nom", text, text, (Paragraph("p", words("Un.")),))
    members = read_members(default_template())
    core = "docProps/core.xml"
    computed = members[core].decode("utf-8").replace("{{ titre }}", "{{ titre ~ '' }}")
    computed = computed.replace("{{ titre_court }}", "{{ titre_court ~ '' }}")
    assert computed.count("~") == 2
    template = write_members({**members, core: computed.encode("utf-8")})

    assert read_members(written(draft)) == read_members(written(draft, template))


def test_the_notes_of_a_template_may_call_the_namespace_of_word_otherwise() -> None:
    members = read_members(default_template())
    text = members[NOTES].decode("utf-8")
    other = re.sub(r"(</?|\s)w:", r"\1x:", text).replace("xmlns:w=", "xmlns:x=")
    assert "<x:footnote " in other
    template = write_members({**members, NOTES: other.encode("utf-8")})

    found = read_members(written(DRAFT, template))

    assert verify(found, DRAFT, Issue()) == ()
    assert len(list(parse(found[NOTES]).iter(tag("footnoteRef")))) == 2


def test_names_are_given_anew_where_a_draft_has_an_id_twice() -> None:
    twice = Paragraph("p", words("Un."))
    docx = written(Draft("a", "Titre", "Court", (twice, twice)))

    names = re.findall(b'w:name="(ca_[0-9a-f]+)"', read_members(docx)[DOCUMENT])
    assert names == [bookmark_name("p").encode(), bookmark_name("p", "2").encode()]
