"""What an option is called: the same in every session, whatever its letter."""

from collections import defaultdict

import pytest
from msgspec.structs import replace

from debatekit.bundled import bundled_workspace
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Choice, Fact, Item, Multiple, Option, option_tags
from debatekit.read import lesson_ids, read_material, read_quiz_of

SEEDS = (0, 1, 2)


@pytest.fixture(scope="module")
def asked() -> dict[tuple[str, str, str], list[Item]]:
    """Every question of the course that is picked from a list, on several seeds."""
    found: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    root = bundled_workspace()
    for lesson in lesson_ids(root):
        material, (_, quiz) = read_material(root, lesson), read_quiz_of(root, lesson)
        graph = derive(material)
        for seed in SEEDS:
            for item in generate_items(material, graph, seed, quiz):
                if isinstance(item, Choice | Multiple):
                    found[lesson, item.generator, item.target].append(item)
    return found


Asked = dict[tuple[str, str, str], list[Item]]


def test_every_option_of_the_course_has_a_short_tag_of_its_own(asked: Asked) -> None:
    items = [item for same in asked.values() for item in same]

    assert len(items) > 1000
    for item in items:
        tags = option_tags(item)
        assert len(set(tags)) == len(item.options), item
        assert all(0 < len(tag) <= 64 for tag in tags)


def test_on_every_seed_a_tag_is_right_or_wrong_alike(asked: Asked) -> None:
    split = []
    for question, same in asked.items():
        right: dict[str, bool] = {}
        for item in same:
            for tag, option in zip(option_tags(item), item.options, strict=True):
                if right.setdefault(tag, option.correct) != option.correct:
                    split.append((question, tag))

    assert split == []


def test_one_option_written_by_hand_has_one_tag_on_every_seed(asked: Asked) -> None:
    written = [same for (_, generator, _), same in asked.items() if generator == "authored"]

    assert len(written) > 3
    for same in written:
        texts = [
            {tag: one.text for tag, one in zip(option_tags(item), item.options, strict=True)}
            for item in same
        ]
        assert texts == [texts[0]] * len(SEEDS)


def test_a_tag_outlives_rewording_and_a_new_place() -> None:
    one = Option(text="Trams are late", proof=(Fact("supports", ("late", "thesis")),))
    other = Option(text="Trams are dear", proof=(Fact("supports", ("dear", "thesis")),))
    item = Choice(
        id="q", generator="g", strand="claims", stem="Which?", target="t", options=(one, other)
    )
    changed = replace(item, options=(other, replace(one, text="The trams come late")))

    assert option_tags(changed) == option_tags(item)[::-1]


def test_options_that_say_the_same_have_no_tags() -> None:
    same = Option(text="It is", proof=(Fact("holds", ("it",)),))
    item = Choice(
        id="q", generator="g", strand="claims", stem="Is it?", target="t", options=(same, same)
    )

    assert option_tags(item) == ()
