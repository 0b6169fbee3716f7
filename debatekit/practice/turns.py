"""How the order of a session follows from its answers: siblings put in, skills stopped."""

from collections.abc import Collection, Mapping, Sequence
from typing import assert_never

from debatekit.model.item import AUTHORED, Choice, Item, Match, Multiple, Order, Short
from debatekit.model.progress import Attempt
from debatekit.practice.firsts import first_answers
from debatekit.practice.interleave import TARGET_DISTANCE, fits_run, spaced
from debatekit.practice.known import MOST_MISSES, misses_in_a_row
from debatekit.practice.mastery import SkillKey, skill_key

BLIND_OPTIONS = 3
"""With so few options a second try would be a guess between two."""


def tries_again(item: Item) -> bool:
    """Return whether a wrong answer gets a second try after a hint.

    With three options a blind second try is a coin flip; words typed freely would be
    given away by the hint.
    """
    match item:
        case Choice(options=options):
            return len(options) > BLIND_OPTIONS
        case Multiple() | Match() | Order():
            return True
        case Short():
            return False
        case _:
            assert_never(item)


def wants_sibling(item: Item, made: Attempt) -> bool:
    """Return whether an answer calls for another question on the same target, later on."""
    return isinstance(item, Choice) and not tries_again(item) and made.score < 1


def sibling_among(items: Sequence[Item], item: Item, taken: Collection[str]) -> Item | None:
    """Return which of the items can best follow one that went wrong, on what that is about.

    That is one on the same target, of another generator if there is one; for an item
    written by hand the one that shares most of its claims. Targets that are taken are left
    alone.
    """
    others = [one for one in items if one.generator != AUTHORED]
    near = [one for one in others if one.target == item.target]
    if not near and item.generator == AUTHORED:
        near = [x for x in others if set(x.about) & set(item.about) and x.target not in taken]
    return max(near, key=lambda one: _likeness(one, item), default=None)


def _likeness(one: Item, other: Item) -> tuple[int, bool, bool]:
    """Return how well one item can stand for another, best highest."""
    shared = len(set(one.about) & set(other.about))
    return shared, isinstance(one, Choice), one.generator != other.generator


def order_after(
    items: Sequence[Item],
    attempts: Sequence[Attempt],
    siblings: Mapping[str, Item],
    misses: Mapping[SkillKey, int],
) -> tuple[Item, ...]:
    """Return all items of the session in their order, as it stands after the attempts.

    A miss puts its sibling in the place of a later item; the third
    miss in a row takes what is left of its skill out. `misses` counts those of earlier
    sessions of the day.
    """
    stopped = {key for key, count in misses.items() if count >= MOST_MISSES}
    firsts = {made.id for made in first_answers(attempts)}
    asked: list[Item] = []
    rest = list(items)
    for number, made in enumerate(attempts, 1):
        item = next((item for item in rest if item.id == made.item), None)
        if item is not None:
            rest.remove(item)
            asked.append(item)
        if item is None or made.id not in firsts or made.score == 1:
            continue
        if item.id in siblings:
            rest = _with_sibling(asked, rest, siblings[item.id])
        streak = misses_in_a_row(attempts[:number], misses)
        if streak[skill_key(item)] >= MOST_MISSES:
            stopped.add(skill_key(item))
            rest = list(spaced(asked, [one for one in rest if skill_key(one) not in stopped]))
    return (*asked, *rest)


def _with_sibling(asked: Sequence[Item], rest: Sequence[Item], sibling: Item) -> list[Item]:
    """Return what is left with the sibling in it, five items on or later, before the last.

    It takes the place of another item, a generated one if there is one, so that a session
    stays as long as it was; where no place is sound, all stays as it is. What gives way is
    as new in the next session.
    """
    places = range(TARGET_DISTANCE - 1, len(rest) - 1)
    for place in sorted(places, key=lambda at: rest[at].generator == AUTHORED):
        if rest[place].target == sibling.target:
            continue
        changed = [*rest[:place], sibling, *rest[place + 1 :]]
        order, at = [*asked, *changed], len(asked) + place
        if _is_spaced(order, at) and (rest[place].strand == sibling.strand or _is_mixed(order, at)):
            return changed
    return list(rest)


def _is_spaced(order: Sequence[Item], place: int) -> bool:
    """Return whether the target at a place stands nowhere near it."""
    near = [*order[max(0, place - TARGET_DISTANCE + 1) : place]]
    near += order[place + 1 : place + TARGET_DISTANCE]
    return all(one.target != order[place].target for one in near)


def _is_mixed(order: Sequence[Item], place: int) -> bool:
    """Return whether no item from a place on, as far as it matters, is the third of its strand."""
    return all(fits_run(order[:at], order[at]) for at in range(place, min(place + 3, len(order))))
