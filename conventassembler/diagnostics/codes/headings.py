"""C444 to C484, in part: headings, their numbers, annexes, what stands above and below them."""

from conventassembler.diagnostics.codes.definition import N_, error

ROWS = (
    error(
        "C444",
        N_("“{value}” is not the mark of a list"),
        N_("write one sign for each level of lists, each between quotes: “–”, “•”"),
    ),
    error(
        "C445",
        N_("the numbering “{value}” says something between braces that has no meaning there"),
        N_(
            "write {{n}} for the number and, before it, {{parent}} for the number above:"
            " {{parent}}.{{n}}"
        ),
    ),
    error(
        "C453",
        N_(
            "the numbering “{value}” takes up a number above, and nothing stands above this heading"
        ),
        N_("delete {{parent}}; or give the heading a deeper level with “niveau:”"),
    ),
    error(
        "C478",
        N_("“fin” has no use here: the heading stands on a line of its own"),
        N_("add “en ligne: oui”, so that the text goes on behind the heading; or delete “fin”"),
    ),
    error(
        "C479",
        N_("this annex says nothing: it has no clause, no text and no clauses below it"),
        N_(
            "add “clause:”, “texte:” or “clauses:”; or write “à joindre: oui” if the annex is a"
            " document of its own, to be joined to the act"
        ),
    ),
    error(
        "C480",
        N_("this annex has no title"),
        N_("add “titre:” and what the annex holds: it stands in the list of annexes"),
    ),
    error(
        "C481",
        N_("the heading “{name}” has a number, and nothing has one in the preamble"),
        N_("choose a heading without number; those of the model are: {known}"),
    ),
    error(
        "C482",
        N_("the order of the parties in the title is not shown: the title does not name them"),
        N_("delete “entre:”; or write “parties au titre: oui”"),
    ),
    error(
        "C483",
        N_("“numéro” would not be shown: nothing has a number in the preamble"),
        N_("delete “numéro”; or move the entry under “clauses:”"),
    ),
)
