"""Tables too wide for large letters: over two sheets, each with what its rows are about."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from debatekit.handout.page import Size
from debatekit.handout.sheet import Block, PageBreak, Sheet, Table

MOST_COLUMNS = 5
"""So many names of speeches stand beside one another in large letters, none on the next."""
LEAST_ROWS = 3
"""So many rows fit a page of large letters under its title."""
T = TypeVar("T")


def for_letters(sheet: Sheet, size: Size) -> Sheet:
    """Return the sheet; in large letters a table to write in has fewer columns and empty rows."""
    if size == "standard":
        return sheet
    parts = (
        replace(part, blocks=tuple(chain.from_iterable(map(_sheets, part.blocks))))
        for part in sheet.parts
    )
    return replace(sheet, parts=tuple(parts))


def _sheets(block: Block) -> Iterator[Block]:
    if not isinstance(block, Table) or not block.tall_mm:
        yield block
        return
    table = replace(block, rows=block.rows[: max(LEAST_ROWS, _filled(block) + 1)])
    columns = range(len(table.head))
    if len(columns) <= MOST_COLUMNS:
        yield table
        return
    cut = (len(columns) + 1) // 2
    yield _with_columns(table, columns[:cut])
    yield PageBreak()
    yield _with_columns(table, (0, *columns[cut:]))


def _filled(table: Table) -> int:
    """Return how many rows there are up to the last that says something."""
    return max((place for place, row in enumerate(table.rows, 1) if any(row)), default=0)


def _with_columns(table: Table, columns: Sequence[int]) -> Table:
    return replace(
        table,
        head=_chosen(table.head, columns),
        rows=tuple(_chosen(row, columns) for row in table.rows),
        shares=_chosen(table.shares, columns),
    )


def _chosen(cells: Sequence[T], columns: Iterable[int]) -> tuple[T, ...]:
    return tuple(cells[place] for place in columns)
