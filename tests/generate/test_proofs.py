"""Every key is proved twice: by the program, and by a reading of the raw files without it."""

from collections.abc import Iterator
from itertools import combinations, permutations, product
from pathlib import Path
from typing import assert_never

import pytest
from hypothesis import given

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import KEYS, Choice, Fact, Item, Match, Multiple, Order, Short
from debatekit.model.material import Material
from debatekit.practice.grading import grade
from tests.generate.made import BRIEF, material_at, material_of, raw_lessons
from tests.generate.oracle import Oracle
from tests.generate.raw import LESSONS, RawLesson, raw_lesson


def items_of(material: Material, seed: int = 0) -> tuple[Item, ...]:
    return generate_items(material, derive(material), seed)


def facts_of(item: Item) -> list[Fact]:
    return [*item.proof, *(fact for option in item.options for fact in option.proof)]


def responses(item: Item) -> Iterator[tuple[str, ...]]:
    """Yield every response that can be given, and to a short item its listed mistakes."""
    keys = KEYS[: len(item.options)]
    match item:
        case Choice():
            yield from ((key,) for key in keys)
        case Multiple():
            for size in range(len(keys) + 1):
                yield from combinations(keys, size)
        case Match():
            yield from product(keys, repeat=len(item.prompts))
        case Order():
            yield from permutations(keys)
        case Short():
            yield from ((option.text,) for option in item.options)
        case _:
            assert_never(item)


def disproved(items: tuple[Item, ...], oracle: Oracle) -> list[str]:
    return [
        f"{item.generator} {item.target}: {fact}"
        for item in items
        for fact in facts_of(item)
        if oracle.holds(fact.predicate, fact.arguments) != fact.holds
    ]


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_the_raw_files_bear_out_every_fact_of_every_item(root: Path, name: str) -> None:
    items = items_of(material_at(root, name))

    assert disproved(items, Oracle(raw_lesson(root, name))) == []


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_the_key_scores_one_and_every_other_response_less(root: Path, name: str) -> None:
    for item in items_of(material_at(root, name)):
        full = [given for given in responses(item) if grade(item, given) >= 1]

        assert [item.keys] == full, item.target


@BRIEF
@given(raw_lessons())
def test_lessons_that_nobody_wrote_have_proved_keys_too(raw: RawLesson) -> None:
    items = items_of(material_of(raw))

    assert disproved(items, Oracle(raw)) == []


@BRIEF
@given(raw_lessons())
def test_lessons_that_nobody_wrote_have_one_best_response_an_item(raw: RawLesson) -> None:
    for item in items_of(material_of(raw)):
        full = [given for given in responses(item) if grade(item, given) >= 1]

        assert [item.keys] == full, item.target


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_the_key_and_each_option_say_which_facts_they_rest_on(root: Path, name: str) -> None:
    for item in items_of(material_at(root, name)):
        assert item.proof
        assert all(option.proof for option in item.options), item.target
