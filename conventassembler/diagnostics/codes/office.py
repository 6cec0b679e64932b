"""C620 to C627: LibreOffice, which makes PDF and OpenDocument files and counts pages."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C620",
        N_("LibreOffice was not found on this computer"),
        N_(
            "install it (libreoffice.org), or say where its program soffice is, in the environment"
            " variable CONVENTASSEMBLER_SOFFICE; the Word file itself needs no LibreOffice"
        ),
    ),
    error(
        "C621",
        N_("LibreOffice cannot be started from “{office}”: {reason}"),
        N_(
            "check what the environment variable CONVENTASSEMBLER_SOFFICE says, if you have set it;"
            " else install LibreOffice again"
        ),
    ),
    error(
        "C622",
        N_("LibreOffice had not finished after {seconds} seconds and was stopped"),
        N_(
            "close LibreOffice and its messages, if it is open, then type the command again, with"
            " one agreement at a time"
        ),
    ),
    error(
        "C623",
        N_("LibreOffice stopped before the end, with the code {number}; it said last: {said}"),
        N_(
            "type the command again; if it stops again, open the Word file in LibreOffice, choose"
            " File, Export as PDF, and look at what it says"
        ),
    ),
    error(
        "C624",
        N_("LibreOffice made no file of “{name}”; it said last: {said}"),
        N_(
            "open the Word file in LibreOffice and choose File, Export as PDF; if that works, your"
            " LibreOffice may not read temporary folders (snap, flatpak): install the one of"
            " libreoffice.org"
        ),
    ),
    error(
        "C625",
        N_("the temporary folder “{folder}” cannot be used: {reason}"),
        N_("make room on the disk, or name another folder in the environment variable TMPDIR"),
    ),
    error(
        "C627",
        N_("the file that LibreOffice made of “{name}” is not what was asked of it"),
        N_("install LibreOffice 7.4 or later; an older one makes no accessible PDF"),
    ),
)
