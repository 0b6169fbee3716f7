"""Dates that are on the calendar, and dates that are not."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from debatekit.check.dates import is_on_the_calendar


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_the_calendar_is_the_one_of_the_standard_library(year: int, month: int, day: int) -> None:
    assume(year >= 1)
    try:
        date(year, month, day)
    except ValueError:
        exists = False
    else:
        exists = True

    assert is_on_the_calendar(f"{year:04}-{month:02}-{day:02}") == exists
