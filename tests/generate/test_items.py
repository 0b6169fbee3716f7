"""The rules that every generated item keeps, whatever asks it and whatever the lesson says."""

import re
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given

from debatekit.generate import GENERATORS, generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Choice, Item, Match, Multiple, Order, Short
from debatekit.model.text import comparable
from tests.generate.made import BRIEF, material_at, material_of, raw_lessons
from tests.generate.raw import LESSONS, SMALL, RawLesson, raw_lesson

SAME_OPTIONS_EVERY_TIME = {
    "attrib_side",
    "claim_kind",
    "premise_or_conclusion",
    "structure_type",
    "attack_kind",
    "whatif_one",
    "evidence_type",
    "source_tier",
    "neutral_reword",
}
ATTRIBUTION = re.compile(
    r"^(According to the (author|lesson)|In the lesson|On the map|On the lesson's)"
)
MOST_WORDS_IN_A_STEM = 60
MOST_WORDS_IN_FEEDBACK = 60


def items_of(raw: RawLesson, seed: int = 0) -> tuple[Item, ...]:
    material = material_of(raw)
    return generate_items(material, derive(material), seed)


@cache
def all_items() -> tuple[Item, ...]:
    """Return the items of every lesson here."""
    return tuple(item for root, name in LESSONS for item in items_of(raw_lesson(root, name)))


def assert_options_are_apart(item: Item) -> None:
    texts = [comparable(option.text) for option in item.options]
    assert not any(one in other or other in one for one, other in combinations(texts, 2)), texts


def assert_sound(item: Item) -> None:
    """Check what must be so for the item's kind."""
    right = [option.correct for option in item.options]
    assert_options_are_apart(item)
    match item:
        case Choice():
            assert Counter(right) == {True: 1, False: 2}
        case Multiple():
            assert 1 <= sum(right) <= len(right) - 2 <= 4
        case Match():
            assert len(set(item.partners)) == len(item.prompts) < len(item.options)
        case Order():
            assert sorted(item.ranks) == list(range(len(item.options)))
            assert list(item.ranks) != sorted(item.ranks)
        case Short():
            pytest.fail("nothing generates a short item")


@pytest.mark.parametrize("generator", GENERATORS)
def test_options_differ_and_the_right_number_is_right(generator: str) -> None:
    for item in all_items():
        if item.generator == generator:
            assert_sound(item)


@BRIEF
@given(raw_lessons())
def test_items_of_any_lesson_are_sound(raw: RawLesson) -> None:
    for item in items_of(raw):
        assert_sound(item)


@pytest.mark.parametrize("generator", sorted(GENERATORS.keys() - SAME_OPTIONS_EVERY_TIME))
def test_the_keys_length_does_not_give_it_away(generator: str) -> None:
    for item in all_items():
        if item.generator == generator and isinstance(item, Choice):
            right = [len(option.text) for option in item.options if option.correct]
            wrong = [len(option.text) for option in item.options if not option.correct]
            mean = sum(wrong) / len(wrong)
            assert 0.67 * mean <= right[0] <= 1.5 * mean, item.target


def test_every_stem_says_whose_view_it_asks_for() -> None:
    assert [item.stem for item in all_items() if not ATTRIBUTION.match(item.stem)] == []


def test_no_stem_is_long() -> None:
    assert [
        item.stem for item in all_items() if len(item.stem.split()) > MOST_WORDS_IN_A_STEM
    ] == []


def test_every_stem_asks_a_question() -> None:
    assert [item.stem for item in all_items() if "?" not in item.stem] == []


def test_every_option_and_every_key_has_its_reason() -> None:
    for item in all_items():
        assert item.why
        assert all(option.why for option in item.options), item.target


def test_the_feedback_on_any_wrong_option_can_be_read_at_once() -> None:
    for item in all_items():
        for option in item.options:
            shown = f"Not this one. {item.why} {option.why} {item.hint}"
            assert option.correct or len(shown.split()) <= MOST_WORDS_IN_FEEDBACK, item.target


def test_hints_name_the_key_in_no_item() -> None:
    for item in all_items():
        if isinstance(item, Choice):
            key = next(option.text for option in item.options if option.correct)
            assert key not in item.hint, item.target


def test_what_nobody_states_is_never_said_to_be_the_authors_words() -> None:
    asked = [item for item in all_items() if item.generator == "missing_premise"]

    assert asked
    for item in asked:
        assert "an unstated premise that would make this step work" in item.stem
        assert "says" not in re.sub('"[^"]*"', "", item.stem)


def test_ids_are_short_and_no_two_are_alike() -> None:
    for root, name in LESSONS:
        ids = [item.id for item in items_of(raw_lesson(root, name))]
        assert all(re.fullmatch(r"[0-9a-f]{10}", id_) for id_ in ids)
        assert len(set(ids)) == len(ids)


def test_targets_are_made_of_authored_ids_alone() -> None:
    for item in all_items():
        assert re.fullmatch(r"[a-z0-9:+-]+", item.target), item.target


def test_items_come_by_generator_and_target() -> None:
    found = [(item.generator, item.target) for item in items_of(town())]

    assert found == sorted(found)


def town() -> RawLesson:
    return raw_lesson(SMALL / "town", "street")


@pytest.mark.parametrize("seed", [0, 7, -1, 2**40])
def test_the_same_seed_gives_the_same_items(seed: int) -> None:
    material = material_at(SMALL / "town", "street")

    assert generate_items(material, derive(material), seed) == items_of_named(town(), seed)


def items_of_named(raw: RawLesson, seed: int) -> tuple[Item, ...]:
    material = material_of(raw, "street")
    return generate_items(material, derive(material), seed)


def test_keys_stand_in_every_place() -> None:
    places = Counter(item.key for item in all_items() if isinstance(item, Choice))

    assert places.keys() == {"a", "b", "c"}
    assert min(places.values()) > 0.25 * places.total()


DIFFICULTY = [
    ("who_said", "said:mayor:many-cars", 1),
    ("step_order", "chain:many-cars:cars-harm:close-street", 1.5),
    ("supports_which", "support:counted-cars:many-cars", 3),
    ("supports_all", "supports:cars-harm:dirty-air+gate-is-busy+many-cars", 3.5),
    ("cq_match", "question:measured-air:other-source", 4),
    ("whatif_one", "whatif:grant:trade-suffers:close-street:out", 4),
    ("whatif_one", "whatif:refuse:many-cars:cars-harm:in", 5),
    ("reinstate", "rescue:trade-suffers:walkers-shop:close-street", 6),
]


@pytest.mark.parametrize(("generator", "target", "difficulty"), DIFFICULTY)
def test_difficulty_grows_with_what_the_task_asks(
    generator: str, target: str, difficulty: float
) -> None:
    found = {(item.generator, item.target): item.difficulty for item in items_of(town())}

    assert found[generator, target] == difficulty


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_everything_an_item_is_about_has_an_id_in_the_lesson(root: Path, name: str) -> None:
    material = material_at(root, name)
    known = {*material.claims, *material.actors, *material.references, *material.terms}
    known |= {event.id for event in material.events}
    graph = derive(material)
    known |= {*graph.claims, *graph.inferences}
    for item in generate_items(material, graph, 0):
        if item.strand != "rhetoric":
            assert set(item.about) <= known, item.target
