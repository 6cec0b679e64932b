"""C532 to C549: parties in groups, and partners who do not sign."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C532",
        N_("“{key}” is already the name of a party, of a partner or of a group"),
        N_("write another name for it"),
    ),
    error(
        "C533",
        N_("nothing tells whether “{name}” is masculine or feminine"),
        N_("add “genre: masculin” or “genre: féminin” to this group; write the name with “les”"),
    ),
    error(
        "C534",
        N_("“{party}” is in the group “{group}” already"),
        N_("leave it in one group, once"),
    ),
    error(
        "C535",
        N_("the library has no clause “{clause}” to present them"),
        N_(
            "write that file in “clauses”, or name a clause in the model, after “présentation des"
            " groupes:” or “présentation des partenaires:”"
        ),
    ),
    error(
        "C536",
        N_("“{name}” does not name several parties"),
        N_("write a plural with its article, for instance “les Communes”"),
    ),
)
