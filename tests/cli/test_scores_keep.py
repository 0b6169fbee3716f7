"""Forgetting asks first; restoring adds; a damaged file is never lost."""

import json
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.quiz_talk import environment, make_workspace, run
from tests.cli.test_scores import practise


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    return ["-C", str(make_workspace(tmp_path / "w")), "--store", str(tmp_path / "scores.db")]


def answers(place: list[str], student: str = "me") -> int:
    return len(
        json.loads(run(["scores", "--attempts", "--json", "--student", student, *place]).stdout)
    )


def on_a_terminal(
    arguments: list[str], question: str, key: str, columns: int = 200
) -> tuple[str, int]:
    """Press a key at a command's question; return what it says then, and its exit code."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "debatekit", *arguments],
        env={**environment(COLUMNS=str(columns)), "TERM": "xterm-256color"},
        encoding="utf-8",
        timeout=30,
        dimensions=(40, columns),
    )
    child.expect(question)
    child.send(key)
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before), int(child.exitstatus or 0)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["forget"], 2),
        (["forget", "--yes"], 2),
        (["forget", "--student", "Ada"], 2),
        (["forget", "--student", "Bea", "--yes"], 1),
    ],
)
def test_nothing_is_forgotten_by_a_slip(place: list[str], arguments: list[str], code: int) -> None:
    practise(place, 1)
    practise(place, 1, "--student", "Ada")
    found = run(["scores", *arguments, *place], DEBATEKIT_STUDENT="Ada")

    assert found.returncode == code
    assert (answers(place), answers(place, "Ada")) == (1, 1)


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_named_student_is_forgotten_and_nobody_else(place: list[str], order: str) -> None:
    practise(place, 1)
    practise(place, 2, "--student", "Ada")
    named = ["--student", "Ada"]
    words = [*named, "forget"] if order == "before" else ["forget", *named]
    found = run(["scores", *words, "--yes", *place])

    assert found.returncode == 0
    assert found.stdout.startswith("Removed 2 answers of Ada")
    assert (answers(place), answers(place, "Ada")) == (1, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such terminal")
@pytest.mark.parametrize(("key", "left", "code"), [("n", 1, 1), ("y", 0, 0), ("\r", 1, 1)])
def test_on_a_terminal_forgetting_asks(place: list[str], key: str, left: int, code: int) -> None:
    practise(place, 1)
    _, ended = on_a_terminal(
        ["scores", "forget", "--student", "me", *place], "cannot be undone", key
    )

    assert (answers(place), ended) == (left, code)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such terminal")
@pytest.mark.parametrize("columns", [40, 80])
def test_a_question_breaks_between_words_and_ctrl_c_at_it_changes_nothing(
    place: list[str], columns: int
) -> None:
    practise(place, 1)
    asked = ["scores", "forget", "--student", "me", *place]
    said, ended = on_a_terminal(asked, r"the\s+backups\?", "\x03", columns)

    assert (answers(place), ended) == (1, 130)
    assert said.rstrip().endswith("Stopped.")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such terminal")
def test_on_a_terminal_the_newest_backup_of_a_damaged_file_is_offered(place: list[str]) -> None:
    practise(place, 2)
    before = answers(place)
    file = Path(place[3])
    file.write_bytes(file.read_bytes()[:5000])
    said, code = on_a_terminal(["scores", *place], "Bring back the backup", "y")

    assert (before, code) == (2, 0)
    assert "Brought back 2 answers" in said
    assert "2 answers on free-trams" in said


def test_a_backup_can_be_named_and_brings_back_what_was_forgotten_by_hand(
    place: list[str], tmp_path: Path
) -> None:
    practise(place, 3)
    assert answers(place) == 3
    (backup,) = (tmp_path / "backups").iterdir()
    Path(place[3]).unlink()
    first = run(["scores", "restore", str(backup), *place])
    again = run(["scores", "restore", *place])

    assert first.stdout.startswith("Brought back 3 answers")
    assert again.stdout.startswith("Brought back 0 answers")
    assert answers(place) == 3


def test_without_backups_restoring_says_so(place: list[str]) -> None:
    found = run(["scores", "restore", *place])

    assert found.returncode == 1
    assert "no backups" in found.stderr
