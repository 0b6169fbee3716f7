"""The questions of the drills: proved like those of a quiz, and alike for both sides."""

from collections import Counter
from copy import deepcopy
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from debatekit.generate.burden import is_discharged
from debatekit.generate.cross_examination import cross_examination
from debatekit.generate.drilling import DRILLS, DrillName, drill_items
from debatekit.generate.flow_round import FlowRound, flow_rounds
from debatekit.generate.switch_sides import switch_of
from debatekit.logic.derive import derive
from debatekit.logic.flow import state_after
from debatekit.logic.structure import attacks_by
from debatekit.model.item import Choice, Item
from debatekit.model.text import comparable
from debatekit.read import read_material
from tests.generate.made import BRIEF, material_of, raw_lessons
from tests.generate.oracle import Oracle
from tests.generate.raw import LESSONS, ROOT, SMALL, RawLesson, raw_lesson
from tests.generate.test_mirror import OTHER, mirrored_graph
from tests.generate.test_proofs import disproved

FEW = settings(BRIEF, max_examples=40)
OWN: tuple[DrillName, ...] = ("cx", "burden")
"""The drills whose questions no quiz asks."""


read = cache(raw_lesson)
written = cache(read_material)


@cache
def asked_of(root: Path, lesson: str) -> dict[DrillName, tuple[Item, ...]]:
    """Return all questions of all drills on a written lesson."""
    material = written(root, lesson)
    graph = derive(material)
    return {name: drill_items(name, material, graph, 0) for name in DRILLS}


def asked(name: DrillName, raw: RawLesson, seed: int = 0) -> tuple[Item, ...]:
    material = material_of(raw)
    return drill_items(name, material, derive(material), seed)


def key_of(item: Item) -> str:
    (text,) = [option.text for option in item.options if option.correct]
    return text


def street(burden: str = "author") -> RawLesson:
    """Return the lesson on a street without cars, with the burden on a side."""
    raw = deepcopy(read(SMALL / "town", "street"))
    raw.lesson["contentions"][0]["burden"] = burden
    return raw


@pytest.mark.parametrize(("root", "lesson"), LESSONS)
def test_the_raw_files_bear_out_every_fact(root: Path, lesson: str) -> None:
    items, oracle = asked_of(root, lesson), Oracle(read(root, lesson))
    on_flows = [item for one in rounds(root, lesson) for item in one.items]

    assert [disproved(items[name], oracle) for name in OWN] == [[], []]
    assert disproved(tuple(on_flows), oracle) == []


@FEW
@given(raw_lessons())
def test_lessons_that_nobody_wrote_have_proved_questions_too(raw: RawLesson) -> None:
    oracle = Oracle(raw)

    assert [disproved(asked(name, raw), oracle) for name in OWN] == [[], []]


@pytest.mark.parametrize(("root", "lesson"), LESSONS)
def test_a_question_has_one_key_and_options_that_are_apart(root: Path, lesson: str) -> None:
    for item in (item for items in asked_of(root, lesson).values() for item in items):
        texts = [comparable(option.text) for option in item.options]

        assert Counter(option.correct for option in item.options) == {True: 1, False: 2}
        assert not any(one in other or other in one for one, other in combinations(texts, 2))
        assert item.proof
        assert all(option.proof and option.why for option in item.options)
        assert len(item.stem.split()) <= 60


@pytest.mark.parametrize("name", DRILLS)
def test_the_same_seed_gives_the_same_questions_in_the_same_order(name: DrillName) -> None:
    raw = street()

    assert asked(name, raw, 5) == asked(name, raw, 5)


@FEW
@given(raw_lessons())
def test_each_side_is_cross_examined_as_the_other_would_be(raw: RawLesson) -> None:
    material = material_of(raw)
    graph = derive(material)
    ours = Counter(i.side for i in cross_examination(material, graph, Random(0)))
    theirs = Counter(i.side for i in cross_examination(material, mirrored_graph(graph), Random(0)))

    assert theirs == {OTHER[side]: count for side, count in ours.items()}


def test_the_question_to_put_tests_a_premise_without_which_something_falls() -> None:
    found = [item for item in asked("cx", street()) if "lost-shoppers" in item.about]
    tested = {item.about[1]: item for item in found}

    assert tested.keys() == {"shops-lose", "trade-counts"}
    assert "Unreached shops lose customers" in tested["shops-lose"].why
    assert all(option.flaw for item in found for option in item.options if not option.correct)


@pytest.mark.parametrize("spot", ["measured-air", "dirty-air", "cars-harm"])
def test_a_question_that_has_been_put_is_never_the_one_to_put(spot: str) -> None:
    raw = street()
    before = {key_of(item) for item in asked("cx", raw) if "measured-air" in item.about}
    raw.lesson["contentions"][0]["counterarguments"][2] |= {"question": "strength", "attacks": spot}
    after = {key_of(item) for item in asked("cx", raw) if "measured-air" in item.about}

    assert before == {"How reliably does the sign go with what is concluded?"}
    assert after == set()


def test_a_point_of_ones_own_is_no_question() -> None:
    wrong = {
        (item.side, option.text)
        for item in asked("cx", street())
        for option in item.options
        if option.flaw == "argumentative"
    }

    assert ("counter", 'Will you grant us this: "Walkers buy as well"?') in wrong or (
        "author",
        'Will you grant us this: "The shops would suffer"?',
    ) in wrong


