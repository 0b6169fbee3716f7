"""The measures, against examples that were worked out elsewhere."""

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.report.intervals import (
    alpha_interval,
    beta_share,
    correlation_interval,
    f_quantile,
    share_interval,
)
from debatekit.report.measures import (
    alpha,
    mean,
    pearson,
    point_biserial,
    rest,
    sample_deviation,
    standard_error,
    totals,
    variance,
)
from tests.report.make import columns, table

TEN = table("ten-students.yaml")
ITEMS = columns(TEN["rows"])
SUMS = totals(ITEMS)
matrices = st.integers(2, 6).flatmap(
    lambda items: st.lists(
        st.lists(st.sampled_from([0, 0.25, 0.5, 1]), min_size=items, max_size=items),
        min_size=3,
        max_size=15,
    )
)


def to(value: float | None, places: int) -> float | None:
    return None if value is None else round(value, places) + 0.0


def test_sums_and_their_spread_are_those_of_the_worked_example() -> None:
    assert TEN["totals"] == SUMS
    assert mean(SUMS) == pytest.approx(TEN["mean"])
    assert variance(SUMS) == pytest.approx(TEN["population_variance"])
    assert to((sample_deviation(SUMS) or 0) ** 2, 4) == TEN["sample_variance"]
    assert sum(map(variance, ITEMS)) == pytest.approx(TEN["sum_of_pq"])


def test_difficulty_and_discrimination_are_those_of_the_worked_example() -> None:
    assert [mean(item) for item in ITEMS] == TEN["difficulty"]
    assert [to(pearson(item, rest(item, SUMS)), 4) for item in ITEMS] == TEN["corrected"]
    assert [to(pearson(item, SUMS), 4) for item in ITEMS] == TEN["uncorrected"]


def test_reliability_is_that_of_the_worked_example() -> None:
    whole = alpha(ITEMS)

    assert whole is not None
    assert to(whole, 6) == TEN["kr20"]
    without = [alpha(ITEMS[:place] + ITEMS[place + 1 :]) for place in range(6)]
    assert [to(value, 4) for value in without] == TEN["alpha_without"]
    assert to(standard_error(sample_deviation(SUMS) or 0, whole), 4) == TEN["standard_error"]
    ends = alpha_interval(whole, 10, 6)
    assert ends is not None
    assert [to(end, 3) for end in ends] == TEN["kr20_interval"]


def exactly(scores: Sequence[int]) -> Fraction:
    """The population variance, without rounding."""
    middle = Fraction(sum(scores), len(scores))
    return sum(((score - middle) ** 2 for score in scores), Fraction(0)) / len(scores)


def test_alpha_is_what_fractions_give_without_rounding() -> None:
    gaps = table("with-gaps.yaml")
    rows = [[int(score) for score in row] for row in gaps["rows"] if "." not in row]
    items, apart = len(rows[0]), sum(map(exactly, zip(*rows, strict=True)), Fraction(0))
    expected = Fraction(items, items - 1) * (1 - apart / exactly([sum(row) for row in rows]))

    assert expected == Fraction(*gaps["fraction"])
    assert to(float(expected), 6) == gaps["alpha"]
    found = alpha([list(map(float, column)) for column in zip(*rows, strict=True)])
    assert found == pytest.approx(float(expected), abs=1e-12)


@pytest.mark.parametrize("example", table("alpha.yaml"), ids=lambda example: example["source"][:40])
def test_alpha_is_what_others_find(example: dict[str, object]) -> None:
    items = example["items"]
    assert isinstance(items, list)

    assert to(alpha(items), 6) == example["alpha"]


@pytest.mark.parametrize("option", "abc")
def test_options_correlate_as_in_the_worked_example(option: str) -> None:
    chosen = [float(choice.lower() == option) for choice in TEN["choices"]]
    expected = TEN["options"][option]

    assert mean(chosen) == expected["share"]
    assert to(pearson(chosen, rest(ITEMS[4], SUMS)), 4) == expected["correlation"]


@pytest.mark.parametrize(
    "value",
    [
        pearson([1, 0], [0, 1]),
        pearson([1, 1, 1], [0, 1, 2]),
        pearson([0, 1, 0], [0.1 + 0.2, 0.3, 0.3]),
        alpha([[0, 1, 1]]),
        alpha([[0, 1], [1, 1]]),
        alpha([[1, 1, 1], [0, 0, 0]]),
        mean([]),
        sample_deviation([1]),
        correlation_interval(0.5, 3),
        correlation_interval(1, 20),
        share_interval(0.5, 0),
        alpha_interval(0.5, 1, 4),
        alpha_interval(0.5, 20, 1),
        point_biserial(3, 3, 3, 1, 0.5),
        point_biserial(1, 1, 2, 1, 0.5),
    ],
)
def test_what_is_undefined_is_nothing_and_not_zero(value: object) -> None:
    assert value is None


def test_the_intervals_agree_with_printed_tables() -> None:
    # F for 5 and 10 degrees of freedom has its upper 2.5 % from 4.236 on.
    assert round(f_quantile(0.975, 5, 10), 3) == 4.236
    assert round(f_quantile(0.025, 10, 5), 4) == round(1 / 4.2361, 4)
    # Wilson's interval for 8 of 10.
    ends = share_interval(0.8, 10)
    assert ends is not None
    assert [round(end, 3) for end in ends] == [0.490, 0.943]


@given(st.integers(1, 40), st.integers(1, 40), st.floats(0.001, 0.999))
def test_a_beta_share_is_the_tail_of_a_binomial(a: int, b: int, x: float) -> None:
    n = a + b - 1
    tail = sum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))

    assert beta_share(x, a, b) == pytest.approx(tail, abs=1e-9)


@given(st.floats(0, 1), st.integers(1, 200))
def test_a_share_lies_in_its_interval_which_narrows_with_numbers(share: float, n: int) -> None:
    ends = [share_interval(share, n), share_interval(share, n + 1)]
    widths = [end[1] - end[0] for end in ends if end]

    assert all(end and -1e-9 <= end[0] <= share + 1e-9 <= end[1] + 2e-9 for end in ends)
    assert all(wide >= narrow - 1e-12 for wide, narrow in pairwise(widths))


@given(matrices)
def test_alpha_is_at_most_one_and_does_not_depend_on_anybodys_order(
    rows: list[list[float]],
) -> None:
    items = [list(item) for item in zip(*rows, strict=True)]
    turned = [list(item) for item in zip(*rows[::-1], strict=True)][::-1]
    whole, again = alpha(items), alpha(turned)

    assert (whole is None) == (again is None)
    assert whole is None or (whole <= 1 + 1e-9 and whole == pytest.approx(again))


@given(matrices)
def test_a_correlation_is_symmetric_and_within_its_bounds(rows: list[list[float]]) -> None:
    first, second, *_ = (list(item) for item in zip(*rows, strict=True))
    r = pearson(first, second)

    assert r is None or -1 <= r <= 1
    assert r == pytest.approx(pearson(second, first))


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9)), min_size=3, max_size=20))
def test_the_short_formula_for_options_is_a_correlation(pairs: list[tuple[bool, int]]) -> None:
    chosen = [float(chose) for chose, _ in pairs]
    others: Sequence[float] = [float(score) for _, score in pairs]
    known = sum(score for chose, score in pairs if chose)
    middle = sum(others) / len(others)
    short = point_biserial(int(sum(chosen)), known, len(pairs), middle, variance(others))

    assert short == pytest.approx(pearson(chosen, others), abs=1e-9)
