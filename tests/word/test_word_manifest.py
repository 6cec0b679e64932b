"""A Word file says what it was made from, and what comes back is believed only where it holds."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from project import REPOSITORY, assembled, copy_of_repository, draft
from realistic_draft import DRAFT, words
from word_lint import lint

from conventassembler.build import draft_one, stock
from conventassembler.draft.model import Draft, Paragraph, Source, Text, ValueMark
from conventassembler.review.manifest import Manifest, Mark, read_manifest
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.imprint import imprint
from conventassembler.writers.word.manifest import manifest
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.parts import Parts
from conventassembler.writers.word.values_said import said_in, values_hash
from conventassembler.writers.word.xml import parse

SOFFICE = shutil.which("soffice")
ITEM = "customXml/item1.xml"
CUSTOM = "docProps/custom.xml"
CORE = "docProps/core.xml"
Changes = Mapping[str, Callable[[str], str] | None]
NAMES = sorted(assembled().drafts)


@cache
def written(made: Draft, template: bytes | None = None) -> bytes:
    docx, found = write_word(made, template or default_template())
    assert found == ()
    return docx


def read(docx: bytes) -> Manifest:
    found = read_manifest(docx)
    assert found is not None
    return found


def changed(docx: bytes, changes: Changes) -> bytes:
    """Return the file with some members changed, or dropped."""
    members = read_members(docx)
    for name, change in changes.items():
        text = members.pop(name).decode("utf-8")
        if change:
            after = change(text)
            assert after != text
            members[name] = after.encode("utf-8")
    return write_members(members)


def without_identifier(text: str) -> str:
    return re.sub("<dc:identifier>.*</dc:identifier>", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_bookmark_of_an_act_is_told_and_no_other(name: str) -> None:
    docx = written(draft(name))
    members = read_members(docx)
    texts = (members["word/document.xml"] + members["word/footnotes.xml"]).decode("utf-8")

    found = read(docx)

    assert set(re.findall('w:name="(ca_[0-9a-f]+)"', texts)) == set(found.marks)
    assert found.agreement == name
    assert found.is_whole


@pytest.mark.parametrize("name", NAMES)
def test_a_manifest_names_no_folder_no_line_and_no_moment(name: str) -> None:
    text = read_members(written(draft(name)))[ITEM].decode("utf-8")

    assert not re.search(r"\.md\b|\.yaml\b|agreements/|clauses/", text)
    assert not re.search("(line|date|time|revision|user|author)=", text)


def test_marks_say_the_block_the_clause_and_the_value() -> None:
    value = Text("trois ans", value=ValueMark("clauses[duree].with.annees", "en_annees"))
    block = next(b for b in draft("longvic").blocks if b.provenance.variant == "duree/tacite")
    assert isinstance(block, Paragraph)
    source = next(one for one in draft("longvic").sources if one.variant == "duree/tacite")
    made = Draft("a", "", "", (replace(block, inlines=(value,)),), sources=(source,))

    found = read(written(made))

    whole = Mark(block.id, variant="duree/tacite")
    of_value = replace(whole, path="clauses[duree].with.annees", formatter="en_annees")
    assert found.marks == {
        bookmark_name(block.id): whole,
        bookmark_name(block.id, "value", "1"): of_value,
    }
    assert found.clauses == {"duree/tacite": source.blob}


def test_each_clause_is_named_by_its_content() -> None:
    found = read(written(draft("longvic")))

    assert found.clauses == {one.variant: one.blob for one in draft("longvic").sources}


def test_keys_in_another_order_make_the_same_file(tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    path = workspace.agreement("longvic")
    keys = re.split(r"^(?=[^\s#-])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(keys) > 5
    path.write_text("\n".join(reversed(keys)), encoding="utf-8")

    again, _ = draft_one(workspace, "longvic", stock(workspace))

    assert again is not None
    assert written(again) == written(draft("longvic"))


def test_the_hash_of_values_follows_them_and_not_their_places() -> None:
    one, other = (Text(t, value=ValueMark(f"x.{t}")) for t in ("un", "deux"))
    blocks = (Paragraph("a", (one, other)), Paragraph("b", words("et")))

    def hash_of(*blocks: Paragraph) -> str:
        return values_hash(set(map("".join, said_in(blocks))))

    assert hash_of(Paragraph("c", (other, one))) == hash_of(*blocks)
    for text in (replace(one, text="trois"), replace(one, value=ValueMark("y"))):
        assert hash_of(Paragraph("a", (text, other))) != hash_of(*blocks)


def test_the_file_is_still_well_made() -> None:
    assert lint(written(DRAFT)) == []


def test_the_manifest_of_a_long_act_is_short() -> None:
    members = read_members(written(draft("ctg-dijon")))

    assert len(members[ITEM]) < 40_000


def stamp(parts: Parts, name: str) -> None:
    """Put the manifest of an act of that name and without words into a template."""
    said = manifest(()).named(name, "0" * 64)
    imprint(parts, name, said.mark, parse(said.data))


def of_a_house() -> bytes:
    """Return a template with a property and a part of its own, named as ours would be."""
    parts = Parts(read_members(default_template()))
    stamp(parts, "a")
    docx = write_members(parts.members())
    changes: Changes = {
        ITEM: lambda _: "<maison>à garder</maison>",
        CUSTOM: lambda text: text.replace("conventassembler.agreement", "Service"),
    }
    return changed(docx, changes)


def test_what_a_template_has_of_its_own_stays() -> None:
    docx = written(draft("longvic"), of_a_house())

    members = read_members(docx)
    assert read(docx).is_whole
    assert "à garder" in members[ITEM].decode("utf-8")
    assert "urn:conventassembler:manifest:1" in members["customXml/item2.xml"].decode("utf-8")
    properties = members[CUSTOM].decode("utf-8")
    assert properties.count('name="Service"') == 1
    assert properties.count('name="conventassembler.manifest"') == 1
    pids = re.findall('pid="([0-9]+)"', properties)
    assert len(set(pids)) == len(pids) == 4
    assert lint(docx) == []


def test_a_template_saved_from_an_act_forgets_that_act() -> None:
    parts = Parts(read_members(default_template()))
    stamp(parts, "ancien")

    docx = written(draft("longvic"), write_members(parts.members()))

    assert read(docx) == read(written(draft("longvic")))
    assert b"ancien" not in b"".join(read_members(docx).values())


def test_a_template_without_properties_gets_them() -> None:
    members = read_members(default_template())
    del members[CORE]
    rels = members["_rels/.rels"].decode("utf-8")
    members["_rels/.rels"] = re.sub("<Relationship [^>]*core[^>]*/>", "", rels).encode("utf-8")
    types = members["[Content_Types].xml"].decode("utf-8")
    members["[Content_Types].xml"] = re.sub("<Override [^>]*core.xml[^>]*/>", "", types).encode()

    docx = written(draft("longvic"), write_members(members))

    assert "conventassembler:1:" in read_members(docx)[CORE].decode("utf-8")
    assert lint(docx) == []


def test_properties_that_nothing_leads_to_give_way() -> None:
    members = read_members(default_template())
    rels = members["_rels/.rels"].decode("utf-8")
    members["_rels/.rels"] = re.sub("<Relationship [^>]*core[^>]*/>", "", rels).encode("utf-8")

    docx = written(draft("longvic"), write_members(members))

    assert "conventassembler:1:" in read_members(docx)[CORE].decode("utf-8")
    assert lint(docx) == []


@pytest.mark.parametrize("part", [CUSTOM, "_rels/.rels"])
def test_a_template_with_damaged_properties_is_told(part: str) -> None:
    members = {**read_members(default_template()), part: b"<oups"}

    docx, found = write_word(DRAFT, write_members(members))

    assert docx == b""
    assert [one.code for one in found] == ["C602"]


def test_one_kind_of_properties_is_enough_to_be_believed() -> None:
    docx = written(draft("longvic"))
    whole = read(docx)

    assert read(changed(docx, {CUSTOM: None})) == whole
    assert read(changed(docx, {CORE: None})) == whole
    assert read(changed(docx, {CUSTOM: None, CORE: without_identifier})) == whole


@pytest.mark.parametrize("lost", [{CUSTOM: None}, {CORE: None}, {}])
def test_what_the_properties_tell_is_told_alone(lost: dict[str, None]) -> None:
    docx = written(draft("longvic"))
    whole = read(docx)

    assert read(changed(docx, {ITEM: None, **lost})) == Manifest("longvic", whole.fingerprint)
    assert not read(changed(docx, {ITEM: None, **lost})).is_whole


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('path="title"', 'path="banner"'),
        lambda text: text.replace('agreement="longvic"', 'agreement="sceaux"'),
        lambda text: text[:-20],
        lambda _: "",
    ],
)
def test_a_manifest_that_was_changed_is_not_believed(change: Callable[[str], str]) -> None:
    docx = written(draft("longvic"))

    found = read(changed(docx, {ITEM: change}))

    assert found == Manifest("longvic", read(docx).fingerprint)


ALONE: Changes = {CUSTOM: None, CORE: without_identifier}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("manifest:1", "manifest:2"),
        lambda text: re.sub('values="[0-9a-f]+"', 'values="00"', text),
        lambda text: text.replace('agreement="longvic"', ""),
        lambda text: re.sub('v="1"', 'v="0"', text),
        lambda text: re.sub('v="1"', 'v="-1"', text),
        lambda text: re.sub('v="1"', f'v="{"9" * 9999}"', text),
        lambda text: re.sub('clause="1"', 'clause="un"', text),
        lambda text: text.replace("<clause ", '<clause xmlns:x="ailleurs" ', 1),
        lambda _: "<manifest/>",
        lambda _: "oups",
        lambda text: "<!--" + "x" * 5_000_000 + "-->" + text.partition("?>")[2],
    ],
)
def test_a_part_that_is_no_manifest_of_ours_is_none(change: Callable[[str], str]) -> None:
    assert read_manifest(changed(written(draft("longvic")), {**ALONE, ITEM: change})) is None


def test_an_entity_is_never_expanded() -> None:
    bomb = '<!DOCTYPE m [<!ENTITY a "longvic"><!ENTITY b "&a;&a;">]>'

    def change(text: str) -> str:
        return bomb + text.partition("?>")[2].replace("</manifest>", "&b;</manifest>")

    found = read_manifest(changed(written(draft("longvic")), {**ALONE, ITEM: change}))

    assert found is None


@pytest.mark.parametrize(
    "text",
    ["conventassembler:1:00:longvic", f"conventassembler:2:{'0' * 64}:longvic", "978-2", ":::"],
)
def test_an_identifier_of_another_kind_says_nothing(text: str) -> None:
    identifier = f"<dc:identifier>{text}</dc:identifier>"

    def change(core: str) -> str:
        return re.sub("<dc:identifier>.*</dc:identifier>", identifier, core)

    assert read_manifest(changed(written(DRAFT), {ITEM: None, CUSTOM: None, CORE: change})) is None


def test_the_sample_of_the_documents_is_one() -> None:
    text = (REPOSITORY / "docs" / "word.md").read_text(encoding="utf-8")
    sample = text.partition("```xml\n")[2].partition("```")[0]

    found = read(write_members({ITEM: sample.encode("utf-8")}))

    first = Mark("duree/1", variant="duree/tacite")
    assert found.clauses == {"duree/tacite": "a9a5a8ee63551890d9112b929ceba778e353383f"}
    assert found.marks == {
        bookmark_name("duree"): Mark("duree"),
        bookmark_name("duree/1"): first,
        "ca_" + sha256(b"duree/1\0value\0001").hexdigest()[:16]: replace(
            first, path="clauses[duree].with.annees", formatter="en_annees"
        ),
        bookmark_name("duree/2"): Mark("duree/2", variant="duree/tacite"),
    }


def test_another_file_has_none() -> None:
    assert read_manifest(b"oups") is None
    assert read_manifest(write_members({"a.txt": b"oups"})) is None
    assert read_manifest(default_template()) is None


def test_names_that_xml_cannot_carry_leave_a_file_that_opens() -> None:
    block = Paragraph("a\x01/b & <c>", (Text("x", value=ValueMark("p\x02")),))
    source = Source("v\x03/w", "00", "", "")

    assert lint(written(Draft('n"\x04', "", "", (block,), sources=(source,)))) == []


def saved(source: Path, folder: Path, target: str) -> Path:
    """Return the file that LibreOffice saves `source` as, in `folder`."""
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", target, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{target.partition(':')[0]}"


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is absent")
def test_what_outlives_an_office_suite(tmp_path: Path) -> None:
    docx = written(draft("longvic"))
    source = tmp_path / "acte.docx"
    source.write_bytes(docx)
    again = saved(source, tmp_path / "again", "docx:MS Word 2007 XML")
    odt = saved(source, tmp_path, "odt")
    through_odt = saved(odt, tmp_path / "odt", "docx:MS Word 2007 XML")

    assert read(again.read_bytes()) == read(docx)
    assert read(through_odt.read_bytes()) == Manifest("longvic", read(docx).fingerprint)
