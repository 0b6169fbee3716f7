"""Circles and paths of support, against the standard library's own topological sorting."""

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from debatekit.check.paths import circular_support, contentions_off_the_path, main_claim
from tests.check.lessons import lesson_of

NAMES = st.sampled_from("abcdef")
STEPS = st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=3), NAMES), max_size=10)
FAR = 5_000


def is_circular(steps: list[tuple[list[str], str]]) -> bool:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for premises, end in steps:
        sorter.add(end, *premises)
    try:
        sorter.prepare()
    except CycleError:
        return True
    return False


@settings(max_examples=500)
@given(STEPS)
def test_circles_are_found_exactly_where_there_are_some(
    steps: list[tuple[list[str], str]],
) -> None:
    found = list(circular_support(lesson_of(steps)))

    assert bool(found) == is_circular(steps)


@given(STEPS)
def test_each_step_of_a_circle_that_is_named_is_in_the_lesson(
    steps: list[tuple[list[str], str]],
) -> None:
    pairs = {(premise, end) for premises, end in steps for premise in premises}

    for fault in circular_support(lesson_of(steps)):
        circle = fault.message.removeprefix("circular support: ").split(" -> ")
        assert set(pairwise(circle)) <= pairs
        assert circle[0] == circle[-1]


def test_two_circles_apart_are_both_told_of() -> None:
    steps = [(["a"], "b"), (["b"], "a"), (["c"], "d"), (["d"], "c")]

    assert len(list(circular_support(lesson_of(steps)))) == 2


def test_a_chain_of_thousands_of_steps_is_followed_to_its_end() -> None:
    chain = [([f"claim-{place}"], f"claim-{place + 1}") for place in range(FAR)]

    assert list(circular_support(lesson_of(chain))) == []
    assert len(list(circular_support(lesson_of([*chain, ([f"claim-{FAR}"], "claim-0")])))) == 1


def test_the_main_claim_is_the_one_that_supports_nothing_else() -> None:
    assert main_claim(lesson_of([(["main"], "thesis"), (["a"], "main")])) == "thesis"
    assert main_claim(lesson_of([(["a"], "b"), (["c"], "d")])) == "main"


def test_a_lesson_with_one_contention_has_nothing_beside_the_path() -> None:
    assert list(contentions_off_the_path(lesson_of([(["a"], "b")]))) == []
