"""Keeps the French catalogue in step with the texts of the program.

`python tools/catalogues.py` rewrites the catalogue and compiles it: texts that are gone leave it,
new ones come in without a translation. `--check` changes nothing and fails when the catalogue is
not what a rewriting would make, or when a translation is missing.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from conventassembler.cli.texts import TEXTS
from conventassembler.diagnostics import CODES
from conventassembler.diagnostics.wording import texts

FOLDER = Path(__file__).parent.parent / "conventassembler/locale/fr/LC_MESSAGES"
PATH = FOLDER / "conventassembler.po"
HEADER = r"""# French texts of conventassembler.
msgid ""
msgstr ""
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

"""
"""Written by us, since babel's own holds the time of day and would differ at each run."""


def wanted() -> dict[str, list[str]]:
    """Return every text that needs a translation, with the codes that use it."""
    found: dict[str, list[str]] = {text: [] for text in (*texts(), *TEXTS.values())}
    for row in CODES.values():
        instead = filter(None, (row.message_with, *row.remedy_with))
        for text in (row.message, row.remedy, *instead):
            found[text].append(row.code)
    return found


def read(path: Path = PATH) -> Catalog:
    """Return the catalogue of the file `path`."""
    with path.open("rb") as source:
        return read_po(source, locale="fr")


def updated(old: Catalog) -> Catalog:
    """Return a catalogue of exactly the wanted texts, translations kept."""
    new = Catalog(locale="fr", fuzzy=False)
    for text, codes in wanted().items():
        known = old.get(text)
        translation = known.string if known and not known.fuzzy else ""
        message = new.add(text, translation, auto_comments=[", ".join(codes)] if codes else [])
        message.flags.clear()  # babel takes the `% s` of a Jinja tag for a printf format
    return new


def written(catalogue: Catalog) -> bytes:
    """Return the bytes of the catalogue's file."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=True, width=100)
    return HEADER.encode("utf-8") + buffer.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Return the wanted texts that have no translation, or a doubtful one."""
    found = {text: catalogue.get(text) for text in wanted()}
    return [text for text, item in found.items() if not item or not item.string or item.fuzzy]


def compile_all() -> None:
    """Compile every catalogue of the folder, as the build does."""
    for path in sorted(FOLDER.glob("*.po")):
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, read(path))


def main() -> int:
    """Update and compile the catalogue, or check it; return the exit code."""
    before = PATH.read_bytes()
    catalogue = read()
    after = written(updated(catalogue))
    if "--check" not in sys.argv:
        PATH.write_bytes(after)
        compile_all()
    elif before != after:
        print(f"not up to date: run tools/catalogues.py, then look at {PATH.name}")
    lacking = missing(catalogue)
    for text in lacking:
        print(f"not translated: {text}")
    return int(bool(lacking) or ("--check" in sys.argv and before != after))


if __name__ == "__main__":
    sys.exit(main())
