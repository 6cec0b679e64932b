"""What the command `schema` says."""

from conventassembler.diagnostics.codes.definition import N_

EDITING_TEXTS = {
    "schema": N_(
        "Print the JSON Schema of the files of this workspace of one KIND, for editors: agreement"
        " (by default), party, data, model or settings. It has the clauses of the library with"
        " their values, the models, the records of the registry."
    ),
    "schema-short": N_("Schemas of this workspace, for editors."),
    "schema-write": N_(
        "Write all the schemas, in “.conventassembler”, where the editor finds them."
    ),
    "schema-next": N_(
        "Visual Studio Code with the extension “YAML” (redhat.vscode-yaml) now proposes keys,"
        " clauses and values."
    ),
}
