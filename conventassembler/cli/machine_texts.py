"""The texts of what has to do with the computer: open files, the menu, `doctor`, completion."""

from conventassembler.diagnostics.codes.definition import N_

MACHINE_TEXTS = {
    "build-force": N_(
        "Replace documents although Word or LibreOffice seems to have them open: after a crash."
    ),
    "example": N_("Example:"),
    "examples": N_("Examples:"),
    "menu": N_(
        "Offer what there is to do by numbers: to fill, to check, to build, to open a document. On"
        " Windows, a double click on “Menu.cmd” in the workspace does the same."
    ),
    "menu-short": N_("The commands by numbers, without typing them."),
    "menu-what": N_("What do you want to do?"),
    "menu-which": N_("Which agreement?"),
    "menu-for": N_("What for?"),
    "menu-file": N_("Which document?"),
    "menu-model": N_("Which sort of act?"),
    "menu-fill": N_("Fill in an agreement"),
    "menu-check": N_("Check an agreement"),
    "menu-build": N_("Make the documents"),
    "menu-open": N_("Open a document"),
    "menu-new": N_("Begin a new agreement"),
    "menu-batch": N_("Make a convention for each row of a table"),
    "menu-table": N_("Which table?"),
    "menu-sheet": N_("none yet: make the workbook to fill"),
    "menu-sheet-there": N_(
        "“{file}” is there already: it is kept, for somebody may have filled it."
    ),
    "menu-sheet-name": N_("Another name for the new workbook, or Enter alone to go back: "),
    "menu-quit": N_("Quit"),
    "menu-back": N_("Back"),
    "menu-work": N_("to work on it and read it over"),
    "menu-brouillon": N_("to send it as a draft, marked « PROJET », with what is to complete"),
    "menu-relecture": N_("to have it read over, marked « PROJET »"),
    "menu-final": N_("to sign it: nothing may be left to complete"),
    "menu-number": N_("Your choice (a number, then Enter): "),
    "menu-not": N_("Type a number from 0 to {most}, then press Enter."),
    "menu-name": N_("Its name, short and without spaces, for instance longvic-2027: "),
    "menu-none": N_("There is no document of “{name}” yet: make it first."),
    "menu-opened": N_("Opened: {file}"),
    "menu-enter": N_("Press Enter to go on "),
    "menu-bye": N_("You may close this window."),
}
