"""C42x to C44x: faults inside the library itself."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C420",
        N_("“{value}” is not a type"),
        N_("the types are: {known}"),
    ),
    error(
        "C421",
        N_("“{key}” has no use with the type “{type}”"),
        N_("delete it, or choose another type"),
    ),
    error(
        "C422",
        N_("the parameter “{key}” has a name that the text cannot use"),
        N_("choose another name, made of letters; these are taken: {reserved}"),
    ),
    error(
        "C423",
        N_("the minimum, {min}, is above the maximum, {max}"),
        N_("exchange “min” and “max”"),
    ),
    error(
        "C424",
        N_("this clause file is not in the folder of a family"),
        N_("move it to “clauses/family/variant.md”"),
    ),
    error(
        "C425",
        N_("“{name}” cannot name a family, a variant or a model"),
        N_("use lower-case letters without accents, figures and hyphens only"),
    ),
    error(
        "C426",
        N_("the library has neither a variant nor a family named “{name}”"),
        N_("write “family” or “family/variant”, as the files are named"),
    ),
    error(
        "C427",
        N_("the numbering “{value}” does not say where the number goes"),
        N_("write {{n}} in place of the number, for instance: Article {{n}}"),
    ),
    error(
        "C428",
        N_("the clause excludes “{name}”, which is itself or a clause that it requires"),
        N_("delete one of the two lines"),
    ),
    error(
        "C429",
        N_("the code “{key}” is described twice; the first time in {file}"),
        N_("keep one of the two"),
    ),
    error(
        "C430",
        N_("the library has no variant named “{name}”"),
        N_("write “family/variant”; the variants are: {known}"),
    ),
    error(
        "C431",
        N_("the clause “{clause}” has no parameter “{key}”"),
        N_("its parameters are: {known}"),
    ),
    error(
        "C432",
        N_("the clause has no text"),
        N_("write its text below the second line “---”"),
    ),
    error(
        "C433",
        N_("the numbering “{value}” has its number more than once"),
        N_("keep one {{n}} only, for instance: Article {{n}}"),
    ),
    error(
        "C434",
        N_("the library has no model named “{name}” to take from"),
        N_("write the name of another model; they are: {known}"),
    ),
    error(
        "C435",
        N_("the model takes from “{name}”, which takes from this one: it goes round in a circle"),
        N_("delete one of the lines “reprend:”, so that one model is written whole"),
    ),
    error(
        "C436",
        N_("“{name}” is said to be a name of the past, and the library still uses it"),
        N_("delete it under “remplace:”, or rename what still bears this name"),
    ),
    error(
        "C437",
        N_("“{name}” is said to be the former name of two things; the first is “{other}”"),
        N_("keep “remplace:” where the text is the one that took over, and delete the other"),
    ),
    error(
        "C438",
        N_("the clause “{former}” is now named “{name}”"),
        N_(
            "type “conventassembler upgrade”, which writes today's names in your files, or"
            " type this one yourself"
        ),
    ),
    error(
        "C439",
        N_("the value “{former}” is now named “{name}”"),
        N_(
            "type “conventassembler upgrade”, which writes today's names in your files, or"
            " type this one yourself"
        ),
    ),
    error(
        "C440",
        N_("“{former}” and “{other}”, on line {line}, are one value, now named “{name}”"),
        N_("keep one of the two, then type “conventassembler upgrade” again"),
    ),
    error(
        "C441",
        N_("“{name}” cannot be the former name of a clause"),
        N_("write “family/variant”, as the file was named"),
    ),
    error(
        "C442",
        N_(
            "a clause taken from {file}, line {line}, names the party “{key}”, which this model"
            " lacks"
        ),
        N_(
            "propose it under “parties:”, or write in this model too the key that holds the"
            " clause; the parties of this model are: {known}"
        ),
    ),
)
