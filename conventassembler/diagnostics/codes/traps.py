"""C137 to C149, C227 to C229: what YAML, an editor or a transfer makes of a text in silence."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

_LINES = (
    error(
        "C137",
        N_("the colon of this line is behind “{words}”, which YAML takes for a comment"),
        N_("put the key between double quotes, or write it without the sign #"),
    ),
    warning(
        "C138",
        N_("between brackets, the comma parts: “{first}” and “{second}” are two items"),
        N_("put the text that holds the comma between double quotes"),
    ),
    error(
        "C139",
        N_("tags in double braces are for clauses: here they stand for nothing"),
        N_("write the value itself; what depends on a party is written in a clause"),
    ),
    error(
        "C140",
        N_("“{mark}” does not begin an item of a list here"),
        N_(
            "type the hyphen of the keyboard “-”, then a space, all items in one column; Word makes"
            " a long dash or a bullet of it"
        ),
    ),
    warning(
        "C141",
        N_("a tab stands in this text; a space is read in its place"),
        N_("write a space; cells copied from a spreadsheet go each on its own line"),
    ),
    error(
        "C142",
        N_("no space after the hyphen of “{words}”"),
        N_("write a hyphen, a space, then the text of the item"),
    ),
    warning(
        "C143",
        N_("the lines of “{label}” are joined into one"),
        N_("to keep them apart, write each on its own line, with a dash and a space"),
    ),
    error(
        "C145",
        N_("the quotes {opening} {closing} are no quotes of YAML: they would be printed"),
        N_("type the straight quotes of the keyboard at both ends; Word changes them"),
    ),
    error(
        "C146",
        N_("“{key}” belongs to “{above}”, and begins in the same column"),
        N_("begin this line and those that belong to “{above}” two spaces further right"),
    ),
    error(
        "C229",
        N_("“{key}” has its value on its own line, “{value}”: nothing can go below it"),
        N_(
            "begin this line in the same column as “{key}”; if it belongs to “{key}”, give the"
            " value a key of its own, below, as in “signature:”, then “mode: électronique”"
        ),
    ),
)

_VALUES = (
    error(
        "C227",
        N_("“{value}” is no value here: it would be printed as it stands"),
        N_(
            "write the value, or “à compléter” if you do not know it yet; if there is none, delete"
            " the line"
        ),
    ),
    warning(
        "C228",
        N_("the guillemets of “{label}” do not go in pairs: {mark} is alone"),
        N_("write “«” before the words and “»” after them, or delete the one that is alone"),
    ),
)

_FILES = (
    error(
        "C144",
        N_("“{words}” shows a text that went through the wrong encoding"),
        N_(
            "take the file as it was before, open it as UTF-8 and save it as UTF-8; or type the"
            " letters with accents again, in the whole file"
        ),
    ),
    error(
        "C147",
        N_("none of the keys of this file is one of those that it must hold"),
        N_(
            "this file should hold keys such as: {accepted}; compare it with a file that works, or"
            " begin one: conventassembler new"
        ),
    ),
    error(
        "C148",
        N_("the file is not in UTF-8, but, it seems, in {encoding}"),
        N_("in your text editor, choose “Save as”, then the encoding UTF-8"),
    ),
    error(
        "C149",
        N_("this is no text file, but a file of {what}"),
        N_(
            "in a text editor, write a file of plain text; a Word file, a PDF or an image cannot"
            " be read here, whatever its name"
        ),
    ),
)

ROWS = (*_LINES, *_VALUES, *_FILES)
