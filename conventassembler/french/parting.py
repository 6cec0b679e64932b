"""Where a paragraph may be parted so that its typography is that of its parts.

Rows of a table say the same paragraphs but for a value or two: what stands around the values is
then worked out once. A place to part at is a plain space behind a word of two letters or more, or a
comma, and before a word of two small letters or more with which no rule goes on (`Rule.goes_on`).
Nothing reaches over such a place:

- Behind a space, rules look for a figure, a sign, a capital, another space, a lone letter (« n° »),
  or a word that they tell; for any character only where a sign stands before that space.
- Before a space they look for a sign, a figure, a lone letter (« A »), a word that a capital
  follows (« M. Dupont »), or a word of which they tell the next (« de un an »).
- A text begins and ends, for all of them, as a word does that a space parts from another.
- None changes such a space, and of the letters beside it none becomes anything but a letter: it
  stays a place to part at, whatever the rules before have done.

Pairs of quotes, and what is left alone, reach over everything: a part that has marks of these has
no corrections of its own, and a paragraph with such a part is read in one piece.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from conventassembler.french.rewriting import Rule
from conventassembler.french.tape import Edit
from conventassembler.keeping import Shelf
from conventassembler.patterns import Pattern

Edits = tuple[Edit, ...]

_SMALL = "a-zß-öø-ÿœ"
_LETTER = f"{_SMALL}A-ZÀ-ÖØ-ÞŒ"


_FAR: Edits = (Edit(-1, -1, ""),)
"""Of a part: what is far from it weighs in its corrections."""


class Parted:
    """The corrections of paragraphs by some rules, those of their parts being remembered."""

    def __init__(
        self,
        rules: Iterable[Rule],
        by_rules: Callable[[str], Edits],
        in_one_piece: Callable[[str], Edits],
        reaches_over: Callable[[str], bool],
    ) -> None:
        """Ask `by_rules` for what is new, and `in_one_piece` where a text has marks of far."""
        self._places = places(rules)
        self._by_rules = by_rules
        self._in_one_piece = in_one_piece
        self._reaches_over = reaches_over
        self._known = Shelf(self._alone)

    def edits(self, text: str) -> Edits:
        """Return the corrections of a paragraph."""
        parts = self._places.split(text)
        known = self._known
        new = [part for part in parts if part not in known]
        if len(new) > 1:
            self._work_out(new)
        found: list[Edit] = []
        place = 0
        for part in parts:
            if own := known[part]:  # which few parts have
                if own is _FAR:
                    return self._in_one_piece(text)
                found += [Edit(place + start, place + end, said) for start, end, said in own]
            place += len(part) + 1
        return tuple(found)

    def _work_out(self, parts: Sequence[str]) -> None:
        """Work out several parts as one text, which takes hardly longer than one of them.

        Whatever is not worked out here is when it is asked for.
        """
        older = self._known.older(parts)
        new = [part for part in dict.fromkeys(parts) if part not in older]
        text = " ".join(new)
        if len(new) > 1 and not self._reaches_over(text):
            for part, own in zip(new, _of_each(new, self._by_rules(text)), strict=True):
                self._known.keep(part, own)

    def _alone(self, part: str) -> Edits:
        return _FAR if self._reaches_over(part) else self._by_rules(part)


def _of_each(parts: Iterable[str], edits: Sequence[Edit]) -> Iterator[Edits]:
    """Yield the corrections of each of the parts that a space joins."""
    place = done = 0
    for part in parts:
        first, end = done, place + len(part)
        while done < len(edits) and edits[done].end <= end:
            done += 1
        own = edits[first:done]
        yield tuple([Edit(at - place, to - place, said) for at, to, said in own]) if own else ()
        place = end + 1


def places(rules: Iterable[Rule]) -> Pattern:
    """Return the spaces where a text may be parted for `rules`."""
    told = sorted(frozenset[str]().union(*(rule.goes_on for rule in rules)))
    # By their initials, so that a word is compared with those alone which have its own.
    by_initial = groupby(told, key=itemgetter(0))
    words = "|".join(f"{initial}(?:{_rests(alike)})" for initial, alike in by_initial)
    return Pattern(rf" (?<=\w[{_LETTER},] )(?=[{_SMALL}]{{2}})(?!(?:{words})\b)")


def _rests(words: Iterable[str]) -> str:
    return "|".join(re.escape(word[1:]) for word in words)
