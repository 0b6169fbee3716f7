"""The measures of classical test theory; what is undefined is None, never 0."""

from collections.abc import Sequence
from math import sqrt
from operator import mul, sub

TINY = 1e-12
"""A sum of squares below this is rounding: nothing varies."""
FEWEST_STUDENTS = 3
FEWEST_ITEMS = 2

Column = Sequence[float]
"""One item's scores, each in [0, 1], a student a place."""


def mean(scores: Column) -> float | None:
    """Return the mean; an item's mean score is its difficulty."""
    return sum(scores) / len(scores) if scores else None


def variance(scores: Column) -> float:
    """Return the population variance; 0 where nothing varies, or there is nothing."""
    squares = _sum_of_squares(_centred(scores)) if scores else 0.0
    return squares / len(scores) if squares >= TINY else 0.0


def sample_deviation(scores: Column) -> float | None:
    """Return the standard deviation with n - 1; it needs two scores."""
    n = len(scores)
    return sqrt(variance(scores) * n / (n - 1)) if n > 1 else None


def pearson(one: Column, other: Column) -> float | None:
    """Return the correlation, in [-1, 1]; None below three pairs, or where one does not vary.

    With a column of 0 and 1 it is the point-biserial correlation.
    """
    if len(one) < FEWEST_STUDENTS:
        return None
    first, second = _centred(one), _centred(other)
    left, right = _sum_of_squares(first), _sum_of_squares(second)
    if left < TINY or right < TINY:
        return None
    together: float = sum(map(mul, first, second)) / sqrt(left * right)
    return max(-1.0, min(1.0, together))


def point_biserial(
    chosen: int, rest_of_chosen: float, students: int, middle: float, spread: float
) -> float | None:
    """Return the correlation of a choice with the rest score, as `pearson` would.

    `rest_of_chosen` is the sum over those who chose it; `middle` and `spread` are the
    mean and the population variance over all. It saves a pass for every option.
    """
    share = chosen / students if students >= FEWEST_STUDENTS else 0.0
    if not 0 < share < 1 or spread == 0:
        return None
    together = (rest_of_chosen - chosen * middle) / students / sqrt(share * (1 - share) * spread)
    return max(-1.0, min(1.0, together))


def totals(columns: Sequence[Column]) -> list[float]:
    """Return each student's sum over all items."""
    return [sum(row) for row in zip(*columns, strict=True)]


def rest(column: Column, sums: Column) -> list[float]:
    """Return each student's sum without this item.

    An item that counts in the sum it is held against correlates with itself, the more so
    the fewer items there are; so the corrected coefficient leaves it out (Henrysson 1963,
    Psychometrika 28).
    """
    return list(map(sub, sums, column))


def alpha(columns: Sequence[Column]) -> float | None:
    """Return Cronbach's alpha (1951, Psychometrika 16), at most 1; it can be negative.

    With scores of 0 and 1 an item's variance is pq, and this is formula 20 of Kuder and
    Richardson (1937, Psychometrika 2). All variances are the population's, below the line
    as above it: one of each sort would give another number.
    """
    sums = totals(columns)
    return alpha_of(len(columns), sum(map(variance, columns)), variance(sums), len(sums))


def alpha_of(items: int, apart: float, together: float, students: int) -> float | None:
    """Return alpha from the sum of the items' variances and the variance of the sums."""
    if items < FEWEST_ITEMS or students < FEWEST_STUDENTS or together == 0:
        return None
    return items / (items - 1) * (1 - apart / together)


def standard_error(deviation: float, reliability: float) -> float:
    """Return the standard error of measurement: how far a sum is off, as a rule.

    `deviation` is the standard deviation of the sums, with n - 1.
    """
    return deviation * sqrt(1 - reliability)


def _centred(scores: Column) -> list[float]:
    middle = sum(scores) / len(scores)
    return [score - middle for score in scores]


def _sum_of_squares(centred: Sequence[float]) -> float:
    squares: float = sum(map(mul, centred, centred))
    return squares
