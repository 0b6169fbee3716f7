"""A sheet as DOCX: real headings, lists and tables, so that a teacher can go on editing."""

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from debatekit.handout import word_look as look
from debatekit.handout import word_xml as xml
from debatekit.handout.layout import Layout
from debatekit.handout.page import Size
from debatekit.handout.sheet import Part, Sheet
from debatekit.handout.theme import Theme
from debatekit.handout.word_blocks import Writer
from debatekit.handout.word_look import safe
from debatekit.handout.word_place import Place
from debatekit.handout.word_theme import dress
from debatekit.model.text import printable

if TYPE_CHECKING:
    from docx.document import Document as Made
    from docx.section import Section

MARGIN = 15
FURNITURE = 11
"""How tall running heads and page numbers are, in points."""
SHEETS = {"a4": (210, 297), "letter": (216, 279)}
FACES: dict[Size, tuple[str, float, float]] = {
    "standard": ("Arial", 12, 1.3),
    "large-print": ("Arial", 18, 1.3),
    "dyslexia": ("Verdana", 14, 1.4),
}
"""The face, its size in points, and how far lines are apart, in lines of the face's own.

A line of Arial is 1.15 times as high as its letters, one of Verdana 1.22 times: 1.3 and 1.4
of them are what 1.5 and 1.7 times the letters' height is elsewhere.
"""
TEXT = RGBColor(0x1A, 0x1A, 0x1A)


def docx(sheet: Sheet, layout: Layout, theme: Theme) -> bytes:
    """Return the sheet as DOCX. Raises ThemeError."""
    document = Document()
    _dress(document, layout.size)
    if theme.folder is not None:
        dress(document, theme.folder, layout.size)
    _name(document, sheet)
    for place, part in enumerate(sheet.parts):
        section = document.sections[0] if not place else document.add_section(WD_SECTION.NEW_PAGE)
        _paper(section, layout, part.broad)
        _furnish(section, sheet, part, first=not place)
        width = Mm(_size(layout, part.broad)[0] - 2 * MARGIN)
        _write(Place(document, document, width), part, layout, first=not place)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _write(at: Place, part: Part, layout: Layout, first: bool) -> None:
    """Write what stands in a part, from its title on; over the first, what the paper should be."""
    if layout.size == "dyslexia" and first:
        at.plain("This sheet is meant for cream or another softly coloured paper.")
    at.plain(part.kicker, strong=True)
    if part.named:
        at.plain(f"Name {'_' * 26}   Date {'_' * 12}")
    title = at.heading(part.title.text, 1)
    if part.broad or len(part.title.text) > look.LONG_TITLE:
        title.runs[0].font.size = Pt(FACES[layout.size][1] * 1.3)
    Writer(at, layout.size).blocks((*part.opening, *part.blocks))


def _dress(document: "Made", size: Size) -> None:
    """Set the letters, as far apart and as large as the size asks."""
    face, points, lines = FACES[size]
    normal = document.styles["Normal"]
    _letters(normal, face, points)
    normal.paragraph_format.line_spacing = lines
    normal.paragraph_format.space_after = Pt(points * 0.25)
    normal.paragraph_format.widow_control = True
    for level, larger in ((1, 1.9), (2, 1.3), (3, 1.0)):
        heading = document.styles[f"Heading {level}"]
        _letters(heading, face, points * larger)
        heading.font.bold = True
        heading.paragraph_format.line_spacing = 1.2
        heading.paragraph_format.space_before = Pt(points * (0.9 if level < 3 else 0.2))
        heading.paragraph_format.space_after = Pt(points * 0.3)
        heading.paragraph_format.keep_with_next = True
    _small(document, size)
    if size == "dyslexia":
        normal.element.get_or_add_rPr().append(xml.element("w:spacing", val="8"))
    for name in ("Header", "Footer"):
        document.styles[name].paragraph_format.tab_stops.clear_all()
    quiet = document.styles.add_style("Sources", WD_STYLE_TYPE.PARAGRAPH)
    quiet.base_style = normal
    quiet.font.size = Pt(11 if size == "standard" else points * 0.8)
    quiet.paragraph_format.line_spacing = 1.18


def _small(document: "Made", size: Size) -> None:
    """Set what stands in cells a little smaller than running text, as a list has it too."""
    _, points, lines = FACES[size]
    standard = size == "standard"
    for name, base in ((look.SMALL, "Normal"), (look.SMALL_BULLET, "List Bullet")):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        style.font.size = Pt(11 if standard else points)
        style.paragraph_format.line_spacing = 1.18 if standard else lines
        style.paragraph_format.space_after = Pt(2 if standard else points * 0.25)
    if standard:
        document.styles["Heading 3"].font.size = Pt(11)


def _letters(style: object, face: str, points: float) -> None:
    style.font.name = face  # type: ignore[attr-defined]
    style.font.size = Pt(round(points * 2) / 2)  # type: ignore[attr-defined]
    style.font.color.rgb = TEXT  # type: ignore[attr-defined]
    style.font.italic = False  # type: ignore[attr-defined]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), face)


def _name(document: "Made", sheet: Sheet) -> None:
    """Fill in what the file says of itself."""
    told = document.core_properties
    told.title = safe(printable(sheet.title))[:255]
    told.author, told.comments, told.keywords = "debatekit", "", ""
    told.language = sheet.language
    xml.speak(document, sheet.language)
    package = document.part.package
    for id_, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[id_]  # the template's own picture of an empty page


def _size(layout: Layout, broad: bool) -> tuple[int, int]:
    wide, tall = SHEETS[layout.paper]
    return (tall, wide) if broad else (wide, tall)


def _paper(section: "Section", layout: Layout, broad: bool) -> None:
    wide, tall = _size(layout, broad)
    section.orientation = WD_ORIENT.LANDSCAPE if broad else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(tall)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance = section.footer_distance = Mm(9)


def _furnish(section: "Section", sheet: Sheet, part: Part, first: bool) -> None:
    """Set the running head and the page numbers."""
    for area in (section.header, section.footer):
        area.is_linked_to_previous = False
    edge = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for line in (head, foot):
        line.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
        line.paragraph_format.line_spacing = 1
    head.add_run(f"{safe(sheet.running)}\t{safe(part.running)}").font.size = Pt(FURNITURE)
    foot.add_run(f"{safe(part.running)}\tPage ").font.size = Pt(FURNITURE)
    xml.field(foot, "PAGE", FURNITURE)
    if sheet.numbered_apart and len(sheet.parts) > 1:
        # A part's own number of pages is a field that Word alone works out: LibreOffice keeps the
        # number it finds in the file, and would say "Page 2 of 1".
        xml.count_pages_anew(section)
        return
    foot.add_run(" of ").font.size = Pt(FURNITURE)
    xml.field(foot, "NUMPAGES", FURNITURE)
