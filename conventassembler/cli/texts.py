"""The command line's own texts, and those of click, in the language of the system."""

import gettext
import os

from conventassembler.diagnostics.codes.definition import N_
from conventassembler.diagnostics.wording import LOCALE, language_of, translator

TEXTS = {
    "program": N_(
        "Assemble conventions between public bodies: from an agreement file (YAML) and a clause"
        " library to an editable Word document and a text twin."
    ),
    "workspace": N_("The workspace folder; by default the current folder or one above it."),
    "language": N_("Language of the messages: fr or en."),
    "build": N_("Write the Word file and the text twin of the agreements NAME, or of all."),
    "check": N_("Check the agreements NAME, or all, and write nothing."),
    "schema": N_("Print the JSON Schema of agreement files, for editors."),
    "final": N_("Make a final document: nothing may be left to complete."),
    "strict": N_("Fail for warnings too: nothing is written, and the exit code is 1."),
    "version": N_("Show the version and exit."),
    "no-agreement": N_("This workspace has no agreement: “agreements” holds no .yaml file."),
    "written": N_("written: {file}"),
    "unchanged": N_("unchanged: {file}"),
    "kept": N_("Nothing was written: “output” is as it was."),
    "good": N_("No error."),
    "count": N_("errors: {errors}, warnings: {warnings}"),
    "our-fault": N_(
        "This is a fault of the program, not of your files. Nothing was written. Please report it"
        " with the lines above and the version {version}."
    ),
}


def text(name: str, language: str | None = None) -> str:
    """Return the text `name` in `language`, by default the system's."""
    return translator(language or language_of())(TEXTS[name])


def speak_for_click() -> None:
    """Make click, which asks the gettext of the process, speak the language that we speak.

    Its French is our catalogue `click.po`, since click ships none. This changes the process: it is
    for the program alone, and for no one who imports us.
    """
    os.environ["LANGUAGE"] = language_of()
    gettext.bindtextdomain("click", str(LOCALE))
    gettext.textdomain("click")
