"""C7xx: what the finished draft says, or does not say yet."""

from conventassembler.diagnostics.codes.definition import N_, Severity, error, note, warning

ROWS = (
    warning(
        "C701",
        N_("to be completed: {label}"),
        N_("write the value in place of “à compléter”"),
        final=Severity.ERROR,
        stands=True,
        remedy_with=(
            N_("delete “exécutoire le:”: no rule makes the acts of “{idle}” executory"),
            N_("delete “{nowhere}”: the clause has no use for it here"),
            N_("fill the cell of the column “{header}”"),
            N_(
                "add a column “{column}” to the table; or write the value in the agreement, if it"
                " is the same for all rows"
            ),
        ),
    ),
    warning(
        "C702",
        N_("no row of “disposition” names “{party}”: its place to sign comes last"),
        N_("write it in the row of “disposition” where it is to sign, under “signature”"),
    ),
    warning(
        "C703",
        N_("nothing says which act allows “{party}” to sign"),
        N_("add “habilitation:” to the party and, below it, “acte:”, “organe:” and “date:”"),
        final=Severity.ERROR,
    ),
    warning(
        "C704",
        N_("the model “{model}” requires a clause “{family}”, and there is none"),
        N_(
            "add a clause of that family, its variants are: {known}; or, where an article of your"
            " own says it, write “{line}” under its title"
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C705",
        N_("no recital cites the “habilitation” of “{party}”"),
        N_("add “habilitation de: {party}” under “visas”"),
    ),
    warning(
        "C706",
        N_("the clause names “{name}”, a party of the agreement, in its own words"),
        N_("declare a parameter of type “partie”, and write one of its forms: {{{{ partie.le }}}}"),
    ),
    warning(
        "C707",
        N_("“{words}” in “{value}” would be printed once more, or does not belong to it"),
        N_("write the value alone, without “{words}”: the text puts around it what is needed"),
        remedy_with=(N_("write “{alone}”: the text puts around it what is needed"),),
        final=Severity.ERROR,
    ),
    warning(
        "C708",
        N_("the “sigle” of “{party}”, “{acronym}”, is shown nowhere in the act"),
        N_("delete “sigle”; or write the acronym in the name after “ci-après:”"),
        message_with=N_(
            "the “sigle” of “{party}”, which the column “{header}” gives, is shown nowhere in the"
            " act"
        ),
        remedy_with=(
            N_(
                "take the column “{header}” out of the table and “sigle” out of the agreement; or"
                " write the acronym in the name after “ci-après:”"
            ),
        ),
    ),
    warning(
        "C709",
        N_("the “civilité” of the representative of “{party}” is not shown without a name"),
        N_("add “nom:” and the name under “représentant”, or delete “civilité”"),
    ),
    warning(
        "C710",
        N_("the value of “{key}” is not shown: the clause “{clause}” has no use for it here"),
        N_("delete it; “conventassembler list {clause}” tells when it serves"),
        remedy_with=(
            N_(
                "empty the cell; where no row has a use for it, take the column “{header}” out of"
                " the table and “{key}” out of the agreement; “conventassembler list {clause}”"
                " tells when it serves"
            ),
        ),
    ),
    warning(
        "C711",
        N_("“{braces}” would be printed as it is: a text of the agreement has no tags"),
        N_("say it in words, or ask for a clause of the library, where tags have a meaning"),
        final=Severity.ERROR,
    ),
    warning(
        "C712",
        N_("“{typed}” is not what the references say of “{text}”: “{known}” ({file})"),
        N_("delete “{key}”: it comes from the references; or correct what is wrong there"),
    ),
    note(
        "C713",
        N_("“{recital}” usually stands before “{other}”, line {line}"),
        N_("move it before line {line}, or leave it: the order of the recitals has no effect"),
    ),
    note(
        "C714",
        N_("“{recital}” usually stands after “{other}”, line {line}"),
        N_("move it after line {line}, or leave it: the order of the recitals has no effect"),
    ),
    warning(
        "C715",
        N_("nothing says which act delegates the signature of “{party}”"),
        N_("under “signe pour”, add “habilitation:” and, below it, “acte: arrêté” and “date:”"),
        final=Severity.ERROR,
    ),
    warning(
        "C716",
        N_("the “part” of “{party}” is not shown: the act says “d'une part” nowhere"),
        N_("delete “part”; or write “présentation des parties: part-et-autre” beside “parties:”"),
    ),
    warning(
        "C717",
        N_("the act names the court “{court}”, where the law gives it the court “{proposed}”"),
        N_(
            "keep the line if the parties agree on it, which the public interest must allow (CJA,"
            " article R. 312-11); else delete it"
        ),
    ),
    warning(
        "C718",
        N_("“{key}” is written, and no clause of the act makes use of it"),
        N_("delete it, or choose a clause that uses it"),
        remedy_with=(
            N_(
                "take the column “{header}” out of the table and “{key}” out of the agreement, or"
                " choose a clause that uses it"
            ),
        ),
    ),
    error(
        "C719",
        N_("“{form}” stands for two genders, and an act never prints such a form"),
        N_("write the gender of the person, or the masculine; in a clause, let “accorde” agree it"),
    ),
    note(
        "C720",
        N_("“{party}” is a service of the State, which alone has legal personality"),
        N_(
            "write “nature: État”, and under “qualités” what its representative is: “rectrice de"
            " l’académie de Dijon”; or leave it, if that is your usage"
        ),
    ),
    note(
        "C721",
        N_("to be joined to the act: “{annex}”, {title}"),
        N_("put the document behind the page of the annex before the act is signed"),
    ),
    warning(
        "C722",
        N_("in the column “{column}”, “{row}” says {printed}, and its rows add up to {computed}"),
        N_("correct the amount that is wrong; in a clause, “somme” adds them up for you"),
    ),
    warning(
        "C723",
        N_("“{key}” is not shown: “mention générale: non” leaves out the line that says it"),
        N_("delete “{key}”, or “mention générale”"),
    ),
    warning(
        "C724",
        N_("the act says nothing of the partner “{party}”"),
        N_("name it in a text or a value of a clause, or add “en présence: oui”; else delete it"),
    ),
    warning(
        "C725",
        N_("“{annex}” is no annex of this act"),
        N_(
            "after “annexe:”, write the “repère” or the number of one of its annexes, or “oui” for"
            " an annex without number; here there are: {known}"
        ),
    ),
    error(
        "C726",
        N_("no check is called “{name}”"),
        N_("write the code that stands behind “warning” or “note” in what “check” tells: C721"),
    ),
    error(
        "C727",
        N_("{name} cannot be accepted, nor given another level"),
        N_("mend what it tells, and delete this line"),
    ),
    warning(
        "C728",
        N_("nothing is found any more that this accepts: {name}{about}"),
        N_("delete it, so that what is found later is told"),
    ),
    error(
        "C729",
        N_("a final document asks for {name}: “{level}” is too low"),
        N_("write “remarque” or “avertissement”; in a final document it stays an error"),
    ),
    warning(
        "C730",
        N_("“{words}” is said of an act signed by hand, and this one is signed electronically"),
        N_(
            "correct the text, or choose another variant; in a clause, put what is said of paper"
            " between “{{% if not acte.signature_electronique %}}” and “{{% endif %}}”"
        ),
    ),
    warning(
        "C731",
        N_("“{key}” is not shown: the act is signed electronically"),
        N_("delete “{key}”; or “mode: électronique”, if the act is signed by hand"),
    ),
)
