"""C373, C45x: parties, who signs for them, and what the recitals cite."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

ROWS = (
    error(
        "C443",
        N_("“ensemble: {name}” is no name that the tool can put in the singular"),
        N_(
            "write a plural with its article, for instance “les Parties”, “les Partenaires”,"
            " “les Signataires” or “les Collectivités”"
        ),
    ),
    error(
        "C446",
        N_("the clause “{clause}” does not present a party"),
        N_("after “présentation des parties:”, write one of: {known}"),
    ),
    error(
        "C447",
        N_("“{tag}” has nothing to show: the party “{party}” has no “{form}”"),
        N_("add it to that party, under “parties:”; in a clause, put the tag in an “if”"),
    ),
    warning(
        "C448",
        N_("“{office}” is no office of “{party}”, which is a {kind}"),
        N_("write the office that the person has there, even if the same person is “{office}” too"),
    ),
    warning(
        "C449",
        N_("“{title}” does not follow “{noun}” as the rest of its sentence"),
        N_("begin with “relatif à”, “relative à”, “portant”, “pour” or the like"),
    ),
    error(
        "C450",
        N_("no kind of legal person is named “{kind}”"),
        N_(
            "write for instance: commune, département, communauté de communes, association; for a"
            " kind of your own, add “genre: masculin” or “genre: féminin” to the party"
        ),
    ),
    error(
        "C451",
        N_("no office is named “{office}”"),
        N_(
            "write for instance: maire, président, préfet, directeur, vice-président; more may"
            " follow, as in “directeur du pôle culture”; for a function that begins with none the"
            " program knows, leave “à compléter” and ask those who keep your clauses"
        ),
    ),
    error(
        "C452",
        N_("“{office}” does not say whether a man or a woman signs"),
        N_("under “représentant”, add “genre: masculin” or “genre: féminin”"),
    ),
    error(
        "C454",
        N_("“{name}” is an article without a name"),
        N_("write the name behind it, for instance: la Commune"),
    ),
    error(
        "C455",
        N_("no department is named “{name}”"),
        N_("write the official name of a department, not a town: “Côte-d'Or”, “Hauts-de-Seine”"),
    ),
    error(
        "C530",
        N_("no region is named “{name}”"),
        N_("write its official name, with hyphens: “Bretagne”, “Bourgogne-Franche-Comté”"),
    ),
    error(
        "C456",
        N_("two parties are called “{name}” in the text; the first is on line {first}"),
        N_("write another short name after “ci-après:” for one of them"),
    ),
    error(
        "C457",
        N_("nothing says who signs for “{party}”"),
        N_("add “représentant:” to the party and, below it, “fonction:”, for instance: maire"),
    ),
    error(
        "C458",
        N_("“{party}” has no “habilitation” that a recital could cite"),
        N_("add “habilitation:” to the party, or delete this recital"),
    ),
    error(
        "C459",
        N_("the references have no code named “{name}”"),
        N_("the codes of “clauses/references” are: {known}"),
    ),
    error(
        "C460",
        N_("“{article}” is not the number of an article of a code"),
        N_("write the letter and the number, for instance: L. 1111-9"),
    ),
    error(
        "C461",
        N_("no instrument is named “{name}”"),
        N_("write for instance: convention, protocole, pacte, accord, contrat, avenant"),
    ),
    error(
        "C462",
        N_("no profile is named “{name}”"),
        N_("the profiles are: {known}"),
    ),
    error(
        "C463",
        N_("“{party}” is named a second time here"),
        N_("keep one of the two"),
    ),
    error(
        "C464",
        N_("“{act}” is not an act by which a public body decides"),
        N_("write for instance: délibération, arrêté, décision"),
    ),
    error(
        "C465",
        N_("the organ “{organ}” of “{party}” is not known"),
        N_(
            "write its full name after “organe:”, for instance: conseil municipal, bureau,"
            " commission permanente"
        ),
    ),
    error(
        "C466",
        N_("“{office}” is said of a woman, and “genre” says “{gender}”"),
        N_("write the office and the gender of one and the same person"),
    ),
    error(
        "C467",
        N_("“{number}” is not the number of a law"),
        N_("write the year, a hyphen and the rank, for instance: 82-213; or use “texte:”"),
    ),
    error(
        "C468",
        N_("“civilité: {civility}” does not go with “genre: {gender}”"),
        N_("change one of the two: “Mme” goes with “féminin”, “M.” with “masculin”"),
        remedy_with=N_(
            "fill the cell of “{header}”: “Mme” goes with “féminin”, “M.” with “masculin”"
        ),
    ),
    error(
        "C469",
        N_("the tool does not know how “{name}” is said after “de”"),
        N_(
            "under the party “{party}”, type “élision: oui” for “d'{name}”, “élision: non” for"
            " “de {name}”"
        ),
        remedy_with=N_(
            "in the column “{column}” of this row, type “oui” for “d'{name}”, “non” for"
            " “de {name}”; where the table has no such column, add it, with “oui” or “non” in each"
            " row, and type “élision: à compléter” under “{party}” in the agreement"
        ),
    ),
    error(
        "C373",
        N_("“{name}” begins with a consonant: nothing is elided before it"),
        N_("under the party “{party}”, delete “élision: oui”: the act will say “de {name}”"),
        remedy_with=N_(
            "in the column “{column}” of this row, type “non”; where the table has no such column,"
            " add it, with “oui” or “non” in each row, and type “élision: à compléter” under"
            " “{party}” in the agreement"
        ),
    ),
    error(
        "C495",
        N_("“comme: {party}” does not lead to one person who signs"),
        N_("name a party that has one “représentant”, or write “genre:” and “nom:” here"),
    ),
    error(
        "C496",
        N_("nothing says that one person signs for {names} together"),
        N_("under “représentant” of one of them, write “comme:” and the name of the other"),
    ),
    error(
        "C497",
        N_("“{key}” is already the name of a party or of another signatory"),
        N_("write another name for this signatory"),
    ),
    error(
        "C498",
        N_("the party has both “représentant” and “représentants”"),
        N_("keep “représentants”, with one item after a hyphen for each person who signs"),
    ),
    error(
        "C499",
        N_("“{seat}” is nobody who signs"),
        N_("those who sign for this party are: {known}"),
    ),
)
