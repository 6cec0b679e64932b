"""C3xx: the Markdown of clauses, of the texts of agreements and of rich values.

C33x-C34x what is refused or misread · C358-C369 definitions and containers · C370-C371 marks
that make no list and no heading · C372 brackets.
"""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
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
        N_("this says nothing: a heading, an item or a note without text, or a table without rows"),
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
        N_("this line would become the end of the item or of the definition above it"),
        N_(
            "leave an empty line above it, or indent it as the text above it if it belongs to the"
            " item or to the definition"
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
        N_("“{mark}”: a note at the foot of the page is written where it is called"),
        N_(
            "write it behind the words that it explains, “the words^[What the note says.]”; write"
            " \\[ for a bracket"
        ),
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
        "C347",
        N_("“^[” opens a note at the foot of the page that nothing closes"),
        N_("end the note with “]” in the same paragraph; write \\^ for the sign itself"),
    ),
    error(
        "C348",
        N_("a note at the foot of the page stands in a heading or in a term"),
        N_("put the note in the text below"),
    ),
    error(
        "C349",
        N_("a note at the foot of the page stands in another note"),
        N_("make one note of the two, or put the second one in the text"),
    ),
    error(
        "C358",
        N_("“:” at the beginning of a line defines no term here"),
        N_(
            "write the term alone on the line above, after an empty line, then “: ” with its space,"
            " and indent what goes on with the definition; in a sentence, put the colon at the end"
            " of the line above"
        ),
    ),
    error(
        "C359",
        N_("a term with its definition stands in an item of a list or in another definition"),
        N_("take it out, or write the term in bold at the head of a paragraph"),
    ),
    error(
        "C360",
        N_("a heading stands in a definition"),
        N_("take it out of the definition, or write it in bold"),
    ),
    error(
        "C361",
        N_("“{typed}” opens nothing that is known"),
        N_("write “::: fiche”, “::: tableau” or “::: saut de page”"),
    ),
    error(
        "C362",
        N_("“:::” closes nothing, and has no name to open something"),
        N_("remove it, or write what it opens: “::: fiche”, “::: tableau”, “::: saut de page”"),
    ),
    error(
        "C363",
        N_("“{typed}” is not closed, or not before another one opens"),
        N_("write “:::” alone on the line below its last one"),
    ),
    error(
        "C364",
        N_("“{typed}” stands in an item of a list, in a definition or in a value"),
        N_("write it in the text of the clause or of the agreement, without indentation"),
    ),
    error(
        "C365",
        N_("a “fiche” holds a heading or none, then terms with their definitions, and no table"),
        N_(
            "write each term on a line of its own, and what it is behind “: ” on the next one;"
            " indent what goes on with it by two spaces"
        ),
    ),
    error(
        "C366",
        N_("“{word}” is not the width of a column"),
        N_("write the widths as numbers greater than zero with spaces between: 60 20 20"),
    ),
    error(
        "C367",
        N_("widths given: {count}; columns of the table: {columns}"),
        N_("write one width for each column, for instance 60 20 20"),
    ),
    error(
        "C368",
        N_("“{typed}” does not hold what it should"),
        N_(
            "a “tableau” holds one table and nothing else; a “saut de page” holds nothing: write"
            " “:::” on the next line"
        ),
    ),
    error(
        "C369",
        N_("“{mark}” begins a list here, or goes on with the sentence above"),
        N_(
            "for a list, leave an empty line above it, or end the line above with a colon; in a"
            " sentence, put “{mark}” at the end of the line above"
        ),
    ),
    error(
        "C370",
        N_("“{mark}” does not begin a list: this line and the next would run on"),
        N_(
            "begin the list with “1. ”, “1) ”, “1° ”, “a) ”, “A. ” or “I. ”: the others are counted"
            " for you; else leave an empty line between the two"
        ),
    ),
    error(
        "C371",
        N_("“{mark}” does not make a heading here, and would be printed"),
        N_("write two to six “#” and a space, “## Titre”; write \\# for the sign itself"),
    ),
    error(
        "C372",
        N_("a paragraph holds more than {limit} times “[”"),
        N_("write it in several paragraphs"),
    ),
)
