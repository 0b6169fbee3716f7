"""When an example is shown before a question, and when not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.item import Choice, Fact, Item, Multiple, Option
from debatekit.model.words import Strand
from debatekit.practice.example import examples, solution
from debatekit.practice.session import (
    Answer,
    Session,
    advanced,
    attempt,
    shown_example,
    taken_back,
)
from tests.practice.make import choice, fields, pools, short

AT = "2026-03-01T10:00:00.000+00:00"
EXAMPLE = choice("example", strand="claims")


def session(*strands: Strand, **more: Any) -> Session:
    items: tuple[Item, ...] = tuple(
        choice(f"q{number}", count=4, strand=strand) for number, strand in enumerate(strands)
    )
    settled: dict[str, Any] = {"examples": {"claims": EXAMPLE}} | more
    return Session(id="run", student="Ada", lesson="allies", items=items, **settled)


def answered(now: Session, *response: str) -> Session:
    assert now.current is not None
    made = attempt(now, now.current, Answer(response=response), f"{len(now.attempts)}", AT)
    return advanced(now, made)


def test_an_example_comes_before_the_first_question_of_its_strand_and_no_other() -> None:
    first = session("actors", "claims", "claims")
    second = answered(first, "a")
    third = answered(shown_example(second, EXAMPLE), "a")

    assert [now.example for now in (first, second, third)] == [None, EXAMPLE, None]


def test_an_example_that_was_shown_does_not_come_again_when_the_answer_is_taken_back() -> None:
    answer = answered(shown_example(session("claims"), EXAMPLE), "a")

    assert taken_back(answer)[0].example is None


@pytest.mark.parametrize(
    "more", [{"met": frozenset({"claims"})}, {"exam": True}, {"again": True}, {"examples": {}}]
)
def test_no_example_comes_where_the_strand_is_known_or_nothing_is_said(
    more: dict[str, Any],
) -> None:
    assert session("claims", **more).example is None


def test_between_a_question_and_its_second_try_no_example_comes() -> None:
    missed = answered(session("claims", "claims"), "b")

    assert missed.second_try is not None
    assert missed.example is None


@given(pools(), st.integers(0, 9), st.integers(1, 12))
def test_an_example_is_on_no_target_that_is_asked(
    pool: tuple[Item, ...], seed: int, count: int
) -> None:
    asked = pool[:count]
    for strand, item in examples(pool, asked, seed).items():
        assert item.strand == strand
        assert item.target not in {one.target for one in asked}
        assert strand in {one.strand for one in asked}


def proved(name: str, *facts: str, about: tuple[str, ...] = ()) -> Choice:
    """Return a question whose key rests on the first fact, and whose options show the others."""
    key, *others = (Fact("support", (fact,)) for fact in facts)
    made = (Option(text="a", correct=True), Option(text="b", proof=tuple(others)))
    return Choice(options=made, proof=(key,), **fields(name, about=about))


def test_an_example_shows_no_fact_that_settles_a_question() -> None:
    asked = proved("asked", "r1")
    leaks = (proved("key", "r1"), proved("option", "r2", "r1"))

    assert examples((asked, *leaks), (asked,), 1) == {}
    assert examples((asked, *leaks, proved("fit", "r2")), (asked,), 1)["claims"].id == "fit"


def test_an_example_is_about_something_else_where_it_can_be() -> None:
    asked = proved("asked", "r1", about=("c1",))
    pool = (asked, proved("near", "r2", about=("c1",)), proved("far-off", "r3", about=("c9",)))

    assert examples(pool, (asked,), 1)["claims"].id == "far-off"


def test_an_example_asks_what_the_strand_s_first_question_asks_where_it_can() -> None:
    first = choice("first", generator="who_said")
    pool = (first, choice("a-kind", generator="claim_kind"), choice("b-said", generator="who_said"))

    assert examples(pool, (first,), 1)["claims"].id == "b-said"
    assert examples(pool[:2], (first,), 1)["claims"].id == "a-kind"


def test_what_was_written_by_hand_and_what_is_typed_is_left_to_be_asked() -> None:
    asked = choice("asked")
    pool = (asked, choice("written", generator="authored"), short(strand="claims"))

    assert examples(pool, (asked,), 1) == {}


def test_a_solution_says_the_answer_why_and_why_not_another() -> None:
    lines = solution(choice("q", count=3, right=1, paragraphs=(2,)))

    assert lines == (
        "The answer: B.",
        "Why: Reason 1.",
        "Why not A: Reason 0.",
        "Where: paragraph 2.",
    )


def test_an_example_is_the_shortest_question_with_one_answer() -> None:
    asked = choice("asked")
    options = tuple(Option(text="word " * 20, correct=n == 0) for n in range(3))
    long = Choice(options=options, **fields("a-long"))
    several = Multiple(options=long.options[:2], **fields("a-several"))
    pool = (asked, several, long, choice("short"))

    assert examples(pool, (asked,), 1)["claims"].id == "short"
    assert examples(pool[:3], (asked,), 1)["claims"].id == "a-long"


def test_the_same_seed_shows_the_same_example() -> None:
    pool = (choice("asked"), choice("shown", 5))
    shown = [examples(pool, pool[:1], 1)["claims"] for _ in range(9)]

    assert all(one == shown[0] for one in shown)
