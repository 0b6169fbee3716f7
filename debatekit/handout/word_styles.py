"""The styles of a DOCX, by the names that a teacher finds in a word processor."""

from typing import TYPE_CHECKING, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from debatekit.handout import word_look as look
from debatekit.handout import word_xml as xml
from debatekit.handout.page import Size

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

FACES: dict[Size, tuple[str, float, float]] = {
    "standard": ("Arial", 12, 1.3),
    "large-print": ("Arial", 18, 1.3),
    "dyslexia": ("Verdana", 14, 1.4),
}
"""The face, its size in points, and how far lines are apart, in lines of the face's own.

A line of Arial is 1.15 times as high as its letters, one of Verdana 1.22 times: 1.3 and 1.4
of them are what 1.5 and 1.7 times the letters' height is elsewhere.
"""
FURNITURE = 11
"""How tall running heads and page numbers are, in points."""
CLOSE = 1.18
"""How far lines of small letters are apart, in lines of the face's own."""
TEXT = RGBColor(0x1A, 0x1A, 0x1A)
_TABLE = (
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
    '<w:basedOn w:val="TableGrid"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>{lines}'
    '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
    '<w:bottom w:w="10" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear"'
    ' w:color="auto" w:fill="{fill}"/></w:tcPr></w:tblStylePr></w:style>'
)


def set_styles(document: "Document", size: Size) -> None:
    """Set the letters, as far apart and as large as the size asks."""
    face, points, lines = FACES[size]
    normal = document.styles["Normal"]
    _letters(normal, face, points)
    normal.paragraph_format.line_spacing = lines
    normal.paragraph_format.space_after = Pt(points * 0.25)
    normal.paragraph_format.widow_control = True
    _headings(document, face, points)
    _small(document, size)
    _questions(document, size)
    _running(document, size)
    _lists(document, size)
    _tables(document)
    if size == "standard":
        document.styles["Heading 3"].font.size = Pt(11)
    if size == "dyslexia":
        normal.element.get_or_add_rPr().append(xml.element("w:spacing", val="8"))


def _headings(document: "Document", face: str, points: float) -> None:
    for level, larger in ((1, 1.9), (2, 1.3), (3, 1.0)):
        heading = document.styles[f"Heading {level}"]
        _letters(heading, face, points * larger)
        heading.font.bold = True
        heading.paragraph_format.line_spacing = 1.2
        heading.paragraph_format.space_before = Pt(points * (0.9 if level < 3 else 0.2))
        heading.paragraph_format.space_after = Pt(points * 0.3)
        heading.paragraph_format.keep_with_next = True


def _small(document: "Document", size: Size) -> None:
    """Set what stands in cells a little smaller than running text, as a list has it too."""
    _, points, lines = FACES[size]
    standard = size == "standard"
    for name, base in (
        (look.SMALL, "Normal"),
        (look.SMALL_BULLET, "List Bullet"),
        (look.SMALL_CONTINUE, "List Continue"),
        *((name, "") for name in look.OUTLINE[1:]),
        (look.OPTION, "Normal"),
        (look.ORDERED, "Normal"),
        (look.KEYED, "Normal"),
    ):
        style = _added(document, name, base) if base else _own(document, name)
        style.font.size = Pt(11 if standard else points)
        style.paragraph_format.line_spacing = CLOSE if standard else lines
        style.paragraph_format.space_after = Pt(2 if standard else points * 0.25)
    for name, hangs in look.HANGS.items():
        _hang(_own(document, name), hangs * points / 12, look.NUMBER * points / 12)


def _questions(document: "Document", size: Size) -> None:
    """Set questions: headings, since one looks for them, with the look of what is to be read."""
    points = FACES[size][1]
    for level, name in look.QUESTIONS.items():
        style = _added(document, name, f"Heading {level}")
        small = size == "standard" and level > 2
        style.font.size, style.font.bold = Pt(11 if small else points), False
        style.paragraph_format.space_before = Pt(points * (0.6 if small else 0.75))
        style.paragraph_format.space_after = Pt(2)
        _hang(style, look.NUMBER * points / 12)
    under = _added(document, look.UNDER, look.SMALL)
    under.paragraph_format.left_indent = Mm(look.NUMBER * points / 12)


