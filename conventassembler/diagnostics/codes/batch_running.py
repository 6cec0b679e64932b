"""C080 to C087, C097, C098, C157, C159, C167: a batch while it runs, and its folder."""

from conventassembler.diagnostics.codes.definition import N_, error, note

ROWS = (
    error(
        "C080",
        N_("rows that were begun and not made: {count} ({rows}); {loss}"),
        N_(
            "type the same command again: what is made is kept, and it goes on from there; with"
            " “--executor here”, no other process is needed"
        ),
    ),
    error(
        "C081",
        N_("“{file}” could not be written: {reason}; rows that are made and kept: {count}"),
        N_(
            "make room on the disk, or have the folder opened for writing, then type the same"
            " command again: it goes on from there"
        ),
    ),
    note(
        "C082",
        N_("files of earlier runs that this one did not make: {count} ({names})"),
        N_("they are left as they are; delete them if their rows are gone for good"),
    ),
    note(
        "C157",
        N_("text twins of an earlier run, which are not made anew: {count} ({names})"),
        N_(
            "they may say no longer what their documents say: type the same command with --twins,"
            " or delete them"
        ),
    ),
    note(
        "C097",
        N_("“{file}” stays from an earlier run: no row of this one is refused"),
        N_("delete it once its rows are corrected and made"),
    ),
    note(
        "C098",
        N_(
            "“{file}” stays: it was changed since it was written, or has the rows of another"
            " table; the rows that are refused now are in “{new}”"
        ),
        N_("correct and give it to --data too, or delete it"),
    ),
    error(
        "C083",
        N_("nobody named “{typed}” makes documents"),
        N_("type “here” (this process), “pool” (all cores) or “dask:tcp://127.0.0.1:8786”"),
    ),
    error(
        "C084",
        N_("Dask Distributed is not installed beside conventassembler"),
        N_("type: pip install conventassembler[distributed]; or leave “--executor” out"),
    ),
    error(
        "C085",
        N_("the scheduler “{address}” does not answer: {reason}"),
        N_("start it with: dask scheduler; look at the address that it says, with its port"),
    ),
    error(
        "C086",
        N_("the workers of “{address}” do not have conventassembler {version}: {reason}"),
        N_(
            "install that version on each of them, with the same Python and the same libraries,"
            " then type the same command again: another one could write another text"
        ),
    ),
    error(
        "C087",
        N_("“{file}” is there, and nothing says that a batch made it: nothing was written"),
        N_("give another folder with --to, or move {name} away; --force replaces it"),
    ),
    error(
        "C159",
        N_("“{file}” was changed after the batch that made it: nothing was written"),
        N_(
            "keep a copy of it elsewhere, bring what was changed into its row or the agreement,"
            " then type the same command with --force, which replaces it"
        ),
    ),
    note(
        "C167",
        N_("“{file}” is replaced (--force): it was not as a batch of this agreement made it"),
        N_(
            "take what was typed there from a copy, if it is needed; correct the row or the"
            " agreement"
        ),
    ),
    error(
        "C234",
        N_("“{file}” is a document of the batch of {agreement}: nothing was written"),
        N_(
            "give another folder with --to, or other names, with a column “#nom” or --named;"
            " --force replaces it"
        ),
    ),
    error(
        "C235",
        N_("“{file}” is not as a batch left it: nothing was written"),
        N_(
            "somebody may have taken notes in it: move {name} away, or give another folder with"
            " --to; --force replaces it"
        ),
    ),
)
