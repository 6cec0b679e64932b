"""C04x: what editors ask for, and what `explain` is asked."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C040",
        N_("no kind of file is called “{name}”"),
        N_("the kinds of files of which there is a schema are: {known}"),
    ),
    error(
        "C041",
        N_("the text of “{name}” has no “{typed}”"),
        N_(
            "type the number of an article as it is printed (“article 5”), “annexe 2”, “visa 3”,"
            " “préambule”, “signature”, or a few words of the text; the headings are: {known}"
        ),
        message_with=N_("the text of “{name}” has no “{typed}”: the last is “{last}”"),
    ),
    error(
        "C042",
        N_("“{name}” has errors, and its text cannot be composed before they are gone"),
        N_("correct what stands above, then type the same command again"),
    ),
)
