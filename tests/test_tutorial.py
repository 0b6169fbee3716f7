"""What the tutorial promises: four steps on one invented text, fair, and each on its subject."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from debatekit.check import balance_table
from debatekit.generate import generate_items
from debatekit.generate.drilling import DrillName, drill_items
from debatekit.logic.derive import derive
from debatekit.logic.structure import attack_name
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.read import lesson_ids, read_material, read_quiz_of, read_workspace

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
STEPS = tuple(name for name in lesson_ids(ROOT) if name.startswith("tutorial-"))


@cache
def material(name: str) -> Material:
    return read_material(ROOT, name)


@cache
def written(name: str) -> tuple[Item, ...]:
    _, quiz = read_quiz_of(ROOT, name)
    items = generate_items(material(name), derive(material(name)), 0, quiz)
    return tuple(item for item in items if item.generator == "authored")


def test_there_are_four_steps_on_one_text_that_says_it_is_an_exercise() -> None:
    sources = {material(name).lesson.source for name in STEPS}
    source = material(STEPS[0]).source

    assert len(STEPS) == 4
    assert len(sources) == 1
    assert source.genre == "exercise"
    assert "exercise" in source.publisher


@pytest.mark.parametrize("name", STEPS)
def test_whatever_a_step_cites_is_marked_as_invented(name: str) -> None:
    cited = {id_ for id_ in material(name).references if id_.startswith("invented-")}

    assert cited
    assert {material(name).references[id_].custom.status for id_ in cited} == {"invented"}


@pytest.mark.parametrize("name", STEPS)
def test_a_first_session_asks_what_was_written_for_its_step(name: str) -> None:
    _, quiz = read_quiz_of(ROOT, name)

    assert quiz is not None
    assert len(written(name)) >= 9
    assert sum(quiz.mix.values()) <= 13
    assert {item.strand for item in written(name)} <= set(quiz.mix)


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_fair_to_both_sides(name: str) -> None:
    workspace, _ = read_workspace(ROOT)
    generated = generate_items(material(name), derive(material(name)), 0)

    rows = balance_table(workspace.lessons[name], workspace, generated)

    assert [row.metric for row in rows if not row.passes] == []


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("drill", ["rebut", "cx"])
def test_a_drill_asks_the_two_sides_of_a_step_at_least_twice_each(
    name: str, drill: DrillName
) -> None:
    asked = drill_items(drill, material(name), derive(material(name)), seed=1)
    sides = Counter(item.side for item in asked)

    assert min(sides["author"], sides["counter"]) >= 2


def test_the_step_on_attacks_meets_each_claim_in_all_three_ways() -> None:
    graph = derive(material("tutorial-3-attacks"))

    for contention in material("tutorial-3-attacks").lesson.contentions:
        ids = {counter.id for counter in contention.counterarguments}
        kinds = {attack_name(graph, hit) for hit in graph.conflicts if hit.source in ids}
        assert kinds == {"undermine", "undercut", "rebut"}


def test_the_page_gives_the_text_word_for_word_and_an_exercise_for_each_step() -> None:
    text = (ROOT / "seeds" / "open-at-six.txt").read_text(encoding="utf-8")

    assert " ".join(text.split()[:400]) in " ".join(
        word for word in PAGE.split() if not word.removesuffix(".").isdigit()
    )
    assert [name for name in STEPS if f"debatekit quiz {name}" not in PAGE] == []
