"""Which questions a drill asks, and what it makes of the time."""

from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.item import Choice, Option
from debatekit.model.progress import Attempt
from debatekit.model.words import Side
from debatekit.practice.drilling import chosen, tally, usual_s

SEEDS = st.integers(0, 1000)


def item(side: Side, number: int, about: str = "") -> Choice:
    options = (Option(text="Yes", correct=True), Option(text="No"), Option(text="Perhaps"))
    return Choice(
        id=f"{side}-{number}",
        generator="made",
        strand="rebuttal",
        stem="Is it so?",
        target=f"{side}:{number}",
        about=(about,) if about else (),
        side=side,
        options=options,
    )


def some(author: int, counter: int) -> list[Choice]:
    ours, theirs = range(author), range(counter)
    return [*(item("author", n) for n in ours), *(item("counter", n) for n in theirs)]


@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 12), SEEDS)
def test_both_sides_are_asked_about_equally_often_and_in_turn(
    author: int, counter: int, most: int, seed: int
) -> None:
    sides = [one.side for one in chosen(some(author, counter), most, Random(seed))]

    assert Counter(sides) == dict.fromkeys(("author", "counter"), min(author, counter, most // 2))
    assert all(one != other for one, other in pairwise(sides))


@given(st.integers(0, 9), SEEDS)
def test_where_one_side_has_nothing_the_other_is_asked_alone(count: int, seed: int) -> None:
    assert len(chosen(some(0, count), 5, Random(seed))) == min(count, 5)


@given(SEEDS)
def test_what_was_asked_about_comes_again_only_after_everything_else(seed: int) -> None:
    items = [item("author", number, about=f"step-{number // 3}") for number in range(9)]
    first = chosen(items, 3, Random(seed))

    assert {one.about[0] for one in first} == {"step-0", "step-1", "step-2"}


@given(SEEDS)
def test_what_has_many_questions_does_not_come_before_what_has_one(seed: int) -> None:
    many = [item("author", number, about="many") for number in range(9)]
    one = item("author", 9, about="one")

    assert one.id in {found.id for found in chosen([*many, one], 2, Random(seed))}


def made(took_ms: int, score: float = 1, *, skipped: bool = False) -> Attempt:
    return Attempt(
        id="x",
        student="",
        lesson="l",
        item="i",
        target="t",
        strand="rebuttal",
        kind="choice",
        generator="made",
        response=() if skipped else ("a",),
        score=score,
        took_ms=took_ms,
        at="2026-01-01T00:00:00+00:00",
        skipped=skipped,
    )


@pytest.mark.parametrize(
    ("times", "usual"), [([1000], 8), ([1000, 9000, 30000], 9), ([7999, 8001], 8.0005)]
)
def test_no_answer_counts_as_faster_than_eight_seconds(times: list[int], usual: float) -> None:
    assert usual_s([made(took) for took in times]) == pytest.approx(usual)


def test_what_was_skipped_has_no_time() -> None:
    assert usual_s([made(60000, skipped=True)]) is None
    assert usual_s([made(60000, skipped=True), made(10000)]) == 10


def test_only_what_is_wholly_right_counts_and_sides_are_told_apart() -> None:
    answered = [
        (item("author", 0), made(1)),
        (item("author", 1), made(1, 0.5)),
        (item("counter", 0), made(1)),
    ]

    assert str(tally(answered)) == "2 of 3 right"
    assert str(tally(answered, "author")) == "1 of 2 right"
    assert str(tally(answered, "counter")) == "1 of 1 right"
