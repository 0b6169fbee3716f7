"""Where a DOCX is written to: its body, or a cell of a table, with so much width."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docx.document import Document
from docx.shared import Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Written

from debatekit.handout import sheet as s
from debatekit.handout import word_look as look
from debatekit.handout import word_xml as xml

if TYPE_CHECKING:
    from docx.table import Table


class Place:
    """Takes paragraphs and tables one after another.

    A cell's text is smaller, and its own first paragraph is used up before another is added.
    """

    def __init__(self, document: Document, area: Document | _Cell, width: Length) -> None:
        self.document = document
        self.area = area
        self.width = width
        self._fresh = self.narrow = isinstance(area, _Cell)

    def paragraph(self, style: str | None = None) -> Written:
        """Add a paragraph; a new cell's own first one is used up before."""
        if self.narrow:
            style = {None: look.SMALL, "List Bullet": look.SMALL_BULLET}.get(style, style)
        fresh, self._fresh = self._fresh, False
        made = self.area.paragraphs[0] if fresh else self.area.add_paragraph()
        if style is not None:  # by its id, because the library goes through all styles by name
            made._p.style = style.replace(" ", "")
        return made

    def line(self, line: s.Line, style: str | None = None) -> Written:
        """Add a paragraph of spans."""
        made = self.paragraph(style)
        self.spans(made, line)
        return made

    def plain(self, text: str, *, strong: bool = False, style: str | None = None) -> Written:
        """Add a paragraph of words that are all of one sort."""
        return self.line((s.Span(text, strong=strong),), style)

    def heading(self, text: str, level: int) -> Written:
        """Add a heading."""
        return self.plain(text, style=f"Heading {level}")

    def spans(self, paragraph: Written, line: Iterable[s.Span]) -> None:
        """Add spans to a paragraph, each with where it leads."""
        for span in line:
            run = paragraph.add_run(look.safe(span.text))
            run.bold = True if span.strong else None
            if span.quiet:
                run.font.color.rgb = look.QUIET
            if span.link:
                xml.linked(paragraph, run, span.link)
            elif span.source:
                xml.leading_to(paragraph, run, f"source-{span.source}")

    def grid(self, rows: int, shares: Sequence[float]) -> "Table":
        """Add a table whose columns are as wide as their shares say."""
        whole = sum(shares)
        table = self.area.add_table(rows, len(shares))
        table.autofit = False
        for place, share in enumerate(shares):
            width = Length(int(self.width * share / whole))
            table.columns[place].width = width
            for cell in table.columns[place].cells:
                cell.width = width
        return table

    def gap(self) -> None:
        """Part a table from what follows; Word would join two tables that touch."""
        self.paragraph().paragraph_format.line_spacing = Pt(6)

    def frame(self, side: s.Column, style: str = "single") -> None:
        """Frame this cell by its side: a bar on the left, on the right, or none."""
        assert isinstance(self.area, _Cell)
        xml.border(self.area, look.edges(side), look.COLOURS[side], style)

    def inside(self, cell: _Cell, share: float) -> "Place":
        """Return a cell as a place, which takes so much of this place's width."""
        return Place(self.document, cell, Length(int(self.width * share)))
