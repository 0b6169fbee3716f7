"""Both sides alike: exchange the sides of a lesson, and its items change sides with them."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.model.words import Side
from tests.generate.made import BRIEF, SCHEMES, material_at, material_of
from tests.generate.raw import LESSONS, Raw, RawLesson, bare_source
from tests.generate.thinned import lessons

OTHER: dict[Side, Side] = {"author": "counter", "counter": "author", "shared": "shared"}
ABOUT_THE_ARTICLE = {
    "who_said",
    "actor_position",
    "loaded_spot",
    "neutral_reword",
    "rhetoric_device",
}
"""What the article says has one side alone: the article's."""
NAMES = {
    "the author's case": "the critics' case",
    "the author's counterargument": "the critics' counterargument",
    "the author's reply": "the critics' reply",
    "According to the author,": "In the lesson's counter case,",
}
"""How questions and answers name the two sides."""


@st.composite
def cases(draw: st.DrawFn, letter: str, end: str) -> Raw:
    """Return one side's case: what it concludes, claims of its own, and reasons."""
    names = [f"{letter}{n}" for n in range(draw(st.integers(2, 5)))]
    kinds = st.sampled_from(["fact", "causal", "value"])
    reasons = []
    for n in range(draw(st.integers(1, 3))):
        premises = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
        ends = [name for name in names if name not in premises]
        reason: Raw = {"id": f"r{letter}{n}", "premises": premises, "scheme": "sign"}
        concludes = draw(st.sampled_from([None, *ends]))
        reasons.append({**reason, "concludes": concludes} if concludes else reason)
    return {
        "end": end,
        "text": f"What {end} is about is so.",
        "claims": {
            name: {"text": f"What the claim {name} says is so.", "kind": draw(kinds)}
            for name in names
        },
        "reasons": reasons,
    }


def facing(author: Raw, critic: Raw) -> RawLesson:
    """Return a lesson in which one case is the author's, and the other is put against it."""
    counter = {"id": critic["end"], "text": critic["text"], "kind": "causal"}
    counter |= {"attacks": author["end"], "reasons": critic["reasons"]}
    thesis = {author["end"]: {"text": author["text"], "kind": "causal"}}
    contention = {"claim": author["end"], "reasons": author["reasons"]}
    source = bare_source({}, {"a0": {"name": "Actor", "kind": "person", "role": "author"}})
    lesson = {
        "format": 1,
        "title": "A lesson",
        "source": "article",
        "claims": {**thesis, **author["claims"], **critic["claims"]},
        "contentions": [{**contention, "counterarguments": [counter]}],
    }
    return RawLesson(lesson, source, [], {}, SCHEMES)


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
    """Each item has one of the other side: it asks the same, and its key and options are those."""
    graph = derive(material)
    ours = generate_items(material, graph, 0)
    theirs = generate_items(mirrored_material(material), mirrored_graph(graph), 0)

    assert counts(theirs) == mirrored_counts(counts(ours))
    assert Counter(item.generator for item in theirs) == Counter(item.generator for item in ours)
    assert sorted(map(mirrored, of_both(ours))) == sorted(map(plain, of_both(theirs)))


def of_both(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.generator not in ABOUT_THE_ARTICLE]


def plain(item: Item) -> tuple[str, ...]:
    """Return what an item asks, about whom, what is right and what else is offered."""
    right = sorted(option.text for option in item.options if option.correct)
    offered = sorted(option.text for option in item.options)
    return (item.generator, item.target, item.side, item.stem, *right, "|", *offered)


def mirrored(item: Item) -> tuple[str, ...]:
    """Return the same of the item that must stand for it on the other side."""
    options = tuple(replace(one, text=exchanged(one.text)) for one in item.options)
    about, _, side = item.target.rpartition(":")
    target = f"{about}:{OTHER[side]}" if side in OTHER else item.target
    stem = exchanged(item.stem)
    return plain(replace(item, target=target, side=OTHER[item.side], stem=stem, options=options))


def exchanged(text: str) -> str:
    """Return a text with the names of the two sides exchanged."""
    names = {**NAMES, **{other: one for one, other in NAMES.items()}}
    return re.sub("|".join(map(re.escape, names)), lambda found: names[found[0]], text)


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_a_lesson_with_its_sides_exchanged_has_as_many_items_on_the_other_side(
    root: Path, name: str
) -> None:
    assert_mirrors(material_at(root, name))


@settings(BRIEF, max_examples=60)
@given(lessons())
def test_no_lesson_favours_a_side(raw: RawLesson) -> None:
    assert_mirrors(material_of(raw))


ON_STEPS = {"supports_which", "supports_all", "premise_or_conclusion", "claim_main", "step_order"}
ON_STEPS |= {"scheme_id", "cq_match", "weakest_link", "whatif_set"}
"""What is asked about reasons; a counterargument is attacked and answered, a contention is not."""


@settings(BRIEF, max_examples=40)
@given(cases("p", "ours"), cases("q", "theirs"))
def test_a_lesson_written_from_the_other_side_asks_as_much_about_each_sides_reasons(
    ours: Raw, theirs: Raw
) -> None:
    one, other = (
        material_of(facing(first, second)) for first, second in ((ours, theirs), (theirs, ours))
    )
    found, turned = (
        counts(generate_items(material, derive(material), 0)) for material in (one, other)
    )

    assert of_steps(turned) == of_steps(mirrored_counts(found))


def of_steps(found: Counter[tuple[str, Side]]) -> Counter[tuple[str, Side]]:
    return Counter({key: count for key, count in found.items() if key[0] in ON_STEPS})


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
