"""A workspace from a stranger: nothing outside it is read or written, and nothing of it is run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from debatekit.cli.main import run
from debatekit.cli.map import dot_on_path
from tests.security.hostile import hostile_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
SECRET = "what stands outside is nobody's business"
ARTICLE = "The path along the river stays open at night.\n\nSo it should, for the sake of riders.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = hostile_workspace(tmp_path / "workspace")
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.yaml").write_text(f"format: 1\ntitle: {SECRET}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("place", ["seeds/ada.yaml", "seeds/ada.txt", ".gitignore", "schemas"])
def test_nothing_is_written_through_a_link_that_leads_out(
    place: str, root: Path, outside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = outside / ("folder" if place == "schemas" else "new.txt")
    if place == "schemas":
        target.mkdir()
    (root / place).symlink_to(target)
    (root / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(["new", "source", "ada", "--from", "article.txt", "--force"]) == 1
    assert "leads out of the workspace" in capsys.readouterr().err
    assert {path.name for path in outside.rglob("*")} <= {"secret.yaml", "folder"}


@pytest.mark.parametrize("kind", ["lesson", "quiz"])
@pytest.mark.parametrize("whole", [True, False])
def test_no_lesson_or_quiz_begins_outside(
    kind: str, whole: bool, root: Path, outside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / ("lessons" if kind == "lesson" else "quizzes")
    of = ["--source", "lind-2024"] if kind == "lesson" else ["--lesson", "free-trams"]
    if whole and folder.exists():
        folder.rename(root / "aside")
    if whole:
        folder.symlink_to(outside)
    else:
        folder.mkdir(exist_ok=True)
        (folder / "ada.yaml").symlink_to(outside / "ada.yaml")
    assert run(["-C", ".", "new", kind, "ada", *of]) == 1
    assert not (outside / "ada.yaml").exists()


@pytest.mark.parametrize("folder", ["lessons", "quizzes", "seeds"])
def test_a_file_that_is_a_link_out_is_not_read(
    folder: str, root: Path, outside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / folder).mkdir(exist_ok=True)
    (root / folder / "ada.yaml").symlink_to(outside / "secret.yaml")
    assert run(["check"]) == 1
    said = capsys.readouterr()
    assert "DK015" in said.out
    assert SECRET not in said.out + said.err
    for command in ("study", "items", "quiz", "map", "handout"):
        assert run([command, "ada"]) == 1
    said = capsys.readouterr()
    assert SECRET not in said.out + said.err


@pytest.mark.parametrize("id_", ["../outside/secret", "/etc/passwd", "..", ".", "a/b", "a\\b", ""])
def test_an_id_is_never_a_path(id_: str, root: Path, outside: Path) -> None:
    for command in (["study"], ["items"], ["quiz"], ["map"], ["whatif"], ["handout"]):
        assert run([*command, id_]) in (1, 2)
    assert run(["export", id_, "--to", "json"]) in (1, 2)
    for kind in (["source"], ["lesson", "--source", "lind-2024"], ["quiz", "--lesson", id_]):
        assert run(["new", kind[0], id_, *kind[1:]]) == 2 or id_ == ""


def test_a_pipe_or_a_folder_in_a_file_s_place_is_told_and_not_waited_for(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(root / "lessons" / "pipe.yaml")
    os.mkfifo(root / "seeds" / "ada.txt")
    (root / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(["check"]) == 1
    assert "no ordinary file" in capsys.readouterr().out
    assert run(["new", "source", "other", "--from", "seeds/ada.txt"]) == 1


def program(folder: Path, name: str = "dot") -> Path:
    """Put a program into a folder that leaves a mark when it is run."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text('#!/bin/sh\ntouch "$0.was-run"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("place", [".", "", "bin", "lessons"])
def test_a_dot_in_the_workspace_is_never_the_one_that_is_run(
    place: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(root / place)
    monkeypatch.setenv("PATH", place, prepend=os.pathsep)
    assert dot_on_path(root) is None
    assert dot_on_path(Path()) is None


def test_the_dot_of_the_path_is_named_from_the_root(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = program(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(sound.parent))
    assert dot_on_path(root) == sound


def test_modules_in_the_workspace_are_not_imported(root: Path) -> None:
    for name in ("yaml", "click", "msgspec", "rich", "jinja2", "platformdirs"):
        (root / f"{name}.py").write_text("open('was-run', 'w')\n", encoding="utf-8")
    info = root / "graphviz_pure-9.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: graphviz-pure\nVersion: 9\n", encoding="utf-8")
    (info / "RECORD").write_text("graphviz-pure,,\n", encoding="utf-8")
    program(root, "graphviz-pure")
    for command in (["check"], ["map", "free-trams", "--format", "svg"]):
        done = subprocess.run(
            [sys.executable, "-m", "debatekit", *command],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == 0
    assert not (root / "was-run").exists()
    assert not (root / "graphviz-pure.was-run").exists()
