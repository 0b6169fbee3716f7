"""References as readers see them: CSL entries as one sentence, and numbers for citing them."""

from collections.abc import Iterable, Mapping, Sequence

from debatekit.handout.page import SourcePart
from debatekit.model.reference import Issued, Name, Reference

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_QUOTED = ("article", "chapter", "interview", "paper", "post", "speech", "webpage", "broadcast")
"""Beginnings of the CSL types that are parts of something larger: their titles are quoted."""


class Numbering:
    """Numbers references in the order in which a page first cites them, from 1."""

    def __init__(self, references: Mapping[str, Reference]) -> None:
        self._references = references
        self._numbers: dict[str, int] = {}

    def cite(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Return the references' numbers in rising order; ids that nobody defined are left out."""
        known = [id for id in ids if id in self._references]
        return tuple(sorted({self._numbers.setdefault(id, self._next()) for id in known}))

    def _next(self) -> int:
        return len(self._numbers) + 1

    def sources(self) -> tuple[SourcePart, ...]:
        """Return the references cited so far, in the order of their numbers."""
        return tuple(source_part(self._references[id], n) for id, n in self._numbers.items())


def source_part(reference: Reference, number: int) -> SourcePart:
    """Return an entry of the list of sources."""
    address = reference.url.strip()
    return SourcePart(
        number=number,
        text=reference_text(reference),
        title=reference.title,
        url=address,
        link=address.lower().startswith("https://") and not any(map(str.isspace, address)),
        note=_note(reference),
        recalled=reference.custom.status == "recalled",
        invented=reference.custom.status == "invented",
    )


def _note(reference: Reference) -> str:
    """Return the note, unless it only says again that the entry is recalled."""
    again = reference.custom.status == "recalled" and reference.note.lower().startswith("recalled")
    return "" if again and reference.note.count(".") < 2 else reference.note


def reference_text(reference: Reference) -> str:
    """Return who, what, where and when as one line that ends in a full stop.

    >>> reference_text(Reference(id="x", type="book", title="On Trams", publisher="Rail Press"))
    'On Trams. Rail Press.'
    """
    who = names(reference.author)
    where = dict.fromkeys((reference.container_title, reference.publisher))
    new = [part for part in where if part and part != who]
    place = ", ".join([*new, *filter(None, [date_text(reference.issued)])])
    quoted = reference.type.startswith(_QUOTED)
    title = f"“{reference.title}”" if quoted else reference.title
    return " ".join(_sentence(part) for part in (who, title, place) if part)


def _sentence(text: str) -> str:
    """Return the text with one closing mark, set inside a closing quotation mark."""
    bare = text.rstrip("”")
    if bare.endswith((".", "?", "!", "…")):
        return text
    return f"{bare}.{text[len(bare) :]}"


def names(authors: Iterable[Name]) -> str:
    """Return the authors, the first turned round for the alphabet; from four on, 'and others'."""
    shown = [_name(author, first=place == 0) for place, author in enumerate(authors)]
    shown = [name for name in shown if name]
    if len(shown) > 3:
        return f"{shown[0]} and others"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _name(name: Name, first: bool) -> str:
    if name.literal:
        return name.literal
    if first:
        return ", ".join(filter(None, [name.family, name.given]))
    return " ".join(filter(None, [name.given, name.family]))


def date_text(issued: Issued | None) -> str:
    """Return the date in words, or nothing where none is known.

    >>> date_text(Issued(date_parts=((2023, 9, 17),)))
    '17 September 2023'
    """
    if issued is None:
        return ""
    return _span([parts for parts in issued.date_parts if parts]) or issued.literal


def _day(parts: tuple[int, ...]) -> str:
    year, *rest = parts
    if not rest or not 1 <= rest[0] <= len(MONTHS):
        return str(year)
    return " ".join(map(str, [*rest[1:2], MONTHS[rest[0] - 1], year]))


def edtf_text(date: str) -> str:
    """Return a date of a source's record in words.

    >>> edtf_text("2023-09")
    'September 2023'
    """
    spans = [tuple(int(part) for part in end.split("-")) for end in date.split("/")]
    return _span(spans)


def _span(spans: Sequence[tuple[int, ...]]) -> str:
    """Return a day, or from which to which; what both ends share is said once.

    >>> _span([(2023, 9, 8), (2023, 9, 9)]), _span([(2018, 9), (2018, 12)])
    ('8 to 9 September 2023', 'September to December 2018')
    """
    if len(spans) == 2:
        first, last = spans
        if len(first) == len(last) == 3 and first[:2] == last[:2] and first[2] < last[2]:
            return f"{first[2]} to {_day(last)}"
        if len(first) == len(last) > 1 and first[0] == last[0] and first[1] < last[1]:
            return f"{_day(first).removesuffix(f' {first[0]}')} to {_day(last)}"
    return " to ".join(map(_day, spans))
