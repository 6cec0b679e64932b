"""The texts of `try`."""

from conventassembler.diagnostics.codes.definition import N_

TRYING_TEXTS = {
    "try": N_(
        "Show the text of the clause VARIANT, with the values of its worked example, before any"
        " agreement uses it."
    ),
    "try-with": N_(
        "Give a parameter another value; may be repeated, and once more for each item of a list."
    ),
    "try-without": N_(
        "Leave out of the act an article that the clause refers to; may be repeated."
    ),
    "try-model": N_("Try in an act of this model; by default the first that proposes the clause."),
    "try-docx": N_("Write the same text to this Word file too; its folder must exist."),
    "try-values": N_("Values:"),
    "try-typed": N_("  {key}: {value} (from --with)"),
    "try-example": N_("  {key}: {value} (example)"),
    "try-default": N_("  {key}: {value} (default)"),
    "try-blank": N_("  {key}: {value} (no value)"),
    "try-absent": N_("  {key}: left out"),
    "try-references": N_("Refers to:"),
    "try-reference": N_("  {name}: here {label}; “--without {name}” leaves it out"),
    "try-not-word": N_("“{file}” does not end in .docx."),
    "try-no-folder": N_("The folder “{folder}” does not exist."),
    "try-is-folder": N_("“{file}” is a folder."),
}
