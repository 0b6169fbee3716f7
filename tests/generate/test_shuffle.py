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


def ranks(count: int, seed: int) -> tuple[int, ...]:
    """Return the steps' places in the right order, as they are shown on a seed."""
    item = shuffled(steps(count), seed)
    assert isinstance(item, Order)
    return item.ranks


@pytest.mark.parametrize("count", [2, 3, 16, 17, 26])
def test_no_run_of_steps_stands_where_it_belongs_on_every_seed(count: int) -> None:
    shown = [ranks(count, seed) for seed in range(40)]

    assert all(sorted(found) == list(range(count)) for found in shown)
    assert tuple(range(count)) not in shown
    for place in range(count - 1):
        assert {found[place + 1] - found[place] for found in shown} != {1}


def test_one_seed_gives_one_order() -> None:
    assert ranks(26, seed=7) == ranks(26, seed=7) != ranks(26, seed=8)
