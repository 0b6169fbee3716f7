"""`check --watch` tells what each save mends and breaks; `check --explain` what a code means."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.cli.check_watch import changes, stamps
from debatekit.cli.main import run
from debatekit.codes import CODES
from debatekit.diagnostics import Diagnostic
from debatekit.model.location import Location

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
FAULTS = st.builds(
    Diagnostic,
    where=st.builds(Location, st.sampled_from("ab"), st.integers(1, 3)),
    code=st.sampled_from(["DK101", "DK109"]),
    message=st.sampled_from(["this", "that"]),
)


@given(st.lists(FAULTS, max_size=5), st.integers(0, 9))
def test_faults_that_only_moved_are_no_change(found: list[Diagnostic], lines: int) -> None:
    moved = [
        replace(fault, where=Location(fault.where.path, fault.where.line + lines))
        for fault in found
    ]

    assert [*changes(found, moved, False)] == []


@given(st.lists(FAULTS, max_size=5), st.lists(FAULTS, max_size=5))
def test_what_is_mended_and_what_is_new_make_up_the_difference(
    before: list[Diagnostic], after: list[Diagnostic]
) -> None:
    told = [*changes(before, after, False)]
    mended = [line for line in told if line.startswith("mended: ")]

    assert len(before) - len(mended) + (len(told) - len(mended)) == len(after)


def test_files_that_are_no_part_of_a_workspace_are_not_looked_at(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.txt", "c.yaml~", ".d.yaml.swp"):
        (tmp_path / name).write_text("", encoding="utf-8")

    assert {Path(path).name for path in stamps([tmp_path, tmp_path / "gone"])} == {
        "a.yaml",
        "b.txt",
    }


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """Start watching a small workspace; end it whatever happens."""
    root = Path(shutil.copytree(TRAMS, tmp_path / "trams"))
    started = subprocess.Popen(
        [sys.executable, "-m", "debatekit", "check", "--watch"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    yield root, started
    started.kill()
    started.wait()


def reader(process: "subprocess.Popen[str]") -> Callable[[str], list[str]]:
    """Return what reads the lines of a process up to one that holds some words."""
    lines: Queue[str] = Queue()
    assert process.stdout is not None
    stream = process.stdout

    def take() -> None:
        for line in stream:
            lines.put(line)

    Thread(target=take, daemon=True).start()

    def read_to(words: str) -> list[str]:
        said: list[str] = []
        while not said or words not in said[-1]:
            said.append(lines.get(timeout=60))
        return said

    return read_to


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_a_save_tells_what_it_broke_the_next_what_it_mended_and_ctrl_c_ends_it(
    watched: tuple[Path, "subprocess.Popen[str]"],
) -> None:
    root, process = watched
    read_to = reader(process)
    read_to("Watching")
    lesson = root / "lessons" / "free-trams.yaml"
    good = lesson.read_text(encoding="utf-8")

    lesson.write_text(good.replace("minutes: 45", "minuets: 45"), encoding="utf-8")
    broken = "".join(read_to("did you mean"))
    lesson.write_text(good, encoding="utf-8")
    mended = "".join(read_to("mended"))
    process.send_signal(signal.SIGINT)

    assert "lessons/free-trams.yaml:4:1: DK101 unknown key 'minuets'" in broken
    assert "mended: lessons/free-trams.yaml: DK101 unknown key 'minuets'" in mended
    assert process.wait(60) == 130
    assert "Traceback" not in "".join(read_to("Stopped"))


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained_in_any_case(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--explain", code.lower()]) == 0

    said = capsys.readouterr().out
    for example in (CODES[code].bad, CODES[code].good):
        assert all(line in said for line in example.splitlines())


def test_a_code_that_there_is_not_names_one_that_there_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["check", "--explain", "DK4000"]) == 1
    assert "'DK40" in capsys.readouterr().err
