"""Laws, decrees and European texts: what a recital says of one, and what the references add."""

from datetime import date

from conventassembler.agreement.recitals import StatuteRecital
from conventassembler.draft.authorities import written_day
from conventassembler.french import recitals, recited
from conventassembler.french.dates import write_date
from conventassembler.french.grammar import Pieces
from conventassembler.french.nouns import Noun
from conventassembler.frozen import dataclass
from conventassembler.library.model import Library, TextReference
from conventassembler.library.text_numbers import number_or_day
from conventassembler.values import Blank, Date, Text, piece


@dataclass(frozen=True, slots=True)
class Statute:
    """A text by its number, with what is known of it from either side."""

    recital: StatuteRecital
    known: TextReference | None
    """What the references know of it."""

    @property
    def is_organic(self) -> bool:
        """Whether it is an organic law."""
        return self.recital.is_organic or (self.known is not None and self.known.is_organic)

    @property
    def noun(self) -> Noun:
        """« loi », « loi organique », « décret »..."""
        return recited.noun_of("organic_law" if self.is_organic else self.recital.nature)

    @property
    def day(self) -> date | None:
        """Its day, None where it is still to be given."""
        if isinstance(self.recital.date, Date):
            return self.recital.date
        if self.known is not None and self.recital.date is None:
            return self.known.day
        return _own_day(self.recital)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The keys without which it cannot be cited, and which nobody wrote."""
        if self.known is not None or isinstance(self.recital.number, Blank):
            return ()
        day = self.recital.date is None and _own_day(self.recital) is None
        title = self.recital.title is None
        return tuple(key for key, lacks in (("date", day), ("intitulé", title)) if lacks)

    def cited(self) -> recited.Cited:
        """Return the text as a recital cites it; each part is still the value that was typed."""
        return recited.statute(
            self.noun,
            self._number(),
            self._day(),
            self._title(),
            author=self._author(),
            is_modified=self.recital.is_modified,
        )

    def _number(self) -> str:
        number, nature = self.recital.number, self.recital.nature
        if isinstance(number, Blank):
            return piece(number)
        if recited.read_day(number):
            return ""
        return piece(number, recited.write_number(nature, number), nature)

    def _day(self) -> str:
        typed, day = self.recital.date, self.day
        if typed is not None:
            return written_day(typed)
        return "" if day is None else piece(self.recital.number, write_date(day), "date")

    def _title(self) -> str:
        title = self.recital.title
        if isinstance(title, Blank):
            return piece(title)
        if title is not None:
            return piece(title, recitals.law_title(title))
        return piece(self.recital.number, self.known.title, "intitule") if self.known else ""

    def _author(self) -> Pieces:
        if self.recital.author is not None:
            return (piece(self.recital.author),)
        author = self.known.author if self.known else ""
        return (piece(self.recital.number, author, "auteur"),) if author else ()


def statute(recital: StatuteRecital, library: Library) -> Statute:
    """Return the text that a recital cites, completed by the references."""
    number = recital.number
    key = number_or_day(recital.nature, number) if isinstance(number, Text) else None
    return Statute(recital, library.texts.get((recital.nature, key)) if key else None)


def _own_day(recital: StatuteRecital) -> date | None:
    number = recital.number
    return None if isinstance(number, Blank) else recited.read_day(number)
