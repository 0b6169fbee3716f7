"""The share of an item that each kind of response gets."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.item import KEYS, Item, Order
from debatekit.practice.grading import chance, grade
from tests.practice.make import choice, items, match, multiple, options, order, short


@pytest.mark.parametrize(
    ("response", "score"),
    [("abcde", 1.0), ("bacde", 0.8), ("abdec", 0.6), ("eabcd", 0.2), ("edcba", 0.0)],
)
def test_an_order_is_scored_by_its_pairs(response: str, score: float) -> None:
    assert grade(order(), tuple(response)) == pytest.approx(score)


def test_steps_that_tie_may_stand_either_way() -> None:
    tied = order((0, 1, 1))

    assert [grade(tied, tuple(given)) for given in ("abc", "acb")] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("ticked", "score"),
    [
        ("ac", 1.0),
        ("a", 0.5),
        ("ab", 0.0),
        ("abc", 0.5),
        ("abcd", 0.0),
        ("bd", 0.0),
        ("", 0.0),
    ],
)
def test_false_ticks_cost_what_right_ones_earn(ticked: str, score: float) -> None:
    assert grade(multiple(4, (0, 2)), tuple(ticked)) == pytest.approx(score)


def test_a_match_is_scored_by_its_pairs() -> None:
    item = match((1, 0), 3)

    assert [grade(item, tuple(given)) for given in ("ba", "bc", "ab")] == [1.0, 0.5, 0.0]


@pytest.mark.parametrize("response", ["", "ab", "abcdd", "abcdef", "xyzvw", "aaaaa"])
def test_a_list_that_is_no_order_of_the_options_gets_nothing(response: str) -> None:
    assert grade(order(), tuple(response)) == 0


def test_a_typed_answer_is_right_or_wrong() -> None:
    item = short("a common enemy")

    assert [grade(item, (given,)) for given in ("Common enemy", "a treaty")] == [1.0, 0.0]
    assert grade(item, ()) == 0


def responses(item: Item) -> list[tuple[str, ...]]:
    """Return every response of up to four keys."""
    keys = KEYS[: len(item.options)]
    return [found for length in range(5) for found in product(keys, repeat=length)]


@given(items())
def test_only_the_key_scores_one_and_all_scores_lie_between_none_and_one(item: Item) -> None:
    scores = {given: grade(item, given) for given in responses(item)}

    assert grade(item, item.keys) == 1
    assert all(0 <= score <= 1 for score in scores.values())
    assert all(set(given) == set(item.keys) for given, score in scores.items() if score == 1)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=6))
def test_the_key_of_an_order_with_ties_scores_one(ranks: list[int]) -> None:
    item = Order(
        id="o",
        generator="step_order",
        strand="structure",
        stem="?",
        target="t",
        options=options(len(ranks)),
        ranks=tuple(ranks),
    )

    assert grade(item, item.keys) == 1


def test_guessing_pays_only_where_there_is_one_answer_among_few() -> None:
    assert [chance(choice(count=4)), chance(multiple()), chance(short())] == [0.25, 0, 0]
