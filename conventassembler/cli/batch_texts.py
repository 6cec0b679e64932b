"""The texts of `batch`."""

from conventassembler.diagnostics.codes.definition import N_

BATCH_TEXTS = {
    "batch": N_(
        "Make a convention for each row of a table, of the agreement NAME with the values of the"
        " row, in “envoi/NAME”. All rows are checked before anything is written. The same command,"
        " typed again, makes only what is missing or changed."
    ),
    "batch-data": N_("The table: .csv, .xlsx, .ods, .json or .yaml."),
    "batch-sheet": N_("The sheet to take, by its name; by default the first one."),
    "batch-template": N_(
        "Write the workbook to fill with the values of all conventions, a column for each, and"
        " make none; FILE by default is NAME.xlsx."
    ),
    "sheet-ending": N_("“{file}” is no workbook; give a name that ends in .xlsx: {example}"),
    "sheet-columns": N_("columns: {count}; fill a row for each convention, then type:"),
    "batch-named": N_(
        "How each convention is named, with columns or keys between braces: {commune}-2027."
    ),
    "batch-to": N_("Put the files in the folder DIR instead of “envoi/NAME”."),
    "batch-twins": N_("Write the text twin of each convention, too."),
    "batch-keep-going": N_(
        "Write the good rows though others are refused, and the refused ones in a table to correct."
    ),
    "batch-jobs": N_("How many processes work; by default as many as there are cores."),
    "at-least": N_("{least} or more"),
    "batch-executor": N_(
        "Who makes the conventions: here (this process), pool (several processes), or a Dask"
        " cluster, dask:tcp://127.0.0.1:8786."
    ),
    "batch-force": N_(
        "Replace files that a program has open, that no batch made, or that were changed after it:"
        " nobody works on them."
    ),
    "batch-without-table": N_("name the table: conventassembler batch {name} --data TABLE"),
    "batch-progress": N_("{done} of {total} rows, {rate} a second, {left} left"),
    "batch-progress-rows": N_("{done} of {total} rows"),
    "batch-progress-row": N_("{done} row of {total}"),
    "batch-common": N_("In the agreement itself, for {count} of the rows ({rows}):"),
    "batch-common-one": N_("In the agreement itself, for one of the rows ({rows}):"),
    "batch-common-all": N_("In the agreement itself, for all rows:"),
    "batch-common-rest": N_("In the agreement itself, for all rows without another error:"),
    "batch-of-rows": N_("In the rows:"),
    "batch-more": N_(
        "findings of rows that are not shown: {count}; the codes of all are in the manifest."
    ),
    "batch-more-faults": N_(
        "findings of rows that are not shown: {count}; correct these first, or type the command"
        " with --format json."
    ),
    "batch-refused": N_(
        "Nothing was written; rows that are refused: {refused} of {total}. Correct {files}, then"
        " type the same command again; or add --keep-going, which writes the others."
    ),
    "batch-all-refused": N_(
        "Nothing was written; rows that are refused: {refused} of {total}. Correct {files}, then"
        " type the same command again."
    ),
    "batch-and": N_("{others} and {last}"),
    "batch-or": N_("{others} or {last}"),
    "batch-written": N_("written: {written}, unchanged: {unchanged}, refused: {refused}"),
    "batch-blanks": N_("values still to be given: {count}; the manifest says in which"),
    "batch-manifest": N_("manifest: {file}"),
    "batch-refused-file": N_(
        "refused rows, each with what is wrong: {file}. Correct them there, then type: {command}"
    ),
    "batch-refused-all": N_(
        "refused rows, each with what is wrong: {file}. Correct {files}, then type the same"
        " command again."
    ),
    "batch-next": N_(
        "To correct a convention, change its row or the agreement, never the document, then type"
        " the same command: only what has changed is made again."
    ),
    "batch-interrupted": N_(
        "Interrupted; rows that are made and kept: {made}. The same command goes on from there."
    ),
    "batch-interrupted-early": N_(
        "Interrupted; no row was kept this time. The same command begins again."
    ),
    "batch-broken": N_(
        "rows that are made and kept: {made}; not all of them are in the folder yet"
    ),
    "batch-there": N_(
        "nothing was written: documents that are in the folder as they are to be: {made}"
    ),
    "batch-half-moved": N_(
        "Interrupted while the files were moved to their folder. The same command moves the rest."
    ),
    "batch-row": N_("row"),
    "batch-name": N_("name"),
    "batch-file": N_("file"),
    "batch-digest": N_("sha256"),
    "batch-left": N_("to complete"),
    "batch-codes": N_("findings"),
    "batch-state": N_("state"),
    "batch-agreement": N_("original agreement"),
    "batch-is-written": N_("written"),
    "batch-is-unchanged": N_("unchanged"),
    "batch-is-refused": N_("refused"),
    "batch-is-earlier": N_("of an earlier run"),
    "batch-seconds": N_("{count} s"),
    "batch-minutes": N_("{count} min"),
}
