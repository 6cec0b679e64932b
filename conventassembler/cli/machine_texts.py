"""The texts of what has to do with the computer: open files, the menu, `doctor`, completion."""

from conventassembler.diagnostics.codes.definition import N_

MACHINE_TEXTS = {
    "build-force": N_(
        "Replace documents although Word or LibreOffice seems to have them open: after a crash."
    ),
}