def verdicts(raw: RawLesson) -> dict[str, str]:
    """Return, for what each question on the burden puts on the table, its right answer."""
    return {i.stem.split("On the table: ")[1]: key_of(i) for i in asked("burden", raw)}


def test_what_is_contested_has_not_been_proved() -> None:
    found = verdicts(street())
    beside = next(
        key for table, key in found.items() if "replies to it" in table and "shops" in table
    )
    alone = next(key for table, key in found.items() if "case alone" in table)

    assert alone == "The author has discharged it: the claim stands"
    assert beside == "The author has not discharged it: the claim is contested"


def test_the_critics_bear_their_burden_by_a_claim_that_denies_the_contention() -> None:
    found = verdicts(street("counter"))
    alone = next(key for table, key in found.items() if "case alone" in table)

    assert alone == "The critics have discharged it: the claim stands"
    assert "The critics have not discharged it: the claim falls" in found.values()
    assert all(item.side == "counter" for item in asked("burden", street("counter")))
    assert all("is not so" in item.stem for item in asked("burden", street("counter")))


def test_a_burden_that_no_claim_of_the_critics_could_discharge_is_not_asked_about() -> None:
    raw = street("counter")
    raw.lesson["contentions"][0]["counterarguments"].pop(0)

    assert asked("burden", raw) == ()


def test_of_the_answers_on_a_burden_some_are_yes_and_some_are_no() -> None:
    found = asked("burden", street())

    assert {is_discharged(item) for item in found} == {True, False}
    assert all(is_discharged(item) == ("stands" in key_of(item)) for item in found)
    assert all(isinstance(item, Choice) for item in found)


@cache
def rounds(root: Path, lesson: str) -> list[FlowRound]:
    material = written(root, lesson)
    return list(flow_rounds(material, derive(material), 0))


@pytest.fixture(scope="module")
def course() -> dict[str, list[FlowRound]]:
    """Return the rounds that there are on each bundled lesson."""
    return {lesson: rounds(root, lesson) for root, lesson in LESSONS if root == ROOT}


def test_each_lesson_of_the_course_has_a_round_on_the_flow(
    course: dict[str, list[FlowRound]],
) -> None:
    without = {lesson for lesson, found in course.items() if not found}

    assert all(lesson.startswith("tutorial-") for lesson in without)


def test_in_a_round_each_side_drops_one_argument(course: dict[str, list[FlowRound]]) -> None:
    for one in (one for found in course.values() for one in found):
        sides = {move.id: move.side for move in one.flow.moves}
        after = [state_after(one.flow, speech).dropped for speech in ("N1", "A2")]

        assert [len(dropped) for dropped in after] == [1, 2]
        assert sorted(sides[id_] for id_ in after[1]) == ["author", "counter"]


def test_what_a_round_asks_about_as_dropped_is_what_its_flow_says(
    course: dict[str, list[FlowRound]],
) -> None:
    for one in (one for found in course.values() for one in found):
        _, first, _, second = one.items
        after = [state_after(one.flow, speech).dropped for speech in ("N1", "A2")]

        assert key_of(first) == one.texts[min(after[0])]
        assert key_of(second) == one.texts[min(after[1] - after[0])]


def test_in_a_round_every_answer_is_an_attack_on_what_it_answers_alone(
    course: dict[str, list[FlowRound]],
) -> None:
    for lesson, found in course.items():
        graph = derive(written(ROOT, lesson))
        for one in found:
            moves = {move.id: move for move in one.flow.moves}
            for link in (move for move in one.flow.moves if move.answers):
                opened = [id_ for id_, other in moves.items() if other.speech == "A1"]
                touched = {
                    id_
                    for id_ in (opened if link.speech == "N1" else link.answers)
                    for conflict in attacks_by(graph, link.id)
                    if id_ not in graph.inferences
                    or conflict.target
                    in (id_, *graph.inferences[id_].premises, graph.inferences[id_].conclusion)
                }

                assert touched == set(link.answers)


def test_no_counterargument_comes_in_two_rounds(course: dict[str, list[FlowRound]]) -> None:
    for found in course.values():
        second = [move.id for one in found for move in one.flow.moves if move.speech == "N1"]

        assert len(second) == len(set(second))


@pytest.mark.parametrize("seed", range(2))
def test_both_sides_of_a_contention_get_as_many_questions_of_the_same_sorts(seed: int) -> None:
    for root, lesson in LESSONS:
        material = written(root, lesson)
        found = switch_of(material, derive(material), seed, 4)
        if found is not None:
            first, second = found.rounds
            sorts = [[item.generator for item in one.items] for one in found.rounds]

            assert {first.side, second.side} == {"author", "counter"}
            assert sorts[0] == sorts[1]
            assert all(item.side == one.side for one in found.rounds for item in one.items)


def test_the_seed_draws_the_contention_and_the_side_that_comes_first() -> None:
    material = written(ROOT, "common-enemy")
    graph = derive(material)
    drawn = [switch_of(material, graph, seed, 4) for seed in range(6)]

    assert len({one.contention for one in drawn if one}) > 1
    assert {one.rounds[0].side for one in drawn if one} == {"author", "counter"}
