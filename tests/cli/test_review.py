"""What is due comes back: `review`, the counts of `lessons` and of `debatekit` alone."""

import json
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.quiz_talk import Talk, make_workspace, right_answer, run, wrong_answer

LONG_AGO = "2026-01-01T00:00:00.000+00:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "workspace")


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> list[str]:
    return ["-C", str(folder), "--store", str(tmp_path / "scores.db")]


def practise(place: Sequence[str], *more: str) -> None:
    """Answer a whole quiz right."""
    with Talk(["quiz", "all-kinds", "--seed", "7", *more, *place]) as talk:
        shown = talk.heard()
        while "q stop" in " ".join(shown.split()):
            shown = talk.say(right_answer(shown))


def make_due(place: Sequence[str]) -> None:
    """Let everything be due since long ago, as if time had passed."""
    with sqlite3.connect(place[-1]) as file:
        file.execute("UPDATE card SET due = ?", (LONG_AGO,))


def rows_of(place: Sequence[str]) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(run(["scores", "--attempts", "--json", *place]).stdout)
    return rows


def due_in(place: Sequence[str], *more: str) -> list[int]:
    return [row["due"] for row in json.loads(run(["lessons", "--json", *more, *place]).stdout)]


def test_a_right_answer_is_due_in_days_and_then_comes_back(place: list[str]) -> None:
    practise(place)
    soon = run(["review", *place], COLUMNS="40")
    make_due(place)
    later = run(["review", *place], "q\n")

    assert "Nothing is due now. The next question is due on " in " ".join(soon.stdout.split())
    assert max(map(len, soon.stdout.splitlines())) <= 40
    assert soon.returncode == later.returncode == 0
    assert "Question 1 of 6" in later.stdout


def test_counts_of_what_is_due_stand_with_the_lessons_and_at_the_start(place: list[str]) -> None:
    practise(place)
    before = due_in(place)
    make_due(place)

    assert (before, due_in(place)) == ([0], [6])
    assert due_in(place, "--student", "Bob") == [0]
    assert "questions, 6 due" in run(["lessons", *place]).stdout
    start = run(place).stdout
    assert "debatekit review" in start
    assert "6 questions are due" in start


def test_a_review_is_resumed_and_what_was_answered_is_no_longer_due(place: list[str]) -> None:
    practise(place)
    make_due(place)
    with Talk(["review", *place]) as talk:
        shown = talk.say(right_answer(talk.heard()))
        assert "Question 2 of 6" in shown
        talk.process.kill()
    start = run(place).stdout
    again = run(["review", *place], "q\n").stdout

    assert "goes on where you left" in start
    assert "Resumed at question 2 of 6." in again
    assert due_in(place) == [5]


SECOND_QUIZ = """\
format: 1
title: One more
lesson: free-trams
mix: {claims: 1}
items:
  - id: second
    strand: claims
    kind: choice
    stem: Which of these colours is asked for in the second quiz?
    options:
      - {text: Amber, correct: true, why: It is.}
      - {text: Blue, why: It is not.}
      - {text: Cyan, why: It is not.}
"""


def test_what_was_asked_in_any_quiz_of_a_lesson_comes_back(place: list[str], folder: Path) -> None:
    (folder / "quizzes" / "second.yaml").write_text(SECOND_QUIZ, encoding="utf-8")
    run(["quiz", "second", *place], "a\n")
    make_due(place)

    assert due_in(place) == [1]
    assert "asked for in the second quiz" in run(["review", *place], "q\n").stdout


def test_a_review_asks_as_many_as_are_wanted(place: list[str]) -> None:
    practise(place)
    make_due(place)
    found = run(["review", "-n", "2", *place], "s\ns\n")

    assert "Question 2 of 2" in found.stdout
    assert "Done: 0 of 0, 2 skipped." in found.stdout


def test_answers_of_a_review_belong_to_their_lessons(place: list[str], folder: Path) -> None:
    copy = folder / "lessons" / "trams-again.yaml"
    shutil.copy(folder / "lessons" / "free-trams.yaml", copy)
    for lesson in ("free-trams", "trams-again"):
        run(["quiz", lesson, "--seed", "1", "-n", "4", *place], "a\n" * 20)
    make_due(place)
    before = len(rows_of(place))
    run(["review", *place], "a\n" * 40)
    reviewed = rows_of(place)[before:]

    assert {row["lesson"] for row in reviewed} == {"free-trams", "trams-again"}


def test_what_a_lesson_no_longer_has_is_passed_over(place: list[str], folder: Path) -> None:
    practise(place)
    make_due(place)
    file = folder / "quizzes" / "all-kinds.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: last", "id: least"), "utf-8")

    assert "Question 1 of 5" in run(["review", *place], "q\n").stdout
    assert due_in(place) == [5]


def test_a_lesson_that_is_gone_or_broken_is_named_and_hides_nothing(
    place: list[str], folder: Path
) -> None:
    practise(place)
    make_due(place)
    (folder / "lessons" / "free-trams.yaml").write_text("format: [", "utf-8")
    found = run(["review", *place])

    assert "free-trams cannot be read" in found.stderr
    assert "Nothing is due now." in found.stdout
    assert found.returncode == 0


def test_without_scores_nothing_is_due_and_no_file_is_made(place: list[str]) -> None:
    assert "Nothing is due" in run(["review", *place]).stdout
    assert not Path(place[-1]).exists()


def test_a_wrong_answer_is_due_ten_minutes_later(place: list[str]) -> None:
    with Talk(["quiz", "all-kinds", "--strand", "claims", "-n", "1", *place]) as talk:
        talk.say(wrong_answer(talk.heard()))
        talk.say("")
        talk.process.wait(10)
    with sqlite3.connect(place[-1]) as file:
        ((due, at),) = file.execute(
            "SELECT strftime('%s', due), strftime('%s', at) FROM card JOIN attempt USING (target)"
        ).fetchall()

    assert 599 <= int(due) - int(at) <= 601


def test_a_session_after_a_while_begins_with_what_is_due(place: list[str]) -> None:
    practise(place)
    make_due(place)
    run(["quiz", "all-kinds", "-n", "5", *place], "s\n" * 12)
    with sqlite3.connect(place[-1]) as file:
        rows = file.execute("SELECT items FROM session ORDER BY sequence").fetchall()
    first, second = (set(json.loads(items)) for (items,) in rows)

    assert len(first & second) >= 3


def test_what_is_due_in_another_workspace_is_neither_asked_nor_promised(
    place: list[str], tmp_path: Path
) -> None:
    practise(place)
    make_due(place)
    other = tmp_path / "other"
    (other / "lessons").mkdir(parents=True)

    elsewhere = run(["review", "-C", str(other), *place[2:]])

    assert elsewhere.returncode == 0
    said = " ".join(elsewhere.stdout.split())
    assert "belongs to lessons that this workspace does not have" in said


def test_what_is_unfinished_in_another_workspace_does_not_stand_in_the_way(
    place: list[str], tmp_path: Path
) -> None:
    run(["quiz", "all-kinds", *place], "q\n")
    other = make_workspace(tmp_path / "other")
    (other / "quizzes" / "all-kinds.yaml").rename(other / "quizzes" / "renamed.yaml")

    begun = run(["quiz", "-C", str(other), *place[2:]], "q\n")

    assert begun.returncode == 0
    assert "Question 1 of" in begun.stdout
