"""C6xx: the house template and the Word file; C484: a house template that there is not."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C484",
        N_("no house template is named “{name}”"),
        N_("the templates are: {known}; one of your own is a Word file in the folder “templates”"),
    ),
    error(
        "C601",
        N_("the house template has no style named “{style}”"),
        N_("add the style in Word, or start again from the template that is shipped"),
    ),
    error(
        "C602",
        N_("“{template}” is not a Word document that can be read"),
        N_("open it in Word and save it as “Word document (.docx)”, without a password"),
    ),
    error(
        "C603",
        N_("a tag of the house template cannot be understood (message of the reader: “{reason}”)"),
        N_("write the tag again in one go, without formatting inside it: {{{{ titre }}}}"),
    ),
    error(
        "C604",
        N_("a tag of the house template asks for “{name}”, which no agreement gives"),
        N_("a tag may hold one of these names: {known}"),
    ),
    error(
        "C605",
        N_("the house template must have one place for the text of the act, and only one"),
        N_("write {{{{p body }}}} alone in a paragraph, once, where the text of the act goes"),
    ),
    error(
        "C606",
        N_("the list style “{style}” of the house template has no bullet or number"),
        N_(
            "modify the style in Word (Format, Numbering), or start again from the template shipped"
        ),
    ),
)
