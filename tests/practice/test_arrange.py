"""Where the right options stand in a session: everywhere equally often."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from math import floor
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.item import KEYS, Item, Match, Order
from debatekit.practice.arrange import arrange, key_places
from debatekit.practice.grading import grade
from tests.practice.make import choice, items, multiple, options, short

SEEDS = st.integers(0, 1000)


def repeated(places: Iterable[int]) -> int:
    """Return how many equal places follow one another at most."""
    return max((len(list(equal)) for _, equal in groupby(places)), default=0)


@given(st.lists(st.integers(2, 5), max_size=40), SEEDS)
def test_keys_stand_in_each_place_equally_often_give_or_take_one(
    counts: list[int], seed: int
) -> None:
    places = key_places(counts, Random(seed))

    for count in set(counts):
        ours = Counter(p for p, c in zip(places, counts, strict=True) if c == count)
        even = counts.count(count) / count
        assert all(floor(even) <= ours[place] <= even + 1 for place in range(count))


@given(st.lists(st.integers(2, 5), max_size=40), SEEDS)
def test_a_key_stands_in_one_place_three_times_running_at_most(
    counts: list[int], seed: int
) -> None:
    assert repeated(key_places(counts, Random(seed))) <= 3


@pytest.mark.parametrize("seed", range(40))
def test_a_short_row_of_two_options_has_no_key_in_one_place_four_times_running(seed: int) -> None:
    assert repeated(key_places([2] * 14, Random(seed))) <= 3


@pytest.mark.parametrize(
    ("counts", "seed"),
    [([3] * 600, 1), ([3, 4, 3] * 200, 1), *(([2] * 150, seed) for seed in range(3))],
)
def test_in_a_long_row_too_no_place_has_the_key_four_times_running(
    counts: list[int], seed: int
) -> None:
    places = key_places(counts, Random(seed))

    assert repeated(places) <= 3
    for count in set(counts):
        ours = Counter(p for p, c in zip(places, counts, strict=True) if c == count)
        assert max(ours.values()) - min(ours.values()) <= 1


def test_the_answers_of_a_session_stand_in_each_place_equally_often() -> None:
    shown = arrange([choice(f"q{n}") for n in range(12)], Random(1))

    assert Counter(item.keys for item in shown) == {("a",): 4, ("b",): 4, ("c",): 4}


def pairs(item: Item) -> set[tuple[str, str]]:
    """Return what belongs together, in words."""
    texts = [option.text for option in item.options]
    if isinstance(item, Match):
        return {(p, texts[place]) for p, place in zip(item.prompts, item.partners, strict=True)}
    if isinstance(item, Order):
        return {(str(rank), text) for rank, text in zip(item.ranks, texts, strict=True)}
    return {(str(option.correct), option.text) for option in item.options}


@given(items(), SEEDS)
def test_another_order_of_options_changes_no_answer(item: Item, seed: int) -> None:
    (shown,) = arrange([item], Random(seed))

    assert pairs(shown) == pairs(item)
    assert grade(shown, shown.keys) == 1


@given(st.permutations(range(4)), SEEDS)
def test_steps_are_never_shown_in_the_right_order(ranks: list[int], seed: int) -> None:
    item = Order(
        id="o",
        generator="step_order",
        strand="structure",
        stem="?",
        target="t",
        options=options(4),
        ranks=tuple(ranks),
    )
    (shown,) = arrange([item], Random(seed))

    assert grade(shown, tuple(KEYS[:4])) < 1


@given(st.lists(items(), max_size=6), SEEDS)
def test_the_same_seed_arranges_the_same(given_items: list[Item], seed: int) -> None:
    assert arrange(given_items, Random(seed)) == arrange(given_items, Random(seed))


def test_what_is_typed_has_nothing_to_arrange() -> None:
    assert arrange([short()], Random(1)) == (short(),)


def test_options_of_which_several_are_right_are_shuffled_too() -> None:
    shown = {arrange([multiple()], Random(seed))[0].keys for seed in range(30)}

    assert len(shown) > 1
