"""What certainty earns, and how well it agrees with being right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.progress import Attempt
from debatekit.practice.calibration import (
    ENOUGH_ANSWERS,
    calibration,
    calibration_lines,
)
from debatekit.practice.certainty import LEVELS, PAYS_FROM, certainty_mark
from tests.practice.make import attempt

ANSWERS = "3R 3R 3W 2R 2W 1R 1W 1W"
SURE_ENOUGH = 1e-9


def log(answers: str) -> list[Attempt]:
    return [
        attempt(number, certainty=int(said[0]), score=float(said[1] == "R"))
        for number, said in enumerate(answers.split())
    ]


def expected_mark(level: int, probability: float) -> float:
    return probability * certainty_mark(level, 1) + (1 - probability) * certainty_mark(level, 0)


def test_marks_and_brier_score_of_eight_answers() -> None:
    found = calibration(log(ANSWERS), enough=8)

    assert found is not None
    assert found.marks == 1
    assert found.brier == pytest.approx(0.27361, abs=5e-6)
    assert [(one.level, one.answers, one.right) for one in found.levels] == [
        (1, 3, 1),
        (2, 2, 1),
        (3, 3, 2),
    ]


def test_marks_of_single_answers() -> None:
    marks = [certainty_mark(made.certainty or 0, made.score) for made in log(ANSWERS)]

    assert marks == [3, 3, -6, 2, -2, 1, 0, 0]


@given(st.floats(0, 1))
def test_the_level_of_its_band_earns_the_most(probability: float) -> None:
    level = max(one for one in LEVELS if probability >= PAYS_FROM[one])
    best = max(expected_mark(one, probability) for one in LEVELS)

    assert expected_mark(level, probability) >= best - SURE_ENOUGH


def test_levels_change_over_exactly_at_two_thirds_and_at_four_fifths() -> None:
    assert expected_mark(1, 2 / 3) == pytest.approx(expected_mark(2, 2 / 3))
    assert expected_mark(2, 0.8) == pytest.approx(expected_mark(3, 0.8))


def test_nineteen_answers_are_too_few_to_tell() -> None:
    enough = log(" ".join(["3R"] * ENOUGH_ANSWERS))

    assert calibration(enough[1:]) is None
    assert calibration(enough) is not None
    assert calibration([]) is None


def test_second_tries_skips_and_answers_without_certainty_do_not_count() -> None:
    counted = log(ANSWERS)
    others = [
        attempt(0, id="again", certainty=3, score=0.0),
        attempt(90, certainty=3, skipped=True, response=()),
        attempt(91, certainty=None, score=0.0),
    ]

    assert calibration([*counted, *others], enough=8) == calibration(counted, enough=8)


def test_the_report_counts_the_answers_of_a_level_and_names_its_band() -> None:
    found = calibration(log("2R 2R 2R 2W"), enough=1)

    assert found is not None
    assert calibration_lines(found)[0] == (
        "Certainty 2: 3 of 4 right (75 %; it pays from 67 to 80 %): fits."
    )


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ("3R 3R 3R 3R 3R", "fits"),
        ("3R 3W", "more certain than right"),
        ("2R 2R 2R 2W", "fits"),
        ("2R 2R 2R 2R 2R", "less certain than right"),
        ("1W 1W", "fits"),
        ("1R 1R 1R 1W", "less certain than right"),
    ],
)
def test_the_report_says_how_certainty_fits(answers: str, word: str) -> None:
    found = calibration(log(answers), enough=1)

    assert found is not None
    first, last = calibration_lines(found)
    assert first.endswith(f": {word}.")
    assert "Brier" in last
