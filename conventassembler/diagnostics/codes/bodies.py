"""C3xx: the body of a clause and its Jinja tags; its Markdown is in `markdown`.

C30x-C31x how tags are written · C32x where they stand · C35x values.
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
        N_("“{tag}” cuts a list, a table or a definition in two"),
        N_(
            "make “{other}” and “{tag}” enclose whole items, whole rows, terms with their"
            " definitions, or the whole of it"
        ),
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
        N_("begin the item with “1. ” or “1° ”: the numbers are counted for you"),
    ),
    error(
        "C325",
        N_("a numbered list begins at {number}"),
        N_(
            "begin it with 1, a), A. or I.: the others are counted for you; if it goes on with a"
            " list above, indent by three spaces what stands between the two"
        ),
    ),
    error(
        "C326",
        N_("a tag stands in the address of a link"),
        N_("write the address as text, without link"),
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
        N_(
            "this text holds several paragraphs, a list, a heading, a table or terms: “{tag}” takes"
            " one paragraph, or less than that"
        ),
        N_(
            "shorten the text to one paragraph, or let the tag stand alone in its paragraph; an"
            " item and a definition take no heading and no terms, a “fiche” no table either"
        ),
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
