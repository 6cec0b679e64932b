"""C3xx: the body of a clause, its Markdown and its Jinja tags.

C30x-C31x how tags are written · C32x where they stand · C33x-C34x Markdown · C35x values.
"""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C301",
        N_("the tag “{tag}” is not well written"),
        N_(
            "look at its quotes, brackets and words; a value is written {{{{ name }}}}, without"
            " accents and with “_” between the words: {{{{ nom_complet }}}}"
        ),
    ),
    error(
        "C302",
        N_("the tag “{tag}” is never closed"),
        N_("end it with the braces that answer the first ones: }}}}, %}} or #}}"),
    ),
    error(
        "C303",
        N_("“{tag}” has no end"),
        N_("write {{% {end} %}} where it stops"),
    ),
    error(
        "C304",
        N_("“{tag}” closes or continues no “{begin}” that is open here"),
        N_("remove it, or write the “{begin}” that it goes with; the last opened ends first"),
    ),
    error(
        "C305",
        N_("a clause cannot use “{statement}”"),
        N_(
            "a clause may use for, if, elif, else and set only; put other text in a clause of"
            " its own"
        ),
    ),
    error(
        "C306",
        N_("“{tag}” has an “else”, which a loop cannot have"),
        N_("write the other case in an “if” of its own, after the loop"),
    ),
    error(
        "C307",
        N_("“{tag}” gives no value"),
        N_("write the value after “=”, for instance {{% set total = a + b %}}"),
    ),
    error(
        "C308",
        N_("the “{mark}” beside the braces has no use here"),
        N_("remove it: a tag alone on its line leaves no line, and other blanks are kept"),
    ),
    error(
        "C309",
        N_("the character {character} has no agreed meaning and cannot be printed"),
        N_("replace it with an ordinary character"),
    ),
    error(
        "C310",
        N_("a bullet or a symbol pasted from Word"),
        N_("remove it; an item of a list begins with a hyphen and a space: “- ”"),
    ),
    error(
        "C311",
        N_("the control character {character} is hidden in the text"),
        N_("remove it; typing the line again is often the quickest way"),
    ),
    error(
        "C312",
        N_("unknown filter “{name}”"),
        N_("the filters are: {known}"),
    ),
    error(
        "C313",
        N_("unknown test “{name}”"),
        N_("the tests are: {known}"),
    ),
    error(
        "C314",
        N_("the name “{name}” begins with an underscore"),
        N_("begin names with a letter"),
    ),
    error(
        "C315",
        N_("“{braces}” closes a tag that nothing opened"),
        N_("open the tag with {{{{ for a value or {{% for a statement"),
    ),
    error(
        "C316",
        N_("more than {limit} statements stand inside one another"),
        N_("cut the clause into several"),
    ),
    error(
        "C317",
        N_("a clause has more than {limit} tags"),
        N_("cut the clause into several"),
    ),
    error(
        "C320",
        N_("“{tag}”, alone on its line, falls in the middle of a paragraph or a row"),
        N_("leave an empty line before or after it, or write the whole on the line of the text"),
    ),
    error(
        "C321",
        N_("“{tag}” cuts a list or a table in two"),
        N_("make “{other}” and “{tag}” enclose whole items, whole rows, or the whole of it"),
    ),
    error(
        "C322",
        N_("“{tag}” and “{other}” do not stand in the same place"),
        N_(
            "put both alone on their lines, or both in one paragraph and in the same bold or"
            " italics"
        ),
    ),
    error(
        "C323",
        N_("a statement stands before the mark of an item, a heading or a row"),
        N_("put the statement alone on the line above"),
    ),
    error(
        "C324",
        N_("a value cannot number an item"),
        N_("begin the item with “1. ”: the numbers are counted for you"),
    ),
    error(
        "C325",
        N_("a numbered list begins at {number}"),
        N_("begin it at 1: the numbers are counted for you"),
    ),
    error(
        "C326",
        N_("a tag stands in the address of a link"),
        N_("write the address as text, without link"),
    ),
    error(
        "C330",
        N_("an act has no links"),
        N_("write the address as text, without angle brackets; write \\[ for a bracket"),
    ),
    error(
        "C331",
        N_("a clause has no images"),
        N_("remove the image; pictures belong to the house template"),
    ),
    error(
        "C332",
        N_("backquotes or tildes make this computer code"),
        N_("remove them; write « » to quote, and \\` for the sign itself"),
    ),
    error(
        "C333",
        N_("“>” at the beginning of the line makes a block quotation"),
        N_("remove it, or write \\> for the sign itself"),
    ),
    error(
        "C334",
        N_("a line of hyphens, stars or underscores makes a rule"),
        N_("remove it; leave an empty line between two paragraphs"),
    ),
    error(
        "C335",
        N_("“#” makes the heading of an article, which the clause already has"),
        N_("give the article its heading with “titre”, and begin the others with “##”"),
    ),
    error(
        "C336",
        N_("a heading stands in an item of a list"),
        N_("take it out of the list, or write it in bold"),
    ),
    error(
        "C337",
        N_("cells in this row: {count}; columns of the table: {columns}"),
        N_(
            "separate the cells with “|”, and write \\| for the sign itself; leave an empty line"
            " after the table"
        ),
    ),
    error(
        "C338",
        N_("this says nothing: a heading or an item without text, or a table without rows"),
        N_("write its text, or remove it"),
    ),
    error(
        "C339",
        N_("lists stand more than {limit} deep in one another"),
        N_("make the list flatter: Word has {limit} levels"),
    ),
    error(
        "C340",
        N_("a line of “=” does not make a heading here"),
        N_("begin the heading with “##” and remove the line"),
    ),
    error(
        "C341",
        N_("“{mark}” at the beginning of a line does not make a list: the lines would run on"),
        N_(
            "begin each item with a hyphen and a space, “- ”; in a sentence, put the dash at the"
            " end of the line above"
        ),
    ),
    error(
        "C342",
        N_("this line would become the end of the item above it"),
        N_(
            "leave an empty line above it, or indent it as the text of the item if it belongs to"
            " the item"
        ),
    ),
    error(
        "C343",
        N_("these bars do not make a table"),
        N_(
            "below the row of headings write a line with “---” for each cell, for instance"
            " “| --- | --- |”, and no empty line between the rows; write \\| for the sign itself"
        ),
    ),
    error(
        "C344",
        N_("“{words}”: stars or underscores that open or close nothing would be printed"),
        N_(
            "write as many before as after the words, without a space inside: **gras**, *italique*;"
            " write \\* or \\_ for the sign itself, and “à compléter” in the agreement for a blank"
        ),
    ),
    error(
        "C345",
        N_("“{mark}”: footnotes cannot be written yet"),
        N_("say it in the text, or between parentheses; write \\[ for a bracket"),
    ),
    error(
        "C346",
        N_("“{entity}” is a code of web pages, and would be printed as it is"),
        N_(
            "type the character itself; spaces that must not break are put in for you; write \\&"
            " for the sign itself"
        ),
    ),
    error(
        "C350",
        N_("“{name}” does not exist, in “{tag}”"),
        N_(
            "check the spelling; for a party, write .le, .du or .au, which agree by themselves;"
            " what exists here: {known}"
        ),
    ),
    error(
        "C351",
        N_("“{tag}” is a list, a record or a yes or no: it has no text of its own"),
        N_("name one of its fields, use a filter such as “liste”, or put it in an “if”"),
    ),
    error(
        "C352",
        N_("“{tag}” cannot be computed with the values given"),
        N_("look at the type of each value; a text and a number do not compare or add up"),
    ),
    error(
        "C353",
        N_("“{tag}” asks for what a clause may not do"),
        N_("use the fields of the values and the filters only"),
    ),
    error(
        "C354",
        N_("“{tag}” makes far too much text"),
        N_("look at the loops around it and at the lists that they go over"),
    ),
    error(
        "C355",
        N_("“{tag}” has no value"),
        N_("give the value, or put the tag in an “if”, since the value is optional"),
    ),
    error(
        "C356",
        N_("this text holds several paragraphs, a list, a heading or a table: “{tag}” takes one"),
        N_("shorten the text to one paragraph, or let the tag stand alone in its paragraph"),
    ),
    error(
        "C357",
        N_("in “{tag}”, something is missing or too much between the parentheses of “{name}”"),
        N_(
            "write between them what the filter asks for, for instance accorde(acte); and nothing"
            " where it asks for nothing, for instance en_date"
        ),
    ),
)
