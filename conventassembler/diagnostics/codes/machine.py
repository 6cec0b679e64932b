"""C065 to C071: the computer that the files are on, and the people who share them."""

from conventassembler.diagnostics.codes.definition import N_, error, note

ROWS = (
    error(
        "C065",
        N_("{who}, on {host}, {work} “{name}” since {hour}:{minute} ({day}): nothing was written"),
        N_(
            "wait until it is done, or ask {who}; if nobody works on it any more, delete the file"
            " {lock}, then type the command again"
        ),
    ),
    note(
        "C066",
        N_("{who}, on {host}, {work} “{name}” since {hour}:{minute} ({day})"),
        N_("what is built is what was last kept; build again once it is filled in"),
    ),
    error(
        "C067",
        N_("“{file}” is open in {program}: {who} has it; nothing was written"),
        N_(
            "close {name} in {program}, then type the command again; if nobody has it open any"
            " more, {program} has crashed and left its mark: add --force"
        ),
        remedy_with=N_(
            "close {name} in {program}: it will be made again at once; if nobody has it open any"
            " more, type in another terminal: conventassembler build {watched} --force"
        ),
    ),
    error(
        "C068",
        N_("“{file}” is open in another program: nothing was written"),
        N_(
            "close {name} in Word, and the preview of the Explorer if it shows it, then type the"
            " command again"
        ),
        remedy_with=N_(
            "close {name} in Word, and the preview of the Explorer if it shows it: {watched} will"
            " be made again at once"
        ),
    ),
    error(
        "C069",
        N_("the path of “{file}” has {signs} signs: Windows takes {most}"),
        N_("give the agreement a shorter name, or move the workspace to a folder nearer to C:"),
    ),
    error(
        "C070",
        N_("Windows takes no folder of the name “{part}”"),
        N_("choose a name of letters, figures and hyphens, without a point or a space at its end"),
    ),
    error(
        "C071",
        N_("“{file}” could not be opened: {reason}"),
        N_("open it with a double click in its folder; it needs Word or LibreOffice"),
    ),
)
