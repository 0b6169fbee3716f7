"""What a learner's answers say about what to ask next."""

from datetime import UTC, datetime

import pytest

from debatekit.model.progress import Mastery, MasteryWord
from debatekit.model.words import Strand
from debatekit.practice.firsts import PASSED
from debatekit.practice.known import (
    LIKELY,
    Known,
    known_of,
    likely,
    misses_in_a_row,
    success,
    weakest_skills,
)
from debatekit.practice.mastery import key_of
from tests.practice.make import attempt, choice, multiple


def found(strand: Strand, value: float, word: MasteryWord = "learning") -> Mastery:
    return Mastery(strand=strand, skill="recall", value=value, low=0.1, word=word, evidence=5)


def known(*skills: Mastery, stopped: tuple[Strand, ...] = ()) -> Known:
    return Known(
        skills={key_of(one): one for one in skills},
        misses={(strand, "recall"): 3 for strand in stopped},
    )


def test_the_weakest_skill_comes_first_and_what_is_mastered_not_at_all() -> None:
    skills = known(
        found("claims", 0.8), found("actors", 0.4), found("evidence", 0.95, word="mastered")
    )

    assert weakest_skills(skills) == (("actors", "recall"), ("claims", "recall"))


def test_a_skill_that_is_left_alone_for_today_is_not_called_weak() -> None:
    skills = known(found("claims", 0.2), found("actors", 0.4), stopped=("claims",))

    assert weakest_skills(skills) == (("actors", "recall"),)


def test_what_was_answered_is_known_and_what_was_skipped_is_not() -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    log = [
        attempt(1, target="one", generator="who_said"),
        attempt(2, target="two", generator="who_said", score=0.0),
        attempt(3, target="three", generator="claim_kind", skipped=True, response=()),
    ]
    found_ = known_of(log, log[1:], ["two", "one"], now)

    assert found_.due == ("two", "one")
    assert found_.seen == {"one", "two"}
    assert found_.generators == {"who_said": 2}
    assert found_.misses == {("structure", "recall"): 1}
    assert [(one.strand, one.evidence > 1) for one in found_.skills.values()] == [
        ("structure", True)
    ]


def test_nothing_is_known_for_certain_of_a_first_answer() -> None:
    chances = [success(multiple(difficulty=hard), Known()) for hard in range(12)]

    assert max(chances) <= 0.8
    assert min(chances) >= 0.2
    assert chances == sorted(chances, reverse=True)


def test_where_no_question_is_likely_to_succeed_the_likeliest_may_end_a_session() -> None:
    hard = [choice(f"q{9 - n}", difficulty=n) for n in range(5, 9)]

    assert success(hard[0], Known()) < LIKELY
    assert likely(hard, Known()) == {hard[0].id}


def test_an_answer_that_just_passes_ends_a_row_of_misses() -> None:
    log = [attempt(1, score=0.0), attempt(2, score=PASSED), attempt(3, score=PASSED - 0.01)]

    assert misses_in_a_row(log[:2]) == {("structure", "recall"): 0}
    assert misses_in_a_row(log) == {("structure", "recall"): 1}


def test_answers_that_show_what_the_difficulty_lets_expect_change_nothing() -> None:
    item = multiple(difficulty=4)
    prior = success(item, Known())

    assert success(item, known(found("claims", prior))) == pytest.approx(prior)


def test_fewer_options_make_a_success_likelier() -> None:
    few, more = choice(count=2, difficulty=4), choice(count=4, difficulty=4)

    assert success(few, Known()) > success(more, Known()) > success(multiple(difficulty=4), Known())
