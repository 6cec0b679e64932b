"""C6xx: the house template and the Word file."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

ROWS = (
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
    error(
        "C607",
        N_("the Word file would be faulty, and is not written: {reason} (“{thing}” in {part})"),
        N_(
            "this is a fault of conventassembler and not of your files: please report it with this"
            " message"
        ),
    ),
    error(
        "C608",
        N_("the house template has a fault that Word may refuse: {reason} (“{thing}” in {part})"),
        N_(
            "open the house template in Word, correct it and save it again, or start again from the"
            " template that is shipped"
        ),
    ),
    warning(
        "C609",
        N_("the house template has a fault that Word puts up with: {reason} (“{thing}” in {part})"),
        N_("open the house template in Word and save it again, which often mends such a fault"),
    ),
)
