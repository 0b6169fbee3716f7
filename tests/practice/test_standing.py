"""Sums that are added to are as good as all the answers they came from."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.progress import Attempt
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.calibration import calibration
from debatekit.practice.mastery import masteries
from debatekit.practice.recent import session_scores
from debatekit.practice.standing import (
    Standing,
    added,
    calibration_of,
    estimate_of,
    masteries_of,
    standing_of,
    standing_text,
)

START = datetime(2026, 9, 1, 17, tzinfo=UTC)


def answer(
    number: int,
    day: float = 0,
    score: float = 1,
    chance: float = 0,
    certainty: int | None = None,
    strand: Strand = "claims",
    session: str = "",
) -> Attempt:
    return Attempt(
        id=str(number),
        student="me",
        lesson=f"lesson-{number % 2}",
        item=f"q{number}",
        target="t",
        strand=strand,
        kind="choice",
        generator="g",
        response=("a",),
        score=score,
        certainty=certainty,
        at=(START + timedelta(days=day)).isoformat(),
        session=session,
        chance=chance,
    )


ROWS = [
    (0, 1, 1 / 3),
    (0, 0, 1 / 3),
    (2, 1, 1 / 3),
    (2, 1, 0),
    (9, 1, 1 / 3),
    (9, 1, 1 / 4),
    (9, 0.5, 0),
    (16, 1, 1 / 3),
]
answers = st.builds(
    answer,
    st.integers(0, 1000),
    st.floats(0, 400),
    st.sampled_from([0, 0.5, 1.0]),
    st.sampled_from([0, 1 / 3, 0.5]),
    st.sampled_from([None, 1, 2, 3]),
    st.sampled_from(STRANDS),
)


@pytest.mark.parametrize(("day", "mean", "low"), [(16, 0.7011, 0.4947), (76, 0.6088, 0.3062)])
@pytest.mark.parametrize("chunk", [1, 3, 8])
def test_the_worked_example_comes_out_however_it_is_added_up(
    day: int, mean: float, low: float, chunk: int
) -> None:
    now = START + timedelta(days=day)
    made = [answer(2 * n, *row) for n, row in enumerate(ROWS)]
    standing = Standing()
    for start in range(0, len(made), chunk):
        standing = added(standing, made[start : start + chunk], now)
    (found,) = masteries_of(standing, now)

    assert (round(found.value, 4), round(found.low, 4)) == (mean, low)


@given(st.lists(answers, max_size=30, unique_by=lambda made: made.id), st.integers(1, 9))
def test_adding_bit_by_bit_gives_what_all_answers_give(made: list[Attempt], chunk: int) -> None:
    now = START + timedelta(days=401)
    standing = Standing()
    for start in range(0, len(made), chunk):
        kept = standing_of(standing_text(standing))
        assert kept is not None
        standing = added(kept, made[start : start + chunk], now)

    found, expected = masteries_of(standing, now), masteries(made, now)
    assert [(one.strand, one.skill, one.word) for one in found] == [
        (one.strand, one.skill, one.word) for one in expected
    ]
    assert [one.value for one in found] == pytest.approx([one.value for one in expected])
    assert [one.evidence for one in found] == pytest.approx([one.evidence for one in expected])
    assert standing.answers == len(made)


@given(st.lists(answers, max_size=30, unique_by=lambda made: made.id))
def test_certainty_comes_out_as_from_all_answers(made: list[Attempt]) -> None:
    found = calibration_of(added(Standing(), made, START), enough=5)
    expected = calibration(made, enough=5)

    assert (found is None) == (expected is None)
    if found and expected:
        assert found.levels == expected.levels
        assert (found.brier, found.marks) == pytest.approx((expected.brier, expected.marks))


def test_an_answer_from_the_future_weighs_no_more_than_one_of_now() -> None:
    ahead, fresh = answer(0, day=9000, score=0), answer(2)
    (found,) = masteries_of(added(Standing(), [ahead, fresh], START), START)

    assert (found.value, found.evidence) == (0.5, 2)


def test_sums_of_a_clock_that_was_set_back_are_known_as_such() -> None:
    standing = added(Standing(), [answer(1, day=30)], START + timedelta(days=30))

    assert standing.is_ahead(START)
    assert not standing.is_ahead(START + timedelta(days=30))
    assert not standing.is_ahead(START + timedelta(days=31))


@pytest.mark.parametrize("text", ["{", "[]", '{"skills": 7}'])
def test_sums_that_cannot_be_read_are_nothing(text: str) -> None:
    assert standing_of(text) is None


def test_practice_on_one_day_is_told_from_practice_on_two() -> None:
    one = added(Standing(), [answer(0), answer(2)], START)
    two = added(one, [answer(4, day=1)], START + timedelta(days=1))

    assert estimate_of(one.skills, START).days == 1
    assert estimate_of(two.skills, START + timedelta(days=1)).days == 2


def test_answers_of_one_certainty_add_up_whenever_they_came() -> None:
    made = [answer(n, certainty=2, score=n % 2) for n in range(5)]
    step_by_step = Standing()
    for one in made:
        step_by_step = added(step_by_step, [one], START)

    assert step_by_step.levels == added(Standing(), made, START).levels
    assert [(found.answers, found.right) for found in step_by_step.levels] == [(5, 2)]


def test_sessions_come_in_the_order_in_which_they_ended() -> None:
    made = [
        answer(0, day=2, session="b"),
        answer(1, day=1, score=0, session="a"),
        answer(2, day=3, session="a"),
    ]
    found = session_scores(made)

    assert [(one.share, one.answers) for one in found] == [(1, 1), (0.5, 2)]
    assert {one.lesson for one in found} == {made[0].lesson}


def test_where_nothing_was_kept_yet_nothing_was_answered() -> None:
    assert standing_of("") == Standing()
