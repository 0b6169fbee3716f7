"""Where everything stands in a plot: heat maps, and questions by difficulty and discrimination."""

from collections.abc import Sequence

from msgspec import Struct

from debatekit.model.words import STRANDS, Strand
from debatekit.report.findings import Cell, HeatRow, QuestionFinding
from debatekit.report.numbers import percent

LABEL, CELL, ROW, HEAD = 268, 76, 38, 30
_LONGEST_LABEL = 38
PLOT, EDGE = 360, 46
_NUMBERED = 40
"""With more points than this their numbers would hide one another."""


class HeatCell(Struct, frozen=True, kw_only=True):
    """One field of a heat map, in pixels from the top left corner."""

    x: int
    y: int
    percent: int
    word: str
    answers: int


class HeatLine(Struct, frozen=True, kw_only=True):
    """One row of a heat map: its label, cut to fit, and its fields."""

    y: int
    short: str
    label: str
    cells: tuple[HeatCell | None, ...]
    """All strands together, then each column's; nothing where nothing was asked."""


class HeatMap(Struct, frozen=True, kw_only=True):
    """A heat map ready to be drawn."""

    width: int
    height: int
    columns: tuple[tuple[int, str], ...]
    """Each column's middle and its head."""
    lines: tuple[HeatLine, ...]


class Point(Struct, frozen=True, kw_only=True):
    """A question in the plot, by its number in the table."""

    x: float
    y: float
    number: int
    flagged: bool
    said: str


class Scatter(Struct, frozen=True, kw_only=True):
    """Questions by difficulty, from left to right, and discrimination, from below upward."""

    size: int
    edge: int
    zero: float
    """The height of discrimination 0."""
    numbered: bool
    points: tuple[Point, ...]


def heat_map(rows: Sequence[HeatRow]) -> HeatMap:
    """Return the rows as a heat map; strands that nobody was asked about have no column."""
    strands = tuple(name for name in STRANDS if any(name in row.strands for row in rows))
    heads = ("all", *strands)
    return HeatMap(
        width=LABEL + CELL * len(heads),
        height=HEAD + ROW * len(rows) + 2,
        columns=tuple((LABEL + CELL * place + CELL // 2, head) for place, head in enumerate(heads)),
        lines=tuple(_line(row, HEAD + ROW * place, strands) for place, row in enumerate(rows)),
    )


def _line(row: HeatRow, y: int, strands: Sequence[Strand]) -> HeatLine:
    cells = (row.total, *(row.strands.get(name) for name in strands))
    return HeatLine(
        y=y,
        short=cut(row.label, _LONGEST_LABEL),
        label=row.label,
        cells=tuple(
            _cell(cell, LABEL + CELL * place, y) if cell else None
            for place, cell in enumerate(cells)
        ),
    )


def _cell(cell: Cell, x: int, y: int) -> HeatCell:
    return HeatCell(x=x, y=y, percent=percent(cell.mean), word=cell.word, answers=cell.answers)


def scatter(questions: Sequence[QuestionFinding]) -> Scatter | None:
    """Return the questions that have a discrimination as a plot; None if there is none."""
    points = tuple(
        Point(
            x=round(EDGE + PLOT * question.difficulty, 1),
            y=_height(question.discrimination),
            number=number,
            flagged=bool(question.flags),
            said=f"{number}: {question.generator} {question.target}",
        )
        for number, question in enumerate(questions, 1)
        if question.discrimination is not None
    )
    if not points:
        return None
    return Scatter(
        size=PLOT, edge=EDGE, zero=_height(0), numbered=len(points) <= _NUMBERED, points=points
    )


def _height(r: float) -> float:
    return round(EDGE / 2 + PLOT * (1 - r) / 2, 1)


def cut(text: str, most: int) -> str:
    """Return the text with at most so many signs; where it is cut it ends in an ellipsis.

    >>> cut("the whole of it", 9)
    'the whol…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
