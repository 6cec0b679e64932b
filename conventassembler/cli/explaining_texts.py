"""What the command `explain` says."""

from conventassembler.diagnostics.codes.definition import N_

EXPLAINING_TEXTS = {
    "explain": N_(
        "Tell why the act NAME says what it says: what made the part PLACE of it, the clause, the"
        " line of the agreement, each value and where it was typed. PLACE is “article 5”, “annexe"
        " 2”, “visa 3”, “préambule”, “signature”, the name of a clause, or a few words of the text."
    ),
    "explain-short": N_("Tell what made a part of an act, and why."),
    "explain-several": N_(
        "These words stand in {count} places of the act; type more of them, or one of these:"
    ),
    "explain-at": N_("{called}: {reads}"),
    "explain-clause": N_("Clause: {variant}, “{title}” ({file}:{first}-{last})"),
    "explain-choose": N_("To choose when: {words}"),
    "explain-basis": N_("Legal basis: {words}"),
    "explain-reviewed": N_("Last read by a jurist: {day}"),
    "explain-own": N_("No clause of the library: these words are the agreement's, or the tool's."),
    "explain-entry": N_("Stands there for: {place}"),
    "explain-conditions": N_("Written because, in the clause:"),
    "explain-condition": N_("{words}"),
    "explain-parameters": N_("Values of the clause:"),
    "explain-values": N_("Other values:"),
    "explain-value": N_("{key}: {typed} – {source}"),
    "explain-valueless": N_("{key}: {source}"),
    "explain-shown": N_("written: {words}"),
    "explain-agreement": N_("typed in {place}"),
    "explain-data": N_("from the file of values, {place}"),
    "explain-registry": N_("from the registry of parties, {place}"),
    "explain-library": N_("from the library, {place}"),
    "explain-model": N_("from the model, {place}"),
    "explain-default": N_("nobody typed it: the default of the clause, {place}"),
    "explain-absent": N_("nobody typed it, and the clause does without"),
    "explain-law": N_("nobody typed it: the court that the law gives the act"),
    "explain-agreed": N_("Words that agree:"),
    "explain-made": N_("{expression} → {words}"),
    "explain-refers": N_("Refers to:"),
    "explain-referred": N_("Referred to in:"),
    "explain-reference": N_("{words} → {heading}{place}"),
    "explain-back": N_("{heading}{place}"),
    "explain-checked": N_("Checks that have read it: {count}; nothing to say."),
    "explain-found": N_("Checks that have read it: {count}; they say:"),
}
