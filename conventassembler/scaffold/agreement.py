"""A model -> the text of an agreement to fill: what `new` writes.

The comments are French, as the files are: they come from the library's own help.
"""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from conventassembler.agreement import Registry
from conventassembler.agreement.forms import AGREEMENT, ELECTRONIC, SIGNATURE
from conventassembler.frozen import dataclass
from conventassembler.library.model import Library, Model
from conventassembler.library.sharing import shared_files
from conventassembler.modelines import modeline
from conventassembler.scaffold.act import ActToFill, Idle
from conventassembler.scaffold.data import data_files
from conventassembler.scaffold.entries import entries
from conventassembler.scaffold.layout import WIDTH, Items, Line, Value, comment, document, scalar
from conventassembler.scaffold.nodes import typed
from conventassembler.scaffold.parties import parties_to_fill
from conventassembler.schema.blanks import BLANK
from conventassembler.schema.document import VERSION
from conventassembler.schema.nodes import fields
from conventassembler.source import Node, Scalar, fold, identifier
from conventassembler.values import Blank, Text

_HEAD = """\
{title}. Convention à remplir, d'après le modèle « {model} ».
{when}

Remplacez chaque « à compléter ». Tant qu'il en reste, l'acte les montre et la commande « check » en
donne la liste. Effacez les clauses qui ne conviennent pas ; « conventassembler list » montre les
autres.

Ce qui suit un « # » n'est pas lu : ce sont des explications comme celle-ci. Quand le « # » touche
un mot, c'est une valeur facultative : pour qu'elle serve, effacez ce « # » et ceux qui sont juste
au-dessous de lui.

Relisez l'acte en entier : ses clauses disent aussi des faits, que vous seul pouvez vérifier.

{files}\
Gardez les espaces du début des lignes : ils disent ce qui appartient à quoi. Mettez les textes
entre guillemets droits, comme "21600 LONGVIC".

Pour répondre à des questions au lieu d'écrire ici : conventassembler fill {name}
Pour vérifier : conventassembler check {name}
Pour produire : conventassembler build {name}
"""
_FILES = (
    "Des clauses ont leurs valeurs dans un fichier à part, qu'elles nomment sous « données » : ce"
    " que plusieurs ont en commun y est écrit une seule fois. À remplir aussi : {files}."
)
_ABOVE = {
    "title": "Titre de l'acte.",
    "subtitles": "Lignes sous le titre.",
    "contents": "Sommaire après le titre : oui ou non.",
    "title_order": "Ordre des parties dans le titre, sous « entre ».",
    "parties": "Les parties, dans l'ordre de l'acte. Les clauses les nomment par le mot qui précède"
    " les deux-points.",
    "recitals": "Visas, dans l'ordre de l'acte ; « Vu » et la ponctuation sont écrits pour vous. Un"
    " tiret, puis : « code » et « articles » ; ou « loi » et son numéro ; ou « document » ; ou"
    " « délibération » ; ou « habilitation de » une partie ; ou « texte ».",
    "preamble": "Préambule : ses paragraphes, dans l'ordre. Effacez ceux qui ne conviennent pas.",
    "clauses": "Articles, dans l'ordre ; leurs numéros sont comptés pour vous.",
    "annexes": "Annexes, dans l'ordre ; leurs numéros sont comptés pour vous. Celle qui est « à"
    " joindre » est un document à part, que vous placerez derrière son titre.",
    "signature": "Signature : une ligne de « disposition » par rangée de signatures.",
}
YES = "oui"
_KEYS = {item.name: item.key for item in AGREEMENT.fields}


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """The texts of an agreement to fill."""

    text: str
    data: Mapping[str, str]
    """Its files of values, by name."""


def new_agreement(
    name: str, model: Model, library: Library, registry: Registry, idle: Idle = frozenset()
) -> NewAgreement:
    """Return an agreement `name` of a model, whose only faults are its blanks.

    `idle` are defaults that are not to serve until they are wanted.
    """
    parties = {identifier(key): str(key) for key, _ in model.proposal.parties}
    act = ActToFill(name, library, parties, shared_files(model, library), idle)
    text = (
        modeline("agreement", 1) + "\n" + _head(act, model) + document(_lines(model, act, registry))
    )
    return NewAgreement(text, data_files(act))


def _head(act: ActToFill, model: Model) -> str:
    proposed = model.proposal.title
    title = str(proposed if isinstance(proposed, Text) else model.act)
    words = {"title": title[:1].upper() + title[1:], "model": model.id, "name": act.name}
    names = ", ".join(f"{act.name}/{file}" for file in act.files)
    also = comment([_FILES.format(files=names)]) if names else ()
    said = _HEAD.format(
        **words,
        when="\n".join(wrap(model.choose_when, WIDTH - 2)),
        files="".join(f"{line.removeprefix('# ')}\n" for line in also) + "\n" * bool(names),
    )
    return "".join(f"# {line}".rstrip() + "\n" for line in said.splitlines())


def _lines(model: Model, act: ActToFill, registry: Registry) -> Iterator[Line]:
    proposal = model.proposal
    yield Line(_KEYS["format"], VERSION)
    yield Line(_KEYS["model"], model.id)
    yield _part("title", _text(proposal.title))
    if proposal.subtitles:
        yield _part("subtitles", Items(tuple(_text(line) for line in proposal.subtitles)))
    if model.contents:
        yield _part("contents", YES)
    if proposal.title_order is not None and model.title_parties:
        yield _part("title_order", typed(proposal.title_order))
    below = parties_to_fill(proposal.parties, registry)
    yield _part("parties", below or BLANK)
    if proposal.recitals is not None and model.shows("visas"):
        yield _part("recitals", typed(proposal.recitals))
    if proposal.preamble and model.shows("préambule"):
        yield _part("preamble", entries(proposal.preamble, act, titled=False))
    yield _part("clauses", entries(proposal.clauses, act, titled=True))
    if proposal.annexes:
        yield _part("annexes", entries(proposal.annexes, act, titled=True))
    if model.shows("signature"):
        yield _part("signature", _signature(model, act.parties))


def _text(text: Text | Blank | None) -> str:
    return scalar(text if isinstance(text, Text) else BLANK)


def _part(name: str, value: Value) -> Line:
    return Line(_KEYS[name], value, ("", _ABOVE[name]))


def _signature(model: Model, parties: Mapping[str, str]) -> Value:
    """Return how the act is signed: what the model says, else one row and an original each.

    Where the model says that it is signed electronically, there are no originals to count, and no
    day to say: each signature bears its own.
    """
    written = fields(model.proposal.signature, SIGNATURE)
    given = {name: typed(node) for name, node in written.items()}
    row = "[" + ", ".join(scalar(key) for key in parties.values()) + "]"
    usual: dict[str, Value] = {
        "place": BLANK,
        "date": BLANK,
        "originals": str(len(parties)),
        "rows": Items((row,)),
    }
    if _is_electronic(written.get("manner")):
        usual = {"manner": BLANK, "place": BLANK, "rows": Items((row,))}
    keys = {item.name: item.key for item in SIGNATURE.fields}
    return tuple(Line(keys[name], value) for name, value in (usual | given).items())


def _is_electronic(manner: Node | None) -> bool:
    return isinstance(manner, Scalar) and fold(manner.text) == fold(ELECTRONIC)
