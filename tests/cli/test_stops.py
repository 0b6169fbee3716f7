"""When a session stops by itself: after twenty questions, and after a quarter of an hour."""

import io
import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest
from msgspec.structs import replace

from debatekit.bundled import bundled_workspace
from debatekit.cli.clock import now
from debatekit.cli.context import Settings
from debatekit.cli.session.ask_plain import PlainAsker
from debatekit.cli.session.begin import begin
from debatekit.cli.session.conduct import conduct
from debatekit.cli.workspace.course import read_course
from debatekit.practice.record import Wish
from debatekit.store.scores import Scores, open_scores
from tests.cli.quiz_talk import make_workspace, run

MANY = """\
format: 1
title: Many
lesson: common-enemy
mix: {structure: 30}
"""
ONE = """\
format: 1
title: One question, of which one answer is never all
lesson: free-trams
mix: {actors: 1}
items:
  - id: several
    strand: actors
    kind: multiple
    stem: Which two of these are named?
    options:
      - {text: Delta, correct: true, why: It is named once.}
      - {text: Echo, correct: true, why: It is named twice.}
      - {text: Golf, why: It is nowhere.}
"""


class Sitting(Protocol):
    """What is shown in a sitting that began some time ago, given what is wished and typed."""

    def __call__(self, ago: timedelta, wish: Wish, typed: str, quiz: str = "all-kinds") -> str: ...


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled course with a quiz that asks for thirty questions."""
    folder = tmp_path_factory.mktemp("many")
    for part in ("seeds", "lessons"):
        shutil.copytree(bundled_workspace() / part, folder / part)
    (folder / "quizzes").mkdir()
    (folder / "quizzes" / "many.yaml").write_text(MANY, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("more", "asked"), [([], 20), (["-n", "25"], 25)])
def test_no_session_is_longer_than_twenty_questions_unless_a_number_is_asked_for(
    course: Path, tmp_path: Path, more: list[str], asked: int
) -> None:
    place = ["-C", str(course), "--store", str(tmp_path / "scores.db")]
    shown = run(["quiz", "many", *more, *place], "s\n" * 40).stdout

    assert f"Question {asked} of {asked}, structure\n" in shown
    assert f"Done: 0 of 0, {asked} skipped." in shown


@pytest.fixture
def scores(tmp_path: Path) -> Iterator[Scores]:
    with open_scores(tmp_path / "scores.db") as found:
        yield found


@pytest.fixture
def sitting(
    scores: Scores,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Sitting:
    root = make_workspace(tmp_path / "workspace")
    (root / "quizzes" / "one.yaml").write_text(ONE, encoding="utf-8")
    settings = Settings(workspace=root, store=tmp_path / "scores.db", plain=True)

    def shown(ago: timedelta, wish: Wish, typed: str, quiz: str = "all-kinds") -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        begun = begin(scores, read_course(root, quiz), "me", wish, new=False)
        since = (now() - ago).isoformat(timespec="milliseconds")
        conduct(settings, scores, replace(begun, since=since), PlainAsker(80))
        return capsys.readouterr().out

    return shown


def test_after_a_quarter_of_an_hour_a_session_is_closed_as_it_stands(
    scores: Scores, sitting: Sitting
) -> None:
    begun = sitting(timedelta(minutes=14), Wish(), "s\nq\n")
    shown = sitting(timedelta(minutes=15), Wish(), "")

    assert "Question 2 of 6" in begun
    assert "15 minutes are over: enough for now. What is left comes back." in shown
    assert "Question" not in shown.replace("Resumed at question", "")
    assert "Done: 0 of 0, 6 skipped." in shown
    assert scores.unfinished("me") == ()


@pytest.mark.parametrize("wish", [Wish(size=3), Wish(exam=True)])
def test_an_exam_or_a_number_that_was_asked_for_has_all_its_time(
    sitting: Sitting, wish: Wish
) -> None:
    shown = sitting(timedelta(minutes=50), wish, "s\nq\n")

    assert "15 minutes" not in shown
    assert "Question 2 of" in shown


def test_a_second_try_that_was_promised_is_still_given(sitting: Sitting) -> None:
    sitting(timedelta(), Wish(), "a\nq\n", quiz="one")
    shown = sitting(timedelta(minutes=50), Wish(), "s\n\n", quiz="one")

    assert "Question 1 of 1, actors, second try" in shown
    assert "Done: " in shown


def missed_quiz(about: str) -> str:
    """Return a quiz of four questions of one skill, which nobody answers by chance."""
    items = "".join(
        f"  - {{id: word-{n}, strand: claims, kind: short, stem: Which word is number {n}?, "
        f"accepted: [kingfisher {n}], why: It is.{about}}}\n"
        for n in range(4)
    )
    return f"format: 1\ntitle: Words\nlesson: free-trams\nmix: {{claims: 4}}\nitems:\n{items}"


@pytest.mark.parametrize(
    ("about", "shows_map"), [(", about: [make-trams-free]", True), ("", False)]
)
def test_three_misses_in_a_row_end_a_skill_for_the_day_and_show_its_map_if_it_has_one(
    tmp_path: Path, about: str, shows_map: bool
) -> None:
    root = make_workspace(tmp_path / "workspace")
    (root / "quizzes" / "words.yaml").write_text(missed_quiz(about), encoding="utf-8")
    place = ["-C", str(root), "--store", str(tmp_path / "scores.db")]
    shown = run(["quiz", "words", *place], "owl\n" * 4).stdout
    after = " ".join(shown.split("Three in a row on claims (recall) went wrong. ")[1].split())

    assert "Done: 0 of 3." in shown
    assert ("this is how it stands on the map: " in after) is shows_map
    assert after.startswith(f"No more of it today{'; this' if shows_map else '. Done'}")
