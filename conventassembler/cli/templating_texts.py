"""What the commands on house templates say."""

from conventassembler.diagnostics.codes.definition import N_

TEMPLATING_TEXTS = {
    "template": N_("The house templates, Word files that carry the looks of acts."),
    "template-short": N_("List, make and check house templates."),
    "template-list": N_("Show the house templates that there are: those shipped, and yours."),
    "template-list-short": N_("Show the house templates."),
    "template-new": N_(
        "Write “templates/NAME.docx”, a copy of a house template to edit in Word; nothing that is"
        " there is overwritten."
    ),
    "template-new-short": N_("Write a copy to edit in Word."),
    "template-replaces": N_(
        "Mind: from now on “{file}” goes before “{name}”, which comes with the tool: all acts that"
        " use it change with your copy. To keep both, give the file another name."
    ),
    "template-from": N_("The template to copy: maison (by default), classique, or one of yours."),
    "template-check-help": N_(
        "Tell all that the house templates NAME, or the Word files FILE, lack, and where; by"
        " default those of the folder “templates”. Nothing is written."
    ),
    "template-check-short": N_("Tell all that a template lacks."),
    "template-strict": N_("Fail for warnings too: the exit code is 1."),
    "template-shipped": N_("shipped"),
    "template-house": N_("← that of the house"),
    "template-none": N_(
        "The folder “templates” holds no house template; to make one, type: conventassembler"
        " template new NAME"
    ),
    "template-next": N_("What to do next:"),
    "template-open": N_("open {file} in Word"),
    "template-styles": N_(
        "change its styles (tab Home, Styles, right click, Modify), its header, its footer and its"
        " margins; add a logo to the header, with an alternative text"
    ),
    "template-keep": N_(
        "keep {{{{p body }}}}, where the text of the act goes, and every style under its name"
    ),
    "template-check": N_("save, then type: conventassembler template check {name}"),
    "template-choose": N_(
        "write “gabarit: {name}” in an agreement, or {line} in conventassembler.toml"
    ),
}
