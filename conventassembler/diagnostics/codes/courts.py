"""C475 to C477: the court that judges the disputes of an act."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C475",
        N_("no tribunal administratif is named “{value}”"),
        N_("write the town of a tribunal administratif, for instance: Dijon, Cergy-Pontoise"),
    ),
    error(
        "C476",
        N_("no tribunal administratif is named “{value}”"),
        N_(
            "write “{court}”, the court of this act, or delete the line: the clause then names it"
            " by itself"
        ),
    ),
    error(
        "C477",
        N_("nothing tells which court the clause “{clause}” is to name"),
        N_(
            "add “lieu d'exécution:” to the agreement, with a department, for instance: Côte-d'Or;"
            " or, to the address of the first public body, the line with its postcode"
        ),
    ),
)
