"""Options stand in an order that the target and the seed fix, however many they are."""

import pytest

from debatekit.generate.shuffle import shuffled
from debatekit.model.item import Option, Order


def steps(count: int) -> Order:
    options = tuple(Option(text=f"Step {place}") for place in range(count))
    return Order(
        id="q",
        generator="authored",
        strand="claims",
        stem="In which order?",
        target="item:q",
        options=options,
        ranks=tuple(range(count)),
    )


@pytest.mark.parametrize("count", [2, 3, 16, 17, 26])
def test_no_run_of_steps_stands_where_it_belongs_on_every_seed(count: int) -> None:
    shown = [shuffled(steps(count), seed).ranks for seed in range(40)]

    assert all(sorted(ranks) == list(range(count)) for ranks in shown)
    assert list(range(count)) not in map(list, shown)
    if count > 2:
        for place in range(count - 1):
            assert {ranks[place + 1] - ranks[place] for ranks in shown} != {1}


def test_one_seed_gives_one_order() -> None:
    assert shuffled(steps(26), 7) == shuffled(steps(26), 7) != shuffled(steps(26), 8)
