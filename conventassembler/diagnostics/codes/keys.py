"""C1xx: YAML, and the keys of a file."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

_KEYS = (
    error(
        "C101",
        N_("the key “{key}” is written twice; the first is on line {line}"),
        N_("keep one of the two; capitals, accents, spaces and hyphens do not make keys differ"),
    ),
    error(
        "C102",
        N_("the key “{key}” is missing in “{label}”"),
        N_("add a line “{key}: ...”; if you do not know yet, write “{key}: à compléter”"),
    ),
    error(
        "C103",
        N_("unknown key “{key}”"),
        N_("the keys that you can write here are: {accepted}"),
    ),
    error(
        "C104",
        N_("“{label}” takes one value, and here is a list or a group of keys"),
        N_(
            "write the value on the line of its key, after the colon; for a text with dashes or"
            " paragraphs the bar is missing: write “key: |”, and the text below it, indented"
        ),
    ),
    error(
        "C105",
        N_("the file does not say its format"),
        N_("begin the file with the line “format: 1”"),
    ),
    error(
        "C106",
        N_("the format “{value}” is not known to this version"),
        N_("write “format: 1”, or install a newer version of conventassembler"),
    ),
    error(
        "C107",
        N_("nothing is written after “{label}”"),
        N_("write the value; if you do not know it yet, write: à compléter"),
    ),
    error(
        "C108",
        N_("this entry of “{label}” does not say what it is"),
        N_("begin it with one of these keys: {accepted}"),
    ),
    error(
        "C109",
        N_("“{key}” and “{other}” cannot go together in one entry of “{label}”"),
        N_("make two entries, each on its own line with a dash and a space"),
    ),
    error(
        "C133",
        N_("“{label}” must be a list"),
        N_("write each item on its own line, under the key, with a dash and a space"),
    ),
    error(
        "C134",
        N_("“{label}” must hold keys and values"),
        N_(
            "write “key: value”, one a line, without a dash; below a key, begin the lines two"
            " spaces further right"
        ),
    ),
    warning(
        "C135",
        N_("“{words}” is not read: YAML takes it for a comment"),
        N_("put the whole value between double quotes; in a comment, leave a space after the #"),
    ),
    error(
        "C136",
        N_("the words before the colon are read as a key: “{words}”"),
        N_("put the whole between double quotes, as any text that has a colon"),
    ),
)

_BROKEN_YAML = (
    error(
        "C110",
        N_("a tab is written where spaces are needed"),
        N_("replace the tab at the beginning of the line with spaces, two for each level"),
    ),
    error(
        "C111",
        N_("no colon after “{words}”"),
        N_(
            "write “key: value”; if the text runs over several lines, write “key: |” and the"
            " text below, indented"
        ),
    ),
    error(
        "C112",
        N_("the quote {quote} opened here is never closed"),
        N_("close it with {quote} at the end of the text"),
    ),
    error(
        "C113",
        N_("the bracket {bracket} opened here is not closed by {closing}"),
        N_(
            "close it with {closing}; if the bracket belongs to a text, put the text between"
            " double quotes"
        ),
    ),
    error(
        "C114",
        N_("no space after the colon"),
        N_("write a space between the colon and the value"),
    ),
    error(
        "C115",
        N_("a colon is written inside a value without quotes"),
        N_("put the whole value between double quotes"),
    ),
    error(
        "C116",
        N_("a value without quotes cannot hold “{character}” here"),
        N_("put the whole value between double quotes"),
    ),
    error(
        "C117",
        N_("this line does not begin in the right column"),
        N_(
            "align it with the other lines of its level; what belongs to a key goes below it,"
            " two spaces further right"
        ),
    ),
    error(
        "C118",
        N_("the backslash has a special meaning between double quotes"),
        N_("write two backslashes, or put the value between single quotes"),
    ),
    error(
        "C119",
        N_("this line cannot be read (message of the YAML reader: “{problem}”)"),
        N_("compare this line and the one above with those of a file that works"),
    ),
    error(
        "C129",
        N_("a list cannot begin on the line of its key"),
        N_("begin each item on its own line, under the key, with a dash and a space"),
    ),
    error(
        "C130",
        N_("“{words}” is written after the end of the value"),
        N_("put the whole value between double quotes; they may hold apostrophes"),
    ),
)

_REFUSED_YAML = (
    error(
        "C120",
        N_("the anchor “&{name}” is not accepted"),
        N_("delete it; if the & belongs to a text, put the whole text between double quotes"),
    ),
    error(
        "C121",
        N_("the alias “*{name}” is not accepted"),
        N_(
            "write the value itself; if the star belongs to a text, put the whole text between"
            " double quotes"
        ),
    ),
    error(
        "C122",
        N_("the tag “{tag}” is not accepted"),
        N_(
            "delete it; if the exclamation mark belongs to a text, put the whole text between"
            " double quotes"
        ),
    ),
    error(
        "C123",
        N_("a second document begins here"),
        N_("a file holds one document: delete this line, or make a second file"),
    ),
    error(
        "C124",
        N_("the merge key “<<” is not accepted"),
        N_("write the keys themselves; what parties share goes into the party registry"),
    ),
    error(
        "C125",
        N_("a list or a group cannot be a key"),
        N_("write a word before the colon; put a text that holds brackets between double quotes"),
    ),
    error(
        "C126",
        N_("more than {limit} levels are nested in one another"),
        N_("check the brackets; an agreement has about seven levels"),
    ),
    warning(
        "C127",
        N_("the character {character}, which cannot be printed, was left out of the text"),
        N_("delete it and type the text again; it often comes from a bullet pasted from Word"),
    ),
    error(
        "C128",
        N_("a no-break space is written where an ordinary space is needed"),
        N_("delete this space and type it again with the space bar alone"),
    ),
    error(
        "C131",
        N_("a clause file must begin with the line “---”"),
        N_("write “---”, the title and the parameters, “---” again, then the text"),
    ),
    error(
        "C132",
        N_("no second line “---” ends the front matter"),
        N_("write “---” alone on its line, before the text of the clause"),
    ),
)

ROWS = (*_KEYS, *_BROKEN_YAML, *_REFUSED_YAML)
