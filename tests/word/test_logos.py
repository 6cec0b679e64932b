"""Logos of the settings: read with care, shown at the head of page 1 in the order of protocol."""

import shutil
import struct
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import tostring
from word_lint import lint

from conventassembler.agreement.model import Party
from conventassembler.build import assemble, stock
from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.draft.model import Draft
from conventassembler.draft.plain import plain_text
from conventassembler.french import protocol
from conventassembler.french.kinds import kinds
from conventassembler.logos import OwnedLogo, logos_of
from conventassembler.review.word_reader import read_text
from conventassembler.settings.reading import load_settings
from conventassembler.values import Origin, Text
from conventassembler.workspace import Workspace
from conventassembler.writers.word import (
    SHIPPED,
    Issue,
    Logo,
    read_picture,
    shipped_template,
    write_word,
)
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.pictures import Picture
from conventassembler.writers.word.xml import Element, parse, tag

BASE = Path(__file__).parents[1] / "errors" / "_base"
FINAL = Issue("final")
SHORT = Draft("nom", "Titre", "Court", ())
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc4\x00\x04\x00\x00\xff\xff\xc0\x00\x11\x08\x00\x28\x00\x50\x03"
)
"""The beginning of a picture of 80 by 40, behind a table that is no frame."""


def png(width: int, height: int) -> bytes:
    """Return a white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def logo(width: int = 40, height: int = 20, text: str = "Logo", tall: float = 20) -> Logo:
    picture = read_picture(png(width, height))
    assert picture is not None
    return Logo(picture, text, tall)


# -- pictures


def test_a_picture_is_known_by_its_bytes() -> None:
    data = png(30, 20)

    assert read_picture(data) == Picture(data, "png", 30, 20)
    assert read_picture(JPEG) == Picture(JPEG, "jpeg", 80, 40)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a" + bytes(50), b"<svg/>", png(0, 20)[:60], JPEG[:30], b"\xff\xd8" + b"\xff" * 99],
)
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert read_picture(data) is None


@given(st.sampled_from([png(3, 2), JPEG]), st.binary(max_size=40), st.integers(0, 60))
def test_no_bytes_make_the_reader_fall(data: bytes, noise: bytes, place: int) -> None:
    read_picture(data[:place] + noise + data[place + len(noise) :])


# -- protocol


def test_every_public_kind_has_a_rank() -> None:
    last = protocol.rank("association")

    assert {one.id for one in kinds() if protocol.rank(one.id) == last} == {
        one.id
        for one in kinds()
        if one.id in ("association", "fondation", "sem", "spl", "mission-locale")
    }


def party(key: str, kind: str, record: str) -> Party:
    origin = Origin("")
    return Party(key, key, Position("x"), Text(kind, origin), Text("", origin), record=record)


def test_logos_follow_protocol_then_the_act_then_come_those_of_every_act() -> None:
    parties = [
        party("a", "association", "amis"),
        party("b", "ville", "dijon"),
        party("c", "caf", "caf"),
        party("d", "commune", "longvic"),
        party("e", "département", "departement"),
        party("f", "État", "etat"),
        party("g", "métropole", "metropole"),
        party("h", "CCAS", ""),
    ]
    names = ("", "caf", "amis", "longvic", "dijon", "metropole", "departement", "etat", "absent")
    logos = [OwnedLogo(logo(text=name or "maison"), name) for name in names]

    shown = [one.text for one in logos_of(parties, logos)]

    assert shown == [
        "etat", "departement", "dijon", "longvic", "metropole", "caf", "amis", "maison",
    ]  # fmt: skip


# -- settings


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos" / "departement.png").write_bytes(png(60, 40))
    return tmp_path


def say(folder: Path, *lines: str) -> tuple[Diagnostic, ...]:
    """Write the settings; return what is found in the workspace."""
    (folder / "conventassembler.toml").write_text("\n".join(lines), encoding="utf-8")
    return stock(Workspace(folder)).findings


def entry(file: str = "logos/departement.png", *more: str) -> tuple[str, ...]:
    return ("[[logos]]", f'fichier = "{file}"', 'texte = "Logo du Département"', *more)


def test_a_logo_has_a_file_words_a_party_and_a_height(workspace: Path) -> None:
    found = say(
        workspace, *entry("logos/departement.png", 'partie = "Département"', "hauteur = '2,5 cm'")
    )
    path = workspace / "conventassembler.toml"
    (one,) = load_settings(path, path.name)[0].logos

    assert found == ()
    assert (one.file, one.text) == ("logos/departement.png", "Logo du Département")
    assert (one.party, one.height) == ("Département", 25)


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        (entry("logos/absent.png"), "C002", "2:11"),
        (entry("conventassembler.toml"), "C611", "2:11"),
        (entry("../dehors.png"), "C611", "2:11"),
        (entry("/etc/passwd"), "C611", "2:11"),
        (entry("logos"), "C002", "2:11"),
        (entry("logos/departement.png", 'partie = "departemant"'), "C217", "4:10"),
        (entry("logos/departement.png", 'hauteur = "grand"'), "C201", "4:11"),
        (entry("logos/departement.png", 'hauteur = "2 mm"'), "C204", "4:11"),
        (entry("logos/departement.png", 'hauteur = "70 mm"'), "C205", "4:11"),
        (("[[logos]]", 'fichier = "logos/departement.png"'), "C102", "1:1"),
        (("[[logos]]", 'texte = "Logo"'), "C102", "1:1"),
        (("[[logos]]", *entry()[1:], "[[logos]]"), "C102", "4:1"),
        (entry("logos/departement.png", 'taille = "3"'), "C103", "4:1"),
        (("[logos]", *entry()[1:]), "C133", "1:1"),
    ],
)
def test_each_fault_is_told_in_its_place(
    workspace: Path, lines: tuple[str, ...], code: str, place: str
) -> None:
    found = say(workspace, *lines)

    assert found[0].code == code
    assert str(found[0].position) == f"conventassembler.toml:{place}"


def test_a_logo_that_is_too_large_is_not_read(workspace: Path) -> None:
    (workspace / "logos" / "grand.png").write_bytes(png(2, 2) + bytes(6_000_000))

    assert [one.code for one in say(workspace, *entry("logos/grand.png"))] == ["C611"]


def test_a_logo_is_shown_where_its_party_is(workspace: Path) -> None:
    assert not say(
        workspace,
        *entry("logos/departement.png", 'partie = "departement"'),
        *entry("logos/departement.png", 'hauteur = "10 mm"'),
    )
    result = CliRunner().invoke(cli, ["build", "--workspace", str(workspace), "--lang", "en"])
    members = read_members((workspace / "output" / "exemple.docx").read_bytes())

    assert result.exit_code == 0, result.output
    assert len(assemble(Workspace(workspace), ("exemple",)).stationery["exemple"].logos) == 2
    assert members["word/media/logo1.png"] == png(60, 40)
    assert len(drawings(members["word/header2.xml"])) == 2


# -- the file


def written(*logos: Logo, template: bytes | None = None) -> dict[str, bytes]:
    """Return the members of a short act with `logos`."""
    template = template or shipped_template("maison")
    docx, found = write_word(SHORT, template, FINAL, logos=logos)
    assert found == ()
    assert lint(docx) == []
    assert read_text(docx) == plain_text(SHORT)
    assert write_word(SHORT, template, FINAL, logos=logos)[0] == docx
    return read_members(docx)


def drawings(data: bytes) -> list[Element]:
    return list(parse(data).iter(f"{DRAWING}docPr"))


@pytest.mark.parametrize("name", SHIPPED)
def test_logos_stand_in_the_header_of_page_1_beside_the_room_of_the_stamp(name: str) -> None:
    members = written(logo(text="Un"), logo(text="Deux"), template=shipped_template(name))

    header = parse(members["word/header2.xml"])
    (spacing,) = header.iter(tag("spacing"))
    assert [one.get("descr") for one in drawings(members["word/header2.xml"])] == ["Un", "Deux"]
    assert (spacing.get(tag("line")), spacing.get(tag("lineRule"))) == ("1134", "atLeast")
    assert len(header) == 1
    assert drawings(members["word/document.xml"]) == drawings(members["word/header1.xml"]) == []


def test_logos_that_leave_no_room_stand_above_that_of_the_stamp() -> None:
    header = parse(written(*[logo(60, 20)] * 2)["word/header2.xml"])

    first, second = header
    assert len(list(first.iter(f"{DRAWING}docPr"))) == 2
    assert second.find(f".//{tag('spacing')}").get(tag("lineRule")) == "exact"  # type: ignore[union-attr]


def test_logos_that_are_too_wide_together_are_made_smaller_alike() -> None:
    header = parse(written(logo(200, 20), logo(100, 20))["word/header2.xml"])

    sizes = [
        (int(one.get("cx", "0")), int(one.get("cy", "0")))
        for one in header.iter(f"{DRAWING}extent")
    ]
    assert sum(wide for wide, _ in sizes) + 8 * 36_000 <= 9072 * 635 + 2
    assert sizes[0][1] == sizes[1][1] < 20 * 36_000
    assert sizes[0][0] == pytest.approx(10 * sizes[0][1], rel=0.001)


def test_a_logo_keeps_its_shape_and_has_the_height_that_is_asked_for() -> None:
    (extent,) = parse(written(logo(40, 20, tall=15))["word/header2.xml"]).iter(f"{DRAWING}extent")

    assert (extent.get("cx"), extent.get("cy")) == (str(30 * 36_000), str(15 * 36_000))


def test_each_picture_is_a_part_that_its_header_refers_to() -> None:
    members = written(logo(), Logo(Picture(JPEG, "jpeg", 80, 40), "Autre"))

    relations = members["word/_rels/header2.xml.rels"].decode()
    types = members["[Content_Types].xml"].decode()
    assert 'Target="media/logo1.png"' in relations
    assert 'Target="media/logo1.jpeg"' in relations
    assert 'Extension="png" ContentType="image/png"' in types
    assert 'Extension="jpeg" ContentType="image/jpeg"' in types


def with_its_own_logo() -> bytes:
    """Return the template with a logo of its own in the header of page 1."""
    members = read_members(shipped_template("maison"))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    own = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING[1:-1]}"><wp:docPr id="7" name="Image"'
        ' descr="Le logo du gabarit"/></wp:inline></w:drawing></w:r></w:p>'
    )
    types = members["[Content_Types].xml"]
    members["[Content_Types].xml"] = types.replace(
        b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
    )
    members["word/header2.xml"] = members["word/header2.xml"].replace(b"</w:p>", own.encode())
    members["word/media/image1.png"] = png(9, 9)
    members["word/_rels/header2.xml.rels"] = (
        f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{relation}/image"'
        ' Target="media/image1.png"/></Relationships>'
    ).encode()
    return write_members(members)


def test_the_logo_of_a_template_stays_and_no_number_is_given_twice() -> None:
    alone = written(template=with_its_own_logo())
    members = written(logo(text="Un"), template=with_its_own_logo())

    assert alone["word/media/image1.png"] == members["word/media/image1.png"] == png(9, 9)
    found = drawings(members["word/header2.xml"])
    assert [one.get("descr") for one in found] == ["Un", "Le logo du gabarit"]
    assert len({one.get("id") for one in found}) == 2
    assert b'Target="media/image1.png"' in members["word/_rels/header2.xml.rels"]


def test_without_a_header_of_page_1_logos_stand_above_the_text() -> None:
    members = read_members(shipped_template("maison"))
    document = members["word/document.xml"].replace(b"<w:titlePg/>", b"")
    template = write_members({**members, "word/document.xml": document})

    made = parse(written(logo(), logo(), template=template)["word/document.xml"])

    assert len(list(made[0][0].iter(f"{DRAWING}docPr"))) == 2


def test_without_logos_nothing_changes() -> None:
    header = parse(written()["word/header2.xml"])

    assert tostring(header) == tostring(
        parse(read_members(shipped_template("maison"))["word/header2.xml"])
    )
