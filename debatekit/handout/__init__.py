"""Handouts: sheets made from a lesson, written by themes as HTML, PDF or DOCX."""

from debatekit.handout.page import Paper, Reader, Size
from debatekit.model.graph import Graph
from debatekit.model.material import Material

__all__ = ["Paper", "Reader", "Size", "brief_html"]


def brief_html(
    material: Material,
    graph: Graph,
    reader: Reader,
    *,
    paper: Paper = "a4",
    size: Size = "standard",
) -> str:
    """Return a lesson's brief as one HTML file that needs nothing outside itself.

    A student's file holds no notes, no paragraph references and no word on the best reply.
    """
    from debatekit.handout.brief import brief_page
    from debatekit.handout.brief_sheet import sheet_of
    from debatekit.handout.html import html
    from debatekit.handout.layout import Layout
    from debatekit.handout.theme import Theme

    sheet = sheet_of(brief_page(material, graph, reader))
    return html(sheet, Layout(paper=paper, size=size), Theme())
