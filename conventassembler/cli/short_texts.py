"""What each command does, in the few words that `--help` has for it in its list."""

from conventassembler.diagnostics.codes.definition import N_

SHORT_TEXTS = {
    "init-short": N_("Make a workspace: clauses, models, an example."),
    "list-short": N_("Show models, clauses and registered parties."),
    "new-short": N_("Write an agreement to fill, from a model."),
    "fill-short": N_("Fill an agreement: by questions, or from a table."),
    "check-short": N_("Check agreements; write nothing."),
    "build-short": N_("Write the Word files and the text twins."),
    "batch-short": N_("Make a convention for each row of a table."),
    "try-short": N_("Show the text of one clause."),
    "forms-short": N_("Show the forms of a party or an office."),
    "upgrade-short": N_("Replace former names by today's."),
}
