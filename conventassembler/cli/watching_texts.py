"""The texts of `watch` and `preview`."""

from conventassembler.diagnostics.codes.definition import N_

WATCHING_TEXTS = {
    "watch-short": N_("Rebuild what changes, and tell faults as they come and go."),
    "watch": N_(
        "Build the agreements NAME, or all, and again whenever a file that they depend on is saved."
        " “+” leads a new finding, “–” one that is gone. Ctrl-C ends it."
    ),
    "watch-begins": N_("Watching “{folder}”. Ctrl-C ends."),
    "watch-built": N_("{name}: {errors}, {warnings}, rebuilt in {seconds} s"),
    "watch-same": N_("{name}: {errors}, {warnings}, files unchanged"),
    "watch-not-built": N_("{name}: {errors}, {warnings}, not rebuilt"),
    "watch-gone": N_("{name}: the agreement is no longer there"),
    "watch-left": N_("{name}: the agreement is no longer there; its files in “output” stay"),
    "watch-altered": N_(
        "{file}: changed since it was written; it is replaced when {name} is made again: to keep"
        " what was typed in it, save it under another name"
    ),
    "watch-error": N_("{count} error"),
    "watch-errors": N_("{count} errors"),
    "watch-warning": N_("{count} warning"),
    "watch-warnings": N_("{count} warnings"),
    "watch-ends": N_("Ended."),
    "preview-short": N_("Show an act in the browser while it is being written."),
    "preview": N_(
        "Show the agreements in a browser, NAME first, as they will read: blanks, findings beside"
        " the text, where each value comes from. The page renews itself when a file is saved."
        " Nothing leaves this computer. Ctrl-C ends it."
    ),
    "preview-port": N_("The port to listen on; by default one that is free."),
    "preview-open": N_("Open the page in the browser."),
    "preview-editor": N_("Let the places beside findings open this editor."),
    "preview-at": N_("Open in your browser: {address}"),
    "preview-ends": N_("The page renews itself. Ctrl-C ends."),
}
