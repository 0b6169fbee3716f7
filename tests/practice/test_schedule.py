"""When a question comes back, and what its card keeps."""

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.progress import Attempt
from debatekit.practice.schedule import Rating, card_of, rating, replay, times_in
from tests.practice.make import attempt

BEGIN = datetime(2026, 3, 1, 10, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NO_TIMES: Sequence[int] = ()


def no_times(made: Attempt) -> Sequence[int]:
    return NO_TIMES


@pytest.mark.parametrize(
    ("rated", "wait"),
    [
        (Rating.AGAIN, 10 * MINUTE),
        (Rating.HARD, 15 * MINUTE),
        (Rating.GOOD, 2 * DAY),
        (Rating.EASY, 8 * DAY),
    ],
)
def test_a_new_card_comes_back_after_a_fixed_time(rated: Rating, wait: timedelta) -> None:
    assert replay([(rated, BEGIN)])[0] - BEGIN == wait


def test_good_answers_on_the_day_stretch_the_wait_and_a_miss_ends_it() -> None:
    reviews: list[tuple[Rating, datetime]] = []
    waits, at = [], BEGIN
    for rated in (Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.GOOD):
        reviews.append((rated, at))
        due, _ = replay(reviews)
        waits.append(due - at)
        at = due

    assert waits == [2 * DAY, 11 * DAY, 46 * DAY, 10 * MINUTE, 3 * DAY]


@pytest.mark.parametrize(
    ("answer", "rated"),
    [
        ({"score": 0.0}, Rating.AGAIN),
        ({"score": 0.74}, Rating.AGAIN),
        ({"score": 0.74, "certainty": 3}, Rating.AGAIN),
        ({"score": 0.75}, Rating.HARD),
        ({"score": 0.99}, Rating.HARD),
        ({"hinted": True}, Rating.HARD),
        ({"certainty": 1}, Rating.HARD),
        ({"certainty": 3, "hinted": True}, Rating.HARD),
        ({}, Rating.GOOD),
        ({"certainty": 2}, Rating.GOOD),
        ({"certainty": 3, "took_ms": 1001}, Rating.GOOD),
        ({"certainty": 3, "took_ms": 1000}, Rating.EASY),
    ],
)
def test_a_first_answer_is_rated_by_score_certainty_hint_and_time(
    answer: dict[str, object], rated: Rating
) -> None:
    made = replace(attempt(1), **answer)

    assert rating(made, lambda _: (900, 1000, 1000, 1000, 5000)) == rated


def test_four_earlier_answers_are_too_few_to_call_one_quick() -> None:
    made = attempt(1, certainty=3, took_ms=1)

    assert rating(made, lambda _: (900, 1000, 1000, 1000)) == Rating.GOOD


def test_quickness_is_measured_by_earlier_answers_of_the_same_kind() -> None:
    log = [
        attempt(1, took_ms=10),
        attempt(2, took_ms=20, kind="order"),
        attempt(3, took_ms=30, skipped=True),
        attempt(4, took_ms=40),
        attempt(5, took_ms=50),
    ]

    assert list(times_in(log)(log[3])) == [10]


def test_second_tries_and_skips_change_no_card() -> None:
    first = attempt(1, score=0.0)
    second = attempt(2, score=1.0, item=first.item)
    skip = attempt(3, skipped=True, response=())

    assert card_of([first, second, skip], no_times) == card_of([first], no_times)
    assert card_of([skip], no_times) is None


def test_a_card_says_whose_it_is_and_when_it_is_due() -> None:
    made = attempt(1, at="2026-03-01T10:00:00.000+00:00")
    found = card_of([made], no_times)

    assert found is not None
    assert (found.student, found.lesson, found.target, found.strand) == (
        made.student,
        made.lesson,
        made.target,
        made.strand,
    )
    assert found.due == "2026-03-03T10:00:00.000+00:00"


def test_what_a_card_keeps_is_what_fsrs_needs_to_go_on_from_there() -> None:
    days = [1, 3, 14]
    answers = [attempt(n, at=f"2026-03-{day:02}T10:00:00.000+00:00") for n, day in enumerate(days)]
    before, after = card_of(answers[:2], no_times), card_of(answers, no_times)
    assert before is not None
    assert after is not None
    kept = fsrs.Card.from_json(before.state)
    scheduler = fsrs.Scheduler(
        desired_retention=0.9,
        learning_steps=(10 * MINUTE,),
        relearning_steps=(10 * MINUTE,),
        maximum_interval=180,
        enable_fuzzing=False,
    )
    last = datetime.fromisoformat(answers[2].at)
    going_on, _ = scheduler.review_card(kept, fsrs.Rating.Good, last)

    assert kept.due == datetime.fromisoformat(before.due)
    assert going_on.to_json() == after.state


def test_answers_that_came_in_from_another_machine_are_replayed_in_time_order() -> None:
    early = attempt(1, at="2026-03-01T10:00:00.000+00:00")
    late = attempt(2, at="2026-03-03T12:00:00.000+02:00")

    assert card_of([late, early], no_times) == card_of([early, late], no_times)
    found = card_of([early, late], no_times)
    assert found is not None
    assert found.due.startswith("2026-03-14T10:00")


@given(st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 400)), min_size=1, max_size=12))
def test_a_card_is_due_after_its_last_review_and_within_half_a_year(
    given_reviews: list[tuple[Rating, int]],
) -> None:
    at, reviews = BEGIN, []
    for rated, days in given_reviews:
        at += days * DAY
        reviews.append((rated, at))

    assert 10 * MINUTE <= replay(reviews)[0] - at <= 180 * DAY
    assert replay(reviews) == replay(reviews)


def test_a_sure_answer_no_slower_than_usual_comes_back_later_than_one_that_was_slower() -> None:
    usual = [attempt(n, took_ms=5000, target="other") for n in range(5)]
    quick, slow = (attempt(9, certainty=3, took_ms=took) for took in (4000, 6000))
    after_quick, after_slow = (card_of([made], times_in([*usual, made])) for made in (quick, slow))

    assert after_quick is not None
    assert after_slow is not None
    assert after_quick.due > after_slow.due


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no time zone for one program")
def test_a_card_is_due_at_a_moment_in_utc_wherever_the_machine_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = attempt(1, at="2026-03-01T10:00:00.000+00:00")
    here = card_of([made], no_times)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    there = card_of([made], no_times)
    monkeypatch.undo()
    time.tzset()

    assert there == here
