"""The command line's own texts, in the language of the run."""

from conventassembler.cli.batch_texts import BATCH_TEXTS
from conventassembler.cli.doctor_texts import DOCTOR_TEXTS
from conventassembler.cli.editing_texts import EDITING_TEXTS
from conventassembler.cli.explaining_texts import EXPLAINING_TEXTS
from conventassembler.cli.filling_texts import FILLING_TEXTS
from conventassembler.cli.language import spoken
from conventassembler.cli.listing_texts import LISTING_TEXTS
from conventassembler.cli.machine_texts import MACHINE_TEXTS
from conventassembler.cli.metavar_texts import METAVAR_TEXTS
from conventassembler.cli.renewing_texts import RENEWING_TEXTS
from conventassembler.cli.ruling_texts import RULING_TEXTS
from conventassembler.cli.sending_texts import SENDING_TEXTS
from conventassembler.cli.short_texts import SHORT_TEXTS
from conventassembler.cli.templating_texts import TEMPLATING_TEXTS
from conventassembler.cli.trying_texts import TRYING_TEXTS
from conventassembler.cli.watching_texts import WATCHING_TEXTS
from conventassembler.diagnostics.codes.definition import N_
from conventassembler.diagnostics.wording import translator
from conventassembler.writers.page_texts import PAGE_TEXTS

TEXTS = {
    "program": N_(
        "Assemble conventions between public bodies: from an agreement file (YAML) and a clause"
        " library to an editable Word document and a text twin."
    ),
    "workspace": N_("The workspace folder; by default the current folder or one above it."),
    "language": N_("Language of the messages: fr or en."),
    "new": N_(
        "Write an agreement to fill, from the model MODEL, as “agreements/FILE.yaml”, and its files"
        " of values, in “agreements/FILE”."
    ),
    "refused-model": N_(
        "Nothing was written: the model “{model}” proposes what an agreement cannot have. This is"
        " what would be told of the agreement:"
    ),
    "created": N_("created: {file}"),
    "plain-name": N_(
        "A name without spaces or accents needs no quotes and stays the same on every computer; you"
        " may rename the file: {plain}.yaml"
    ),
    "to-fill": N_(
        "{count} values are to be given: open this file, replace each “à compléter”, then type:"
        " {command}"
    ),
    "to-fill-all": N_(
        "{count} values are to be given: open these files, replace each “à compléter”, then type:"
        " {command}"
    ),
    "to-fill-by-questions": N_("Or answer the questions, one by one: {command}"),
    "build-next": N_(
        "Open {file} in Word. To correct it, change {agreement}, never the document, then type:"
        " {command}"
    ),
    "build": N_(
        "Write the Word file and the text twin of the agreements NAME, or of all, in “output”. With"
        " one of the options from --status to --odt, write what is to go out, in “envoi”."
    ),
    "check": N_("Check the agreements NAME, or all, and write nothing."),
    "forms": N_(
        "Show what clauses may say of PARTY: a record of the registry, an agreement or one of its"
        " parties (longvic/commune), a party of the worked examples, or an office."
    ),
    "upgrade": N_(
        "Replace former names of clauses and values by today's: in the agreements NAME, or in all"
        " and in the library's own files."
    ),
    "dry-run": N_("Tell what would change and write nothing; exit code 1 if anything would."),
    "upgraded": N_("files changed: {count}"),
    "to-upgrade": N_("files to change: {count}. Nothing was written."),
    "up-to-date": N_("Nothing to rename: all names are those of today."),
    "not-upgraded": N_("Nothing was written: your files are as they were."),
    "check-final": N_("Tell what stands against a final document, where no blank may be left."),
    "strict": N_("Fail for warnings too: nothing is written, and the exit code is 1."),
    "format": N_(
        "How findings are told: text, for people; json; sarif; github (annotations); gitlab (code"
        " quality)."
    ),
    "misuse-help": N_("Try “{command} --help”"),
    "help": N_("Show this message and exit."),
    "version": N_("Show the version and exit."),
    "no-agreement": N_("This workspace has no agreement: “agreements” holds no .yaml file."),
    "written": N_("written: {file}"),
    "unchanged": N_("unchanged: {file}"),
    "build-unchanged": N_(
        "Nothing has changed: if you have just changed the agreement, have you saved it?"
    ),
    "kept": N_("Nothing was written: “{folder}” is as it was."),
    "good": N_("No error."),
    "accepted": N_("accepted"),
    "accepted-reason": N_("reason: {reason}"),
    "count-accepted": N_(", accepted: {count}"),
    "count": N_("errors: {errors}, warnings: {warnings}"),
    "count-notes": N_(", notes: {count}"),
    "our-fault": N_(
        "This is a fault of the program, not of your files. Please report it with the lines above"
        " and the version {version}."
    ),
    "init": N_(
        "Make a workspace in the folder DIR: a clause library, models, one example to build, and"
        " “LISEZMOI.md”, which says where to begin. Nothing that is there is overwritten."
    ),
    "init-made": N_("A workspace is ready in “{folder}”."),
    "init-kept": N_("left as it was: {file}"),
    "init-next": N_("Read “LISEZMOI.md” there; then type:"),
    "init-menu": N_(
        "Or work by numbers: conventassembler menu (on Windows, a double click on “Menu.cmd”)"
    ),
    **BATCH_TEXTS,
    **EDITING_TEXTS,
    **EXPLAINING_TEXTS,
    **FILLING_TEXTS,
    **LISTING_TEXTS,
    **PAGE_TEXTS,
    **METAVAR_TEXTS,
    **RENEWING_TEXTS,
    **RULING_TEXTS,
    **DOCTOR_TEXTS,
    **MACHINE_TEXTS,
    **SENDING_TEXTS,
    **SHORT_TEXTS,
    **TEMPLATING_TEXTS,
    **TRYING_TEXTS,
    **WATCHING_TEXTS,
}


def text(name: str, language: str | None = None) -> str:
    """Return the text `name` in `language`, by default that of the run.

    Before any run, as where the help of a command is declared, that is the English text, which is
    put into the language when the help is shown.
    """
    return translator(language or spoken())(TEXTS[name])
