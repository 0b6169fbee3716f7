"""Answers are written to a file to hand in, and read from one, as often as anybody likes."""

import json
from pathlib import Path

import pytest

from tests.cli.quiz_talk import make_workspace, run
from tests.cli.test_scores import practise


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    return ["-C", str(make_workspace(tmp_path / "w")), "--store", str(tmp_path / "scores.db")]


@pytest.fixture
def other(place: list[str], tmp_path: Path) -> list[str]:
    return [*place[:3], str(tmp_path / "other.db")]


def rows(place: list[str], student: str = "me") -> list[dict[str, object]]:
    shown = run(["scores", "--attempts", "--json", "--student", student, *place]).stdout
    found: list[dict[str, object]] = json.loads(shown)
    return found


@pytest.mark.parametrize("name", ["ليلى", "李雷", 'Zoë "O\'Hara"'])
def test_what_is_exported_and_imported_is_the_same(
    place: list[str], other: list[str], tmp_path: Path, name: str
) -> None:
    file = tmp_path / "handed in.jsonl"
    practise(place, 3, "--student", name)
    run(["scores", "--student", name, "export", str(file), *place])
    first = run(["scores", "import", str(file), *other])
    again = run([*other, "scores", "import", str(file), str(file)])

    assert f"3 new answers of {name}" in first.stdout
    assert again.stdout.count("0 new answers") == 2
    assert rows(other, name) == rows(place, name) != []


def test_an_answer_taken_back_elsewhere_is_taken_back_here(
    place: list[str], other: list[str], tmp_path: Path
) -> None:
    early, late = tmp_path / "early.jsonl", tmp_path / "late.jsonl"
    practise(place, 2)
    run(["scores", "export", str(early), *place])
    run(["quiz", "all-kinds", *place], "u\nq\n")
    run(["scores", "export", str(late), *place])
    run(["scores", "import", str(late), str(early), *other])

    assert len(rows(other)) == 1
    assert rows(other) == rows(place)


def test_a_broken_line_is_told_with_its_place_and_the_others_count(
    place: list[str], other: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "x.jsonl"
    practise(place, 3)
    run(["scores", "export", str(file), *place])
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([lines[0], lines[1], lines[2][:50], lines[3]]), "utf-8")
    found = run(["scores", "import", str(file), str(tmp_path / "none.jsonl"), *other])

    assert found.returncode == 1
    assert [line.split(": ")[0] for line in found.stderr.splitlines()] == [
        f"{file}:3",
        str(tmp_path / "none.jsonl"),
    ]
    assert len(rows(other)) == 2


def test_a_file_of_another_kind_is_told_once(place: list[str], tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Dear diary,\n" * 50, "utf-8")
    found = run(["scores", "import", str(file), *place])

    assert found.returncode == 1
    assert len(found.stderr.splitlines()) == 1
    assert f"{file}:1:" in found.stderr


def test_a_student_nobody_knows_is_told_and_no_file_is_made(
    place: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "x.jsonl"
    before = run(["scores", "export", str(file), *place])
    practise(place, 1, "--student", "Amara")
    after = run(["scores", "export", str(file), "--student", "Amira", *place])

    assert (before.returncode, after.returncode) == (1, 1)
    assert "did you mean 'Amara'?" in after.stderr
    assert not file.exists()


def test_a_file_that_is_there_is_written_over_only_if_asked(
    place: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text("mine", "utf-8")
    practise(place, 1)

    assert run(["scores", "export", str(file), *place]).returncode == 1
    assert file.read_text("utf-8") == "mine"
    assert run(["scores", "export", "--force", str(file), *place]).returncode == 0
    assert len(file.read_text("utf-8").splitlines()) == 2


def test_a_dash_stands_for_the_screen(place: list[str]) -> None:
    practise(place, 1)
    found = run(["scores", "export", "-", *place])

    assert [json.loads(line).get("student") for line in found.stdout.splitlines()] == ["me", "me"]


def test_a_part_of_scores_takes_no_option_that_it_would_pass_over(place: list[str]) -> None:
    assert run(["scores", "--json", "import", "x", *place]).returncode == 2
    assert run(["scores", "--json", "--csv", *place]).returncode == 2
