"""Both sides alike: exchange the sides of a lesson, and its items change sides with them."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.model.words import Side
from tests.generate.made import BRIEF, material_at, material_of, raw_lessons
from tests.generate.raw import LESSONS, RawLesson

OTHER: dict[Side, Side] = {"author": "counter", "counter": "author", "shared": "shared"}
ABOUT_THE_ARTICLE = {
    "who_said",
    "actor_position",
    "loaded_spot",
    "neutral_reword",
    "rhetoric_device",
}
"""What the article says has one side alone: the article's."""


def mirrored_graph(graph: Graph) -> Graph:
    return replace(
        graph,
        claims={k: replace(claim, side=OTHER[claim.side]) for k, claim in graph.claims.items()},
        inferences={
            k: replace(step, side=OTHER[step.side]) for k, step in graph.inferences.items()
        },
    )


def mirrored_material(material: Material) -> Material:
    """Return the material with the summaries of the two sides exchanged."""
    both = material.lesson.steelman
    swapped = both and replace(both, author=both.counter, counter=both.author)
    return replace(material, lesson=replace(material.lesson, steelman=swapped))


def counts(items: tuple[Item, ...]) -> Counter[tuple[str, Side]]:
    """Return how many items each generator has on each side."""
    return Counter(
        (item.generator, item.side) for item in items if item.generator not in ABOUT_THE_ARTICLE
    )


def mirrored_counts(found: Counter[tuple[str, Side]]) -> Counter[tuple[str, Side]]:
    return Counter({(name, OTHER[side]): count for (name, side), count in found.items()})


def assert_mirrors(material: Material) -> None:
    graph = derive(material)
    ours = generate_items(material, graph, 0)
    theirs = generate_items(mirrored_material(material), mirrored_graph(graph), 0)

    assert counts(theirs) == mirrored_counts(counts(ours))
    assert Counter(item.generator for item in theirs) == Counter(item.generator for item in ours)


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_a_lesson_with_its_sides_exchanged_has_as_many_items_on_the_other_side(
    root: Path, name: str
) -> None:
    assert_mirrors(material_at(root, name))


@BRIEF
@given(raw_lessons())
def test_no_lesson_favours_a_side(raw: RawLesson) -> None:
    assert_mirrors(material_of(raw))


BALANCED = {"whatif_one", "whatif_set", "weakest_link", "attack_kind", "attack_target"}
BALANCED |= {"best_rebuttal", "steelman", "reinstate", "dropped"}


@pytest.mark.parametrize(("root", "name"), [pair for pair in LESSONS if pair[1] != "thin"])
def test_questions_on_attack_and_defence_share_their_numbers_between_the_sides(
    root: Path, name: str
) -> None:
    material = material_at(root, name)
    items = generate_items(material, derive(material), 0)
    sides = Counter(item.side for item in items if item.generator in BALANCED)

    assert abs(sides["author"] - sides["counter"]) <= 0.2 * sides.total()
