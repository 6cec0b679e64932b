"""The words that stand for a value in help: « build [NAME]... »."""

from conventassembler.diagnostics.codes.definition import N_

METAVAR_TEXTS = {
    f"metavar-{word}": word
    for word in (
        *(N_("NAME"), N_("FILE"), N_("DIR"), N_("TEXT"), N_("CODE"), N_("WHAT"), N_("PATH")),
        *(N_("MODEL"), N_("VARIANT"), N_("PARTY"), N_("KEY"), N_("VALUE"), N_("YYYY-MM-DD")),
        *(N_("COMMAND"), N_("ARGS"), N_("OPTIONS"), N_("INTEGER"), N_("PORT"), N_("FLOAT")),
        *(N_("DIRECTORY"), N_("FILENAME"), N_("BOOLEAN"), N_("NUMBER"), N_("TABLE"), N_("ROW")),
        *(N_("PLACE"), N_("KIND"), N_("PATTERN"), N_("WHO")),
    )
}
METAVARS = frozenset(METAVAR_TEXTS.values())
"""Those of click's own types among them."""
