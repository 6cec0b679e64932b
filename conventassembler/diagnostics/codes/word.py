"""C6xx: the house template and the Word file; C484: a house template that there is not."""

from conventassembler.diagnostics.codes.definition import N_, error, note, warning

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
    error(
        "C610",
        N_("the place for the text of the act {trouble}"),
        N_(
            "leave {{{{p body }}}} once, alone in a paragraph of the text: outside tables, text"
            " boxes, headers and footers"
        ),
    ),
    error(
        "C611",
        N_("the logo “{file}” {trouble}"),
        N_("put a picture .png or .jpg into the workspace, for instance: logos/mairie.png"),
    ),
    warning(
        "C612",
        N_("the house template holds {trace}: every act would have it"),
        N_("in Word, tab Review: accept or refuse every change, delete every comment, and save"),
    ),
    warning(
        "C613",
        N_("braces in the house template make no tag: every act would show them"),
        N_("write the tag with two braces on each side, {{{{ titre }}}}; or delete the braces"),
    ),
    error(
        "C614",
        N_("this is {file_format}, and no house template can be one"),
        N_(
            "open it in Word or LibreOffice and save it as “Word document (.docx)”, without a"
            " password or macros"
        ),
    ),
    error(
        "C615",
        N_("the style “{style}” of the house template is a {other_kind} style"),
        N_("rename it in Word, and make a {style_kind} style of that name"),
    ),
    warning(
        "C616",
        N_("a picture of the house template has no alternative text"),
        N_(
            "in Word, right click on the picture, then “Alternative text”: say what it shows, or"
            " mark it as decorative"
        ),
    ),
    warning(
        "C617",
        N_("the letters of the style “{style}” stand out too little: {ratio} to 1"),
        N_(
            "change its colour, {colour}, or its ground, {ground}: {least} to 1 at least (RGAA 3.2)"
        ),
    ),
    note(
        "C618",
        N_("the house template does not say {lack}"),
        N_("readers, printed or spoken, go by it: see the guide of the house template"),
    ),
    note(
        "C619",
        N_("the house template has no style “{style}”: a plain one will stand in for it"),
        N_("add it in Word, to give it a look of your own"),
    ),
)
