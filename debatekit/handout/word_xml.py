"""What a DOCX needs that python-docx has no words for: borders, links, fields, bookmarks."""

from copy import deepcopy
from typing import Any, cast

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

Borders = dict[str, int]
"""Eighths of a point by edge: top, left, bottom, right."""
_EDGES = ("top", "left", "bottom", "right")


def element(tag: str, **attributes: str) -> Any:
    """Return an element of WordprocessingML with attributes of the same namespace."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def frame(
    what: Paragraph | ParagraphStyle, edges: Borders, colour: str, style: str = "single"
) -> None:
    """Draw lines around a paragraph, or all of a style; neighbours may share one frame."""
    borders = element("w:pBdr")
    for edge in _EDGES:
        if edge in edges:
            size = str(edges[edge])
            borders.append(
                element(f"w:{edge}", val=style, sz=size, space="4", color=colour.lstrip("#"))
            )
    properties = what._element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def border(cell: _Cell, edges: Borders, colour: str, style: str = "single") -> None:
    """Draw lines around a cell, with a little room inside them."""
    borders, room = element("w:tcBorders"), element("w:tcMar")
    for edge in _EDGES:
        size = str(edges.get(edge, 0))
        borders.append(
            element(f"w:{edge}", val=style, sz=size, space="0", color=colour.lstrip("#"))
        )
        room.append(element(f"w:{edge}", w="90", type="dxa"))
    properties = cell._tc.get_or_add_tcPr()
    properties.append(borders)
    properties.append(room)


def frame_down(table: Table, column: int) -> None:
    """Frame the cells that a merged cell reaches over as it is framed itself."""
    first, *below = (row._tr.tc_lst[column] for row in table.rows)
    borders = first.get_or_add_tcPr().find(qn("w:tcBorders"))
    for one in below if borders is not None else ():
        one.get_or_add_tcPr().append(deepcopy(borders))


def field(paragraph: Paragraph, instruction: str, until: str = "1") -> None:
    """Add a number that programs work out, such as PAGE, and what stands there until then."""
    made = element("w:fldSimple", instr=instruction)
    run = paragraph.add_run(until)
    made.append(run._r)
    paragraph._p.append(made)


def count_pages_anew(section: Section) -> None:
    """Count a section's pages from 1."""
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    numbering = element("w:pgNumType", start="1")
    section._sectPr.insert_element_before(
        numbering, "w:cols", "w:formProt", "w:vAlign", "w:titlePg", "w:docGrid"
    )


def say(run: Run, text: str, *, whole: bool) -> None:
    """Write a text into a run; as a whole, it is not broken after a hyphen."""
    first, *others = text.split("-") if whole else [text]
    run.text = first
    for other in others:
        run._r.append(element("w:noBreakHyphen"))
        run.add_text(other)


def linked(paragraph: Paragraph, run: Run, address: str) -> None:
    """Make a run lead to an https address."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    relation = paragraph.part.relate_to(address, kind, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(run._r)
    paragraph._p.append(link)


def leading_to(paragraph: Paragraph, run: Run, name: str) -> None:
    """Make a run lead to a bookmark of this file."""
    link = element("w:hyperlink", anchor=name)
    link.append(run._r)
    paragraph._p.append(link)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Set a mark to which `leading_to` can lead."""
    paragraph._p.append(element("w:bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def speak(document: Document, language: str) -> None:
    """Say in which language the text is, for screen readers and spelling."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val=language))


def fix_width(table: Table, width: Length, indent: Length) -> None:
    """Say how wide a table is and where it begins, so that no program has to work it out."""
    told = table._tbl.tblPr.find(qn("w:tblW"))
    told.set(qn("w:type"), "dxa")
    told.set(qn("w:w"), str(round(width.twips)))
    if indent:
        told.addnext(element("w:tblInd", w=str(round(indent.twips)), type="dxa"))


def next_section(document: Document, last: Paragraph) -> Section:
    """Begin a section after the last paragraph, which ends the one before.

    The library adds an empty paragraph for that, which may need a page of its own.
    """
    section = cast(Section, document.add_section(WD_SECTION.NEW_PAGE))
    added = document.paragraphs[-1]._p
    last._p.set_sectPr(added.get_or_add_pPr().find(qn("w:sectPr")))
    added.getparent().remove(added)
    return section


def repeat_head(row: Any) -> None:
    """Say a table's first row again on every page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_row(row: Any) -> None:
    """Break no page inside a row."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def leave_no_row_alone(table: Table) -> None:
    """Keep the first two and the last two of many rows together, whatever page they are on."""
    rows = list(table.rows)
    for row in (rows[1], rows[-2]) if len(rows) > 4 else ():
        keep(row._tr)


def keep(block: Any) -> None:
    """Keep each paragraph of a block, a table's row by row, on the page of what follows it."""
    for paragraph in block.iter(qn("w:p")):
        properties = paragraph.get_or_add_pPr()
        properties.get_or_add_keepNext().val = True


def keep_rows(table: Table) -> None:
    """Break no page inside a table of cards: its rows stay whole, and each with the next.

    Programs keep a row with the next if its first paragraph is kept, as a heading is; the last
    row's is not, because all that follows would come along.
    """
    for row in table.rows:
        keep_row(row)
        row._tr.tc_lst[0].p_lst[0].get_or_add_pPr().get_or_add_keepNext().val = True
    last = table.rows[-1]._tr.tc_lst[0].p_lst[0]
    last.get_or_add_pPr().get_or_add_keepNext().val = False


def describe(picture: Any, alt: str) -> None:
    """Give a picture its alternative text."""
    picture._inline.docPr.set("descr", alt)
