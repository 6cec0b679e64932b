"""C40x and C41x: the clauses that an agreement chooses, and their numbers."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

ROWS = (
    error(
        "C400",
        N_("the model “{model}” has no part “{part}”: what stands here would not be shown"),
        N_("delete it, choose another model, or add “{part}” under “ordre” in the model"),
    ),
    error(
        "C401",
        N_("no clause family is named “{family}”"),
        N_("the families of the library are: {known}"),
    ),
    error(
        "C402",
        N_("the family “{family}” has no variant “{variant}”"),
        N_("its variants are: {known}"),
    ),
    error(
        "C403",
        N_("“{family}” is a family of clauses; it does not say which variant"),
        N_("write “{family}/” and one of its variants: {known}"),
    ),
    error(
        "C404",
        N_("“{key}” is a value for a clause, and no clause is chosen here"),
        N_("add “clause: family/variant” to this entry, or delete the value"),
    ),
    error(
        "C405",
        N_("two entries are called “{id}”; the first is on line {first}"),
        N_("add to one of them “repère:” and another name"),
    ),
    error(
        "C406",
        N_("the clause “{clause}” has no parameter “{key}”"),
        N_("its parameters are: {known}"),
    ),
    error(
        "C407",
        N_("the clause “{clause}” needs the value “{key}” ({label})"),
        N_(
            "write “{key}:” and the value under “valeurs”; if you do not know it yet, write"
            " “{key}: à compléter”"
        ),
    ),
    error(
        "C408",
        N_("the clauses “{clause}” and “{other}” exclude each other"),
        N_("delete one of the two, or choose another variant"),
    ),
    error(
        "C409",
        N_("“{clause}” needs “{other}”, which this agreement does not have"),
        N_("add a clause “{other}”, or choose another variant"),
    ),
    error(
        "C410",
        N_("the model has no heading named “{name}”"),
        N_("its headings are: {known}; “aucun” leaves the heading out"),
    ),
    error(
        "C411",
        N_("the heading “{name}” is for level {wanted}, and this entry is on level {level}"),
        N_("move the entry, or choose a heading of level {level}"),
    ),
    error(
        "C412",
        N_("this entry says nothing: it has no clause, no text and no clauses below it"),
        N_("add “clause:”, “texte:” or “clauses:”, or delete the entry"),
    ),
    error(
        "C413",
        N_("the number {number} is already taken, on line {first}"),
        N_("delete “numéro” to have it counted for you, or write another number"),
    ),
    error(
        "C414",
        N_("no model is named “{name}”"),
        N_(
            "the models of the library are: {known}; where none fits, begin with the nearest one"
            " and write your own articles in it"
        ),
    ),
    error(
        "C415",
        N_("“{name}” is no part of an act"),
        N_("the parts that you can write under “ordre” are: {known}"),
    ),
    error(
        "C416",
        N_("the heading “{name}” has no text here"),
        N_("add “titre:” and the text of the heading, or delete “intitulé:”"),
    ),
    error(
        "C417",
        N_("the body uses “{name}”, which the front matter does not declare"),
        N_("declare it under “paramètres”, or use one of: {known}"),
    ),
    warning(
        "C418",
        N_("the parameter “{key}” is declared and never used"),
        N_("use it in the body, or delete it"),
    ),
    error(
        "C419",
        N_("“{key}” would not be shown: this entry has no heading"),
        N_("delete “{key}”; or, among the clauses, give the entry a heading with “intitulé:”"),
    ),
)
