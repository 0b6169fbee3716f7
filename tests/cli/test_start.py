"""`debatekit` alone: what it offers to do next."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.quiz_talk import make_workspace, run

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("folder", "offered"), [("trams", True), ("other", False)])
def test_a_session_is_offered_only_where_its_lesson_lies(
    folder: str, offered: bool, tmp_path: Path
) -> None:
    trams, store = make_workspace(tmp_path / "trams"), str(tmp_path / "scores.db")
    (tmp_path / "other" / "lessons").mkdir(parents=True)
    run(["-C", str(trams), "--store", store, "quiz", "all-kinds"], "q\n")

    said = run(["-C", str(tmp_path / folder), "--store", store])

    assert (said.returncode, "debatekit quiz all-kinds" in said.stdout) == (0, offered)


def test_exercises_stand_after_the_course_in_the_order_of_their_steps(tmp_path: Path) -> None:
    listed = run(["--store", str(tmp_path / "scores.db"), "lessons", "--json"]).stdout
    rows = json.loads(listed)
    exercises = [row["id"] for row in rows if row["exercise"]]

    assert rows[0]["id"] == "common-enemy"
    assert [name.split("-")[1] for name in exercises] == ["1", "2", "3", "4"]
    assert [row["id"] for row in rows[-4:]] == exercises


def test_the_tutorial_is_offered_after_the_course_until_it_is_begun(tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "scores.db")]
    offered = "debatekit study tutorial-1-claims"

    fresh = run(store).stdout
    run([*store, "quiz", "tutorial-1-claims", "--seed", "3"], "a\nq\n")
    begun = run(store).stdout

    assert fresh.index("debatekit study common-enemy") < fresh.index(offered)
    assert offered not in begun


def test_a_workspace_of_exercises_alone_needs_no_heading_for_them(tmp_path: Path) -> None:
    for kind in ("seeds", "lessons"):
        (tmp_path / kind).mkdir()
    for name in ("seeds/open-at-six.yaml", "seeds/references.yaml", "seeds/glossary.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "lessons/tutorial-1-claims.yaml", tmp_path / "lessons")
    place = ["-C", str(tmp_path), "--store", str(tmp_path / "scores.db")]

    assert "invented texts" in run([*place[2:], "lessons"]).stdout
    assert "invented texts" not in run([*place, "lessons"]).stdout


def test_which_lesson_to_take_is_asked_in_the_order_of_the_list(tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "scores.db")]

    asked = run([*store, "quiz"]).stderr
    listed = [line["id"] for line in json.loads(run([*store, "lessons", "--json"]).stdout)]

    assert asked.strip().endswith(", ".join(listed))
