"""Marks for certainty, judged by what an honest learner would choose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.practice.certainty import brier, certainty_mark

GIVEN = [(3, 1), (3, 1), (3, 0), (2, 1), (2, 0), (1, 1), (1, 0), (1, 0)]
FORECAST = {1: 0.5, 2: 11 / 15, 3: 0.9}


def test_certainty_pays_when_right_and_costs_when_wrong() -> None:
    marks = [certainty_mark(level, score) for level, score in GIVEN]

    assert marks == [3, 3, -6, 2, -2, 1, 0, 0]


def test_calibration_is_the_squared_distance_of_forecast_and_outcome() -> None:
    forecasts = [(FORECAST[level], score == 1) for level, score in GIVEN]

    assert brier(forecasts) == pytest.approx(0.27361, abs=5e-6)


@given(st.floats(0, 1))
def test_the_level_that_fits_what_one_believes_earns_most(probability: float) -> None:
    def expected(level: int) -> float:
        right, wrong = certainty_mark(level, 1), certainty_mark(level, 0)
        return probability * right + (1 - probability) * wrong

    best = 1 if probability < 2 / 3 else 2 if probability < 0.8 else 3

    assert expected(best) == pytest.approx(max(expected(level) for level in (1, 2, 3)))


def test_a_partly_right_answer_earns_its_share() -> None:
    assert certainty_mark(2, 0.5) == 1
