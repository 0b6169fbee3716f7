"""Worked examples as a learner meets them: through a pipe and on a terminal."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.cli.workspace.course import read_course
from debatekit.model.item import Item
from debatekit.model.words import STRANDS
from debatekit.practice.example import examples
from debatekit.practice.plan import DEFAULT_MIX, askable, plan
from debatekit.read import lesson_ids
from tests.cli.quiz_talk import make_workspace, run
from tests.cli.test_quiz_screen import CTRL_C, ENTER, Terminal

FIRST = ": first a worked example"


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    return ["--store", str(tmp_path / "scores.db")]


def test_each_strand_begins_with_one_example_and_no_later_session_has_any(
    store: list[str],
) -> None:
    first = run(["quiz", "common-enemy", *store], "s\n" * 12).stdout.splitlines()
    later = run(["quiz", "common-enemy", *store], "s\n" * 12).stdout
    strands = [line.split(", ")[1].removesuffix(FIRST) for line in first if FIRST in line]

    assert sorted(strands) == sorted(STRANDS)
    assert FIRST not in later


def test_an_example_stands_before_the_question_solved_and_counts_nowhere(store: list[str]) -> None:
    asked = ["quiz", "common-enemy", "--strand", "structure", "-n", "2", *store]
    shown = run(asked, "a\nq\n").stdout
    example, question = shown.split("Question 1 of 2, structure\n")
    rows = json.loads(run(["scores", "--attempts", "--json", *store]).stdout)

    assert "does not count" in example
    assert "The answer: " in example
    assert "Why: " in example
    assert "Where: " in example
    assert FIRST not in question
    assert [row["strand"] for row in rows] == ["structure"]


def test_an_exam_shows_no_example_for_it_says_nothing_before_its_end(store: list[str]) -> None:
    assert FIRST not in run(["quiz", "common-enemy", "--exam", *store], "q\n").stdout


@pytest.mark.parametrize("typed", ["q\n", "a\nu\nq\n"])
def test_a_session_left_after_an_example_goes_on_without_it(store: list[str], typed: str) -> None:
    asked = ["quiz", "common-enemy", "--strand", "claims", *store]
    before = run(asked, typed).stdout
    again = run(asked, "q\n").stdout

    assert before.count(FIRST) == 1
    assert "Question 1 of 12, claims\n" in again
    assert FIRST not in again


@pytest.fixture
def terminal(tmp_path: Path, store: list[str]) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []
    folder = make_workspace(tmp_path / "workspace")
    asked = ["quiz", "all-kinds", "--strand", "claims", "-n", "1", "-C", str(folder), *store]

    def opening(*more: str, columns: int = 80) -> Terminal:
        opened.append(Terminal([*asked, *more], columns, 40))
        return opened[-1]

    yield opening
    for one in opened:
        one.child.close(force=True)


@pytest.mark.parametrize("columns", [80, 40])
def test_on_a_terminal_one_key_leads_from_the_example_to_the_question(
    terminal: Callable[..., Terminal], columns: int
) -> None:
    quiz = terminal(columns=columns)
    example = quiz.until(lambda text: "Enter: on to the question" in text)
    quiz.press(ENTER)
    asked = quiz.until(lambda text: "q stop" in text)

    assert "q stop" not in example
    assert "claims: first a worked example This one" in " ".join(example.split())
    assert "The answer: " in example
    assert "Question 1 of 1, claims" in asked.split("Where:")[1]


def test_ctrl_c_at_an_example_keeps_the_session(terminal: Callable[..., Terminal]) -> None:
    quiz = terminal()
    quiz.until(lambda text: "Enter: on to the question" in text)
    quiz.press(CTRL_C)
    shown = quiz.until(lambda text: "Your answers are kept" in text)
    quiz.child.wait()

    assert "Traceback" not in shown
    assert quiz.child.exitstatus == 130


@pytest.mark.parametrize(("keys", "shows"), [(ENTER, True), ("s" + ENTER, False)])
def test_in_plain_mode_s_at_the_keyboard_skips_the_example(
    terminal: Callable[..., Terminal], keys: str, shows: bool
) -> None:
    quiz = terminal("--plain")
    quiz.until(lambda text: "Enter shows it, s skips it:" in text)
    quiz.press(keys)
    shown = quiz.until(lambda text: "q stop):" in " ".join(text.split()))

    assert ("The answer: " in shown) is shows


def given_away(example: Item, asked: Item) -> bool:
    """Return whether a solved question shows what settles one that is asked."""
    shown = {*example.proof, *(fact for option in example.options for fact in option.proof)}
    return example.target == asked.target or not shown.isdisjoint(asked.proof)


@pytest.mark.parametrize("lesson", lesson_ids(bundled_workspace()))
def test_every_strand_of_every_lesson_has_an_example_that_gives_nothing_away(lesson: str) -> None:
    course = read_course(bundled_workspace(), lesson)
    mix = course.quiz.mix if course.quiz else DEFAULT_MIX
    for seed in (1, 2):
        pool = askable(course.items(seed))
        asked = plan(pool, Random(f"{seed}/plan"), mix=mix)
        found = examples(pool, asked, seed)

        assert found.keys() == {item.strand for item in asked}
        assert not any(given_away(one, item) for one in found.values() for item in asked)
