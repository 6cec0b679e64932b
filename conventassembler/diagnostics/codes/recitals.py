"""C48x and C49x: recitals, and the references that describe what they cite."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

ROWS = (
    error(
        "C485",
        N_("the text “{key}” is described twice; the first time in {file}"),
        N_("keep one of the two"),
    ),
    error(
        "C486",
        N_("the references do not know “{text}”, and this recital lacks: {keys}"),
        N_("add what is missing, or correct the number; the references know: {known}"),
    ),
    error(
        "C487",
        N_("“{number}” is not the number of a European text"),
        N_(
            "write it with its letters, for instance: “(UE) 2016/679”, “(CE) n° 883/2004”;"
            " a directive: “95/46/CE”"
        ),
    ),
    error(
        "C488",
        N_("“{word}” does not agree with “{noun}”"),
        N_("write “{right}”"),
    ),
    error(
        "C489",
        N_("nothing says whether “{name}” is masculine or feminine"),
        N_("add “genre: masculin” or “genre: féminin” below it"),
    ),
    error(
        "C490",
        N_("“{name}” lacks its article"),
        N_("write it with “le”, “la”, “l'” or “les” before it"),
    ),
    error(
        "C491",
        N_("“{author}” does not say from whom the text comes"),
        N_("write for instance: préfectoral; or begin with “du”: du ministre chargé de la famille"),
    ),
    error(
        "C492",
        N_("nothing says who took this “{act}”"),
        N_("add “partie:” and one of the parties, or “organe:” with its article"),
    ),
    warning(
        "C493",
        N_("“{text}” is cited a second time; the first time is on line {line}"),
        N_("keep one of the two, with the articles of both"),
    ),
    error(
        "C494",
        N_("“{number}” is not the number of a text called “{nature}”"),
        N_("write the year, a hyphen and the rank, for instance: 2001-495; or use “texte:”"),
    ),
)
"""The rows of this section."""
