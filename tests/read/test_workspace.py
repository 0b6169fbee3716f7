"""Which files a workspace has, and that nothing outside it is ever read."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.diagnostics import InvalidFileError, NotFoundError
from debatekit.read import (
    find_workspace,
    lesson_ids,
    quiz_ids,
    read_material,
    read_quiz_of,
    read_workspace,
    source_ids,
)

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
QUIZ = "format: 1\ntitle: Trams\nlesson: free-trams\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small workspace that a test may change."""
    return Path(shutil.copytree(TRAMS, tmp_path / "trams"))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def codes(root: Path) -> list[tuple[str, str]]:
    """Return the file and the code of each fault in a workspace."""
    _, faults = read_workspace(root)
    return [(Path(fault.where.path).name, fault.code) for fault in faults]


def test_a_workspace_is_found_from_any_folder_inside_it(root: Path) -> None:
    inside = root / "seeds" / "notes" / "old"
    inside.mkdir(parents=True)
    assert {find_workspace(folder) for folder in (root, root / "lessons", inside)} == {root}
    assert find_workspace(root.parent) is None


def test_ids_are_the_names_of_files_and_lists_are_no_sources(root: Path) -> None:
    write(root / "quizzes" / "b.yaml", QUIZ)
    write(root / "quizzes" / "a.yaml", QUIZ)
    for passed_over in (".hidden.yaml", "notes.txt", "a.yaml~", "A.yaml", "c.yml"):
        write(root / "quizzes" / passed_over, QUIZ)
    assert (source_ids(root), lesson_ids(root)) == (("lind-2024",), ("free-trams",))
    assert quiz_ids(root) == ("a", "b")
    assert quiz_ids(root / "nowhere") == ()


def test_a_name_longer_than_an_id_can_be_is_passed_over_and_a_shorter_one_is_proposed(
    root: Path,
) -> None:
    longest, longer = "a" * 80, "b" * 81
    for name in (longest, longer):
        write(root / "quizzes" / f"{name}.yaml", QUIZ)

    (fault,) = read_workspace(root)[1]

    assert quiz_ids(root) == (longest,)
    assert (fault.code, Path(fault.where.path).stem) == ("DK014", longer)
    assert f"'{longer[:80]}.yaml'" in fault.hint


def test_faults_of_one_file_hide_nothing_of_another(root: Path) -> None:
    write(root / "lessons" / "broken.yaml", "a: [")
    write(root / "quizzes" / "odd.yaml", QUIZ + "foo: 1\n")
    write(root / "seeds" / "glossary.yaml", "")
    workspace, _ = read_workspace(root)
    assert codes(root) == [
        ("broken.yaml", "DK006"),
        ("odd.yaml", "DK101"),
        ("glossary.yaml", "DK005"),
    ]
    assert (set(workspace.lessons), set(workspace.sources)) == ({"free-trams"}, {"lind-2024"})
    assert workspace.unread == {"lessons/broken", "quizzes/odd", "seeds/glossary"}
    assert (workspace.glossary, workspace.bibliography is None) == (None, False)


def test_a_folder_that_cannot_be_listed_hides_nothing_of_another(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root / "lessons" / "broken.yaml", "a: [")
    listed = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == "seeds":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refused)

    assert codes(root) == [("broken.yaml", "DK006"), ("seeds", "DK001")]


def test_whoever_may_not_read_a_file_is_told_that_this_is_why(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refused(path: Path, mode: str = "r", encoding: str | None = None) -> IO[Any]:
        if path.stem == "free-trams":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, encoding=encoding)

    monkeypatch.setattr(Path, "open", refused)

    (fault,) = read_workspace(root)[1]
    assert (fault.code, "right to read" in fault.hint) == ("DK001", True)


def test_material_joins_a_lesson_with_all_it_draws_on(root: Path) -> None:
    material = read_material(root, "free-trams")
    assert {"trial-like-our-city", "make-trams-free"} <= set(material.claims)
    assert "okoro" in material.actors
    assert material.references["okoro-2021"].id == "okoro-2021"
    assert "consequences" in material.schemes


