"""`conventassembler.toml` -> settings.

The file is optional, and every key of it is. It is read as YAML files are, by the same types: its
faults are told all at once, each with its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from conventassembler.agreement.acceptances import code_named, unaccepted
from conventassembler.agreement.manner import PROFILE, TEMPLATE, USAGES, manner
from conventassembler.diagnostics import CODES, Diagnostic, Position, Severity, fault
from conventassembler.diagnostics.wording import LANGUAGES
from conventassembler.schema import (
    ChoiceType,
    HeightType,
    ListType,
    MapType,
    RecordType,
    SettledType,
    TextType,
    declare,
)
from conventassembler.schema.pick import items, pick, place
from conventassembler.schema.pick import text as text_of
from conventassembler.schema.types import Findings
from conventassembler.settings import LogoFile, Settings
from conventassembler.source import read_text
from conventassembler.source.toml import read_toml
from conventassembler.values import Integer, Record, Text

_TEXT = SettledType(TextType())
LOGO = RecordType(
    (
        declare("file", _TEXT, "Fichier de l'image, PNG ou JPEG.", required=True),
        declare("text", _TEXT, "Texte de remplacement, pour qui ne voit pas.", required=True),
        declare("party", _TEXT, "Fiche de la partie dont c'est le logo."),
        declare("height", SettledType(HeightType(5, 60)), "Hauteur : 20 mm."),
    ),
    title="logo",
    blank=False,
)
LEVELS: Mapping[str, Severity | None] = MappingProxyType(
    {
        "erreur": Severity.ERROR,
        "avertissement": Severity.WARNING,
        "remarque": Severity.NOTE,
        "ignoré": None,
    }
)
"""What a house may make of a finding of the checks."""
SETTINGS = RecordType(
    (
        declare("profile", PROFILE),
        declare("usages", USAGES),
        declare("template", TEMPLATE),
        declare("language", SettledType(ChoiceType(LANGUAGES)), "Langue de l'outil : fr ou en."),
        declare("levels", SettledType(MapType(SettledType(ChoiceType(tuple(LEVELS)))))),
        declare("logos", SettledType(ListType(LOGO))),
    ),
    blank=False,
)


def load_settings(path: Path, shown: str) -> tuple[Settings, Findings]:
    """Return what the file says, nothing where there is none, and every fault of it.

    `shown` names it in findings.
    """
    if not path.exists() and not path.is_symlink():
        return Settings(), ()
    text, found = read_text(path, shown)
    if text is None:
        return Settings(), found
    node, unread = read_toml(text, shown)
    record, faults = SETTINGS.read(node, "", shown)
    if not isinstance(record, Record):
        return Settings(), (*found, *unread, *faults)
    levels, wrong = _levels(items(record, "levels", tuple), place(record))
    logos = tuple(_logos(items(record, "logos", Record)))
    language = text_of(record, "language")
    said = Settings(manner(record), text_of(record, "template"), logos, levels, language)
    return said, (*found, *unread, *faults, *wrong)


def _levels(
    written: Iterable[tuple[Text, Text | None]], file: Position
) -> tuple[Mapping[str, Severity | None], Findings]:
    levels: dict[str, Severity | None] = {}
    found: list[Diagnostic] = []
    for key, said in written:
        at = key.origin.position or file
        wrong = list(unaccepted(key, at))
        level = LEVELS.get(str(said))
        if not wrong and said and level is None and CODES[code_named(key)].final is not None:
            wrong = [fault("C729", at, name=code_named(key), level=said)]
        found += wrong
        levels |= {} if wrong or said is None else {code_named(key): level}
    return MappingProxyType(levels), tuple(found)


def _logos(records: Iterable[Record]) -> Iterator[LogoFile]:
    for one in records:
        file, text = text_of(one, "file"), text_of(one, "text")
        height = pick(one, "height", Integer)
        if file is not None and text is not None:
            yield LogoFile(file, text, text_of(one, "party"), int(height or 20))
