"""C0xx: the workspace and its files."""

from conventassembler.diagnostics.codes.definition import N_, Code, Severity, error, warning

ROWS = (
    Code(
        "C001",
        Severity.ERROR,
        N_("“{folder}” is not a workspace: it has no “clauses” and “agreements” in it"),
        N_(
            "open the folder that holds “clauses” and “agreements”, or name it: --workspace FOLDER;"
            " where there is none yet, make one: conventassembler init FOLDER"
        ),
        hint=N_("type “{suggestion}”"),
    ),
    error(
        "C002",
        N_("the file “{file}” does not exist"),
        N_("check the spelling of the name, or put the file at that place"),
    ),
    error(
        "C003",
        N_("the file is not UTF-8 text: byte {byte} cannot be read"),
        N_("in your text editor, choose “Save as”, then the encoding UTF-8"),
    ),
    error(
        "C004",
        N_("no agreement is named “{name}”"),
        N_("the agreements of this workspace are: {known}"),
        remedy_with=N_(
            "it is a document of the batch of “{agreement}”: type {agreement} instead; what is of"
            " this document alone stands in its row of the table"
        ),
    ),
    error(
        "C005",
        N_("the file is larger than {limit} and is not read"),
        N_("check that it is the right file; an agreement is a few pages of text"),
    ),
    error(
        "C006",
        N_("“{file}” cannot be written: {reason}"),
        N_(
            "check that you may write in the folder “{folder}”, close the file if it is open in"
            " Word, then type the command again"
        ),
        remedy_with=N_(
            "check that you may write in the folder “{folder}”, and close the file if it is open"
            " in Word: {watched} will be made again by itself, at the next save at the latest"
        ),
    ),
    error(
        "C007",
        N_("the file is empty"),
        N_("write its content, or delete the file"),
    ),
    error(
        "C008",
        N_("“{file}” cannot be read: {reason}"),
        N_("check that it is a file, that you may open it, and that no other program holds it"),
    ),
    warning(
        "C009",
        N_("this file is not read: its name ends in “{ending}”"),
        N_("rename it: {name}"),
    ),
    error(
        "C010",
        N_("this folder holds “{name}” already: nothing was written"),
        N_(
            "name another folder: conventassembler init my-conventions; if this one is your"
            " workspace, it is ready: conventassembler list"
        ),
    ),
    error(
        "C011",
        N_("nothing here is named “{name}”"),
        N_("to see every name: conventassembler list"),
    ),
    error(
        "C012",
        N_("this is a file: no workspace can be made in it"),
        N_("name a folder, new or empty: conventassembler init my-conventions"),
    ),
    error(
        "C013",
        N_("this folder is inside the workspace “{folder}”"),
        N_("go to another folder first, or work in that workspace: it needs no second one"),
    ),
    error(
        "C014",
        N_("this file exists already, and is left as it is"),
        N_("choose another name, or delete the file if you no longer need it"),
        remedy_with=N_(
            "to go on filling it in: conventassembler fill {name}; else choose another name"
        ),
    ),
    error(
        "C015",
        N_("an agreement written there would not be read"),
        N_("agreements stand in the folder “agreements”: type only the name, {name}"),
    ),
    error(
        "C016",
        N_("“{name}” cannot name a file on every computer"),
        N_("choose a short name, of letters, figures and hyphens, for instance: longvic-2027"),
    ),
    error(
        "C018",
        N_("no party and no office is named “{name}”"),
        N_(
            "type a record of the registry, an agreement, one of its parties (longvic/commune), or"
            " an office; “conventassembler list parties” shows the registry"
        ),
    ),
    error(
        "C019",
        N_("this line of the settings cannot be read: “{line}”"),
        N_(
            "write a key, the sign = and a value between double quotes, all on one line, for"
            " instance: {example}; a comment begins with #"
        ),
    ),
    error(
        "C020",
        N_("the key “{key}” has accents, spaces or other signs, and no quotes"),
        N_("write “{bare}”, which is the same key; or put the key between double quotes"),
    ),
    error(
        "C021",
        N_("the value “{value}” has no quotes"),
        N_("put it between double quotes: {quoted}"),
    ),
    error(
        "C022",
        N_("--final asks for a final act, and --status for another: {status}"),
        N_("keep one of the two: --final, or --status {status}"),
    ),
    error(
        "C023",
        N_("“{typed}” is no date"),
        N_("write the year, the month and the day, parted by hyphens, for instance: {example}"),
    ),
    error(
        "C024",
        N_("--pdf and --pdfa would write the same file"),
        N_("keep one of the two: --pdfa to file the document, --pdf to send it"),
    ),
    error(
        "C025",
        N_("what goes out is not put in “{folder}”, which holds other files of the workspace"),
        N_("name another folder; without --to, the files go to “envoi”"),
    ),
    error(
        "C026",
        N_("“{folder}” is a file: nothing can be put in it"),
        N_("name a folder: --to my-folder; without --to, the files go to “envoi”"),
    ),
    error(
        "C027",
        N_("“{typed}” cannot stand at the foot of a page as a version"),
        N_("write a few signs on one line, {most} at most, for instance: --version 3"),
    ),
    warning(
        "C028",
        N_("the numbers of pages still move after several counts"),
        N_(
            "open the file in Word and renew the table of contents there (F9); check the number of"
            " pages, if the text says it"
        ),
    ),
    error(
        "C029",
        N_("comments have no place in an act to sign"),
        N_("take away --annotate, or make a document for a review: --status relecture"),
    ),
    error(
        "C030",
        N_("a final act says a day only beside a version: alone, it could be that of signing"),
        N_("add --version, or take away --date"),
    ),
    error(
        "C031",
        N_("“{name}” is the name of an agreement, and was typed as a version"),
        N_("write the version, then the name, for instance: --version 2 {name}"),
    ),
    warning(
        "C032",
        N_("this final act says numbers of pages, and nobody has counted them"),
        N_("add --pages, and LibreOffice counts them; or renew the fields in Word (Ctrl+A, F9)"),
    ),
    warning(
        "C033",
        N_("“{file}” stays from an earlier sending, and may not say what the new file says"),
        N_("delete it, or ask for that format again: --pdf, --odt"),
    ),
    error(
        "C034",
        N_("no finding has the code “{typed}”"),
        N_("to see every code: conventassembler rule"),
    ),
    error(
        "C017",
        N_("the current folder is gone, or may not be opened: {reason}"),
        N_("go to another folder, then type the command again"),
    ),
)
