"""Words typed beside a tag that would be wrong for another party: what agrees goes through a tag.

A drafter writes with one act in mind, and reads that it is right: « la Commune conduit ». It is
wrong of « les Hospices ». These rules look at the words that touch a tag, and at no others.
"""

import re
from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.clause.source import Source, source_of
from conventassembler.draft.clause.tags import Tag, read_tags
from conventassembler.draft.expressions import ONE_OF, PARTIES, Expression, expressions
from conventassembler.french import inflection
from conventassembler.french.inflection import Sort
from conventassembler.library.model import Variant
from conventassembler.patterns import Pattern

_CLITICS = r"(?:(?:ne|se|y|en)\s+|[ns]['’]\s*)*"
_BEHIND = Pattern(rf"\s+(?P<words>{_CLITICS}(?P<word>[^\W\d_]+))")
_APART = Pattern(r",\s+(?P<words>(?P<word>[^\W\d_]+))")
_AUXILIARY = r"(?:(?:n['’]|ne\s+)?(?:est|a été|peut être|doit être|sera)\s+(?:pas\s+)?)?"
_STATED = Pattern(rf"\s+{_AUXILIARY}(?P<words>(?P<word>[^\W\d_]+))")
_FURTHER = Pattern(r"\s*(?:,|et|ou|puis)\s+(?P<word>[^\W\d_]+)")
_INVERTED = Pattern(
    rf"(?:\b(?:que|dont|où|lesquel\w+|auxquel\w+)\s+|\bqu['’]\s*){_CLITICS}(?P<word>[^\W\d_]+)\s+\Z",
    re.IGNORECASE,
)
_ARTICLE = Pattern(
    r"(?:\A|(?<=[\s(«]))(?P<words>(?P<of>de la|de l['’]|du|des|de|d['’])"
    r"|(?P<to>à la|à l['’]|aux|au|à)|(?P<the>les|le|la|l['’]))\s*\Z",
    re.IGNORECASE,
)
_ACCORD = Pattern(r"""["'](?P<words>[^"']+(?:['’][^"']+)?)["']\s*\|\s*accorde\((?P<with>.*)\)""")
_SUBJECT = ("le", "nom", "chaque", "une")
_CALLED = Pattern(r"\bci-après\s+(?P<words>(?P<word>[^\W\d_]+))\s+(?:[«“]\s*)?\Z", re.IGNORECASE)
_ELIDING = Pattern(r"\b(?P<words>(?:lors|puis|jus|quoi)?que)\s+\Z", re.IGNORECASE)
_NAMES = {"nom": "", "fonction": "", "nom_complet": "_nom_complet", "qualite": "_qualite"}
"""Forms without article, and how those that have one end."""


def misworded(variant: Variant) -> Iterator[Diagnostic]:
    """Yield what stands beside a tag of a sound clause and cannot be right of every party."""
    source = source_of(variant.body, variant.file, variant.body_line)
    tags = tuple(tag for tag in read_tags(source).tags if tag.kind != "comment")
    found = {one.tag.index: one for one in expressions(variant, tags)}
    for tag in tags:
        before, after = _around(source, tags, tag)
        if expression := found.get(tag.index):
            yield from _article(source, expression, before)
            yield from _agreement(
                source, expression, before, after, _subjects(source, tags, found, tag)
            )
        else:
            yield from _undecided(source, tags, tag)
            yield from _further(source, tag, after)


def _around(source: Source, tags: tuple[Tag, ...], tag: Tag) -> tuple[str, str]:
    """Return the text between a tag and its neighbours."""
    number = tags.index(tag)
    start = tags[number - 1].end if number else 0
    end = tags[number + 1].start if number + 1 < len(tags) else len(source.text)
    return source.text[start : tag.start], source.text[tag.end : end]


