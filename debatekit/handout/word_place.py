"""Where a DOCX is written to: its body, or a cell of a table, with so much width."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Written

from debatekit.handout import sheet as s
from debatekit.handout import word_look as look
from debatekit.handout import word_xml as xml

if TYPE_CHECKING:
    from docx.table import Table


_NAME = re.compile(r" ?\(\w+(-\w+)+\)$")
"""A name in brackets, whose halves no end of a line may part."""


class Place:
    """Takes paragraphs and tables one after another.

    A cell's text is smaller, and a paragraph that is there already is used up before another
    is added: a cell begins with one, and ends with one after a table.
    """

    def __init__(self, document: Document, area: Document | _Cell, width: Length) -> None:
        self.document = document
        self.area = area
        self.width = width
        self.narrow = isinstance(area, _Cell)
        self.kept = False
        """True if what stands here so far is kept on one page with what follows."""
        self._free = area.paragraphs[0] if isinstance(area, _Cell) else None
        self._after_table = False
        self._on_new_page = False
        self._indent = Length(0)

    def paragraph(self, style: str | None = None) -> Written:
        """Add a paragraph, set off from a table before it."""
        if self.narrow:
            style = look.IN_CELLS.get(style, style)
        made, self._free = self._free or self.area.add_paragraph(), None
        if style is not None:  # by its id, because the library goes through all styles by name
            made._p.style = style.replace(" ", "")
        if self._after_table and style not in look.APART:
            made.paragraph_format.space_before = Pt(look.GAP)
        if self._on_new_page:
            made.paragraph_format.page_break_before = True
        self._after_table = self._on_new_page = self.kept = False
        return made

    def break_page(self) -> None:
        """Begin a page with what follows."""
        self._on_new_page = True

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
            run = paragraph.add_run()
            xml.say(run, look.safe(span.text), whole=bool(span.quiet and _NAME.match(span.text)))
            run.bold = True if span.strong else None
            if span.quiet:
                run.font.color.rgb = look.QUIET
            if span.link:
                xml.linked(paragraph, run, span.link)
            elif span.source:
                xml.leading_to(paragraph, run, f"source-{span.source}")

    @contextmanager
    def indented(self, like: Written) -> Iterator[None]:
        """Set tables as far in as that paragraph, for a while."""
        style = like.style
        self._indent = Length((style.paragraph_format.left_indent if style else None) or 0)
        yield
        self._indent = Length(0)

    def grid(self, rows: int, shares: Sequence[float]) -> "Table":
        """Add a table whose columns are as wide as their shares say."""
        self._part_tables()
        whole = sum(shares)
        table = self.area.add_table(rows, len(shares))
        table.autofit = False
        xml.fix_width(table, Length(self.width - self._indent), self._indent)
        for place, share in enumerate(shares):
            width = Length(int((self.width - self._indent) * share / whole))
            table.columns[place].width = width
            for cell in table.columns[place].cells:
                cell.width = width
        self._after_table, self.kept = True, False
        if isinstance(self.area, _Cell):
            self._free = self.area.paragraphs[-1]
            self._free._p.style = look.BETWEEN.replace(" ", "")
        return table

    def _part_tables(self) -> None:
        """Set what parts a table from one before it; Word would join two tables that touch."""
        if self._after_table or self._on_new_page:
            keeps = self.kept
            self._after_table = False
            self.paragraph(look.BETWEEN).paragraph_format.keep_with_next = keeps or None
        elif self._free is not None:
            self._free._p.getparent().remove(self._free._p)
            self._free = None

    def mark(self) -> int:
        """Return where this place ends so far, for `keep_since`."""
        return len(self._blocks())

    def keep_since(self, mark: int, *, all_of_it: bool = False) -> None:
        """Keep what was written since then on one page, and if all of it, with what follows.

        A table's row is kept with the next by its paragraphs, so its last row may stand free.
        """
        blocks = self._blocks()[mark:]
        for block in blocks if all_of_it else blocks[:-1]:
            xml.keep(block)
        if not all_of_it and blocks and blocks[-1].tag == qn("w:tbl"):
            for row in blocks[-1].tr_lst[:-1]:
                xml.keep(row)
        self.kept = all_of_it

    def _blocks(self) -> list[Any]:
        holder = self.area._tc if isinstance(self.area, _Cell) else self.area.element.body
        return [one for one in holder if one.tag in (qn("w:p"), qn("w:tbl"))]

    def end(self) -> Written:
        """Return the last paragraph; after a table one is added, as the format wants."""
        if self._after_table or not self.area.paragraphs:
            self._after_table = False
            return self.paragraph(look.BETWEEN)
        return self.area.paragraphs[-1]

    def frame(self, side: s.Column, style: str = "single") -> None:
        """Frame this cell by its side: a bar on the left, on the right, or none."""
        assert isinstance(self.area, _Cell)
        xml.border(self.area, look.edges(side), look.COLOURS[side], style)

    def inside(self, cell: _Cell, share: float) -> "Place":
        """Return a cell as a place, which takes so much of this place's width."""
        return Place(self.document, cell, Length(int(self.width * share)))