def test_lists_that_are_not_there_are_empty(root: Path) -> None:
    (root / "seeds" / "references.yaml").unlink()
    (root / "seeds" / "glossary.yaml").unlink()
    material = read_material(root, "free-trams")
    assert (material.references, material.terms) == ({}, {})


@pytest.mark.parametrize(
    "name", ["../free-trams", "/etc/passwd", "free-trams.yaml", "", ".", "..", "a/b", "FREE", "\0"]
)
def test_what_is_no_id_is_no_lesson_wherever_it_leads(root: Path, name: str) -> None:
    with pytest.raises(NotFoundError):
        read_material(root, name)
    with pytest.raises(NotFoundError):
        read_quiz_of(root, name)


@given(st.text(max_size=20))
def test_only_the_lessons_there_are_can_be_read(name: str) -> None:
    if name != "free-trams":
        with pytest.raises(NotFoundError):
            read_material(TRAMS, name)


def test_a_name_that_is_nearly_right_is_proposed(root: Path) -> None:
    with pytest.raises(NotFoundError, match="did you mean 'free-trams'"):
        read_material(root, "free-tram")


def test_a_lesson_on_a_source_that_is_not_there_says_so_at_its_place(root: Path) -> None:
    path = root / "lessons" / "free-trams.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("lind-2024", "lind-2025", 1))
    with pytest.raises(InvalidFileError) as caught:
        read_material(root, "free-trams")
    (fault,) = caught.value.diagnostics
    assert (fault.where.line, fault.where.column) == (3, 9)
    assert "lind-2024" in fault.hint


def test_faults_of_all_files_of_a_lesson_are_told_together(root: Path) -> None:
    write(root / "seeds" / "lind-2024.yaml", "format: 1\n")
    write(root / "seeds" / "references.yaml", "- a\n")
    with pytest.raises(InvalidFileError) as caught:
        read_material(root, "free-trams")
    assert {fault.code for fault in caught.value.diagnostics} == {"DK102", "DK106"}


def test_a_quiz_is_found_by_its_own_id_then_by_its_lesson(root: Path) -> None:
    assert read_quiz_of(root, "free-trams") == ("free-trams", None)
    write(root / "quizzes" / "a-broken-one.yaml", "[")
    write(root / "quizzes" / "rides.yaml", QUIZ.replace("Trams", "Rides"))
    by_lesson, by_id = read_quiz_of(root, "free-trams"), read_quiz_of(root, "rides")
    assert by_lesson == by_id
    assert by_lesson[1] is not None
    assert (by_lesson[0], by_lesson[1].title) == ("free-trams", "Rides")
    write(root / "quizzes" / "free-trams.yaml", QUIZ.replace("Trams", "First"))
    _, first = read_quiz_of(root, "free-trams")
    assert first is not None
    assert first.title == "First"


def test_a_file_that_links_out_of_the_workspace_is_not_read(root: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.yaml", QUIZ)
    (root / "quizzes").mkdir()
    (root / "quizzes" / "linked.yaml").symlink_to(outside)
    (root / "quizzes" / "circle.yaml").symlink_to("circle.yaml")
    write(root / "quizzes" / "real.yaml", QUIZ)
    (root / "quizzes" / "inner.yaml").symlink_to("real.yaml")
    assert dict(codes(root))["linked.yaml"] == "DK015"
    assert {name for name, _ in codes(root)} == {"linked.yaml", "circle.yaml"}


def test_a_folder_that_links_out_of_the_workspace_is_not_read(root: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "far.yaml", QUIZ)
    (root / "quizzes").symlink_to(tmp_path / "elsewhere")
    assert codes(root) == [("far.yaml", "DK015")]


def test_a_pipe_under_a_lessons_name_stops_nobody(root: Path) -> None:
    os = pytest.importorskip("os")
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with a name here")
    os.mkfifo(root / "lessons" / "pipe.yaml")
    assert codes(root) == [("pipe.yaml", "DK001")]
