"""C47x: trying a clause before any agreement uses it."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

ROWS = (
    warning(
        "C470",
        N_("tried without a value, which the text shows as to be completed: {keys}"),
        N_("add “{first}:” and a value under “exemple:”, or type “{first}=VALUE” after --with"),
    ),
    error(
        "C471",
        N_("“{typed}” gives no value: a key, an equals sign and a value are awaited"),
        N_("type for instance: --with années=3; between quotes where there are spaces"),
    ),
    error(
        "C472",
        N_("the clause “{clause}” refers to nothing named “{name}”"),
        N_("what it refers to, and can be tried without, is: {known}"),
    ),
    error(
        "C473",
        N_("the library has no model, and a clause is tried in an act of a model"),
        N_("write a model: a file of “clauses/models”"),
    ),
    warning(
        "C474",
        N_("examples name parties that are described nowhere: {names}"),
        N_(
            "describe them in this file, under “parties:”, as an agreement does; until then,"
            " trials show them as to be completed"
        ),
    ),
)
