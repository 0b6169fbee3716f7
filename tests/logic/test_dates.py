"""Dates of any precision: what they cover, and which comes before which."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.logic.dates import comes_before, interval

DAYS = st.dates(min_value=date(1000, 1, 1))
DATES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
)


@pytest.mark.parametrize(
    ("written", "covered"),
    [
        ("2014", ("2014-01-01", "2014-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022-02-24", ("2022-02-24", "2022-02-24")),
        ("1950/1953", ("1950-01-01", "1953-12-31")),
        ("2022-02-24/2022-04", ("2022-02-24", "2022-04-30")),
    ],
)
def test_a_date_covers_its_days(written: str, covered: tuple[str, str]) -> None:
    assert interval(written) == covered


@given(DATES, DATES)
def test_of_two_dates_at_most_one_comes_before_the_other(one: str, other: str) -> None:
    assert not (comes_before(one, other) and comes_before(other, one))
    assert not comes_before(one, one)


@given(DAYS, DAYS)
def test_days_are_ordered_as_the_calendar_orders_them(one: date, other: date) -> None:
    assert comes_before(one.isoformat(), other.isoformat()) == (one < other)


@given(DAYS)
def test_a_year_neither_precedes_nor_follows_its_own_days(day: date) -> None:
    written = day.isoformat()

    assert not comes_before(written, written[:4])
    assert not comes_before(written[:4], written)


@pytest.mark.parametrize("year", [1, 1900, 2023, 2024])
def test_a_month_ends_on_the_day_before_the_next_begins(year: int) -> None:
    for month in range(1, 13):
        following = date(year + month // 12, month % 12 + 1, 1)

        assert interval(f"{year:04}-{month:02}")[1] == (following - timedelta(days=1)).isoformat()


@pytest.mark.parametrize("strange", ["2022-00", "2022-13", "0000-02"])
def test_a_month_that_is_on_no_calendar_has_days_all_the_same(strange: str) -> None:
    assert interval(strange) == (f"{strange}-01", f"{strange}-31")
