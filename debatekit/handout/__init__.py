"""Handouts: sheets made from a lesson, written by themes as HTML, PDF or DOCX.

Making a sheet needs no library; each format's is imported when a file of it is written.
"""

from debatekit.handout.brief_sheet import brief_sheet
from debatekit.handout.layout import Layout
from debatekit.handout.page import Paper, Reader, Size
from debatekit.model.graph import Graph
from debatekit.model.material import Material

__all__ = ["Layout", "Paper", "Reader", "Size", "brief_html", "brief_sheet"]


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
    from debatekit.handout.write import write

    layout = Layout(paper=paper, size=size)
    return write(brief_sheet(material, graph, reader), "html", layout).content.decode()