def _article(source: Source, expression: Expression, before: str) -> Iterator[Diagnostic]:
    typed = _ARTICLE.search(before)
    form = expression.form
    stem, _, rest = form.partition("_")
    has_article = stem.lower() in ("le", "du", "au")
    if typed is None or not (has_article or form in _NAMES):
        return
    if form in _NAMES and expression.name == "acte" and typed["words"].lower() in ("de", "à"):
        return  # « un projet de convention »
    wanted = "du" if typed["of"] else "au" if typed["to"] else "le"
    ending = f"_{rest}" if has_article and rest else _NAMES.get(form, "")
    wanted = wanted.capitalize() if typed["words"][0].isupper() else wanted
    instead = f"{{{{ {expression.name}.{wanted}{ending} }}}}"
    if expression.is_list:
        instead = f'{{{{ {expression.name} | liste(forme="{wanted}") }}}}'
    place = source.at(expression.tag.start - len(before) + typed.start("words"))
    tag = expression.tag.quoted
    yield fault("C527", place, word=typed["words"], tag=tag, instead=instead)


def _agreement(
    source: Source, expression: Expression, before: str, after: str, subjects: str
) -> Iterator[Diagnostic]:
    """Yield the words that agree with what the tag shows and are typed beside it."""
    stem = expression.form.partition("_")[0]
    if expression.kind == "other":
        typed = _STATED.match(after) if stem.lower() == "le" else None
        if typed and inflection.is_qualifier(typed["word"]):
            yield _told(source, expression.tag.end, typed, expression, expression.name)
    elif stem.lower() in _SUBJECT:
        yield from _behind(source, expression, after, subjects)
        yield from _ahead(source, expression, before)


def _behind(
    source: Source, expression: Expression, after: str, subjects: str
) -> Iterator[Diagnostic]:
    """Yield the verb or participle right behind a party, and the participle behind its comma.

    Behind a comma only where the party begins its sentence: else the words are another's.
    """
    end = expression.tag.end
    if (typed := _BEHIND.match(after)) and _agrees(typed["word"], expression):
        yield _told(source, end, typed, expression, subjects)
    typed = _APART.match(after) if expression.form[0].isupper() else None
    if typed and after[typed.end("word") :].startswith(("(e", "(s", "·", "•", "/")):
        return  # C719 tells the form for two genders, and what to write
    if typed and inflection.is_qualifier(typed["word"]):
        yield _told(source, end, typed, expression, subjects)


def _ahead(source: Source, expression: Expression, before: str) -> Iterator[Diagnostic]:
    """Yield the verb before its subject, « que gère la Commune », and a « que » before a name.

    So with « ci-après désignée » before the name that the act gives a party.
    """
    start = expression.tag.start - len(before)
    is_common = expression.name == PARTIES or expression.name.rpartition(".")[2] in ONE_OF
    is_named = expression.is_list or not is_common
    if (typed := _ELIDING.search(before)) and is_named:
        place = source.at(start + typed.start("words"))
        yield fault("C528", place, word=typed["words"], tag=expression.tag.quoted)
    if (typed := _CALLED.search(before)) and inflection.is_qualifier(typed["word"]):
        yield _told(source, start, typed, expression, f"{expression.name}.complet")
    if (typed := _INVERTED.search(before)) and inflection.is_verb(typed["word"]):
        yield _told(source, start, typed, expression, expression.name)


def _agrees(word: str, expression: Expression) -> bool:
    """Tell whether a word changes with what the tag shows.

    « les parties » are always several, and « chaque partie », « chaque Commune » is one: a verb in
    that number stays.
    """
    if not inflection.is_verb(word):
        return inflection.is_qualifier(word)
    is_one = expression.name.rpartition(".")[2] in ONE_OF
    is_several = expression.name == PARTIES and not expression.is_list
    return not (is_one or is_several) or (word == inflection.singular(word)) is not is_one


