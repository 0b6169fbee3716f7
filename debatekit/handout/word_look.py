"""The look of a DOCX: its colours, lines and marks, and what its texts may hold."""

import re
from collections.abc import Iterable

from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Written

from debatekit.handout.page import Size
from debatekit.handout.picture import Picture
from debatekit.handout.sheet import Column, Line, Span, Table
from debatekit.model.text import printable

QUIET = RGBColor(0x45, 0x45, 0x45)
LINE_AUTHOR, LINE_COUNTER, LINE_QUIET = "#1f4e79", "#8a3b12", "#595959"
SURFACE_HEAD = "#eef1f4"
THICK, THIN = 32, 6
EDGES = ("top", "left", "bottom", "right")
MARKS = {"round": "○ ", "square": "□ ", "line": "____ ", "none": ""}
_NOT_XML = re.compile("[\ufffe\uffff]")
SMALL, SMALL_BULLET, SMALL_CONTINUE = "Small", "Small Bullet", "Small Continue"
"""The styles of what stands in cells."""
OUTLINE = (SMALL_BULLET, "List Bullet 2", "List Bullet 3")
"""The styles of a map's text by how deep its entries lie; what lies deeper is set further in."""
OPTION, ORDERED, KEYED = "Option", "Option Line", "Option Explained"
"""The styles of options: with a box to tick, a line to write on, or neither."""
KICKER, NAME, SOURCES, WRITING = "Kicker", "Name Line", "Sources", "Writing Line"
NOTE = "Teaching Note"
BETWEEN = "Between Tables"
"""The style of the paragraph that parts two tables, which would else be one."""
GAP = 6
"""How many points part a table from what follows."""
ABOVE = 14
"""How many points stand above a claim under debate."""
TABLE = "Sheet Table"
OPTIONS = {"round": OPTION, "square": OPTION, "line": ORDERED, "none": KEYED}
QUESTIONS = {2: "Question", 3: "Explained Question"}
"""The styles of questions by the level of their headings."""
UNDER = "Question Text"
NAMED = (
    *(SMALL, SMALL_BULLET, SMALL_CONTINUE, KICKER, SOURCES, NOTE),
    *(OPTION, ORDERED, KEYED, *QUESTIONS.values(), UNDER),
)
"""Styles of ours that a theme may change."""
IN_CELLS: dict[str | None, str | None] = {
    None: SMALL,
    "List Bullet": SMALL_BULLET,
    "List Continue": SMALL_CONTINUE,
}
"""What styles become in a cell."""
APART = ("Heading 1", "Heading 2", "Heading 3", "Question", "Explained Question", BETWEEN)
"""Styles that keep their own distance from a table."""
NUMBER = 8.0
"""How wide the column of their numbers is, in the same millimetres."""
HANGS = {OPTION: 12.0, ORDERED: 18.0, KEYED: 7.0}
"""How far the signs of options hang out, in millimetres where letters have 12 points."""
ENTRIES = 4
"""How many entries at the end of a map's text stay on one page."""
SOURCES_KEPT = 3
"""How many of the last sources stay on one page."""
LONG_TITLE = 60
"""How many letters a title has that is set smaller."""


def safe(text: str) -> str:
    """Return the text without signs that no XML may hold or that steer a screen."""
    return _NOT_XML.sub("", printable(text))


COLOURS: dict[Column, str] = {
    "author": LINE_AUTHOR,
    "counter": LINE_COUNTER,
    "plain": LINE_QUIET,
}


def edges(side: Column) -> dict[str, int]:
    """Return how thick a frame's lines are: a bar on a side's own edge."""
    bar = {"author": "left", "counter": "right", "plain": ""}[side]
    return {edge: THICK if edge == bar else THIN for edge in EDGES}


def fitting(picture: Picture, width: Length, section: Section, size: Size) -> Length:
    """Return the width at which a picture is no wider than that and no taller than its page.

    Above it stand a title or, where letters are large and pieces small, two lines.
    """
    above = Mm(75 if size == "standard" else 31)
    tall = (section.page_height or 0) - 2 * (section.top_margin or 0) - above
    return Length(int(min(width, tall * picture.wide / picture.tall)))


def for_picture(paragraph: Written) -> Written:
    """Return a paragraph set for a picture: its height is a line's, and would be multiplied."""
    paragraph.paragraph_format.line_spacing = 1
    paragraph.paragraph_format.space_after = Pt(8)
    return paragraph


def for_words(table: Table, wide: float, points: float) -> tuple[float, ...]:
    """Return how wide columns are, so that no letters of that size break a word that fits.

    A bold letter is about 0.65 times as wide as it is high; a column takes what it lacks from
    the others, each by what it can spare, and no more than its equal part of the table.
    """
    columns = zip(*([(Span(name),) for name in table.head], *table.rows), strict=True)
    most = wide / len(table.head)
    needed = [min(most, _longest(column) * points * 0.65 + 10) for column in columns]
    given = [wide * share / sum(table.shares) for share in table.shares]
    spare = [max(0, has - needs) for has, needs in zip(given, needed, strict=True)]
    lacking = sum(max(0, needs - has) for has, needs in zip(given, needed, strict=True))
    part = min(1, lacking / sum(spare)) if lacking and sum(spare) else 0
    return tuple(
        has - part * free if free else (needs if part else has)
        for has, needs, free in zip(given, needed, spare, strict=True)
    )


def _longest(column: Iterable[Line]) -> int:
    """Return how many letters the longest word has."""
    texts = ("".join(span.text for span in cell) for cell in column)
    return max((len(word) for text in texts for word in text.split()), default=0)


def hang_at_edge(paragraph: Written) -> None:
    """Set a paragraph's sign at the edge of its cell, as far out as its style lets it hang."""
    style = paragraph.style
    hangs = style.paragraph_format.first_line_indent if style else None
    paragraph.paragraph_format.left_indent = Length(-(hangs or 0))


def bare(span: Span) -> bool:
    """Return whether a span leads nowhere, so that it can take its paragraph's tone."""
    return not (span.link or span.source)
