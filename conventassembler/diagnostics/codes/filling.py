"""C045 to C059, C095, C096, C230 to C239 but two: filling an agreement, also from a table."""

from conventassembler.diagnostics.codes.definition import N_, error, note, warning

ROWS = (
    error(
        "C045",
        N_("“{header}” is a value of the record “{record}”, which serves all acts: it is kept"),
        N_(
            "delete this column, or begin its name with “#”; for this act alone, type the key"
            " “{key}” under “{party}” in the agreement; for all acts, correct the record itself"
        ),
        remedy_with=N_(
            "for each row to say its own, type “{typed}” under “{party}” in the agreement, or name"
            " another record in each row, in a column “{party}.fiche”; what is right for all rows"
            " needs no column: delete it"
        ),
    ),
    error(
        "C046",
        N_("“{value}” stands in a column without a name: no value of the agreement is meant"),
        N_(
            "look for a separator too many in the row, or for one in a text without quotation"
            " marks; name the column, or empty the cell"
        ),
    ),
    error(
        "C047",
        N_("“{value}” is a fault of the spreadsheet, and no value"),
        N_("correct the formula of the cell, or type the value in its place, and save"),
    ),
    error(
        "C048",
        N_("“{header}” has in the agreement more than one value, which a cell cannot replace"),
        N_("look at line {line} of “{file}” and type “à compléter” there in place of what stands"),
    ),
    error(
        "C050",
        N_("“{file}” was changed elsewhere while you were filling it: nothing is overwritten"),
        N_("save and close it elsewhere, then type the same command again: it goes on from there"),
    ),
    error(
        "C051",
        N_("the column “{header}” is no value of this agreement"),
        N_(
            "write the keys that lead to a value, with points between: {known}; or begin the name"
            " with “#”, and the column is left aside"
        ),
        remedy_with=N_(
            "write one of the names that “colonnes” gives: {titles}; or begin the name with “#”,"
            " and the column is left aside"
        ),
    ),
    error(
        "C052",
        N_("the column “{header}” may be several values of this agreement: {known}"),
        N_("write one of these instead"),
    ),
    error(
        "C053",
        N_("nothing tells which row of the table is that of this agreement (rows: {count})"),
        N_("type --row {number}, as the sheet numbers it, or --row {pair}, a column and its value"),
        message_with=N_("no row “{row}” in the table"),
        remedy_with=N_("type --row and the number of one of these rows: {rows}"),
    ),
    error(
        "C054",
        N_("“{value}” has lost its figures: the spreadsheet cut a number that was too long"),
        N_("give the column the format “Text”, type the number again whole, and save"),
    ),
    error(
        "C055",
        N_("“{file}” cannot be read as a table: {reason}"),
        N_("give a file .csv, .xlsx, .ods, .json or .yaml whose first row has the names of values"),
        remedy_with=N_("its sheets are: {sheets}; type --sheet and one of these names"),
    ),
    note(
        "C056",
        N_("“{value}” had lost its first zero: “{restored}” is written"),
        N_("in the spreadsheet, give the column the format “Text” to keep zeros"),
    ),
    error(
        "C057",
        N_("the column “{header}” says the same value as the column “{other}”"),
        N_("keep one of the two, and delete the other"),
    ),
    error(
        "C058",
        N_("“{value}” may be a percentage that the spreadsheet keeps as a fraction"),
        N_("type the percentage as a text, with its sign: “{example}”"),
    ),
    note(
        "C059",
        N_("“{header}” has a value already, which is kept"),
        N_("to put that of the table in its place, add --replace"),
    ),
    error(
        "C095",
        N_("this cell is merged with {cell}, which alone has a value"),
        N_(
            "take the cells apart (Excel: Home, Merge, Unmerge; LibreOffice: Format, Merge and"
            " Unmerge), type the value in each row, and save"
        ),
    ),
    error(
        "C096",
        N_("“{value}” is a formula that has no result yet"),
        N_(
            "open the table in Excel or LibreOffice, which work it out, and save it there; or type"
            " the value in its place"
        ),
    ),
    error(
        "C230",
        N_("row {row} of the table holds the names of the columns, and no values"),
        N_("delete this row: the first one alone has the names"),
        remedy_with=N_("type --row and the number of one of these rows: {rows}"),
    ),
    error(
        "C231",
        N_("“{file}” has no row below the names of its columns"),
        N_("type the values of one agreement in the row below the names, and save"),
    ),
    error(
        "C232",
        N_("“{title}” is a title and names no columns: row {first} has cells under no name"),
        N_(
            "delete what stands above the row with the names of the columns, from row {line} on, so"
            " that this row is the first; then save"
        ),
    ),
    error(
        "C233",
        N_("“{value}” is a day with an hour, and a day alone is awaited"),
        N_("delete the hour: “{day}”"),
    ),
    error(
        "C237",
        N_("“{value}” is the number as which a spreadsheet keeps a day: probably “{day}”"),
        N_("give the cell the format of a date, or type the day: “{day}”"),
    ),
    note(
        "C238",
        N_("of “{file}” this program sees no hidden rows, merged cells, faults and percentages"),
        N_("save it as .xlsx, and give that to the command"),
    ),
    warning(
        "C239",
        N_("“{value}” is more than 100 %"),
        N_(
            "look at the cell: in a column of percentages a pasted 20 becomes 2000 %, and is to be"
            " typed again; where more than 100 % is right, whoever keeps the clauses gives the"
            " parameter a “max”"
        ),
    ),
)
