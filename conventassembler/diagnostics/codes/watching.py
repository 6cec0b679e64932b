"""C060 to C062: `watch` and `preview`, which go on while files change."""

from conventassembler.diagnostics.codes.definition import N_, error, warning

ROWS = (
    error(
        "C060",
        N_("nothing can be shown on port {port}: {reason}"),
        N_("name another port, or leave --port out: a free one is taken then"),
    ),
    warning(
        "C061",
        N_("the folder “{name}” is no longer here"),
        N_("put it back there: the work goes on by itself; until then, the last state stays"),
    ),
    warning(
        "C062",
        N_("no browser could be opened"),
        N_("type this address in your browser: {address}"),
    ),
)
