"""The texts of `build -v`."""

from conventassembler.diagnostics.codes.definition import N_

RENEWING_TEXTS = {
    "build-verbose": N_("Tell of each agreement why it is made again, or that it is not."),
    "why-kept": N_("{name}: nothing that it is made of has changed, it is not made again"),
    "why-first": N_("{name}: is to be made, nothing is known yet of how it was made"),
    "why-program": N_("{name}: is to be made again, the program is another version"),
    "why-changed": N_("{name}: is to be made again, “{file}” has changed"),
    "why-added": N_("{name}: is to be made again, “{file}” is new"),
    "why-gone": N_("{name}: is to be made again, “{file}” is gone"),
    "why-output-gone": N_("{name}: is to be made again, “{file}” is missing"),
    "why-output-changed": N_("{name}: is to be made again, “{file}” is not as it was written"),
    "why-checked": N_("{name}: is to be made, it was only checked before"),
    "why-more": N_("{name}: other files that have changed: {count}"),
    "why-asked": N_("{name}: is to be made, as each time"),
}
