"""C502 to C510, C516 to C520, C529, C531, C550: what clauses share, and what values add up to."""

from conventassembler.diagnostics.codes.definition import N_, Severity, error, warning

ROWS = (
    error(
        "C502",
        N_("“{key}” is to be declared as in “{name}”, which is no variant of the library"),
        N_("write “family/variant” after “reprend:”; those that declare “{key}” are: {known}"),
    ),
    error(
        "C503",
        N_("“{key}” is to be declared as in “{name}”, which has no parameter of that key"),
        N_("give it the key that it has there, one of: {known}; or declare it here with “type:”"),
    ),
    error(
        "C504",
        N_("“{key}” is declared as in “{name}”, which takes it from here: nothing says what it is"),
        N_("declare it in one of the two, with “type:” in place of “reprend:”"),
    ),
    error(
        "C505",
        N_("“{key}” is written beside “reprend”, which gives it already"),
        N_("delete “{key}”; or delete “reprend”, and write the whole declaration"),
    ),
    error(
        "C506",
        N_("“reprend” stands inside a parameter, and only whole parameters are taken"),
        N_("write the declaration here, or take the whole parameter that holds it"),
    ),
    error(
        "C507",
        N_("the clause “{clause}” needs the value “{key}”, which “{file}” does not give"),
        N_("write “{key}:” and the value in “{file}”, or under “valeurs” here: {about}"),
    ),
    error(
        "C508",
        N_("the key “{key}” is missing in “{label}”"),
        N_("add a line “{key}:” with {about}; if you do not know yet, write “{key}: à compléter”"),
    ),
    error(
        "C509",
        N_("“{name}” is no name of a file of values"),
        N_("write the name of a file of the folder “agreements/{agreement}”: actions.yaml"),
    ),
    error(
        "C510",
        N_("there is no file “{name}” in the folder “{folder}”"),
        N_("write this file there, with “format: 1” on its first line; the folder has: {known}"),
        remedy_with=N_(
            "if this agreement is a copy of another, copy the folder of its values too, as"
            " “{lacking}”; if not, write this file there, with “format: 1” on its first line"
        ),
    ),
    error(
        "C516",
        N_("an agreement named “{name}” has no files of values: this folder is the party registry"),
        N_("give the agreement another name, and its folder the same"),
    ),
    error(
        "C517",
        N_("“{name}” is no name that “new” can give to a file of values"),
        N_("write a name without a folder that ends in “.yaml”: actions.yaml"),
    ),
    warning(
        "C518",
        N_("“{key}” is of no use: no clause that takes its values here has it ({clauses})"),
        N_("correct it or delete it; what these clauses still lack is: {known}"),
        remedy_with=(
            N_(
                "empty the cell, or choose in the row a clause that has it; where no row has a use"
                " for it, take the column “{header}” out of the table and “{key}” out of its file"
            ),
        ),
        final=Severity.ERROR,
    ),
    error(
        "C519",
        N_("“somme” finds no “{field}” in “{record}”"),
        N_("give it a value there; in the clause, write a field of these records: {known}"),
    ),
    error(
        "C520",
        N_("“somme” cannot add “{value}”, which is “{field}” of “{record}”, to the others"),
        N_("add up amounts alone, whole numbers alone or percentages alone"),
    ),
    error(
        "C529",
        N_("“{name}” would be an empty file: the clauses that name it share no value"),
        N_(
            "name it in two entries whose clauses ask for one same value, no party, that “valeurs”"
            " does not give; or delete “données”"
        ),
    ),
    error(
        "C531",
        N_("“{left} {operator} {right}”: a percentage does not add up with another number"),
        N_("to take a share of an amount, write “amount * percentage / 100”"),
    ),
    error(
        "C550",
        N_("“somme” adds up records, and is not told which of their fields"),
        N_("write a field, between quotes, in the brackets of “somme”; the fields are: {known}"),
    ),
)
