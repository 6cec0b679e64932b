"""The texts of the command `list`; `texts.py` puts them with the others."""

from conventassembler.diagnostics.codes.definition import N_

LISTING_TEXTS = {
    "list": N_(
        "Show what this workspace offers: models, clauses and when to choose each, parties of the"
        " registry. WHAT is “models”, “clauses”, “parties”, a family (duree), a variant"
        " (duree/tacite), a model or a party; a variant is shown with the values that it asks for,"
        " a model with its clauses."
    ),
    "json": N_("Print the same as JSON, for other programs."),
    "list-models": N_("Models: the acts that can be written"),
    "list-clauses": N_("Clauses: when to choose each"),
    "list-parties": N_("Party registry: what “fiche:” may take up"),
    "list-no-models": N_("(no model)"),
    "list-no-clauses": N_("(no clause)"),
    "list-no-parties": N_("(no record)"),
    "list-more": N_("To see the values that a clause asks for, type its name, for instance:"),
    "list-titled": N_("{id} – {title}"),
    "list-shared": N_("{words} (values in {file})"),
    "list-quoted": N_("“{words}”"),
    "list-choose-when": N_("Choose it when: {words}"),
    "list-values": N_("Values to give under “valeurs”:"),
    "list-no-values": N_("It asks for no value."),
    "list-required": N_("{type}; required"),
    "list-optional": N_("{type}; optional"),
    "list-default": N_("{type}; by default: {value}"),
    "list-empty": N_("an empty list"),
    "list-nothing": N_("nothing"),
    "list-choice": N_("one of {words}"),
    "list-each": N_("{type}, each item: {items}"),
    "list-bounded": N_("{type}, {bounds}"),
    "list-length": N_("{type}, number of characters: {bounds}"),
    "list-items": N_("{type}, number of items: {bounds}"),
    "list-between": N_("from {min} to {max}"),
    "list-least": N_("{min} or more"),
    "list-most": N_("{max} or less"),
    "list-basis": N_("Legal basis: {words}"),
    "list-requires": N_("Needs beside it: {words}"),
    "list-excludes": N_("Cannot stand with: {words}"),
    "list-reviewed": N_("Last read by a jurist on: {words}"),
    "list-file": N_("File: {words}"),
    "list-order": N_("Order of the act: {words}"),
    "list-model-parties": N_("Parties: {words}"),
    "list-preamble": N_("Preamble:"),
    "list-outline": N_("Clauses:"),
    "list-annexes": N_("Annexes:"),
    "list-own-text": N_("(a text of its own)"),
    "list-model-requires": N_("Such an act should have: {words}"),
    "list-short-name": N_("{full_name}, “{short_name}”"),
    "list-used-by": N_("Taken up by: {words}"),
    "list-unused": N_("Taken up by no agreement."),
}
