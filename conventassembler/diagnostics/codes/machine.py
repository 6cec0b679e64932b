"""C065 to C089: the computer that the files are on, and the people who share them."""

from conventassembler.diagnostics.codes.definition import N_, error, note

ROWS = (
    error(
        "C065",
        N_("{user}, on {host}, {work} “{name}” since {hour}:{minute} ({day}): nothing was written"),
        N_(
            "wait until it is done, or ask {user}; if nobody works on it any more, delete the file"
            " {lock}, then type the command again"
        ),
    ),
    note(
        "C066",
        N_("{user}, on {host}, {work} “{name}” since {hour}:{minute} ({day})"),
        N_("what is built is what was last kept; build again once it is filled in"),
    ),
)
