"""C035 to C039, C043, C044, C099, C150 to C156, C158, C160 to C166, C168, C236: tables of acts."""

from conventassembler.diagnostics.codes.definition import N_, Severity, error, note, warning

ROWS = (
    error(
        "C035",
        N_("the column “{header}” is a value that the agreement does not have yet"),
        N_("type “{key}: à compléter” at the left margin of {file}, and fill it from the table"),
        remedy_with=N_("type “{key}: à compléter” under “{group}” in {file}, and fill it so"),
    ),
    error(
        "C036",
        N_("“{label}” stands in “colonnes” for “{path}”, which is no value of this agreement"),
        N_("write the keys that lead to a value, with points between: {known}"),
    ),
    error(
        "C037",
        N_("the name “{name}” is that of row {other} already"),
        N_(
            "tell the two rows apart: correct the cell, or add a column “#nom” with a name of its"
            " own for each, or give a pattern: --named {pattern}"
        ),
        message_with=N_(
            "the name “{name}” is that of row {first} of the first table (numbers of the column"
            " “#ligne”) already"
        ),
        remedy_with=N_("this row is the same as row {twin}: delete one of the two"),
    ),
    error(
        "C099",
        N_("the row “{value}” sums others up, and is no convention"),
        N_(
            "delete the row, or begin one of its cells with “#exemple” so that it is left aside; if"
            " a partner bears this name, fill the other cells of its row"
        ),
    ),
    error(
        "C038",
        N_("“{name}” cannot be the name of a file"),
        N_(
            "choose at most 200 letters, figures, spaces and hyphens, and none of the signs"
            " / : * ? < > |, in the cell or in a column “#nom”"
        ),
    ),
    error(
        "C039",
        N_("“{name}” names no column of the table, nor a value of the agreement"),
        N_("write between braces one of the columns: {known}"),
        message_with=N_("nothing in the pattern “{pattern}” tells one row from another"),
    ),
    error(
        "C044",
        N_("nothing names the act of this row: “{header}” is empty"),
        N_("fill the cell, or give the row a name in a column “#nom”"),
        message_with=N_(
            "the name of the act of this row, “{pattern}”, lacks a part: “{header}” is empty"
        ),
        remedy_with=N_(
            "fill the cell, or type after --named another pattern than “{pattern}”, without the"
            " column “{header}”"
        ),
    ),
    note(
        "C150",
        N_("rows that the sheet does not show are read too: {count} ({rows})"),
        N_("to leave them out, delete them, or copy what you see to another sheet"),
    ),
    note(
        "C151",
        N_("the sheet “{sheet}” was read; the others are: {others}"),
        N_("where the rows are on another sheet, type its name after --sheet"),
    ),
    note(
        "C236",
        N_("sheets with the same columns as “{sheet}”, whose rows are not read: {others}"),
        N_(
            "where these rows are to be made too, copy them below the others, or type the command"
            " again with --sheet and the name of the sheet"
        ),
    ),
    warning(
        "C152",
        N_("these final acts say numbers of pages, and nobody has counted them"),
        N_(
            "renew the fields of each in Word before it is signed (Ctrl+A, F9); of one act, build"
            " --final --pages counts them"
        ),
    ),
    error(
        "C153",
        N_("a brace of the pattern “{pattern}” has no other that goes with it"),
        N_("put each column between two: {example}"),
    ),
    warning(
        "C154",
        N_("a slash parts the lines of this address, and would be printed: “{words}”"),
        N_("type each line as an item of its own: {items}"),
        remedy_with=(
            N_(
                "in a spreadsheet, type “{cell}” instead, or part the lines with Alt+Enter; in a"
                " text editor, type it with straight quotation marks: {quoted}"
            ),
            N_("type “{cell}” instead, or part the lines with Alt+Enter"),
        ),
    ),
    warning(
        "C155",
        N_("the cell is empty, and the act says “{words}”, though the row gives another name"),
        N_(
            "fill the cell of the column “{header}”; where the same is right in this row too, type"
            " it there"
        ),
        final=Severity.ERROR,
        of_batches=True,
    ),
    warning(
        "C156",
        N_("“{words}” stays here in every row, though the column “{header}” replaces it elsewhere"),
        N_(
            "word it so that it suits every row; if it is meant for all of them, accept C156 in"
            " the agreement, with the reason"
        ),
        of_batches=True,
        remedy_with=(
            N_(
                "add the column “{column}” to the table, or word it so that it suits every row; if"
                " it is meant for all of them, accept C156 in the agreement, with the reason"
            ),
        ),
    ),
    warning(
        "C158",
        N_("these {count} acts are alike: no column gives a row another value than the others"),
        N_(
            "write “à compléter” in the agreement for what differs from one act to another, then"
            " have the table made anew (--template), or add a column for it"
        ),
        stands=True,
    ),
    warning(
        "C160",
        N_("the column “{header}” changes the name, and in every row this stays: {words}"),
        N_(
            "add to the table: {columns}; what is not known yet is “à compléter” in the agreement,"
            " and what is meant for all rows is accepted there (C160), with the reason"
        ),
        remedy_with=(
            N_(
                "name them under “colonnes” in {agreement}, then type the command with --template"
                " again: {columns}; what is not known yet is “à compléter” in the agreement, and"
                " what is meant for all rows is accepted there (C160), with the reason"
            ),
        ),
        final=Severity.ERROR,
        of_batches=True,
    ),
    error(
        "C161",
        N_("“{value}” seems to be one text that was cut: the values behind it stand too far"),
        N_(
            "in a text editor, put it between straight quotation marks; in a spreadsheet, type all"
            " of it in the column “{header}”, and each other value in its own"
        ),
    ),
    warning(
        "C162",
        N_("no column changes the name: every act says “{words}”, while this changes: {columns}"),
        N_(
            "add to the table: {column}; if all acts are of one and the same party, accept C162 in"
            " the agreement, with the reason"
        ),
        final=Severity.ERROR,
        of_batches=True,
    ),
    warning(
        "C163",
        N_("no column is of a party: all these acts are of the same ones, {words}"),
        N_(
            "where each row is another party's, add columns to the table: “{column}” and what else"
            " is of it; if all are of these, accept C163 in the agreement, with the reason"
        ),
        of_batches=True,
    ),
    warning(
        "C164",
        N_("“{value}” is what row {row} says of another, “{other}”, in the same column"),
        N_(
            "look which of the two rows is right, and correct the other; if both have it, accept"
            " C164 in the agreement, with the reason"
        ),
        of_batches=True,
    ),
    warning(
        "C165",
        N_("the workbook has no column for {columns}: the record “{record}” says it for all acts"),
        N_(
            "for each row to say its own, type under “{party}” in the agreement: {keys}; or name"
            " another record in each row, in a column “{party}.fiche”; what is right for all rows"
            " needs no name of a column: delete it from “colonnes”"
        ),
        of_batches=True,
    ),
    warning(
        "C166",
        N_("this row still says what the example of the workbook says: {columns}"),
        N_(
            "type over each of these cells what is true of this row, or empty it; where the row is"
            " no act, delete it"
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C168",
        N_("the cell is empty, and the act says “{words}”, though the row fills “{given}”"),
        N_(
            "fill the cell of the column “{header}” with the name that goes with it; where that is"
            " “{words}” in this row too, type it there"
        ),
        final=Severity.ERROR,
        of_batches=True,
    ),
)
