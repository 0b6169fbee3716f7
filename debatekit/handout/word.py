"""A sheet as DOCX: real headings, lists and tables, so that a teacher can go on editing."""

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Length, Mm, Pt

from debatekit.handout import word_look as look
from debatekit.handout import word_xml as xml
from debatekit.handout.layout import Layout
from debatekit.handout.sheet import Part, Sheet
from debatekit.handout.theme import Theme
from debatekit.handout.word_blocks import Writer
from debatekit.handout.word_file import tell
from debatekit.handout.word_look import safe
from debatekit.handout.word_place import Place
from debatekit.handout.word_styles import FACES, set_styles
from debatekit.handout.word_theme import dress

if TYPE_CHECKING:
    from docx.section import Section
    from docx.text.paragraph import Paragraph

MARGIN = 15
SHEETS = {"a4": (210, 297), "letter": (216, 279)}
_NAMED = ((0.6, WD_TAB_LEADER.LINES), (0.63, None), (0.9, WD_TAB_LEADER.LINES))
"""Where lines to write on end and begin, in shares of the width: for the name and the date."""
_SCORED = (
    (0.44, WD_TAB_LEADER.LINES),
    (0.47, None),
    (0.66, WD_TAB_LEADER.LINES),
    (0.69, None),
    (0.85, WD_TAB_LEADER.LINES),
)
"""The same where the score has room beside them."""
FIRST_END = 10_000
"""The number of the mark at the end of the first part; those of sources lie below it."""


def docx(sheet: Sheet, layout: Layout, theme: Theme) -> bytes:
    """Return the sheet as DOCX. Raises ThemeError."""
    document = Document()
    set_styles(document, layout.size)
    if theme.folder is not None:
        dress(document, theme.folder, layout.size)
    tell(document, sheet)
    section = document.sections[0]
    for number, part in enumerate(sheet.parts, 1):
        _paper(section, layout, part.broad)
        _furnish(section, sheet, part, number)
        width = Mm(_size(layout, part.broad)[0] - 2 * MARGIN)
        last = _write(Place(document, document, width), part, layout, first=number == 1)
        if sheet.numbered_apart:
            xml.bookmark(last, f"end_{number}", FIRST_END + number)
        if number < len(sheet.parts):
            section = xml.next_section(document, last)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _write(at: Place, part: Part, layout: Layout, first: bool) -> "Paragraph":
    """Write what stands in a part, from its title on, and return its last paragraph.

    Over the first part stands what the paper should be.
    """
    if layout.size == "dyslexia" and first:
        at.plain("This sheet is meant for cream or another softly coloured paper.")
    at.plain(part.kicker, style=look.KICKER)
    if part.named:
        _room_for_name(at, part.points)
    title = at.heading(part.title.text, 1)
    if part.broad:
        title.paragraph_format.space_before = Pt(4)
    if part.broad or len(part.title.text) > look.LONG_TITLE:
        title.runs[0].font.size = Pt(FACES[layout.size][1] * 1.3)
    Writer(at, layout.size).blocks((*part.opening, *part.blocks))
    return at.end()


def _room_for_name(at: Place, points: int) -> None:
    """Write a line for the name, the date and the score: what is typed there moves nothing."""
    line = at.paragraph(look.NAME)
    for share, leader in _SCORED if points else _NAMED:
        line.paragraph_format.tab_stops.add_tab_stop(
            Length(int(at.width * share)),
            WD_TAB_ALIGNMENT.LEFT,
            leader or WD_TAB_LEADER.SPACES,
        )
    line.add_run("Name \t\tDate \t" + (f"\tScore \t / {points}" if points else ""))


def _size(layout: Layout, broad: bool) -> tuple[int, int]:
    wide, tall = SHEETS[layout.paper]
    return (tall, wide) if broad else (wide, tall)


def _paper(section: "Section", layout: Layout, broad: bool) -> None:
    wide, tall = _size(layout, broad)
    section.orientation = WD_ORIENT.LANDSCAPE if broad else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(tall)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN if broad else 18)
    section.header_distance = section.footer_distance = Mm(8 if broad else 9)


def _furnish(section: "Section", sheet: Sheet, part: Part, number: int) -> None:
    """Set the running head and the page numbers."""
    for area in (section.header, section.footer):
        area.is_linked_to_previous = False
    edge = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for line in (head, foot):
        line.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(f"{safe(sheet.running)}\t{safe(part.running)}")
    foot.add_run(f"{safe(part.running)}\tPage ")
    xml.field(foot, "PAGE")
    foot.add_run(" of ")
    if sheet.numbered_apart and len(sheet.parts) > 1:
        # The number of a section's pages is a field that Word alone works out; the page of a mark
        # at the section's end is one that all do. Until then there is no number, as none is right.
        xml.count_pages_anew(section)
        xml.field(foot, f"PAGEREF end_{number}", until="…")
    else:
        xml.field(foot, "NUMPAGES")
