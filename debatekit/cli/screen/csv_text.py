"""Rows as CSV for a spreadsheet, in which no cell can act as a formula."""

import csv
import io
from collections.abc import Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(keys: Sequence[str], rows: Sequence[dict[str, object]]) -> str:
    """Return the rows, a header first, with values in the order of the keys."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_cell(row[key]) for key in keys] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    """Return a cell; text that a spreadsheet would take for a formula gets a quote before it."""
    if isinstance(value, list | tuple):
        value = " ".join(map(str, value))
    if not isinstance(value, str):
        return "" if value is None else str(value)
    # The writer puts no quotation marks round a bare CR, and a spreadsheet begins a row there.
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{value}" if value.startswith(_FORMULA) else value
