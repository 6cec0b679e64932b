"""The words of the page around the act; the catalogue has the French."""

from conventassembler.diagnostics.codes.definition import N_

PAGE_TEXTS = {
    "page-title": N_("Preview"),
    "page-list": N_("Agreements"),
    "page-of-all": N_("On the whole act"),
    "page-every": N_("All findings ({count})"),
    "page-blanks": N_("To be given ({count})"),
    "page-errors": N_("errors: {count}"),
    "page-warnings": N_("warnings: {count}"),
    "page-notes": N_("notes: {count}"),
    "page-lacks": N_("to be given: {count}"),
    "page-stale": N_(
        "What you see is the last text that could be made: the errors below keep the file, as it is"
        " now, from being composed."
    ),
    "page-none": N_("There is no text to show: the errors below keep the act from being composed."),
    "page-empty": N_("This workspace has no agreement: “agreements” holds no .yaml file."),
    "page-gone": N_("No agreement has this name any more."),
    "page-lost": N_("The preview has been stopped: this page is not renewed any more."),
    "page-renewed": N_("Renewed at {time}"),
    "page-accepted": N_("accepted"),
    "page-reason": N_("reason: {reason}"),
    "page-deduced": N_("deduced from {source}"),
    "page-footnotes": N_("Notes at the foot of the page"),
    "page-contents": N_("Table of contents"),
}
