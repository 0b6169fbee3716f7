"""Two rounds on one contention: what they ask, how much, and what chance draws."""

from collections import Counter, defaultdict
from functools import cache

import pytest

from debatekit.generate import generate_items
from debatekit.generate.lines import on_map
from debatekit.generate.switch_sides import SORTS, Switch, switch_of
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from tests.generate.made import material_at
from tests.generate.raw import ROOT

LESSON, SEEDS = "common-enemy", range(12)


@cache
def material() -> Material:
    return material_at(ROOT, LESSON)


@cache
def switch(seed: int, most: int = 4) -> Switch:
    found = switch_of(material(), derive(material()), seed, most)
    assert found is not None
    return found


@cache
def pairs(contention: str) -> Counter[str]:
    """Return by sort how many questions both sides have on a contention and on no other."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    lines = on_map(material())
    for item in generate_items(material(), derive(material()), 0):
        alone = item.about and all(lines[id_] == {contention} for id_ in item.about if id_ in lines)
        if item.generator in SORTS and alone and lines.keys() >= {*item.about}:
            found[item.side][item.generator] += 1
    return found["author"] & found["counter"]


def contentions() -> list[str]:
    return [contention.claim for contention in material().lesson.contentions]


@pytest.mark.parametrize("seed", SEEDS)
def test_all_questions_are_on_what_stands_under_the_contention_alone(seed: int) -> None:
    found, lines = switch(seed), on_map(material())
    about = {id_ for one in found.rounds for item in one.items for id_ in item.about}

    assert about
    assert {lines[id_] for id_ in about} == {frozenset({found.contention})}


@pytest.mark.parametrize("most", [1, 2, 4, 100])
@pytest.mark.parametrize("seed", range(3))
def test_a_round_has_as_many_questions_as_asked_for_if_both_sides_have_them(
    seed: int, most: int
) -> None:
    found = switch(seed, most)
    there = pairs(found.contention).total()

    assert [len(one.items) for one in found.rounds] == [min(most, there)] * 2


@pytest.mark.parametrize("seed", SEEDS)
def test_no_sort_comes_twice_before_all_sorts_came_once(seed: int) -> None:
    found = switch(seed)
    sorts = [item.generator for item in found.rounds[0].items]

    assert len(set(sorts)) == min(len(sorts), len(pairs(found.contention)))


def test_any_contention_with_three_questions_a_side_can_be_drawn_and_no_other() -> None:
    enough = {one for one in contentions() if pairs(one).total() >= 3}

    assert len(enough) > 1
    assert {switch(seed).contention for seed in SEEDS} == enough
    assert {switch(seed, 100).contention for seed in SEEDS} == enough


def test_for_one_question_a_side_any_contention_that_has_one_will_do() -> None:
    few = {one for one in contentions() if 1 <= pairs(one).total() < 3}

    assert few & {switch(seed, 1).contention for seed in SEEDS}


def test_the_seed_draws_the_questions_of_each_side_too() -> None:
    drawn: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for seed in SEEDS:
        for one in switch(seed).rounds:
            targets = tuple(sorted(item.target for item in one.items))
            drawn[switch(seed).contention, one.side].add(targets)

    assert drawn
    assert {side for (_, side), found in drawn.items() if len(found) > 1} == {"author", "counter"}


@pytest.mark.parametrize("seed", range(4))
def test_the_same_seed_draws_the_same_questions_those_of_its_quiz(seed: int) -> None:
    graph = derive(material())
    again = switch_of(material(), graph, seed, 4)
    quiz = {item.id for item in generate_items(material(), graph, seed)}

    assert again == switch(seed)
    assert {item.id for one in switch(seed).rounds for item in one.items} <= quiz
