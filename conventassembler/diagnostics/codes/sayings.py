"""C760 to C799: what the words of an act say, beside who signs it and what it is made of."""

from conventassembler.diagnostics.codes.definition import N_, Severity, note, warning

ROWS = (
    warning(
        "C760",
        N_("“{words}” was left to be written"),
        N_(
            "write what is to stand there; as long as it is unknown, give it as a value"
            " “à compléter”, which the file shows and “check” lists"
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C761",
        N_("“{words}” comes from a web page, and would be printed as it is"),
        N_("delete it; for bold, write “**words**” in a “texte”"),
        final=Severity.ERROR,
    ),
    warning(
        "C762",
        N_("“{words}” stands in the name of a person"),
        N_("write “civilité: {words}” on a line of its own, and the name alone under “nom”"),
        remedy_with=(
            N_(
                "write “{alone}”; the civility has a column of its own, that of “civilité”, where"
                " the table has one"
            ),
            N_("write a first name and a name; “{office}” is what “fonction” says"),
        ),
    ),
    warning(
        "C763",
        N_("the marks {marks} typed with these words would be printed"),
        N_("write the words alone"),
    ),
    warning(
        "C764",
        N_("“{value}” stands twice in the list"),
        N_("delete one of the two"),
        message_with=N_("“{value}” stands twice in the list, first on line {line}"),
    ),
    warning(
        "C765",
        N_("“{value}” begins with “{mark}”, which the act sets itself"),
        N_("delete “{mark}”: dashes, bullets and numbers come from the clause and from the model"),
    ),
    warning(
        "C766",
        N_("“{civility}” is not how an act writes a civility"),
        N_(
            "write “{right}”; under “civilité:”, nothing more: the act adds the office and the name"
        ),
    ),
    note(
        "C767",
        N_("“{words}” is typed by hand: nothing corrects the number when articles move"),
        N_(
            "in an own text, name the article by its title (“the article on the term”); in a"
            " clause, write {{{{ ref(…) }}}} with the name of the article"
        ),
    ),
    warning(
        "C768",
        N_("“{words}” is no article of this act"),
        N_("correct the number, or say of which text the article is"),
        final=Severity.ERROR,
    ),
    warning(
        "C769",
        N_("the title says “{name}”, and the model makes a “{own}”"),
        N_("correct “titre”, or choose the model of that instrument after “modèle:”"),
    ),
    warning(
        "C770",
        N_("“{words}”: this act is a “{own}”"),
        N_("write “{own}”; in a clause, {{{{ acte.le_present }}}} names the act, whatever it is"),
    ),
    warning(
        "C771",
        N_("“{name}” is no party or partner of this act"),
        N_(
            "write the name of the party that is meant: {known}; or declare it under “partenaires:”"
        ),
        remedy_with=(
            N_(
                "write the name of the party that is meant: {shared}; one that each row names, as"
                " “{varied}”, needs under “ci-après:” in the agreement a short name that suits all"
                " rows, which is then written here; or declare it under “partenaires:”"
            ),
            N_(
                "each row names the parties, as “{varied}”: type in the agreement, under"
                " “ci-après:”, a short name that suits all rows, and write it here; or declare it"
                " under “partenaires:”"
            ),
        ),
    ),
    warning(
        "C772",
        N_("“{words}”: this act calls that party “{name}”"),
        N_("write “{name}”"),
    ),
    note(
        "C773",
        N_("“{party}” is called “{name}” on its presentation, and nowhere in the act"),
        N_("delete “ci-après”, or name the party where it is bound to something"),
        message_with=N_(
            "“{party}” is called on its presentation as the column “{header}” says, and nowhere in"
            " the act"
        ),
        remedy_with=(
            N_(
                "take the column “{header}” out of the table and “ci-après” out of the agreement,"
                " or name the party where it is bound to something"
            ),
        ),
    ),
    note(
        "C774",
        N_("the acronym “{acronym}” is not developed in this act"),
        N_("the first time, write: {words} ({acronym})"),
    ),
    warning(
        "C775",
        N_("“{acronym}” is also written “{usual}” in this act"),
        N_("choose one spelling for the whole act: “{usual}” is the more frequent one"),
    ),
    warning(
        "C776",
        N_("the short name “{name}” has no article, and the act would say “{name} s'engage”"),
        N_("write: {line}"),
        remedy_with=(N_("write “{alone}” in the cell"),),
    ),
    warning(
        "C777",
        N_("“{value}” is one item, and seems to be two names: “{first}” and “{second}”"),
        N_("make an item of each; in a cell, part them by “ ; ”"),
    ),
    warning(
        "C778",
        N_("“{annex}” is no annex of this act, which has: {known}"),
        N_("correct the number, or add the annex under “annexes:”"),
        final=Severity.ERROR,
    ),
    note(
        "C779",
        N_("no line of the act speaks of “{annex}”, “{title}”"),
        N_("say in an article what it is joined for, or remove the annex"),
    ),
    warning(
        "C780",
        N_("the shares {shares} make {total} %, and not 100 %"),
        N_("correct the share that is wrong"),
    ),
    warning(
        "C781",
        N_("“{words}” is {number}, and the figures say {figures}"),
        N_(
            "correct the one that is wrong: where both differ, a judge will have to say which holds"
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C782",
        N_("the parts make {total}, and the whole is {whole}"),
        N_("correct the amount that is wrong"),
    ),
    warning(
        "C783",
        N_("{day} is a {right}, and not a {weekday}"),
        N_("correct the weekday or the date; or delete the weekday, which an act does not need"),
    ),
    warning(
        "C784",
        N_("“{day}” is a day that no calendar has"),
        N_("correct the date"),
        final=Severity.ERROR,
    ),
    warning(
        "C785",
        N_("“{words}” announces {count}, and the list has {items}"),
        N_("correct the number, or the list"),
    ),
    warning(
        "C786",
        N_("the same paragraph stands already under “{first}”"),
        N_("keep one of the two"),
    ),
    warning(
        "C787",
        N_("“{old}” is a former name, since {since}"),
        N_("write “{new}”; if the sentence speaks of the past, say so: “anciennement”"),
    ),
    warning(
        "C788",
        N_("“{words}”: laws have “dispositions”, contracts have “stipulations”"),
        N_("write “stipulations”"),
    ),
    warning(
        "C789",
        N_("“{said}”: no “{noun}” is cited above"),
        N_("cite the text in full here, or add its recital under “visas”"),
    ),
    note(
        "C790",
        N_("“{turn}” is a turn to avoid"),
        N_("write: {better}"),
    ),
    warning(
        "C791",
        N_("“{words}” is typed by hand, and wrong as soon as the act changes"),
        N_(
            "write “paraphes: oui” under “signature”, or {{{{ acte.pages }}}} in a clause: the word"
            " processor counts"
        ),
    ),
    warning(
        "C792",
        N_(
            "the quotation marks typed with the short name would be printed wherever the act names"
            " the party, and twice where it presents it"
        ),
        N_("delete them, the act sets them: write {line}"),
        remedy_with=(N_("delete them, the act sets them: write “{alone}” in the cell"),),
        final=Severity.ERROR,
    ),
    warning(
        "C793",
        N_("{day} is more than {years} years from any other day of the act; nearest: {other}"),
        N_("correct the year, in four figures"),
    ),
    note(
        "C794",
        N_("“exécutoire le” ({day}) is typed for “{party}”, whose acts no rule makes executory"),
        N_("delete this line: it is for local authorities and public establishments"),
        remedy_with=(
            N_(
                "delete “exécutoire le” in the agreement, and the column “{header}”: this day is"
                " for local authorities and public establishments"
            ),
        ),
    ),
    warning(
        "C795",
        N_("“{words}”: a word is typed twice"),
        N_("write “{word}” once"),
    ),
    warning(
        "C796",
        N_("the period from “{first}” to “{last}” ends before it begins"),
        N_("correct the day or the year that is wrong, or exchange the two"),
        final=Severity.ERROR,
    ),
    warning(
        "C797",
        N_("“{first}” and “{second}” are two persons under one name"),
        N_("give each an item of its own, with office and civility: “représentants” of a party"),
    ),
    warning(
        "C798",
        N_("“{what}” is of {day}, before the act that it amends ({signed})"),
        N_(
            "correct the day that is wrong, {day} or {signed}: an act is signed before it is"
            " amended"
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C799",
        N_("“{value}” stands under “{key}”, and is a number"),
        N_("write the name, the address or the place; a telephone or a SIRET does not belong here"),
        final=Severity.ERROR,
    ),
)
