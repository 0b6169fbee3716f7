"""Messages: whole lines where there is room, broken between words on a narrow screen."""

from pathlib import Path
from shutil import copytree

import pytest

from debatekit.cli.main import run
from tests.cli.quiz_talk import run as run_apart

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
NARROW = 40


def told(
    arguments: list[str],
    columns: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(["-C", str(TRAMS), *arguments]) in (1, 2)
    return capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["handout", "free-trams", "-o", "sheet.odt"],
        ["handout", "free-trms"],
        ["handout", "free-trams", "--kind", "poster"],
        ["quiz", "free-trams", "--version", "A", "--seed", "3"],
        ["hadnout"],
    ],
)
def test_a_message_fits_a_narrow_screen_and_says_the_same(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = told(arguments, 100, monkeypatch, capsys)
    narrow = told(arguments, NARROW, monkeypatch, capsys)

    assert max(map(len, narrow.splitlines())) <= NARROW < max(map(len, wide.splitlines()))
    assert narrow.split() == wide.split()


def test_a_message_stays_a_line_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(["handout", "free-trams", "-o", "sheet.odt"], 80, monkeypatch, capsys)

    [message] = [line for line in said.splitlines() if line.startswith("Error: ")]
    assert len(message) > 80


@pytest.mark.parametrize("command", [["quiz"], ["drill", "rebut"], ["drill", "speech"]])
def test_where_the_input_ends_is_told_in_lines_that_fit(command: list[str], tmp_path: Path) -> None:
    asked = ["-C", str(TRAMS), *command, "free-trams", "--store", str(tmp_path / "scores.db")]

    said = run_apart(asked, "", COLUMNS=str(NARROW)).stderr

    assert "The input ended." in said
    assert max(map(len, said.splitlines())) <= NARROW


def broken(tmp_path: Path, number: int) -> Path:
    """A workspace of so many lessons with faults."""
    root = Path(copytree(TRAMS, tmp_path / "trams"))
    lesson = root / "lessons" / "free-trams.yaml"
    text = lesson.read_text(encoding="utf-8").replace("minutes: 45", "minuets: 45")
    lesson.unlink()
    for place in range(number):
        (root / "lessons" / f"lesson-{place}.yaml").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "There are no lessons here."),
        (1, "There is one lesson here, and it has faults;"),
        (3, "There are 3 lessons here, all with faults;"),
    ],
)
def test_lessons_that_all_have_faults_are_not_said_to_be_missing(
    tmp_path: Path, number: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = broken(tmp_path, number)

    assert run(["-C", str(root), "lessons", "--store", str(tmp_path / "s.db")]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert words in said
    assert ("debatekit check" in said) is (number > 0)
