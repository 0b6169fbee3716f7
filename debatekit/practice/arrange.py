"""The order in which options are shown: balanced, so that the key's place tells nothing."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import TypeVar, assert_never

from msgspec.structs import replace

from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Order, Short

T = TypeVar("T")
LONGEST_RUN = 3
"""How often in a row the right answer may stand in the same place."""
_TRIES = 2000


def arrange(items: Sequence[Item], rng: Random) -> tuple[Item, ...]:
    """Return the items with their options permuted.

    Among choices with k options, each place holds the key n/k times, give or take one,
    and never more than three times in a row. An order is never shown already in order.
    """
    choices = [item for item in items if isinstance(item, Choice)]
    places = iter(key_places([len(item.options) for item in choices], rng))
    return tuple(
        _with_key_at(next(places), item, rng) if isinstance(item, Choice) else _shuffled(item, rng)
        for item in items
    )


def key_places(option_counts: Sequence[int], rng: Random) -> tuple[int, ...]:
    """Return a place for each key, from 0, given how many options each item has."""
    items = Counter(option_counts)
    places: list[int] = []
    for _ in range(_TRIES):
        bags = {count: _bag(count, items[count], rng) for count in set(option_counts)}
        places = [bags[count].pop() for count in option_counts]
        if longest_run(places) <= LONGEST_RUN:
            return tuple(places)
    _break_runs(places, option_counts)
    return tuple(places)


def _break_runs(places: list[int], option_counts: Sequence[int]) -> None:
    """Let what makes a run too long change with another place of as many options.

    Among some hundreds of items chance alone leaves such a run nearly always.
    """
    for at in range(len(places)):
        if not _is_mixed(places, at):
            _exchange(places, at, option_counts)


def _exchange(places: list[int], at: int, option_counts: Sequence[int]) -> None:
    """Exchange a place for the first that leaves no long run at either spot, if there is one."""
    for other, count in enumerate(option_counts):
        if count == option_counts[at]:
            places[at], places[other] = places[other], places[at]
            if _is_mixed(places, at) and _is_mixed(places, other):
                return
            places[at], places[other] = places[other], places[at]


def _is_mixed(places: Sequence[int], at: int) -> bool:
    """Return whether no run that is too long goes through a place."""
    return longest_run(places[max(0, at - LONGEST_RUN) : at + LONGEST_RUN + 1]) <= LONGEST_RUN


def longest_run(places: Sequence[int]) -> int:
    """Return the length of the longest run of equal places.

    >>> longest_run([0, 1, 1, 0])
    2
    """
    longest = run = 0
    for number, place in enumerate(places):
        run = run + 1 if number and place == places[number - 1] else 1
        longest = max(longest, run)
    return longest


def _bag(options: int, items: int, rng: Random) -> list[int]:
    """Return as many places as there are items, each place as often as the others, or once more."""
    extra = rng.sample(range(options), items % options)
    bag = [*range(options)] * (items // options) + extra
    rng.shuffle(bag)
    return bag


def _with_key_at(place: int, item: Choice, rng: Random) -> Choice:
    """Return the item with its key at the place and the others shuffled."""
    key = item.options[KEYS.index(item.key)]
    others = [option for option in item.options if option is not key]
    rng.shuffle(others)
    return replace(item, options=(*others[:place], key, *others[place:]))


def _shuffled(item: Item, rng: Random) -> Item:
    """Return an item with its options shuffled, and what points to them kept true."""
    match item:
        case Choice() | Multiple():
            return replace(item, options=_permuted(item.options, _permutation(item.options, rng)))
        case Match(options=options, partners=partners):
            order = _permutation(options, rng)
            moved = tuple(order.index(partner) for partner in partners)
            return replace(item, options=_permuted(options, order), partners=moved)
        case Order(options=options, ranks=ranks):
            order = _unsorted(ranks, rng)
            return replace(item, options=_permuted(options, order), ranks=_permuted(ranks, order))
        case Short():
            return item
        case _:
            assert_never(item)


def _permutation(options: Sequence[T], rng: Random) -> list[int]:
    order = [*range(len(options))]
    rng.shuffle(order)
    return order


def _permuted(things: Sequence[T], order: Sequence[int]) -> tuple[T, ...]:
    return tuple(things[place] for place in order)


def _unsorted(ranks: Sequence[int], rng: Random) -> list[int]:
    """Return a permutation that does not show the right order, where there is one."""
    order = _permutation(ranks, rng)
    shown = [ranks[place] for place in order]
    if shown == sorted(shown):
        order.reverse()
    return order
