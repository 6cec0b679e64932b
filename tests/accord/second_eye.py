"""A second eye for agreement: finds misagreed words in a text, with nothing of the code under test.

It knows how each name of a party is to be spoken of (article, gender, number, elision), and has
tables of its own for determiners, verbs, participles, pronouns and possessives. It reads lines of
plain text; an item of a list begins with « - ».
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Name:
    """How a name is spoken of."""

    text: str
    article: str
    """le, la, l’, les; empty for a name without article."""
    gender: str
    """m or f."""
    vowel: bool = False
    """Whether « de » and « que » elide before it, when nothing stands between."""

    @property
    def plural(self) -> bool:
        return self.article == "les"


@dataclass(frozen=True, slots=True)
class Subject:
    """What the words of a sentence agree with."""

    gender: str
    plural: bool


_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
VERBS = dict(pair.split("/") for pair in _TABLES["verbes"])
SINGULAR, PLURAL = frozenset(VERBS), frozenset(VERBS.values())
STEMS: list[str] = _TABLES["participes"]
PRONOUNS = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
    "ceux-ci": ("m", True),
    "celles-ci": ("f", True),
}
HEADS = dict.fromkeys(_TABLES["noms féminins"], "f") | dict.fromkeys(_TABLES["noms masculins"], "m")
"""First words of long names, and their gender."""
_PREPOSITIONS = frozenset(_TABLES["prépositions"])
_CLITICS = frozenset(["ne", "n’", "se", "s’", "y", "en", "lui", "qui", "également", "ensemble"])
_RELATIVES = frozenset(["que", "qu’", "dont", "où"])
_OFFICIAL = " européenne"
"""What follows « Collectivité » in a long name, to which the law gives that capital."""
_TOKEN = re.compile(r"§\d+§|(?:[ldnsjcLDNSJC]|[Qq]u)’|\w+(?:-\w+)*|[^\w\s]")


@dataclass(slots=True)
class SecondEye:
    """Reads the lines of one act, and notes what does not agree."""

    names: Sequence[Name]
    together: Name
    one: Name
    """One of the parties: « Partie »."""
    found: list[str] = field(default_factory=list)
    topic: Subject | None = None
    """What the sentence before was about, when that was a party."""
    list_topic: Subject | None = None
    last: Subject | None = None
    """The last party that the sentence before named."""
    line: str = ""

    def read(self, lines: Iterable[str]) -> list[str]:
        """Return what is wrong in the lines, each with the words and the line."""
        for line in lines:
            self.line, text = line, line.removeprefix("- ")
            if line.startswith("- "):
                self.topic = self.list_topic
            else:
                follows = text.split(" ", 1)[0] in ("Son", "Sa", "Ses", "Leur", "Leurs")
                self.topic = self.topic if follows else None
                self.list_topic = self.last = None
            self._party_block(text)
            for sentence in re.split(r"(?<=[.])\s+(?=[A-ZÀÉ])", text):
                self._sentence(self._tokens(sentence), is_item=line.startswith("- "))
            if text.rstrip().endswith(":"):
                self.list_topic = self.topic
        return self.found

    # -- reading

    @property
    def _all(self) -> list[Name]:
        return [*self.names, self.together, self.one]

    def _tokens(self, sentence: str) -> list[str]:
        text = sentence.replace("\u00a0", " ").replace("\u202f", " ").replace("'", "’")
        order = sorted(enumerate(self._all), key=lambda pair: -len(pair[1].text))
        for number, name in order:
            whole = rf"(?<!\w){re.escape(name.text)}(?![\w’-]|{_OFFICIAL})"
            text = re.sub(whole, f"§{number}§", text)
        return _TOKEN.findall(text)

    def _name(self, token: str) -> Name | None:
        return self._all[int(token[1:-1])] if token.startswith("§") else None

    def _say(self, words: object) -> None:
        self.found.append(f"{words} | {self.line}")

    # -- sentences

    def _sentence(self, tokens: list[str], *, is_item: bool) -> None:
        lowered = [token.lower() for token in tokens]
        before, subject = self.topic, self.topic if is_item else None
        own = bool(lowered) and lowered[0] in ("leur", "leurs", "son", "sa", "ses")
        if is_item and lowered and (lowered[0] in SINGULAR or lowered[0] in PLURAL) and subject:
            self._verbs(lowered, 0, subject)
        index, named = 0, None
        while index < len(tokens):
            token = lowered[index]
            if name := self._name(tokens[index]):
                end, group, role = self._group(tokens, lowered, index)
                if role == "main":
                    subject = group
                    self._said_before(lowered, index, group)
                named = Subject(name.gender, name.plural)
                index = end
                continue
            if token in PRONOUNS:
                subject = self._pronoun(lowered, index, subject, before)
            if token in ("son", "sa", "ses", "leur", "leurs"):
                self._possessive(lowered, index, subject or (before if index == 0 else None))
            if token in ("chacun", "chacune"):
                self._each(tokens, lowered, index, subject or (before if own or is_item else None))
            if token in ("dernier", "dernière", "premier", "première"):
                self._rank(tokens, lowered, index)
            index += 1
        self.last = named
        if not is_item:
            self.topic = subject or (before if own else None)

    def _said_before(self, lowered: list[str], index: int, subject: Subject) -> None:
        """Hold a possessive of the first words against the subject that comes after a comma."""
        head = lowered[:index]
        if not any(map(_is_verb, head)) and head[:1] in (["au"], ["dans"], ["selon"]):
            for number, word in enumerate(head):
                if word in ("son", "sa", "ses", "leur", "leurs"):
                    self._possessive(lowered, number, subject)

    def _group(self, tokens: list[str], lowered: list[str], index: int) -> tuple[int, Subject, str]:
        """Read the names that begin at `index`, and what is said of them."""
        start, has_preposition = self._determined(tokens, lowered, index)
        members, end = [self._name(tokens[index])], index + 1
        while not has_preposition and (following := self._another(tokens, lowered, end)):
            self._determined(tokens, lowered, following)
            members.append(self._name(tokens[following]))
            end = following + 1
        known = [one for one in members if one]
        is_open = not has_preposition and self._opens_on_a_text(lowered, end)
        subject = Subject(
            "f" if all(one.gender == "f" for one in known) else "m",
            len(known) > 1 or is_open or known[0].plural,
        )
        if is_open:
            end = next((n for n in range(end, len(lowered)) if _is_verb(lowered[n])), end)
        role = self._role(lowered, start, has_preposition=has_preposition)
        if role == "inverted":
            self._number(lowered[start - 1], subject)
        if role == "local":
            self._verbs(lowered, end, subject, only_first=True)
        if role == "main":
            self._verbs(lowered, end, subject)
            self._qualified(lowered, end, subject)
        return end, subject, role

    def _another(self, tokens: list[str], lowered: list[str], end: int) -> int:
        """Return where the next name of an enumeration stands, 0 where there is none."""
        if end >= len(tokens) or lowered[end] not in (",", "et"):
            return 0
        for number in range(end + 1, min(end + 3, len(tokens))):
            if tokens[number].startswith("§"):
                return number
            if lowered[number] not in ("le", "la", "les", "l’"):
                return 0
        return 0

    def _opens_on_a_text(self, lowered: list[str], end: int) -> bool:
        """Tell whether the enumeration ends with what is no party: « et le centre »."""
        return lowered[end : end + 1] == ["et"] and lowered[end + 1 : end + 2] in (["le"], ["la"])

    def _determined(self, tokens: list[str], lowered: list[str], index: int) -> tuple[int, bool]:
        """Hold the words before a name against its own; return where they begin."""
        name = self._name(tokens[index])
        assert name
        one, two = (lowered[index - n] if index >= n else "" for n in (1, 2))
        allowed = _determiners(name)
        if one in ("le", "la", "l’", "les") and two in ("de", "à"):
            typed, start = f"{two} {one}", index - 2
        elif one in _DETERMINERS or (not name.article and one in ("que", "qu’")):
            typed, start = one, index - 1
        else:
            typed, start = "", index
        if typed not in allowed and one != "(":
            self._say(f"déterminant: « {typed} {name.text} »")
        is_relative = typed in ("que", "qu’")
        has_preposition = typed.split(" ")[0] in _OF_AND_TO
        return (index if is_relative else start), has_preposition

    def _role(self, lowered: list[str], start: int, *, has_preposition: bool) -> str:
        before = lowered[start - 1] if start else ""
        if has_preposition or before in _PREPOSITIONS:
            return "complement"
        if before in _RELATIVES or before in ("lorsque", "lorsqu’", "si"):
            return "local"
        if _is_verb(before):
            relative = _RELATIVES.intersection(lowered[max(0, start - 4) : start - 1])
            return "inverted" if relative else "complement"
        return "main" if before in ("", ",", ";", ":", "“") else "complement"

    # -- what agrees

    def _number(self, verb: str, subject: Subject) -> None:
        if verb in (SINGULAR if subject.plural else PLURAL):
            self._say(f"verbe: « {verb} »")

    def _verbs(
        self, lowered: list[str], index: int, subject: Subject, *, only_first: bool = False
    ) -> None:
        """Hold the verb at `index`, and those that go with it, against the subject."""
        while index < len(lowered) and lowered[index] in _CLITICS:
            index += 1
        if index >= len(lowered):
            return
        if lowered[index] == "," and not only_first:
            return
        self._number(lowered[index], subject)
        if lowered[index] in ("est", "sont", "a", "ont"):
            self._qualified(lowered, index + 1, subject)
        if only_first or not _is_verb(lowered[index]):
            return
        for number in range(index + 1, len(lowered) - 1):
            if lowered[number] in (";", ":", "qui", *_RELATIVES):
                return
            if lowered[number] in (",", "et", "puis") and lowered[number - 1] != "lieu":
                following = number + 1
                while following < len(lowered) and lowered[following] in _CLITICS - {"qui"}:
                    following += 1
                self._number(lowered[following] if following < len(lowered) else "", subject)

    def _qualified(self, lowered: list[str], index: int, subject: Subject) -> None:
        """Hold the participles and adjectives that follow a subject against it."""
        skipped = {",", "dûment", "été", "seul", *_CLITICS} - {"seul"}
        while index < len(lowered) and lowered[index] in skipped:
            index += 1
        if index < len(lowered):
            self._participle(lowered[index], subject)

    def _participle(self, word: str, subject: Subject) -> None:
        for stem in STEMS:
            feminine = "" if stem.endswith("e") or subject.gender == "m" else "e"
            plural = "s" if subject.plural and not (stem + feminine).endswith("s") else ""
            forms = {stem + e + s for e in ("", "e") for s in ("", "s")}
            if word in forms and word != stem + feminine + plural:
                self._say(f"participe: « {word} »")

    def _pronoun(
        self, lowered: list[str], index: int, subject: Subject | None, before: Subject | None
    ) -> Subject | None:
        word, previous = lowered[index], lowered[index - 1] if index else ""
        gender, plural = PRONOUNS[word]
        own = Subject(gender, plural)
        at_head = previous in ("", ",", ";", ":")
        if at_head:
            self._verbs(lowered, index + 1, own)
        is_first = not any(map(_is_verb, lowered[:index]))
        meant = subject or (before if at_head and is_first else None)
        if word.endswith("-ci"):
            meant = self.mentioned(lowered, index) or meant or self.last if at_head else None
        if not at_head and previous not in _RELATIVES:
            return subject
        if meant and meant != own:
            self._say(f"pronom: « {word} »")
        if previous in _RELATIVES:
            self._verbs(lowered, index + 1, own, only_first=True)
            return subject
        return own if meant else subject

    def mentioned(self, lowered: list[str], index: int) -> Subject | None:
        """Return the last name before a « celui-ci » in its sentence."""
        names = [self._name(token) for token in lowered[:index]]
        last = next((one for one in reversed(names) if one), None)
        return Subject(last.gender, last.plural) if last else None

    def _possessive(self, lowered: list[str], index: int, subject: Subject | None) -> None:
        if subject is None:
            return
        word, previous = lowered[index], lowered[index - 1] if index else ""
        if subject.plural and word in ("son", "sa", "ses"):
            self._say(f"possessif: « {word} »")
        near = _is_verb(previous) or index == 0 or previous == ";"
        if not subject.plural and word in ("leur", "leurs") and near:
            self._say(f"possessif: « {word} »")

    def _each(
        self, tokens: list[str], lowered: list[str], index: int, subject: Subject | None
    ) -> None:
        """Hold « chacune des Parties » and « de chacun » against what they are of."""
        of = lowered[index + 1 : index + 2] == ["des"] and self._name(tokens[index + 2])
        gender = of.gender if of else subject.gender if subject else ""
        if gender and (lowered[index] == "chacune") != (gender == "f"):
            self._say(f"pronom: « {lowered[index]} »")

    def _rank(self, tokens: list[str], lowered: list[str], index: int) -> None:
        """Hold « la dernière des Parties » against the gender of the name."""
        of = lowered[index + 1 : index + 2] == ["des"] and self._name(tokens[index + 2])
        if of and lowered[index].endswith("ère") != (of.gender == "f"):
            self._say(f"adjectif: « {lowered[index]} »")

    def _party_block(self, text: str) -> None:
        """Hold the block that presents a party against the noun that its long name begins with."""
        if "ci-après dénommé" not in text:
            return
        head = re.match(r"(?:(Le|La) |(L)[’'])?([\w]+)", text)
        gender = HEADS.get(head[3], HEADS.get(head[3].lower(), "")) if head else ""
        if "Métropole" in text.split(",", maxsplit=1)[0]:
            gender = "f"
        if not head or not gender:
            return
        if head[1] and head[1] != ("La" if gender == "f" else "Le"):
            self._say(f"déterminant: « {head[1]} »")
        for word in re.findall(r"domicilié\w*|représenté\w*|dénommé\w*", text):
            self._participle(word, Subject(gender, False))


_DETERMINERS = frozenset(
    ["le", "la", "l’", "les", "du", "des", "au", "aux", "de", "d’", "à", "un", "une", "chaque"]
)
_OF_AND_TO = frozenset(["de", "d’", "du", "des", "à", "au", "aux"])


def _is_verb(word: str) -> bool:
    return word in SINGULAR or word in PLURAL


def _determiners(name: Name) -> frozenset[str]:
    """Return the words that may stand before a name; the empty one for none."""
    if not name.article:
        return frozenset({"", "d’" if name.vowel else "de", "à", "qu’" if name.vowel else "que"})
    if name.article == "chaque":
        article = "une" if name.gender == "f" else "un"
        return frozenset({"chaque", article})
    return frozenset((name.article, *_CONTRACTED[name.article]))


_CONTRACTED: Mapping[str, tuple[str, str]] = {
    "le": ("du", "au"),
    "la": ("de la", "à la"),
    "l’": ("de l’", "à l’"),
    "les": ("des", "aux"),
}
