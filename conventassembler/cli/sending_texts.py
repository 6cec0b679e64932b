"""The help of the options of `build` for what goes out."""

from conventassembler.diagnostics.codes.definition import N_

SENDING_TEXTS = {
    "send-status": N_(
        "brouillon (marked « PROJET », with the list of what is to complete), relecture (marked) or"
        " final (to sign); brouillon by default."
    ),
    "send-final": N_("--status final: nothing may be left to complete."),
    "send-version": N_("Say this version at the foot of each page, for instance 3."),
    "send-date": N_("Say this day at the foot of each page, for instance 2026-11-15."),
    "send-to": N_("Put the files in the folder DIR instead of “envoi”."),
    "send-annotate": N_("Add comments that tell the clause and its basis."),
    "send-lines": N_("Number the lines in the margin."),
    "send-pages": N_(
        "Say the pages in the table of contents, and how many the act has (LibreOffice)."
    ),
    "send-pdf": N_("Make a PDF too, accessible (LibreOffice)."),
    "send-pdfa": N_("Make a PDF/A too, for archives (LibreOffice)."),
    "send-odt": N_("Make an OpenDocument file too (LibreOffice)."),
}
