"""Dates of every precision: which days they cover, and which of two came first.

A date is a year, a month, a day, or two of them with a slash between (EDTF level 0).
"""

from calendar import monthrange

Interval = tuple[str, str]
"""The first and the last day of a date, as ISO 8601 writes days, so that they can be compared."""


def interval(date: str) -> Interval:
    """Return the days that a date covers, from the first to the last.

    >>> interval("2022-02")
    ('2022-02-01', '2022-02-28')
    >>> interval("1950/1953")
    ('1950-01-01', '1953-12-31')
    """
    first, _, last = date.partition("/")
    return _day(first, "-01-01"), _last_day(last or first)


def comes_before(earlier: str, later: str) -> bool:
    """Return whether the first date has ended before the second begins."""
    return interval(earlier)[1] < interval(later)[0]


def _day(date: str, start: str) -> str:
    """Return a date of any precision, filled up to a day."""
    return date + start[len(date) - 4 :]


def _last_day(date: str) -> str:
    """Return a date's last day; 31 for a month that is on no calendar."""
    if len(date) != len("2022-02"):
        return _day(date, "-12-31")
    year, month = int(date[:4]), int(date[5:7])
    known = 1 <= month <= 12 and year > 0
    return f"{date}-{monthrange(year, month)[1] if known else 31:02}"
