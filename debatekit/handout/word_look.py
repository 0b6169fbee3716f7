"""The look of a DOCX: its colours, lines and marks, and what its texts may hold."""

import re

from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from debatekit.handout.page import Size
from debatekit.handout.picture import Picture
from debatekit.handout.sheet import Column, Span
from debatekit.model.text import printable

QUIET = RGBColor(0x45, 0x45, 0x45)
LINE_AUTHOR, LINE_COUNTER, LINE_QUIET = "#1f4e79", "#8a3b12", "#595959"
SURFACE_HEAD = "#eef1f4"
THICK, THIN = 32, 6
EDGES = ("top", "left", "bottom", "right")
MARKS = {"round": "○ ", "square": "□ ", "line": "____ ", "none": ""}
_NOT_XML = re.compile("[\ufffe\uffff]")
DEEPEST_LIST = 3
SMALL, SMALL_BULLET = "Small", "Small Bullet"
"""The styles of what stands in cells."""
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


def for_picture(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph set for a picture: its height is a line's, and would be multiplied."""
    paragraph.paragraph_format.line_spacing = 1
    paragraph.paragraph_format.space_after = Pt(10)
    return paragraph


def bare(span: Span) -> bool:
    """Return whether a span leads nowhere, so that it can take its paragraph's tone."""
    return not (span.link or span.source)
