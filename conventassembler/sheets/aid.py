"""The second sheet of the workbook, « Aide »: how the first one is filled, in French."""

from conventassembler.schema.hints import asked
from conventassembler.sheets.columns import NAMES, Sheet, SheetColumn
from conventassembler.sheets.kinds import cells_of
from conventassembler.sheets.words import spaced
from conventassembler.tables.model import EXAMPLE

_ABOUT = (
    "Une ligne par convention, dans la feuille « Conventions », sous les titres des colonnes.",
    f"La ligne grise, en italique, est un exemple : elle n'est pas produite tant qu'elle porte "
    f"« {EXAMPLE} ». Écrivez par-dessus, ou supprimez-la.",
    "Ne changez pas les titres des colonnes ; une colonne inutile peut être supprimée.",
    "Un commentaire (coin rouge) dit pour chaque colonne ce qui est attendu.",
    "Titre vert : toujours à remplir. Titre foncé : une cellule vide laisse « à compléter » dans "
    "la convention. Titre clair : une cellule vide laisse la valeur du modèle, ou l'acte n'en dit "
    "rien ; c'est écrit ci-dessous.",
    "« à compléter », ou « à compléter : ce qui manque », dans une cellule de texte laisse un "
    "blanc dans la convention, même là où le modèle a une valeur.",
    "Une colonne dont le titre commence par # est une note, qui n'entre dans aucune convention : "
    f"ajoutez les vôtres ainsi. Une seule compte, « {NAMES} » : elle nomme le fichier de sa ligne.",
    "Les numéros (SIRET, codes postaux, téléphones) sont du texte : leurs zéros restent. Pour "
    "coller depuis un autre tableau : Collage spécial, Valeurs.",
    "Enregistrez au format .xlsx, puis rendez le fichier à qui produit les conventions.",
)


def aid(sheet: Sheet, command: str) -> tuple[tuple[str, str], ...]:
    """Return the lines of the sheet: in two cells, a word and what it means.

    `command` makes the conventions once the workbook is filled.
    """
    about = (("", spaced(line)) for line in _ABOUT)
    columns = ((one.header, " ".join(told(one))) for one in sheet.columns)
    own = (("Commande", command),)
    return (("Comment remplir", ""), *about, *own, ("", ""), ("Les colonnes", ""), *columns)


def told(column: SheetColumn) -> tuple[str, ...]:
    """Return what helps to fill a column: what it is, how it is typed, what an empty cell means."""
    said = (*column.help, _how(column), _empty(column))
    return tuple(spaced(one) for one in said if one)


def _how(column: SheetColumn) -> str:
    if column.choices:
        return "Choisissez dans la liste de la cellule."
    if own := cells_of(column.type).how:
        return own
    words = asked(column.type) if column.type else ""
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _empty(column: SheetColumn) -> str:
    if column.always:
        return "Toujours à remplir."
    if column.optional:
        return "Cellule vide : l'acte n'en dit rien."
    if column.own:
        return f"Cellule vide : « {_short(column.own)} », comme dans le modèle."
    return "Cellule vide : « à compléter »."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
