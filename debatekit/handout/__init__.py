"""Handouts: sheets made from a lesson by Jinja2 themes."""

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
    from debatekit.handout.render import render_brief

    return render_brief(brief_page(material, graph, reader), paper=paper, size=size)
