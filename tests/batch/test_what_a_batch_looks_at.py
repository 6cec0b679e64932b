"""Whatever the documents of a batch hang on, a change of it is seen: by `batch` as by `build`."""

import csv
import os
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result

from conventassembler.batch import planning
from conventassembler.batch.manifest import NAME
from conventassembler.cli import cli
from conventassembler.writers.word import DEFAULT, SHIPPED, shipped_template

COLUMNS = ("#nom", "parties.commune.nom", "clauses[duree].valeurs.années")
ROWS = (("a", "Genlis", "2"), ("b", "Auxonne", "3"))


def picture(shade: int) -> bytes:
    """Return a PNG of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dots = zlib.compress(bytes((0, shade)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*one) for one in ((b"IHDR", head), (b"IDAT", dots), (b"IEND", b""))
    )


def table(root: Path, columns: tuple[str, ...] = COLUMNS, rows: object = ROWS) -> Path:
    path = root / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows((columns, *rows))  # type: ignore[misc]
    return path


def run(root: Path, *words: object) -> Result:
    line = ["batch", "exemple", "--data", str(root / "t.csv"), "--workspace", str(root), "--twins"]
    return CliRunner().invoke(cli, [*line, "--lang", "en", *map(str, words)])


def documents(root: Path) -> dict[str, bytes]:
    folder = root / "envoi" / "exemple"
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != NAME}


def anew(root: Path, aside: Path, *words: object) -> dict[str, bytes]:
    """Return what a run makes that knows of nothing, in a workspace of the same files."""
    shutil.copytree(
        root, aside, ignore=shutil.ignore_patterns("envoi", ".conventassembler", aside.name)
    )
    assert run(aside, *words).exit_code == 0
    return documents(aside)


@pytest.fixture
def house(workspace: Path) -> Path:
    """A workspace in which there is something of everything."""
    (workspace / "conventassembler.toml").write_text(
        'gabarit = "maison"\n[[logos]]\nfichier = "logo.png"\ntexte = "Logo"\n', encoding="utf-8"
    )
    agreement = workspace / "agreements" / "exemple.yaml"
    accepted = 'constats acceptés:\n  - constat: C160\n    motif: "Une seule maire."\n'
    agreement.write_text(agreement.read_text(encoding="utf-8") + accepted, encoding="utf-8")
    (workspace / "logo.png").write_bytes(picture(1))
    (workspace / "templates").mkdir()
    (workspace / "templates" / "maison.docx").write_bytes(shipped_template(DEFAULT))
    table(workspace)
    return workspace


def typed(name: str, before: str, after: str) -> Callable[[Path], tuple[str, ...]]:
    """Return what changes a text of a file of the workspace."""

    def change(root: Path) -> tuple[str, ...]:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        facts = path.stat()
        path.write_text(text.replace(before, after), encoding="utf-8")
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        return ()

    return change


def written(name: str, data: bytes) -> Callable[[Path], tuple[str, ...]]:
    def change(root: Path) -> tuple[str, ...]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
        return ()

    return change


def tabled(columns: tuple[str, ...], *rows: tuple[str, ...]) -> Callable[[Path], tuple[str, ...]]:
    def change(root: Path) -> tuple[str, ...]:
        table(root, columns, rows)
        return ()

    return change


def asked(*words: str) -> Callable[[Path], tuple[str, ...]]:
    return lambda _: words


_ACT = "agreements/exemple.yaml"
_CHANGES = {
    "the agreement": typed(_ACT, "originaux: 2", "originaux: 4"),
    "its entry of a clause": typed(_ACT, "duree/tacite", "duree/ferme"),
    "a record": typed("agreements/parties/departement.yaml", "Côte-d'Or", "Saône-et-Loire"),
    "a clause": typed("clauses/objet/simple.md", "cadre", "plan"),
    "a clause of the preamble": typed("clauses/preambule/contexte.md", ".", " !"),
    "a presentation of parties": typed("clauses/parties/domiciliee.md", "est", "serait"),
    "the model": typed("clauses/models/convention-simple.yaml", "rticle", "RTICLE"),
    "a usage": written(
        "conventassembler.toml",
        b'gabarit = "maison"\n[usages]\n"premier article" = "1"\n',
    ),
    "a logo": written("logo.png", picture(2)),
    "no logo": written("conventassembler.toml", b'gabarit = "maison"\n'),
    "the template": written("templates/maison.docx", shipped_template(SHIPPED[1])),
    "another template": written("conventassembler.toml", b'gabarit = "classique"\n'),
    "a value": tabled(COLUMNS, ("a", "Genlis", "3"), ("b", "Auxonne", "2")),
    "the order of the columns": tabled(COLUMNS[:1] + COLUMNS[:0:-1], ("a", "5", "Genlis")),
    "a column more": tabled((*COLUMNS, "signature.lieu"), ("a", "Genlis", "2", "Dijon")),
    "a column less": tabled(COLUMNS[:2], ("a", "Genlis"), ("b", "Auxonne")),
    "names that are exchanged": tabled(COLUMNS, ("b", "Genlis", "2"), ("a", "Auxonne", "3")),
    "a status": asked("--status", "relecture"),
    "a version": asked("--version", "2"),
    "a day": asked("--date", "2026-11-15"),
    "the final act": asked("--final"),
    "numbered lines": asked("--line-numbers"),
    "remarks": asked("--annotate"),
    "a pattern": asked("--named", "{parties.commune.nom} {signature.lieu}"),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_what_is_changed_is_seen(
    house: Path, tmp_path: Path, change: Callable[[Path], tuple[str, ...]]
) -> None:
    assert run(house).exit_code == 0
    before = documents(house)
    words = change(house)

    result = run(house, *words)

    assert result.exit_code == 0, result.output
    fresh = anew(house, tmp_path / "aside", *words)
    after = documents(house)
    assert {name: after[name] for name in fresh} == fresh
    assert not fresh.items() <= before.items(), "nothing differs: no change is tried"


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_what_is_changed_and_put_back_is_as_it_was(
    house: Path, tmp_path: Path, change: Callable[[Path], tuple[str, ...]]
) -> None:
    assert run(house).exit_code == 0
    before = documents(house)
    shutil.copytree(house, tmp_path / "before", ignore=_of_runs)
    run(house, *change(house))
    for path in (tmp_path / "before").rglob("*.*"):
        if path.is_file():
            shutil.copy(path, house / path.relative_to(tmp_path / "before"))
    shutil.rmtree(tmp_path / "before")

    assert run(house).exit_code == 0

    assert before.items() <= documents(house).items()


_of_runs = shutil.ignore_patterns("envoi", ".conventassembler", "before")


def test_what_a_column_is_called_is_seen(house: Path, tmp_path: Path) -> None:
    path = house / _ACT
    whole = path.read_text(encoding="utf-8")
    for way in ("parties.commune.nom", "signature.lieu"):
        path.write_text(f'{whole}colonnes:\n  "Nom": {way}\n', encoding="utf-8")
        table(house, ("#nom", "Nom"), (("a", "Genlis"),))
        assert run(house).exit_code == 0
        assert documents(house) == anew(house, tmp_path / way)


def test_what_changes_while_the_agreement_is_read_is_not_believed_afterwards(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = house / _ACT
    whole = path.read_text(encoding="utf-8")
    read = planning.read_filling

    def disturbed(*words: object) -> object:
        path.write_text(whole.replace("originaux: 2", "originaux: 4"), encoding="utf-8")
        return read(*words)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(planning, "read_filling", disturbed)
        run(house)
    path.write_text(whole, encoding="utf-8")

    assert run(house).exit_code == 0

    assert documents(house) == anew(house, tmp_path / "aside")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_values_are_laid_on_whatever_the_form_of_the_name_of_the_agreement(
    house: Path, form: str
) -> None:
    name = normalize(form, "année")
    folder = house / "agreements"
    (folder / name).mkdir()
    (folder / name / "nombres.yaml").write_text("format: 1\nannées: 3\n", encoding="utf-8")
    typed(_ACT, "    valeurs:\n      années: 3\n", "    données: nombres.yaml\n")(house)
    (folder / "exemple.yaml").rename(folder / f"{name}.yaml")
    head = ("#nom", "parties.commune.nom", "nombres.années")
    path = table(house, head, (("a", "Genlis", "7"),))

    words = ["batch", name, "--data", str(path), "--workspace", str(house), "--twins"]
    result = CliRunner().invoke(cli, words, catch_exceptions=False)

    assert result.exit_code == 0, result.output
    text = (house / "envoi" / name / "a.md").read_text(encoding="utf-8")
    assert "sept ans" in text
    assert "Genlis" in text


def test_a_warning_of_a_cell_goes_with_the_cell(house: Path) -> None:
    path = house / _ACT
    text = path.read_text(encoding="utf-8")
    commune = '    nom: "Longvic"\n'
    path.write_text(text.replace(commune, commune + "    siret: à compléter\n"), encoding="utf-8")
    seen = []
    for typed_ in ("05780000500019", "5780000500019", "05780000500019"):
        table(house, ("#nom", "commune.siret"), (("a", typed_),))
        seen.append("C056" in run(house).output)

    assert seen == [False, True, False]


def test_what_is_found_in_a_cell_is_told_there_though_the_table_has_another_name(
    house: Path,
) -> None:
    path = house / _ACT
    text = path.read_text(encoding="utf-8")
    commune = '    nom: "Longvic"\n'
    path.write_text(text.replace(commune, commune + "    siret: à compléter\n"), encoding="utf-8")
    table(house, ("#nom", "commune.siret"), (("a", "5780000500019"),))
    assert "t.csv:B2: note C056" in run(house).output
    (house / "t.csv").rename(house / "u.csv")

    words = ["batch", "exemple", "--data", str(house / "u.csv"), "--workspace", str(house)]
    result = CliRunner().invoke(cli, [*words, "--twins", "--lang", "en"])

    assert "u.csv:B2: note C056" in result.output
    assert "unchanged: 1" in result.output
