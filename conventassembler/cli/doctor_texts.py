"""The texts of `doctor`: what each thing is for, and how to get it."""

from conventassembler.diagnostics.codes.definition import N_

OTHERWISE = {
    ("workspace", "absent"): ("doctor-workspace-lack", "doctor-workspace-get"),
    ("folder", "doubtful"): ("doctor-folder-lack", "doctor-folder-get"),
    ("terminal", "doubtful"): ("doctor-terminal", "doctor-terminal-get"),
    ("libreoffice", "absent"): ("doctor-libreoffice-lack", "doctor-libreoffice-get"),
    ("libreoffice", "doubtful"): ("doctor-libreoffice-mute", "doctor-libreoffice-get"),
    ("font", "doubtful"): ("doctor-font-alike", ""),
    ("font", "absent"): ("doctor-font-lack", "doctor-font-get"),
    ("git", "absent"): ("doctor-git-lack", "doctor-git-get"),
    ("sheets", "absent"): ("doctor-sheets-lack", "doctor-sheets-get"),
    ("cache", "absent"): ("doctor-cache-lack", "doctor-cache-get"),
}
"""What is said of an item that is not as it should be, and what to do; else `doctor-KEY`."""

DOCTOR_TEXTS = {
    "doctor": N_(
        "Tell what this computer has for the program, what each thing is for and how to get it."
        " Nothing that is absent is a fault: the exit code is 0."
    ),
    "doctor-short": N_("What this computer has, and what it lacks."),
    "doctor-good": N_("[ok]"),
    "doctor-absent": N_("[absent]"),
    "doctor-doubtful": N_("[look]"),
    "doctor-program": N_("conventassembler {value}, in {other}"),
    "doctor-python": N_("Python {value}: {other}"),
    "doctor-workspace": N_("workspace: {value} (agreements: {other})"),
    "doctor-workspace-lack": N_("no workspace here: most commands need one"),
    "doctor-workspace-get": N_(
        "go to the folder that holds “clauses” and “agreements”, or make one: conventassembler init"
        " my-conventions"
    ),
    "doctor-folder": N_("files can be written in “{value}”"),
    "doctor-folder-lack": N_("no file can be written in “{value}”"),
    "doctor-folder-get": N_("ask for the right to write there"),
    "doctor-terminal": N_("encoding of the terminal: {value}"),
    "doctor-terminal-get": N_(
        "some signs are printed as others (-> for an arrow); in cmd.exe, type first: chcp 65001"
    ),
    "doctor-libreoffice": N_("LibreOffice {value}: {other} (for --pages, --pdf, --pdfa and --odt)"),
    "doctor-libreoffice-lack": N_(
        "LibreOffice, for --pages, --pdf, --pdfa and --odt; Word files are made without it"
    ),
    "doctor-libreoffice-mute": N_("LibreOffice, which does not say its version: {other}"),
    "doctor-libreoffice-get": N_(
        "install it from libreoffice.org, 7.4 or later; where only the portable version may be"
        " used, say where it is: CONVENTASSEMBLER_SOFFICE"
    ),
    "doctor-font": N_("font {value}, which the house template asks for"),
    "doctor-font-alike": N_(
        "font {value}, which the house template asks for; {other} takes the same room here"
    ),
    "doctor-font-lack": N_("font {value}, which the house template asks for"),
    "doctor-font-get": N_(
        "Word files are right without it; a PDF or a count of pages made here is exact with it, or"
        " with a font of the same measures (Liberation, Carlito)"
    ),
    "doctor-git": N_("git: {value} (to keep and compare the versions)"),
    "doctor-git-lack": N_("git, to keep and compare the versions; nothing else needs it"),
    "doctor-git-get": N_("install it from git-scm.com; there is a portable version for Windows"),
    "doctor-sheets": N_("spreadsheets: read by python-calamine {value} (for fill --from)"),
    "doctor-sheets-lack": N_("spreadsheets cannot be read (fill --from); CSV can"),
    "doctor-sheets-get": N_("python -m pip install python-calamine"),
    "doctor-cache": N_(
        "things kept to go faster (number / MB): {value}, in {other}; that folder may be deleted"
    ),
    "doctor-cache-lack": N_("nothing is kept to go faster: each run reads the whole library again"),
    "doctor-cache-get": N_(
        "take the variable CONVENTASSEMBLER_CACHE away, or let it name a folder"
    ),
    "doctor-watch": N_("changes of files are seen without any other program (watch, preview)"),
    "doctor-language": N_("Language of the messages: {value} (--lang chooses another)"),
}
