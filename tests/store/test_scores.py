"""What is kept in a score file comes back, and never changes."""

import os
import re
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.store.errors import StoreError
from debatekit.store.rows import NEVER_OURS
from debatekit.store.scores import open_scores
from tests.store.make import ATTEMPT, SESSION, attempt

TEXT = st.text(max_size=30)
TEXTS = st.lists(TEXT, max_size=4).map(tuple)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "in a new folder" / "scores.db"


def test_what_was_kept_is_there_when_the_file_is_opened_again(file: Path) -> None:
    with open_scores(file) as scores:
        scores.add_session(SESSION)
        scores.add_attempt(ATTEMPT)

    with open_scores(file) as scores:
        assert scores.attempts() == (ATTEMPT,)
        assert scores.unfinished("Ada") == (SESSION,)


@given(student=TEXT, response=TEXTS, shown=TEXTS, item=TEXT)
def test_any_text_comes_back_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory,
    student: str,
    response: tuple[str, ...],
    shown: tuple[str, ...],
    item: str,
) -> None:
    odd = replace(ATTEMPT, student=f"x{student}", response=response, shown=shown, item=item)
    with open_scores(tmp_path_factory.mktemp("store") / "scores.db") as scores:
        scores.add_attempt(odd)

        assert scores.attempts(f"x{student}") == (odd,)


def test_a_question_that_guessing_always_or_never_gets_right_is_kept_as_any(file: Path) -> None:
    always, never = attempt(1, chance=1.0), attempt(2, chance=0.0)
    with open_scores(file) as scores:
        for one in (always, never):
            scores.add_attempt(one)

        assert scores.attempts() == (always, never)


def test_an_attempt_is_kept_once_however_often_it_comes(file: Path) -> None:
    with open_scores(file) as scores:
        scores.add_attempt(ATTEMPT)
        scores.add_attempt(replace(ATTEMPT, score=1.0))

        assert scores.attempts() == (ATTEMPT,)


def test_an_attempt_can_never_be_changed(file: Path) -> None:
    with open_scores(file) as scores:
        scores.add_attempt(ATTEMPT)
    connection = sqlite3.connect(file)

    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE attempt SET score = 1")
    connection.close()


def test_a_score_out_of_range_is_refused_aloud(file: Path) -> None:
    with open_scores(file) as scores, pytest.raises(StoreError, match="cannot be used"):
        scores.add_attempt(replace(ATTEMPT, score=1.5))


def test_an_attempt_taken_back_stays_in_the_file_but_counts_no_more(file: Path) -> None:
    first, second = attempt(1), attempt(2, item="q2")
    with open_scores(file) as scores:
        scores.add_attempt(first)
        scores.add_attempt(second)
        scores.undo_attempt(first.id, "2026-03-01")
        scores.undo_attempt(first.id, "2026-03-02")

        assert scores.attempts("Ada") == (second,)
        assert scores.undone("run-1") == (first,)


def test_students_and_sessions_are_told_apart(file: Path) -> None:
    ada, bob = attempt(1), attempt(2, student="Bob", session="run-2")
    with open_scores(file) as scores:
        scores.add_attempt(bob)
        scores.add_attempt(ada)

        assert scores.attempts() == (bob, ada)
        assert scores.attempts("Bob") == (bob,)
        assert scores.attempts(session="run-1") == (ada,)


def test_unfinished_sessions_come_latest_first_whatever_the_clock_said(file: Path) -> None:
    earlier = replace(SESSION, id="run-0", started_at="2027-01-01")
    ended = replace(SESSION, id="run-2")
    with open_scores(file) as scores:
        for record in (earlier, SESSION, ended):
            scores.add_session(record)
        scores.end_session("run-2", "2026-03-02")

        assert scores.unfinished("Ada") == (SESSION, earlier)
        assert scores.unfinished("Bob") == ()


def test_options_are_kept_anew_for_their_session_alone(file: Path) -> None:
    other = replace(SESSION, id="run-0")
    with open_scores(file) as scores:
        scores.add_session(other)
        scores.add_session(SESSION)
        scores.keep_options("run-1", '{"exam":true}')

        assert scores.unfinished("Ada") == (replace(SESSION, options='{"exam":true}'), other)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("strand", "gossip"),
        ("chance", 1.5),
        ("chance", -0.5),
        ("at", "yesterday"),
        ("response", "no JSON"),
    ],
)
def test_an_answer_that_was_never_ours_is_told_as_such(
    file: Path, column: str, value: object
) -> None:
    with open_scores(file) as scores:
        scores.add_attempt(ATTEMPT)
        scores._connection.execute("DROP TRIGGER attempt_is_immutable")
        scores._connection.execute("PRAGMA ignore_check_constraints = ON")
        scores._connection.execute(f"UPDATE attempt SET {column} = ?", (value,))

        with pytest.raises(StoreError, match=re.escape(NEVER_OURS)):
            scores.attempts()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
def test_a_new_file_is_its_owner_s_alone_to_read(file: Path) -> None:
    open_scores(file).close()

    assert file.stat().st_mode & 0o777 == 0o600


def test_two_programs_may_keep_answers_in_one_file_at_once(file: Path) -> None:
    with open_scores(file) as one, open_scores(file) as other:
        for number in range(0, 20, 2):
            one.add_attempt(attempt(number))
            other.add_attempt(attempt(number + 1))

        assert one.attempts() == other.attempts()
        assert len(one.attempts()) == 20


def test_each_commit_reaches_the_disk_before_it_returns(file: Path) -> None:
    with open_scores(file) as scores:
        scores.add_attempt(ATTEMPT)
        settings = scores._connection.execute("PRAGMA synchronous").fetchone()
        mode = scores._connection.execute("PRAGMA journal_mode").fetchone()

    assert (settings[0], mode[0]) == (2, "wal")
