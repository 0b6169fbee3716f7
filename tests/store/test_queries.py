"""No question asked of the score file reads all attempts where a student is named."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from debatekit.cli.store.due import refresh
from debatekit.store.cards import Cards
from debatekit.store.forget import forget
from debatekit.store.merge import Contents, contents, merge
from debatekit.store.scores import Scores, open_scores
from debatekit.store.standings import MANY, RECENT, Standings
from tests.store.make import SESSION, attempt

NOW = "2026-03-10T10:00:00.000+00:00"
STUDENTS = ("Ada", "Ben")
TARGETS = 40


@pytest.fixture
def scores(tmp_path: Path) -> Iterator[Scores]:
    """A file with enough in it for every query to be asked; and without statistics, as always."""
    made = tuple(
        attempt(
            number,
            student=STUDENTS[number % 2],
            lesson=f"lesson-{number % 3}",
            target=f"target-{number % TARGETS}",
            session=f"run-{number // 24}",
        )
        for number in range(2 * (MANY + RECENT + 50))
    )
    with open_scores(tmp_path / "scores.db") as opened:
        merge(opened, Contents(attempts=made, undone={made[0].id: NOW}, sessions=(SESSION,)))
        yield opened


def ask_everything(scores: Scores) -> None:
    """Ask all that the commands ask of a student."""
    cards, standings = Cards(scores), Standings(scores)
    refresh(cards, "Ada")
    for lesson in ("", "lesson-1"):
        cards.due("Ada", NOW, lesson)
    cards.next_due("Ada")
    cards.due_targets("Ada", NOW)
    cards.attempts_on("Ada", "lesson-1")
    cards.attempts_on("Ada", "lesson-1", "target-1")
    cards.attempts_since("Ada", datetime.fromisoformat(NOW))
    cards.times_before(attempt(2), 100)
    standings.settle("Ada", lambda text, firsts: f"{text}{len(firsts)} ")
    standings.standing("Ada")
    standings.latest("Ada", 10)
    standings.drop("Ada")
    scores.add_attempt(attempt(99_999))
    scores.undo_attempt(attempt(99_999).id, NOW)
    scores.end_session(SESSION.id, NOW)
    scores.unfinished("Ada")
    scores.attempts("Ada")
    scores.attempts(session="run-1")
    scores.undone("run-1")
    contents(scores, "Ada")
    forget(scores, "Ada")


def asked(scores: Scores) -> list[str]:
    """Every statement that is run while everything is asked, with its values in it."""
    statements: list[str] = []
    scores._connection.set_trace_callback(statements.append)
    ask_everything(scores)
    scores._connection.set_trace_callback(None)
    return sorted({one for one in statements if re.match("SELECT|INSERT|UPDATE|DELETE", one)})


def plan(scores: Scores, statement: str) -> list[str]:
    rows = scores._connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    return [detail for *_, detail in rows]


def test_no_query_that_names_a_student_or_a_session_reads_all_of_a_table(scores: Scores) -> None:
    statements = asked(scores)
    whole = [
        (statement, detail)
        for statement in statements
        for detail in plan(scores, statement)
        if re.match(r"SCAN (attempt|undone|card|session|standing|before)\b", detail)
    ]

    assert len(statements) > 20
    assert whole == []


def test_a_lesson_s_attempts_and_a_target_s_are_found_by_an_index_of_both(scores: Scores) -> None:
    one_lesson = "student = 'Ada' AND lesson = 'lesson-1'"
    for where in (one_lesson, f"{one_lesson} AND target = 'target-1'"):
        statements = [one for one in asked(scores) if where in one and "FROM attempt" in one]
        plans = [detail for one in statements for detail in plan(scores, one)]

        assert any("student=? AND lesson=?" in detail for detail in plans), plans
