"""`debatekit` alone: what it offers to do next."""

from pathlib import Path

import pytest

from tests.cli.quiz_talk import make_workspace, run


@pytest.mark.parametrize(("folder", "offered"), [("trams", True), ("other", False)])
def test_a_session_is_offered_only_where_its_lesson_lies(
    folder: str, offered: bool, tmp_path: Path
) -> None:
    trams, store = make_workspace(tmp_path / "trams"), str(tmp_path / "scores.db")
    (tmp_path / "other" / "lessons").mkdir(parents=True)
    run(["-C", str(trams), "--store", store, "quiz", "all-kinds"], "q\n")

    said = run(["-C", str(tmp_path / folder), "--store", store])

    assert (said.returncode, "debatekit quiz all-kinds" in said.stdout) == (0, offered)
