"""The blocks of a sheet in a DOCX, one method for each sort."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Length, Mm, Pt
from docx.table import _Cell

from debatekit.handout import sheet as s
from debatekit.handout import word_look as look
from debatekit.handout import word_xml as xml
from debatekit.handout.page import Size
from debatekit.handout.word_place import Place
from debatekit.handout.word_styles import FACES


class Writer:
    """Writes blocks into a place."""

    def __init__(self, place: Place, size: Size) -> None:
        self._at = place
        self._size = size

    def blocks(self, blocks: Sequence[s.Block]) -> None:
        """Write blocks one after another."""
        for block in blocks:
            self._block(block)

    def _block(self, block: s.Block) -> None:  # noqa: C901
        match block:
            case s.Paragraph():
                self._paragraph(block)
            case s.Bullets(entries=entries):
                self._bullets(entries)
            case s.Numbered(entries=entries):
                self._numbered(entries)
            case s.Terms(terms=terms):
                self._terms(terms)
            case s.Table():
                self._table(block)
            case s.Card():
                self._card(block)
            case s.Head():
                self._head(block)
            case s.Legend(author=author, counter=counter):
                self._beside((("author", author), ("counter", counter)))
            case s.Pair():
                self._pair(block)
            case s.Room(lines=lines):
                self._room(lines)
            case s.Nothing(text=text):
                self._silent(text)
            case s.Figure():
                self._figure(block)
            case s.Outline(branches=branches):
                before = self._at.mark()
                self._outline(branches, 1)
                self._at.keep_since(max(before, self._at.mark() - look.ENTRIES))
            case s.Question():
                self._question(block)
            case s.Choices():
                self._choices(block)
            case s.Section():
                self._at.heading(block.title, block.level)
                self.blocks(block.blocks)
            case s.Note(blocks=inside):
                self._styled(inside, look.NOTE)
            case s.PageBreak():
                self._at.break_page()
            case _:
                assert_never(block)

    def _paragraph(self, block: s.Paragraph) -> None:
        quiet = block.tone in ("quiet", "label")
        line = tuple(
            s.Span(one.text, one.strong, True) if quiet and look.bare(one) else one
            for one in block.line
        )
        made = self._at.line(line, look.SMALL if block.tone == "quiet" else None)
        if block.tone in ("level", "lead", "label"):
            made.paragraph_format.keep_with_next = True

    def _terms(self, terms: Sequence[s.Term]) -> None:
        for place, one in enumerate(terms):
            told = (s.Span(one.name.text, strong=True), s.Span("  "), *one.meaning)
            made = self._at.line(told, look.SMALL)
            if len(terms) > 2 and place in (0, len(terms) - 2):
                made.paragraph_format.keep_with_next = True

    def _bullets(self, entries: Sequence[s.Entry]) -> None:
        before = self._at.mark()
        for entry in entries:
            if entry is entries[-1] and len(entries) > 2 and not self._at.narrow:
                self._at.keep_since(before, all_of_it=True)
            before = self._at.mark()
            first, *rest = entry.blocks
            asks = (s.Span("? "),) if entry.asks else ()
            if isinstance(first, s.Paragraph):
                self._at.line((*asks, *first.line), "List Bullet")
            for block in rest if isinstance(first, s.Paragraph) else entry.blocks:
                if isinstance(block, s.Paragraph):
                    self._at.line(block.line, "List Continue")
                else:
                    self._block(block)

    def _numbered(self, entries: Iterable[s.Line]) -> None:
        before = self._at.mark()
        for number, entry in enumerate(entries, 1):
            made = self._at.paragraph(look.SOURCES)
            xml.bookmark(made, f"source-{number}", number)
            made.add_run(f"{number}.\t")
            self._at.spans(made, entry)
        self._at.keep_since(max(before, self._at.mark() - look.SOURCES_KEPT))

    def _table(self, block: s.Table) -> None:
        shares = block.shares
        if self._size != "standard":
            shares = look.for_words(block, self._at.width.pt, FACES[self._size][1])
        table = self._at.grid(1 + len(block.rows), shares)
        table.style = look.TABLE
        xml.repeat_head(table.rows[0])
        xml.keep_row(table.rows[0])
        for cell, name in zip(table.rows[0].cells, block.head, strict=True):
            cell.paragraphs[0].style = look.SMALL
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            cell.paragraphs[0].add_run(look.safe(name))
        for row, cells in zip(list(table.rows)[1:], block.rows, strict=True):
            xml.keep_row(row)
            if block.tall_mm:
                row.height, row.height_rule = Mm(block.tall_mm), WD_ROW_HEIGHT_RULE.AT_LEAST
            for cell, line in zip(row.cells, cells, strict=True):
                cell.paragraphs[0].style = look.SMALL
                self._at.spans(cell.paragraphs[0], line)
        xml.leave_no_row_alone(table)

    def _card(self, block: s.Card) -> None:
        """Write a card into this cell, or into a table of one cell of its own."""
        if not isinstance(self._at.area, _Cell):
            table = self._at.grid(1, (1,))
            Writer(self._at.inside(table.cell(0, 0), 1), self._size)._card(block)
            xml.keep_rows(table)
            return
        self._at.frame(block.side)
        over = f"{block.over} · " if block.over else ""
        self._at.heading(f"{over}{block.title}", 3)
        self.blocks(block.blocks)

    def _silent(self, text: str) -> None:
        if isinstance(self._at.area, _Cell):
            self._at.frame("plain", "dotted")
        self._at.line((s.Span(text, quiet=True),))

    def _styled(self, blocks: Iterable[s.Block], style: str) -> None:
        """Write blocks, their paragraphs in a style: of a note, or of what a question asks."""
        for block in blocks:
            if isinstance(block, s.Paragraph):
                self._at.line(block.line, style)
            else:
                self._block(block)

    def _beside(self, cells: Sequence[tuple[s.Column, s.Line]]) -> None:
        """Write short texts beside each other, each in its side's shape."""
        grid = self._at.grid(1, (1,) * len(cells))
        for place, (side, line) in enumerate(cells):
            cell = self._at.inside(grid.cell(0, place), 1 / len(cells))
            cell.frame(side)
            cell.line(line)
        xml.keep_rows(grid)

    def _head(self, block: s.Head) -> None:
        before = self._at.mark()
        self._at.plain(block.over, style=look.KICKER).paragraph_format.space_before = Pt(look.ABOVE)
        self._at.heading(block.title.text, 2).paragraph_format.space_before = Pt(0)
        self.blocks(block.blocks)
        self._at.keep_since(before, all_of_it=True)

    def _pair(self, block: s.Pair) -> None:
        """Write both sides beside each other; in larger letters, one after the other.

        Rows keep the order of reading: what is said, what is said to it, the reply. The other
        side's cell reaches down beside all of them; where nothing is said before it, it begins
        in a row as low as a line.
        """
        if self._size != "standard":
            self.blocks((*block.lead, *block.right, *block.below))
            return
        left, parts = block.share, [part for part in (block.lead, block.below) if part]
        first = 0 if block.lead or not parts else 1
        rows = first + len(parts) + bool(block.room)
        table = self._at.grid(rows, (left, 1 - left))
        tall = table.cell(0, 1).merge(table.cell(rows - 1, 1))
        Writer(self._at.inside(tall, 1 - left), self._size).blocks(block.right)
        xml.frame_down(table, 1)
        if first:
            table.rows[0].height, table.rows[0].height_rule = Pt(1), WD_ROW_HEIGHT_RULE.EXACTLY
            # A table begins where the bar of its first cell does.
            xml.border(table.cell(0, 0), {"left": look.THICK}, look.COLOURS["author"])
        for place, part in enumerate(parts, first):
            Writer(self._at.inside(table.cell(place, 0), left), self._size).blocks(part)
        if block.room:
            cell = self._at.inside(table.cell(rows - 1, 0), left)
            cell.frame("plain", "dotted")
            cell.line((s.Span(block.room, quiet=True),))
        xml.keep_rows(table)

    def _room(self, lines: int) -> None:
        for place in range(lines):
            made = self._at.paragraph(look.WRITING)
            made.paragraph_format.keep_with_next = place < lines - 1
            xml.frame(made, {"bottom": look.THIN}, look.LINE_QUIET)

    def _figure(self, block: s.Figure) -> None:
        from debatekit.handout.picture import png

        if block.caption:
            self._at.line(block.caption, "Caption")
        picture = png(block.svg)
        made = look.for_picture(self._at.paragraph())
        most = self._at.width if block.fills else min(self._at.width, Pt(block.wide))
        width = look.fitting(picture, Length(most), self._at.document.sections[-1], self._size)
        xml.describe(made.add_run().add_picture(picture.stream, width=width), look.safe(block.alt))

    def _outline(self, branches: Iterable[s.Branch], depth: int) -> None:
        style = look.OUTLINE[min(depth, len(look.OUTLINE)) - 1]
        for branch in branches:
            made = self._at.line(branch.line, style)
            if depth > len(look.OUTLINE):
                made.paragraph_format.left_indent = Mm(6 * depth)
            self._outline(branch.branches, depth + 1)

    def _question(self, block: s.Question) -> None:
        before = self._at.mark()
        asked = self._at.paragraph(look.QUESTIONS[block.level])
        asked.paragraph_format.tab_stops.add_tab_stop(self._at.width, WD_TAB_ALIGNMENT.RIGHT)
        asked.add_run(f"{block.number}").bold = True
        asked.add_run("\t")
        stem, others = block.blocks[:1], block.blocks[1:]
        for one in stem:
            if isinstance(one, s.Paragraph):
                self._at.spans(asked, one.line)
            else:
                others = block.blocks
        run = asked.add_run(f"  \t{block.strand},\N{NO-BREAK SPACE}{block.code}")
        run.font.color.rgb = look.QUIET
        run.font.size = Pt(11) if self._size == "standard" else None
        with self._at.indented(asked):
            self._styled(others, look.UNDER)
        self._at.keep_since(before)

    def _choices(self, block: s.Choices) -> None:
        for letter, text in block.options:
            made = self._at.paragraph(look.OPTIONS[block.box])
            if self._at.narrow:
                look.hang_at_edge(made)
            made.add_run(look.MARKS[block.box])
            made.add_run(letter).bold = True
            made.add_run("\t")
            self._at.spans(made, text)
