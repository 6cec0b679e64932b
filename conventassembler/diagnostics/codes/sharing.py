"""C502 to C510, C516 to C520: declarations and values that several clauses share."""

from conventassembler.diagnostics.codes.definition import N_, error

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
)
