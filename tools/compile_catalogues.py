"""Build hook: compiles the message catalogues, so that an installed package can speak.

hatchling runs it for wheels and for editable installs; the `.mo` files are not committed.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Compiles `locale/*/LC_MESSAGES/*.po` beside each file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile every catalogue of the package."""
        for path in sorted(Path(self.root, "conventassembler", "locale").rglob("*.po")):
            with path.open("rb") as source:
                catalogue = read_po(source, locale=path.parent.parent.name)
            with path.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalogue)
