"""What was read of a lesson is remembered, and never stands in the way of what its files say."""

import json
import os
import shutil
from pathlib import Path
from random import Random

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.cli.workspace.course import Course, read_course, read_lesson
from debatekit.read import lesson_ids, read_material, read_quiz_of
from tests.cli.quiz_talk import make_workspace, run

LONG_AGO = 1_700_000_000
LESSON, QUIZ = "free-trams", "all-kinds"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, empty."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace whose files were written long ago."""
    folder = make_workspace(tmp_path / "workspace")
    settle(folder)
    return folder


def settle(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (LONG_AGO, LONG_AGO))


def kept(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.kept"))


def title(course: Course) -> str:
    return course.material.lesson.title


def rewrite(path: Path, old: str, new: str) -> None:
    """Change a file to another of the same length, and hide that it was written just now."""
    assert len(old) == len(new)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.mark.parametrize("lesson", lesson_ids(bundled_workspace()))
def test_what_is_remembered_is_what_the_files_say(lesson: str, tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "course"
    for part in ("seeds", "lessons", "quizzes"):
        shutil.copytree(bundled_workspace() / part, folder / part)
    settle(folder)
    read_course(folder, lesson)
    again = read_course(folder, lesson)

    assert len(kept(cache)) == 1
    assert (again.material, again.quiz) == (
        read_material(folder, lesson),
        read_quiz_of(folder, lesson)[1],
    )


@pytest.mark.parametrize("part", [f"lessons/{LESSON}.yaml", "seeds/lind-2024.yaml"])
def test_a_changed_file_is_read_anew_even_if_its_time_and_size_are_the_same(
    part: str, root: Path, cache: Path
) -> None:
    before = read_course(root, LESSON)
    word = before.material.lesson.title if "lessons" in part else before.material.source.title
    rewrite(root / part, word, word[::-1].replace(":", "-"))
    after = read_course(root, LESSON)

    assert kept(cache)
    assert before.material != after.material
    assert after.material == read_material(root, LESSON)


def test_a_quiz_that_comes_or_goes_is_noticed(root: Path, cache: Path) -> None:
    first = read_course(root, LESSON)
    quiz = root / "quizzes" / f"{QUIZ}.yaml"
    shutil.copy(quiz, root / "quizzes" / "aaa.yaml")
    rewrite(root / "quizzes" / "aaa.yaml", "id: last", "id: lost")
    settle(root)
    second = read_course(root, LESSON)
    quiz.unlink()
    (root / "quizzes" / "aaa.yaml").unlink()
    third = read_course(root, LESSON)

    assert first.quiz is not None
    assert second.quiz not in (None, first.quiz)
    assert third.quiz is None


def test_a_fault_is_told_however_well_the_lesson_was_remembered(root: Path, cache: Path) -> None:
    read_course(root, LESSON)
    rewrite(root / "seeds" / "glossary.yaml", "format: 1", "fomrat: 1")
    found = run(["quiz", LESSON, "-C", str(root), "--store", str(root / "s.db")], "q\n")

    assert found.returncode == 1
    assert "glossary.yaml:1:1: DK101 unknown key 'fomrat'" in found.stderr


def test_a_file_written_just_now_is_not_remembered(tmp_path: Path, cache: Path) -> None:
    read_course(make_workspace(tmp_path / "fresh"), LESSON)

    assert kept(cache) == []


def test_whatever_became_of_what_is_remembered_the_lesson_is_the_same(
    root: Path, cache: Path
) -> None:
    right = read_course(root, LESSON)
    (file,) = kept(cache)
    whole, chance = file.read_bytes(), Random(1)
    for number in range(60):
        end = chance.randrange(len(whole)) if number % 3 == 0 else len(whole)
        broken = bytearray(whole[:end])
        for _ in range(3):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        file.write_bytes(broken)
        assert read_course(root, LESSON) == right


def test_where_nothing_can_be_written_nothing_is_remembered(root: Path, cache: Path) -> None:
    cache.write_text("a file stands where the folder belongs", encoding="utf-8")

    assert read_course(root, LESSON) == read_course(root, LESSON)


def test_two_workspaces_with_lessons_of_one_name_are_told_apart(
    root: Path, tmp_path: Path, cache: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(root, other)
    name = title(read_course(root, LESSON))
    rewrite(other / "lessons" / f"{LESSON}.yaml", name, name.upper())
    settle(other)

    assert title(read_course(other, LESSON)) == name.upper()
    assert title(read_course(root, LESSON)) == name


def test_the_list_of_lessons_counts_what_items_shows_each_time_it_is_asked(
    root: Path, cache: Path
) -> None:
    asked = ["lessons", "--json", "-C", str(root), "--store", str(root / "s.db")]
    first, again = (json.loads(run(asked).stdout) for _ in range(2))
    shown = json.loads(run(["items", LESSON, "--json", "-C", str(root)]).stdout)

    assert first == again
    assert [row["items"] for row in again] == [len(shown)]


def test_a_lesson_by_its_id_has_what_was_written_in_any_of_its_quizzes(
    root: Path, cache: Path
) -> None:
    more = root / "quizzes" / "more.yaml"
    shutil.copy(root / "quizzes" / f"{QUIZ}.yaml", more)
    rewrite(more, "id: last", "id: lost")
    settle(root)
    read_lesson(root, LESSON)
    quiz = read_lesson(root, LESSON).quiz

    assert quiz is not None
    assert {"last", "lost"} <= {item.id for item in quiz.items}
