"""C732 to C759: who decided and signs, when, by which authority, and what the law asks."""

from conventassembler.diagnostics.codes.definition import N_, Code, Severity, note, warning

ROWS = (
    warning(
        "C732",
        N_("“{what}” is of {day}, after the day of the signature ({signed})"),
        N_("correct the day that is wrong: what an act rests on is there before it is signed"),
        remedy_with=(
            N_("type the day of the signature, {since} or later; or correct that of “{what}”"),
            N_("type the day of “{what}”, {until} or earlier; or correct that of the signature"),
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C733",
        N_("“{what}” would be executory on {executory}, before the day when it was taken ({day})"),
        N_(
            "correct the day that is wrong, {executory} or {day}; an act is executory once it is"
            " published"
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C734",
        N_("“{what}” is executory from {executory}, after the day of the signature ({signed})"),
        N_("sign on that day or later, or correct the day that is wrong"),
        remedy_with=(
            N_("type the day of the signature, {since} or later; or correct that of “{what}”"),
            N_("type “exécutoire le”, {until} or earlier; or correct the day of the signature"),
        ),
        final=Severity.ERROR,
    ),
    warning(
        "C735",
        N_("the law asks this act for {what} ({source}), and no article deals with it"),
        N_(
            "add a clause about it, or a text of your own; if an annex has it, say so in an article"
        ),
    ),
    warning(
        "C736",
        N_(
            "the act takes effect on {effect}, before the day on which “{party}” allowed its"
            " signature ({day})"
        ),
        N_(
            "correct the day of effect; or let the clause say that no obligation arises before the"
            " signature, where it has a value for that"
        ),
    ),
    warning(
        "C737",
        N_("the act takes effect on {effect}, before the day of the signature ({signed})"),
        N_(
            "correct the day of effect; or let the clause say that no obligation arises before the"
            " signature, where it has a value for that"
        ),
    ),
    warning(
        "C738",
        N_("the act ends on {end}, before {start}"),
        N_("correct the year or the day that is wrong"),
        final=Severity.ERROR,
    ),
    warning(
        "C739",
        N_("the notice, {notice}, is not shorter than the term of the act, {term}"),
        N_("shorten the notice, or lengthen the term: nobody could give it in time"),
    ),
    note(
        "C740",
        N_("the act is renewed tacitly without any limit: {clause}"),
        N_(
            "choose a variant that says how often it is renewed; if the parties want no limit, keep"
            " the line: the right to give notice then takes the place of an end"
        ),
    ),
    warning(
        "C741",
        N_("“{words}”: nothing says from which day"),
        N_("add “à compter de sa signature”, or the day from which the term runs"),
    ),
    warning(
        "C742",
        N_("the title says “{word}”, and the articles do not bear it out"),
        N_("correct the title, or choose a variant of the family “duree” that does what it says"),
    ),
    warning(
        "C743",
        N_("“{organ}” is no organ of the kind “{kind}”, which is that of “{party}”"),
        N_("correct “organe:”, or delete it: without it, {usual} decided; source: {source}"),
    ),
    warning(
        "C744",
        N_("“{organ}” takes no act called “{act}”"),
        N_("correct “acte:” (here: {acts}), or “organe:”; source: {source}"),
    ),
    warning(
        "C745",
        N_("“{party}” is the State, which signs without a “{act}”"),
        N_("delete “habilitation”: its representative signs by his or her own powers ({source})"),
    ),
    warning(
        "C746",
        N_("nothing says which act entrusts the signature of “{party}” ad interim"),
        N_("under “signe pour”, add “habilitation:”; or “mode: suppléance” if it is so by law"),
        final=Severity.ERROR,
    ),
    warning(
        "C747",
        N_("who stands in for “{party}” by law (“suppléance”) needs no act, and one is written"),
        N_("delete “habilitation” under “signe pour”; or “mode: délégation” if an act gives it"),
    ),
    warning(
        "C748",
        N_("the act of “{party}” ({manner}) has no date"),
        N_("add “date:” to it, or “date: à compléter”"),
        final=Severity.ERROR,
    ),
    warning(
        "C749",
        N_("“{capacity}” would sign for a legal person that is no party to the act"),
        N_("add that person under “parties”, or take the place to sign away"),
    ),
    warning(
        "C750",
        N_("“{name}” is a man in one place and a woman in another"),
        N_("write the same “genre” in both; “comme: {party}” takes it from the other party"),
        message_with=N_("“{name}” is a man in one place and a woman in another (line {line})"),
        final=Severity.ERROR,
    ),
    warning(
        "C751",
        N_("“{title}” announces “{topic}”, and the text below says nothing of it"),
        N_("correct the heading, or the text"),
    ),
    warning(
        "C752",
        N_("{article} of the {book} is about {concerned}, and the act has no party of that kind"),
        N_("delete the article from the recital, or correct its number; source: {source}"),
    ),
    warning(
        "C753",
        N_("no tribunal administratif is named “{court}”"),
        N_("write the town of a court, or leave the article to a clause of the family “litiges”"),
        final=Severity.ERROR,
    ),
    warning(
        "C754",
        N_("the IBAN is of the country {iban}, and the BIC of the country {bic}"),
        N_("copy both from one statement of the bank"),
        final=Severity.ERROR,
    ),
    Code(
        "C755",
        Severity.NOTE,
        N_("{iban} is the IBAN of a specimen, and nobody's account"),
        N_("write the IBAN of the account in its place, or “à compléter”"),
        final=Severity.ERROR,
    ),
    warning(
        "C756",
        N_("“{value}” in the text is no {scheme}: a figure is wrong, missing or too many"),
        N_("copy it again from its source"),
        final=Severity.ERROR,
    ),
    warning(
        "C757",
        N_("“{party}” and “{other}” have one {scheme}: {value}"),
        N_("correct one of the two: each legal person has its own"),
        final=Severity.ERROR,
    ),
    warning(
        "C758",
        N_("“{number}” is said of two: {first}, and {second} (line {line})"),
        N_("correct one of the two numbers, or write the same words in both places"),
    ),
    warning(
        "C759",
        N_("{originals} for {parties} parties: each is to have its own"),
        N_(
            "write “originaux: {parties}”, or delete it if one copy is kept for all by a third"
            " person"
        ),
    ),
)