def _told(
    source: Source, offset: int, typed: re.Match[str], expression: Expression, subjects: str
) -> Diagnostic:
    whole = "words" if "words" in typed.groupdict() else "word"
    words, place = typed[whole], source.at(offset + typed.start(whole))
    clitics = words.removesuffix(typed["word"])
    instead = _accord(clitics + inflection.singular(typed["word"]), subjects)
    return fault("C526", place, word=words, tag=expression.tag.quoted, instead=instead)


def _accord(word: str, subjects: str) -> str:
    """Return the tag that has a word agree, as a drafter writes it."""
    return f'{{{{ "{word}" | accorde({subjects}) }}}}'


def _subjects(source: Source, tags: tuple[Tag, ...], found: dict[int, Expression], tag: Tag) -> str:
    """Return the subjects that end with a tag, as `accorde` takes them: `departement, commune`."""
    names = [found[tag.index].name]
    number = tags.index(tag)
    while number and (other := found.get(tags[number - 1].index)):
        between = source.text[tags[number - 1].end : tags[number].start]
        if not re.fullmatch(r",\s+|\s+et\s+", between) or other.form.partition("_")[0] in (
            "du",
            "au",
        ):
            break
        names.insert(0, other.name)
        number -= 1
    return ", ".join(names)


def _undecided(source: Source, tags: tuple[Tag, ...], tag: Tag) -> Iterator[Diagnostic]:
    """Yield the word handed to “accorde” that may be a verb or a participle, and nothing tells."""
    typed = _ACCORD.fullmatch(tag.inner)
    if typed is None or "sorte" in typed["with"] or not inflection.is_twofold(typed["words"]):
        return
    if _touches_its_subject(source, tags, tag, typed["with"]):
        return
    forms = {sort: inflection.agree(typed["words"], inflection.SEVERAL, sort) for sort in Sort}
    ways = {sort: f'{typed["with"].strip()}, sorte="{sort.value}"' for sort in Sort}
    yield fault(
        "C524",
        source.at(tag.start),
        word=typed["words"],
        tag=tag.quoted,
        as_verb=_accord(typed["words"], ways[Sort.VERB]),
        as_participle=_accord(typed["words"], ways[Sort.PARTICIPLE]),
        verb=forms[Sort.VERB],
        participle=forms[Sort.PARTICIPLE],
    )


def _touches_its_subject(source: Source, tags: tuple[Tag, ...], tag: Tag, subjects: str) -> bool:
    """Tell whether the word is a verb by its place: « le Département conduit », « que conduit ».

    That is right behind one of its subjects, or between « que » and one of them.
    """
    names = re.findall(r"[\w.]+", subjects)
    number = tags.index(tag)
    before, after = _around(source, tags, tag)
    if number and re.fullmatch(r"\s+(?:qui\s+)?", before):
        return _name(tags[number - 1]) in names
    is_inverted = re.search(r"\b(?:que|qu['’]|dont|où)\s*\Z", before)
    return bool(is_inverted and after.isspace()) and _name(tags[number + 1]) in names


def _name(tag: Tag) -> str:
    """Return what a tag shows, without its form."""
    path = tag.inner.split("|", 1)[0].strip()
    stem, _, form = path.rpartition(".")
    return stem if form.partition("_")[0].lower() in _SUBJECT else path


def _further(source: Source, tag: Tag, after: str) -> Iterator[Diagnostic]:
    """Yield the verb typed behind one that agrees: « {{ "met" | accorde(x) }} et contrôle »."""
    accord, typed = _ACCORD.fullmatch(tag.inner), _FURTHER.match(after)
    if accord is None or typed is None or not inflection.is_verb(typed["word"]):
        return
    if not any(inflection.is_verb(word) for word in re.findall(r"\w+", accord["words"])):
        return
    place = source.at(tag.end + typed.start("word"))
    instead = _accord(inflection.singular(typed["word"]), accord["with"].strip())
    yield fault("C526", place, word=typed["word"], tag=tag.quoted, instead=instead)
