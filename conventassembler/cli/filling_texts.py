"""The texts of `fill`."""

from conventassembler.diagnostics.codes.definition import N_

FILLING_TEXTS = {
    "fill": N_(
        "Ask for each value still to be given in the agreement FILE, in the order of the act, and"
        " write each answer in its place at once; or, with --from, take them from a row of a table."
    ),
    "fill-from": N_("Take the values from this file: .csv, .xlsx, .ods, .json or .yaml."),
    "fill-row": N_(
        "The row to take: its number, as the sheet shows it, or a column and its value,"
        " COLUMN=VALUE."
    ),
    "fill-sheet": N_("The sheet to take it from, by its name; by default the first one."),
    "fill-replace": N_("Replace the values that the agreement has already, too."),
    "fill-without-table": N_(
        "{option} is of a table, and none is named: conventassembler fill {name} --from TABLE"
    ),
    "fill-begin": N_(
        "{count} questions about {file}. Type each answer and press Enter; Enter alone leaves it"
        " for later, ? tells more, < goes back, q quits. What you have answered is kept."
    ),
    "fill-one": N_("{way} ({rank} of {count})"),
    "fill-awaited": N_("Awaited: {how}."),
    "fill-hint": N_("Noted in the file: {hint}."),
    "fill-shared": N_(
        "Beware: {file} is a record of the registry, which serves every agreement that takes it up."
    ),
    "fill-where": N_("It is written in {place}, under: {keys}."),
    "fill-clause": N_("Clause {clause}: {about} To see its values: conventassembler list {clause}"),
    "fill-choose": N_("Type the number or the words."),
    "fill-written": N_("written: {value}"),
    "fill-written-lines": N_("written: {count} lines"),
    "fill-unquoted": N_("written: {value}, without quotation marks"),
    "fill-undone": N_("Back to the one before; your answer was taken out: {value}"),
    "fill-line-undone": N_("line taken out: {value}"),
    "fill-dropped": N_("Not kept: {value}"),
    "fill-first": N_(
        "This is the first one. What was given before it is changed in {file}; or type “à"
        " compléter” there in its place, and it is asked for again."
    ),
    "fill-unfinished": N_("Kept, but perhaps unfinished: {way} ({file}, line {line})."),
    "fill-left": N_("Questions left: {count}. To go on: conventassembler fill {name}"),
    "fill-done": N_("All values are given."),
    "fill-group": N_(
        "These are several values, asked for one by one; leave out what does not apply."
    ),
    "fill-by-hand": N_("No question asks for this one, which is to be given in the file: {place}"),
    "fill-next": N_("Next, type:"),
    "fill-taken": N_("{file}, row {row}: {count} values taken."),
}
