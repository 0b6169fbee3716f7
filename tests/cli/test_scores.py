"""`scores`, `lessons` and `debatekit` alone: what is shown, and of files that cannot be used."""

import csv
import io
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from debatekit.cli.main import run as run_here
from tests.cli.quiz_talk import Talk, environment, make_workspace, right_answer, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "workspace")


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> list[str]:
    return ["-C", str(folder), "--store", str(tmp_path / "scores.db")]


def practise(place: list[str], answers: int, *more: str) -> None:
    with Talk(["quiz", "all-kinds", "--seed", "7", *more, *place]) as talk:
        shown = talk.heard()
        for _ in range(answers):
            shown = talk.say(right_answer(shown))


def test_scores_show_skills_in_words_and_what_to_do_next(place: list[str]) -> None:
    practise(place, 6)
    shown = run(["scores", *place]).stdout

    assert shown.startswith("Scores of me: 6 answers on free-trams.")
    assert "structure, recall: too little data" in shown
    assert "  debatekit quiz free-trams --strand" in shown


def test_scores_as_json_hold_skills_and_next_steps(place: list[str]) -> None:
    practise(place, 6)
    found = json.loads(run(["scores", "--json", *place]).stdout)

    assert found["student"] == "me"
    assert [row["strand"] for row in found["skills"]] == [
        "claims",
        "actors",
        "structure",
        "evidence",
        "rhetoric",
        "rebuttal",
    ]
    assert all(step["command"].startswith("debatekit ") for step in found["next"])


def test_without_scores_nothing_is_made_and_the_lessons_are_advised(
    place: list[str], tmp_path: Path
) -> None:
    found = run(["scores", *place])

    assert "0 answers" in found.stdout
    assert "debatekit lessons" in found.stdout
    assert json.loads(run(["scores", "--attempts", "--json", *place]).stdout) == []
    assert not (tmp_path / "scores.db").exists()


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_a_table_can_act_as_a_formula(place: list[str], name: str) -> None:
    practise(place, 2, f"--student={name}")
    text = run(["scores", "--attempts", "--csv", f"--student={name}", *place]).stdout
    rows = list(csv.DictReader(io.StringIO(text)))

    assert [row["student"] for row in rows] == [f"'{name}"] * 2
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_attempts_can_be_read_line_by_line(place: list[str]) -> None:
    practise(place, 2)

    assert len(run(["scores", "--attempts", *place]).stdout.splitlines()) == 2


def test_lessons_tell_title_time_questions_and_mastery(place: list[str]) -> None:
    before = json.loads(run(["lessons", "--json", *place]).stdout)
    practise(place, 6)
    (after,) = json.loads(run(["lessons", "--json", *place]).stdout)
    shown = run(["lessons", *place]).stdout

    assert [(row["id"], row["mastery"]) for row in before] == [("free-trams", None)]
    assert (after["title"], after["minutes"]) == ("Should trams be free?", 45)
    assert after["items"] > 6
    assert 0.5 < after["mastery"] <= 1
    assert f"45 minutes, {after['items']} questions" in shown


def test_a_broken_lesson_hides_no_other(place: list[str], folder: Path) -> None:
    (folder / "lessons" / "broken.yaml").write_text("format: [", "utf-8")
    found = run(["lessons", *place])

    assert "free-trams" in found.stdout
    assert "broken has a fault" in found.stderr
    assert found.returncode == 0


def test_debatekit_alone_names_what_is_unfinished_and_the_lessons(place: list[str]) -> None:
    run(["quiz", "all-kinds", *place], "q\n")
    found = run(place)

    assert "debatekit quiz all-kinds" in found.stdout
    assert "Should trams be free?" in found.stdout
    assert found.returncode == 0


def test_without_a_name_the_unfinished_quiz_goes_on_or_the_only_lesson_begins(
    place: list[str],
) -> None:
    first = run(["quiz", *place], "q\n")
    practise(place, 1)
    again = run(["quiz", *place], "q\n")

    assert "Question 1 of 6" in first.stdout
    assert "Resumed at question 2 of 6." in again.stdout


def test_among_several_lessons_one_must_be_named(place: list[str], folder: Path) -> None:
    lessons = folder / "lessons"
    shutil.copy(lessons / "free-trams.yaml", lessons / "other.yaml")
    found = run(["quiz", *place], "q\n")

    assert found.returncode == 2
    assert "say which lesson: free-trams, other" in found.stderr


def test_a_workspace_without_lessons_says_so(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    place = ["-C", str(tmp_path), "--store", str(tmp_path / "s.db")]

    assert "no lessons" in run(["quiz", *place]).stderr
    assert run(["quiz", *place]).returncode == 1
    assert "no lessons" in run(["lessons", *place]).stdout


BROKEN_STORES = [
    ("no-database", b"Dear diary, " * 200, "not a score file"),
    ("newer", b"", "update debatekit"),
]


@pytest.mark.parametrize("command", [["quiz", "all-kinds"], ["scores"], ["lessons"], []])
@pytest.mark.parametrize(("name", "content", "says"), BROKEN_STORES)
def test_a_score_file_that_cannot_be_used_gives_one_line(
    folder: Path, tmp_path: Path, command: list[str], name: str, content: bytes, says: str
) -> None:
    file = tmp_path / f"{name}.db"
    place = ["-C", str(folder), "--store", str(file)]
    if content:
        file.write_bytes(content)
    else:
        run(["quiz", "all-kinds", *place], "q\n")
        newer = sqlite3.connect(file)
        newer.execute("PRAGMA user_version = 99")
        newer.close()
    found = run([*command, *place], "q\n")

    assert found.returncode == 1
    assert says in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="has other permissions")
def test_a_folder_that_may_not_be_written_gives_one_line(folder: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    # No permission binds root, but nobody can make a file there.
    store = Path("/proc/debatekit.db") if os.geteuid() == 0 else closed / "scores.db"
    found = run(["quiz", "all-kinds", "-C", str(folder), "--store", str(store)], "a\n")

    assert found.returncode == 1
    assert "read-only" in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="has no limit on files")
def test_a_full_disk_in_the_middle_gives_one_line_and_keeps_what_was_answered(
    place: list[str],
) -> None:
    practise(place, 2)

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    found = subprocess.run(
        [sys.executable, "-m", "debatekit", "quiz", "all-kinds", *place],
        capture_output=True,
        text=True,
        input="s\n" * 6,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=small_disk,
        check=False,
    )

    assert found.returncode == 1
    assert "disk" in found.stderr
    assert "Traceback" not in found.stderr
    kept = json.loads(run(["scores", "--attempts", "--json", *place]).stdout)
    assert len(kept) == 2


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["lessons"],
        ["review"],
        ["quiz", "all-kinds"],
        ["scores"],
        ["scores", "export", "-"],
        ["scores", "restore"],
        ["scores", "forget", "--student", "me", "--yes"],
    ],
    ids=lambda command: " ".join(command) or "alone",
)
def test_a_score_file_that_cannot_be_reached_is_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    too_long = tmp_path / f"{'s' * 300}.db"
    code = run_here(["-C", str(folder), "--store", str(too_long), *command])
    (line,) = capsys.readouterr().err.splitlines()

    assert code == 1
    assert line.startswith(f"Error: {too_long} cannot be reached: ")
