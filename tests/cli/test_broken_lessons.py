"""Forty files as typists break them: `check` tells each fault at its line, all in one run.

Each file under tests/data/broken replaces one of a small sound workspace; `expected.tsv` says
what is wrong with it, written from the break. Faults of teaching quality need `--strict`.
"""

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from debatekit.cli.main import run

BROKEN = Path(__file__).parent.parent / "data" / "broken"
FAMILIES = ("syntax", "shape", "references", "quality")


class Expected(NamedTuple):
    """One fault that a broken file has."""

    case: str
    file: str
    line: str
    code: str
    hint: str


def expectations() -> Iterator[Expected]:
    with (BROKEN / "expected.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from (Expected(*row) for row in rows)


EXPECTED = tuple(expectations())
CASES = sorted({row.case for row in EXPECTED})


def faults_of(case: str) -> list[Expected]:
    """Return the faults that a case has, in the order of its file."""
    return sorted((row for row in EXPECTED if row.case == case), key=lambda row: int(row.line))


def checked(case: str, root: Path) -> list[str]:
    """Break the workspace as the case does; return the command that checks it."""
    shutil.copytree(BROKEN / "workspace", root, dirs_exist_ok=True)
    if case:
        shutil.copyfile(BROKEN / f"{case}.yaml", root / faults_of(case)[0].file)
    strict = [] if case.startswith(("syntax", "shape", "references")) else ["--strict"]
    return ["check", *strict]


def test_the_workspace_that_is_broken_here_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = checked("", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(command) == 0


def test_there_are_ten_broken_files_of_each_family_and_ten_with_several_faults() -> None:
    files = {
        path.relative_to(BROKEN).with_suffix("").as_posix() for path in BROKEN.glob("*/*.yaml")
    }
    assert files == set(CASES)
    assert [sum(case.startswith(f"{family}/") for case in CASES) for family in FAMILIES] == [10] * 4
    assert sum(len(faults_of(case)) > 1 for case in CASES) >= 10


@pytest.mark.parametrize("case", CASES)
def test_every_fault_of_a_broken_file_is_told_at_its_line_with_what_to_do(
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = checked(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run([*command, "--format", "json"]) == 1
    told = [
        row
        for row in json.loads(capsys.readouterr().out)
        if row["severity"] == "error" or ("--strict" in command and row["severity"] == "warning")
    ]
    expected = faults_of(case)
    assert [(row["path"], row["line"], row["code"]) for row in told] == [
        (fault.file, int(fault.line), fault.code) for fault in expected
    ]
    for row, fault in zip(told, expected, strict=True):
        assert fault.hint in row["hint"], row


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_is_told_of_on_the_screen_and_without_a_trace(
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = checked(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(command) == 1
    said = capsys.readouterr()
    for fault in faults_of(case):
        assert f"{fault.file}:{fault.line}:" in said.out
    assert "Traceback" not in said.out + said.err