def _running(document: "Document", size: Size) -> None:
    """Set what stands around the text: heads and feet, the line over a title, names of pictures."""
    points = FACES[size][1]
    for name in ("Header", "Footer"):
        style = document.styles[name]
        style.font.size = Pt(FURNITURE)
        style.paragraph_format.tab_stops.clear_all()
        style.paragraph_format.line_spacing = 1
        style.paragraph_format.space_after = Pt(0)
    over = _added(document, look.KICKER, "Normal")
    over.font.bold = True
    over.paragraph_format.line_spacing = 1.2
    over.paragraph_format.space_after = Pt(2)
    over.paragraph_format.keep_with_next = True
    caption = document.styles["Caption"]
    _letters(caption, FACES[size][0], 11 if size == "standard" else points)
    caption.font.bold = False
    caption.paragraph_format.line_spacing = CLOSE
    caption.paragraph_format.keep_with_next = True


def _lists(document: "Document", size: Size) -> None:
    """Set lists that are more than entries with a dot, and the lines that are written on."""
    standard, points = size == "standard", FACES[size][1]
    quiet = _added(document, look.SOURCES, "Normal")
    quiet.font.size = Pt(11 if standard else points)
    quiet.paragraph_format.line_spacing = CLOSE
    _hang(quiet, 10 * points / 12)
    document.styles["List Continue"].paragraph_format.left_indent = Mm(7)
    document.styles["List Continue"].paragraph_format.space_after = Pt(points * 0.25)
    written = _added(document, look.WRITING, "Normal")
    written.paragraph_format.left_indent = Mm(look.NUMBER * points / 12)
    _added(document, look.NAME, "Normal")
    note = _added(document, look.NOTE, "Small")
    note.paragraph_format.left_indent = note.paragraph_format.right_indent = Mm(1.5)
    note.paragraph_format.space_before = Pt(6)
    note.paragraph_format.space_after = Pt(10)
    note.paragraph_format.keep_with_next = True
    xml.frame(note, dict.fromkeys(look.EDGES, look.THIN), look.LINE_QUIET, "dashed")
    between = _added(document, look.BETWEEN, "Normal")
    between.font.size = Pt(4)
    between.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    between.paragraph_format.line_spacing = Pt(look.GAP)
    between.paragraph_format.space_after = Pt(0)


def _tables(document: "Document") -> None:
    """Add the style of tables with a head: thin lines, a little room, the head set off."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{look.LINE_QUIET.lstrip("#")}"/>'
        for edge in edges
    )
    fill, id_ = look.SURFACE_HEAD.lstrip("#"), look.TABLE.replace(" ", "")
    text = _TABLE.format(ns=nsdecls("w"), id=id_, name=look.TABLE, lines=lines, fill=fill)
    document.styles.element.append(parse_xml(text))


def _own(document: "Document", name: str) -> "ParagraphStyle":
    """Return a style that every word processor has."""
    return cast("ParagraphStyle", document.styles[name])


def _added(document: "Document", name: str, base: str) -> "ParagraphStyle":
    """Add a style of paragraphs, which a word processor offers beside its own."""
    style = cast("ParagraphStyle", document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = cast("ParagraphStyle", document.styles[base])
    style.quick_style = True
    return style


def _hang(style: "ParagraphStyle", by_mm: float, from_mm: float = 0) -> None:
    """Set the first line so far out; a tab after its sign then leads to where the others begin."""
    style.paragraph_format.left_indent = Mm(from_mm + by_mm)
    style.paragraph_format.first_line_indent = Mm(-by_mm)


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
