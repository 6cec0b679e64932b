"""The texts of `rule`."""

from conventassembler.diagnostics.codes.definition import N_

RULING_TEXTS = {
    "rule": N_(
        "Explain the finding CODE (C103): what it says, what to do, why, and an example to"
        " compare. Without code, list them all."
    ),
    "rule-short": N_("Explain the code of a finding."),
    "rule-head": N_("{code} – {level}"),
    "rule-final": N_("{level}; in a final document: {final}"),
    "rule-said": N_("What is told"),
    "rule-remedy": N_("What to do"),
    "rule-why": N_("Why"),
    "rule-bad": N_("Not like this"),
    "rule-good": N_("Like this"),
    "rule-more": N_("To read about one of them, type its code, for instance:"),
    "rule-family-0": N_("The workspace, its files, the commands"),
    "rule-family-1": N_("The YAML of a file, and its keys"),
    "rule-family-2": N_("Values and their types"),
    "rule-family-3": N_("The text of a clause"),
    "rule-family-4": N_("Choices, parties, recitals, the library"),
    "rule-family-5": N_("What clauses make of the values"),
    "rule-family-6": N_("The Word file and the house template"),
    "rule-family-7": N_("What the finished act says"),
}
"""The families go by the figure behind the C."""
