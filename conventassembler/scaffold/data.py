"""The files of values that a new agreement begins with: what several of its clauses share."""

from conventassembler.library.sharing import SharedFile
from conventassembler.modelines import modeline
from conventassembler.scaffold.act import ActToFill
from conventassembler.scaffold.layout import Items, Line, comment, document
from conventassembler.scaffold.parameters import values
from conventassembler.schema import FORMAT
from conventassembler.schema.document import VERSION

_HEAD = (
    "Fichier de valeurs de la convention « {name} » (agreements/{name}.yaml). Ce qui est écrit ici"
    " ne l'est qu'une fois. Clauses qui le lisent : {clauses}."
)
_FILL = (
    "Remplacez chaque « à compléter ». Quand un « # » touche un mot, c'est une valeur facultative :"
    " pour qu'elle serve, effacez ce « # » et ceux qui sont juste au-dessous de lui."
)
_LISTS = (
    "Une liste n'a ici qu'un élément, ou le moins qu'il en faut : pour en ajouter, recopiez ses"
    " lignes, depuis le tiret, avec les espaces de leur début."
)


def data_files(act: ActToFill) -> dict[str, str]:
    """Return the texts of the files of values of an act, by their names."""
    return {name: _text(file, act) for name, file in act.files.items()}


def _text(file: SharedFile, act: ActToFill) -> str:
    clauses = ", ".join(f"{one.title} ({one.id})" for one in file.readers)
    idle = act.idle_of(*file.readers)
    lines = values(file.parameters.values(), {}, act.parties, idle)
    notes = [_HEAD.format(name=act.name, clauses=clauses), "", _FILL]
    notes += ["", _LISTS] if any(isinstance(line.value, Items) for line in lines) else []
    told = (modeline("data", 2), *comment(notes))
    head = "".join(f"{line or '#'}\n" for line in told)
    spaced = (_apart(line) for line in lines)
    return head + document([Line(FORMAT.key, VERSION), *spaced])


def _apart(line: Line) -> Line:
    """Return a line with an empty one above it."""
    return Line(line.key, line.value, ("", *line.above), line.off)
