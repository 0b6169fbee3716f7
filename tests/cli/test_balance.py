"""`debatekit check --balance`: a table for eyes, sentences for everybody."""

import shutil
from pathlib import Path

import pytest

from debatekit.check import balance_table
from debatekit.cli.check_balance import as_sentences, as_table, balance_of
from debatekit.cli.main import run
from debatekit.read import read_workspace

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
ROWS = balance_of(TRAMS, "free-trams")


def test_every_measure_is_in_the_table_and_in_the_sentences() -> None:
    codes = [row.code for row in ROWS]

    assert codes == [f"DK{number}" for number in range(251, 263)]
    assert [line[:5] for line in as_table(ROWS) if line.startswith("DK")] == codes
    assert [line[:5] for line in as_sentences(ROWS, 80) if line.startswith("DK")] == codes


def test_a_measure_that_leaves_its_bounds_says_which_they_are() -> None:
    broken = [row for row in ROWS if not row.passes]

    assert broken
    for row in broken:
        assert f"keep {row.bound}" in "\n".join(as_table([row]))
        assert f"keep {row.bound}" in " ".join(" ".join(as_sentences([row], 200)).split())


@pytest.mark.parametrize("width", [40, 60, 80])
def test_sentences_fit_the_screen(width: int) -> None:
    assert all(len(line) <= width for line in as_sentences(ROWS, width))


def test_the_table_fits_eighty_columns() -> None:
    assert all(len(line) <= 80 for line in as_table(ROWS))


def test_a_balance_fails_the_command_only_when_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plain = ["-C", str(TRAMS), "--plain", "check", "--balance", "free-trams"]

    assert run(plain) == 0
    assert run([*plain, "--strict"]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_figures_of_a_lesson_with_errors_come_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(TRAMS, tmp_path / "trams")
    lesson = tmp_path / "trams" / "lessons" / "free-trams.yaml"
    asked = ["-C", str(tmp_path / "trams"), "--plain", "check", "--balance", "free-trams"]

    run(asked)
    sound = capsys.readouterr().err
    lesson.write_text(lesson.read_text("utf-8").replace("attacks: ", "attacks: x-", 1), "utf-8")
    run(asked)
    faulty = capsys.readouterr().err

    assert (sound, "1 error" in faulty) == ("", True)


def test_the_whole_answer_fits_a_narrow_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    run(["-C", str(TRAMS), "--plain", "check", "--balance", "free-trams"])

    assert [line for line in capsys.readouterr().out.splitlines() if len(line) > 40] == []


def test_a_lesson_that_is_not_there_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(TRAMS), "check", "--balance", "free-tram"]) == 1
    assert "did you mean 'free-trams'?" in capsys.readouterr().err


def test_without_items_the_rows_on_items_have_nothing_to_measure() -> None:
    workspace, _ = read_workspace(TRAMS)

    rows = {row.code: row for row in balance_table(workspace.lessons["free-trams"], workspace)}

    assert rows["DK259"].passes
    assert (rows["DK260"].author, rows["DK260"].counter) == (None, None)
