"""C090 to C094: the workbook that is filled with the values of many conventions."""

from conventassembler.diagnostics.codes.definition import N_, error, note

ROWS = (
    error(
        "C090",
        N_("“{file}” has nothing to fill: no value that is “à compléter”, and no “colonnes”"),
        N_(
            "type “à compléter” for the values that differ from one convention to another, or name"
            " their columns under “colonnes”"
        ),
    ),
    note(
        "C091",
        N_("“{way}” awaits a group of keys: it has no column in the workbook"),
        N_("type its keys in the agreement, each “à compléter”: each of them has a column then"),
    ),
    error(
        "C092",
        N_("“{file}” is no name of a workbook"),
        N_("give a name that ends in .xlsx: “{example}”"),
    ),
    note(
        "C093",
        N_("row {row} is an example, for it says “{value}”: nothing is made of it"),
        N_("if it is a true one, type its value in place of “{value}”; else leave it or delete it"),
    ),
    error(
        "C094",
        N_("“{file}” is there already: it is kept, for somebody may have filled it"),
        N_("give another name behind --template, or move {name} away"),
    ),
)
