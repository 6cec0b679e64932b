"""C2xx: values and their types."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C201",
        N_("“{label}” must be a whole number, not “{value}”"),
        N_("write figures only, for instance: 3"),
        remedy_with=N_(
            "write in figures alone how many {asked} that is; if it is no whole number, choose"
            " another clause, or ask those who keep your clauses"
        ),
    ),
    error(
        "C202",
        N_("“{label}” is too short (characters: {count}; minimum: {min})"),
        N_("write the text in full"),
    ),
    error(
        "C203",
        N_("“{label}” is too long (characters: {count}; maximum: {max})"),
        N_("shorten the text, or put the rest in a clause"),
    ),
    error(
        "C204",
        N_("“{label}” is {value}, and must be {min} or more"),
        N_("write a number from {min} up"),
    ),
    error(
        "C205",
        N_("“{label}” is {value}, and must be {max} or less"),
        N_("write a number up to {max}"),
    ),
    error(
        "C206",
        N_("“{value}” is not one of the choices of “{label}”"),
        N_("write one of these: {known}"),
    ),
    error(
        "C207",
        N_("“{label}” must be “oui” or “non”, not “{value}”"),
        N_("write: oui, or: non"),
    ),
    error(
        "C208",
        N_("“{label}” must be an amount in euros, not “{value}”"),
        N_("write figures, with a comma before the cents, for instance: 12 500 or 12 500,50"),
    ),
    error(
        "C209",
        N_("“{label}” must be a percentage, not “{value}”"),
        N_("write figures, for instance: 20 or 5,5 %"),
    ),
    error(
        "C210",
        N_("“{label}” must be a duration, not “{value}”"),
        N_("write a number and its unit, for instance: 3 ans, 18 mois, 15 jours"),
    ),
    error(
        "C211",
        N_("no party is named “{key}”"),
        N_("the parties of this agreement are: {known}"),
    ),
    error(
        "C212",
        N_("“{label}” must be a date, not “{value}”"),
        N_("write year-month-day, for instance: 2026-12-31"),
        remedy_with=N_("write the day, the month, and the year in four figures: {example}"),
    ),
    error(
        "C213",
        N_("“{label}”: “{value}” is no day that exists"),
        N_("check the month and the day: the order is year-month-day"),
        remedy_with=N_(
            "check the day and the month: the order is day, month, year, as in {example}"
        ),
    ),
    error(
        "C214",
        N_("“{label}” must be a single line, and several are written"),
        N_(
            "write it on one line; in a list, such as an address, begin each line with a dash"
            " and a space"
        ),
    ),
    error(
        "C215",
        N_("“{label}” has too few items ({count}; minimum: {min})"),
        N_("add the missing items, or write “à compléter” in their place"),
    ),
    error(
        "C216",
        N_("“{label}” has too many items ({count}; maximum: {max})"),
        N_("delete the items in excess"),
    ),
    error(
        "C217",
        N_("the party registry has no record “{key}”"),
        N_("the records of “agreements/parties” are: {known}"),
    ),
    error(
        "C218",
        N_("the party key “{key}” is not a name that clauses can use"),
        N_("write a word made of letters, for instance: commune"),
    ),
    error(
        "C219",
        N_("the party “{key}” is attached to itself"),
        N_("name the other party, or delete the line"),
    ),
    error(
        "C220",
        N_("“{label}” cannot be left to complete: the wording of the act depends on it"),
        N_("write the value, even a provisional one"),
        remedy_with=N_(
            "write the value, even a provisional one; or leave the cell of the column “{column}”"
            " empty, and the act does without it"
        ),
    ),
    error(
        "C221",
        N_("the agreement has no party"),
        N_("write each party under “parties”, with its “nature” and its “nom”"),
    ),
    error(
        "C222",
        N_("“{value}” is not written as the number {name} that “{label}” awaits"),
        N_("copy it from an official document; it is written as this one: {example}"),
    ),
    error(
        "C223",
        N_("the number {name} “{value}” has {count} characters: some are missing or in excess"),
        N_("copy it again in full; it is as long as this one: {example}"),
    ),
    error(
        "C224",
        N_("the number {name} “{value}” cannot be right: its check digits do not fit the rest"),
        N_("one character is wrong, or two are exchanged: copy it again from the document"),
    ),
    error(
        "C225",
        N_("“{value}” is not a telephone number, which “{label}” awaits"),
        N_("write for instance: 01 23 45 67 89, or +33 1 23 45 67 89"),
    ),
    error(
        "C226",
        N_("the “siret” of “{party}” does not begin with its “siren”, {siren}"),
        N_("keep the right one of the two: the first nine figures of a SIRET are the SIREN"),
    ),
)
