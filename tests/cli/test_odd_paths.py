"""Pipes, links in circles and files in a folder's place: one message, never a trace or a wait."""

import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from debatekit.cli.main import run
from debatekit.store.exchange import Header, write_lines
from tests.cli.quiz_talk import make_workspace
from tests.report.make import made

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes and links")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a workspace, and work in it with a score file of its own."""
    folder = make_workspace(tmp_path / "trams")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DEBATEKIT_STORE", str(tmp_path / "scores.db"))
    return folder


@pytest.fixture
def pipe(root: Path) -> Path:
    path = root / "answers"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize("command", [["scores", "import"], ["report"], ["scores", "restore"]])
def test_a_pipe_that_nobody_writes_to_is_told_and_not_waited_for(
    command: list[str], pipe: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, pipe.name]) == 1

    assert "answers" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "said"),
    [(["scores", "import"], "1 new answer of Ada"), (["report"], "1 student, 1 first answer")],
)
def test_what_a_program_writes_into_a_pipe_is_read_to_its_end(
    command: list[str], said: str, pipe: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = Header(student="Ada", exported_at="2026-03-02T00:00:00+00:00")
    answers = write_lines(header, [made("Ada", 1)])
    writer = Thread(target=pipe.write_bytes, args=(answers,))
    writer.start()

    code = run([*command, pipe.name])

    writer.join()
    assert (code, said in capsys.readouterr().out) == (0, True)


@pytest.mark.parametrize(
    "command",
    [
        ["map", "free-trams", "-o"],
        ["export", "free-trams", "--to", "gift", "-o"],
        ["scores", "--html"],
        ["preview", "free-trams", "--no-open", "-o"],
    ],
)
def test_a_link_that_leads_in_a_circle_is_no_place_to_write(
    command: list[str], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    circle = root / "circle"
    circle.symlink_to(circle)

    if run([*command, "circle"]) == 1:  # newer Pythons put the file in the place of the link
        assert "circle" in capsys.readouterr().err
    else:
        assert circle.read_bytes()


def test_a_link_to_nothing_is_not_said_to_be_like_itself(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "lessons" / "gone.yaml").symlink_to(root / "nowhere")

    assert run(["check", "lessons/gone.yaml"]) == 1
    assert "did you mean 'gone.yaml'" not in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["schemas", "seeds", "quizzes"])
def test_a_file_where_a_folder_belongs_is_one_message(
    folder: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "article.txt").write_text("The path stays open.\n", encoding="utf-8")
    if (root / folder).is_dir():
        (root / folder).rename(root / "aside")
    (root / folder).touch()

    kind = ["quiz", "x", "--lesson", "free-trams"] if folder == "quizzes" else ["source", "x"]
    assert run(["new", *kind]) == 1
    assert folder in capsys.readouterr().err
    if folder == "seeds":
        assert run(["new", *kind, "--from", "article.txt"]) == 1
