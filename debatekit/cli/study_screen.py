"""The study pages on a terminal: author left, counter side right; stacked where it is narrow."""

import io
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel as Frame
from rich.table import Table
from rich.text import Text

from debatekit.cli.study_pages import Line, Page, Panel, Row
from debatekit.cli.study_plain import plain_line
from debatekit.model.text import printable

SIDE_BY_SIDE = 80
"""How many columns it takes to set the two sides next to each other."""
_FRAME = 4
"""Columns that a frame takes from the text in it."""
_BOXES = {"author": box.SQUARE, "counter": box.ROUNDED}
_COLOURS = {"author": "blue", "counter": "yellow"}


def screens(page: Page, width: int, height: int, color: bool) -> tuple[tuple[str, ...], ...]:
    """Return the page in screenfuls of at most `height` lines.

    A row that no longer fits begins the next screen, unless more than half of this one
    would stay empty, or the row is longer than a screen.
    """
    full: list[str] = []
    found: list[tuple[str, ...]] = []
    for block in _blocks(page, width, color):
        if len(full) + len(block) > height >= len(block) and 2 * len(full) > height:
            found.append(tuple(full))
            full = []
        full += block
        while len(full) > height:
            found.append(tuple(full[:height]))
            full = full[height:]
    return (*found, tuple(full))


def _blocks(page: Page, width: int, color: bool) -> Iterator[list[str]]:
    """Yield the head and the rows as lines ready to show."""
    yield _drawn(_head(page, width), width, color)
    for row in page.rows:
        if width >= SIDE_BY_SIDE:
            yield _drawn(_beside(row, width), width, color)
        else:
            yield from (_drawn(_frame(panel, width), width, color) for panel in row.panels)


def _head(page: Page, width: int) -> Text:
    head = Text(printable(page.title), style="bold")
    for line in page.lines:
        head.append("\n").append_text(_text(line, width))
    return head


def _beside(row: Row, width: int) -> RenderableType:
    """Return a row in two columns of one width."""
    half = width // 2
    left = [_frame(panel, half) for panel in (row.before, row.after) if panel]
    right = [_frame(row.right, half)] if row.right else []
    grid = Table.grid(padding=0)
    grid.add_column(width=half)
    grid.add_column(width=half)
    grid.add_row(Group(*left), Group(*right))
    return grid


def _frame(panel: Panel, width: int) -> Frame:
    """Return a panel in its side's frame: square for the author, round for the counter side."""
    texts = [_text(line, width - _FRAME) for line in (Line(text=panel.title), *panel.lines)]
    texts[0].stylize("bold")
    return Frame(
        Text("\n").join(texts),
        box=_BOXES[panel.side],
        border_style=_COLOURS[panel.side],
        width=width,
    )


def _text(line: Line, width: int) -> Text:
    """Return a text in lines that fit, its label bold."""
    text = Text("\n".join(plain_line(line, width)))
    text.stylize("bold", len(line.mark), len(line.mark) + len(line.label))
    return text


def _drawn(what: RenderableType, width: int, color: bool) -> list[str]:
    """Return what is drawn as lines; without colour there is no ESC in them."""
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard" if color else None,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(what)
    return [line.rstrip() for line in capture.get().splitlines()]


def joined(found: Sequence[str]) -> str:
    """Return the lines of a screen as one text."""
    return "\n".join(found)
