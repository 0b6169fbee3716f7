"""Sheet: what stands on a handout, block by block in reading order, free of any format.

Every kind of handout makes one of these, and every format is written from one, so that
HTML, PDF and DOCX say the same. What is not in a student's sheet cannot leak from a file.
"""

from typing import Literal

from msgspec import Struct

from debatekit.handout.page import Reader

Tone = Literal["body", "quiet", "lead", "level", "label", "evidence"]
Column = Literal["author", "counter", "plain"]


class Span(Struct, frozen=True):
    """A run of letters of one sort."""

    text: str
    strong: bool = False
    quiet: bool = False
    foreign: bool = False
    """True for the lesson's own words, which may run from right to left."""
    source: int = 0
    """The number in the list of sources that it leads to; 0 if it leads nowhere."""
    link: str = ""
    """The https address, or the file beside this one, that it leads to."""


Line = tuple[Span, ...]


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph, in the tone in which it is said."""

    line: Line
    tone: Tone = "body"


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of a list; a question mark stands before what nobody states."""

    blocks: tuple["Block", ...]
    asks: bool = False


class Bullets(Struct, frozen=True, kw_only=True):
    """A list whose order means nothing."""

    entries: tuple[Entry, ...]
    loose: bool = False
    """True if there is room between its entries."""


class Numbered(Struct, frozen=True, kw_only=True):
    """The list of sources, counted from 1; places on the page lead to its entries."""

    entries: tuple[Line, ...]


class Term(Struct, frozen=True, kw_only=True):
    """A word, and what is said of it."""

    name: Span
    meaning: Line


class Terms(Struct, frozen=True, kw_only=True):
    """Words with their meanings, in two columns where they fit."""

    terms: tuple[Term, ...]


class Table(Struct, frozen=True, kw_only=True):
    """Rows under a head that is said again on every page."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    shares: tuple[float, ...]
    """How wide the columns are, in relation to one another."""
    first_names_row: bool = False
    """True if the first cell of a row is what the row is about."""
    tall_mm: float = 0
    """How tall a row is at least, where there must be room to write."""


class Card(Struct, frozen=True, kw_only=True):
    """What one side says; the sides differ in shape and in a word, not in colour alone."""

    side: Column
    id: str
    over: str
    """Whose it is, in words."""
    title: str
    blocks: tuple["Block", ...]


class Head(Struct, frozen=True, kw_only=True):
    """A claim under debate, as the heading of what follows."""

    id: str
    over: str
    title: Span
    blocks: tuple["Block", ...] = ()


class Legend(Struct, frozen=True, kw_only=True):
    """Two short texts that show the two shapes."""

    author: Line
    counter: Line


class Pair(Struct, frozen=True, kw_only=True):
    """What the author's side says beside what the counter side says to it.

    `right` follows `lead` in reading order, and what stands below on the left follows it.
    """

    lead: tuple["Block", ...]
    right: tuple["Block", ...]
    below: tuple["Block", ...] = ()
    room: str = ""
    """What the room left for writing is called; empty where there is none."""
    long: bool = False
    """True if a column may be longer than a page."""
    share: float = 0.5
    """How much of the width the left column takes, in (0, 1)."""


class Room(Struct, frozen=True, kw_only=True):
    """Lines to write on."""

    lines: int


class Nothing(Struct, frozen=True, kw_only=True):
    """Where the counter side is silent."""

    text: str


class Figure(Struct, frozen=True, kw_only=True):
    """A picture, and the same in words for whoever does not see it."""

    svg: str
    alt: str
    caption: Line = ()
    """Its name and what it is about; it stands above the picture."""
    wide: float = 1.0
    tall: float = 1.0
    """Its own size in points."""
    fills: bool = True
    """True if it is as large as its page lets it be; else it is no larger than its own size."""


class Branch(Struct, frozen=True):
    """A line of a nested list, with the lines under it."""

    line: Line
    branches: tuple["Branch", ...] = ()


class Outline(Struct, frozen=True, kw_only=True):
    """A nested list."""

    branches: tuple[Branch, ...]


class Question(Struct, frozen=True, kw_only=True):
    """A question that is never broken over two pages."""

    id: str
    number: int
    code: str
    """A short name by which the key finds it, whatever its number."""
    strand: str
    blocks: tuple["Block", ...]
    level: Literal[2, 3] = 2
    """How deep its heading lies."""


class Choices(Struct, frozen=True, kw_only=True):
    """What can be chosen, each with its letter and a box to tick or a line to write on."""

    options: tuple[tuple[str, Line], ...]
    box: Literal["round", "square", "line", "none"] = "none"


class Section(Struct, frozen=True, kw_only=True):
    """A part with a heading; boxed if a frame is to set it off."""

    id: str
    title: str
    blocks: tuple["Block", ...]
    box: Literal["", "plain", "teacher"] = ""
    level: Literal[2, 3] = 2


class Note(Struct, frozen=True, kw_only=True):
    """A frame around what is said to the teacher alone."""

    blocks: tuple["Block", ...]


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page."""


Block = (
    Paragraph
    | Bullets
    | Numbered
    | Terms
    | Table
    | Card
    | Head
    | Legend
    | Pair
    | Room
    | Nothing
    | Figure
    | Outline
    | Question
    | Choices
    | Section
    | Note
    | PageBreak
)


class Part(Struct, frozen=True, kw_only=True):
    """What begins on a page of its own, with its own running head."""

    title: Span
    kicker: str
    running: str
    """What stands at the head of its pages on the right."""
    opening: tuple[Block, ...] = ()
    """What stands under the title, before the part proper."""
    blocks: tuple[Block, ...]
    named: bool = False
    """True if it has a line for the name and the date."""
    points: int = 0
    """How many points can be scored; where there are any, the score has room beside the date."""
    broad: bool = False
    """True if the sheet lies on its side."""


class Sheet(Struct, frozen=True, kw_only=True):
    """A whole handout."""

    kind: str
    reader: Reader
    language: str
    title: str
    """The document's title, for its metadata."""
    running: str
    """What stands at the head of every page on the left."""
    parts: tuple[Part, ...]
    numbered_apart: bool = False
    """True if the pages of each part are counted from 1."""
