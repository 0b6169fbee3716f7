"""Real sessions killed, starved and crowded: nothing that was acknowledged is lost.

`make endurance` kills 200 sessions; the ordinary run a few.
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from tests.cli.quiz_talk import Talk, environment, make_workspace, right_answer, run

KILLS = int(os.environ.get("DEBATEKIT_KILLS", "15"))
ONE_RUN = 5
"""So many kills make a test, on one file."""
NAMES = ["me", "ليلى", "李雷", 'Zoë "O\'Hara"', "'; DROP TABLE attempt; --"]


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    folder = make_workspace(tmp_path / "workspace")
    return ["-C", str(folder), "--store", str(tmp_path / "scores" / "scores.db")]


def kept(place: list[str], student: str = "me") -> int:
    found = run(["scores", "--attempts", "--json", "--student", student, *place])
    assert found.returncode == 0, found.stderr
    return len(json.loads(found.stdout))


def sound(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def answers_until_killed(place: list[str], student: str, delay_s: float) -> tuple[str, int]:
    """Answer a quiz that is killed after a while; return its first screen, and how many
    answers it had acknowledged by then.
    """
    acknowledged = 0
    with Talk(["quiz", "all-kinds", "--student", student, *place]) as talk:
        killer = Timer(delay_s, talk.process.kill)
        killer.start()
        shown = first = talk.heard()
        try:
            while "Question " in shown and "Done:" not in shown:
                shown = talk.say(right_answer(shown))
                acknowledged += "Correct." in shown
        except (BrokenPipeError, ValueError, StopIteration, KeyError):
            pass
        killer.cancel()
        talk.process.kill()
    return first, acknowledged


@pytest.mark.parametrize("start", range(0, KILLS, ONE_RUN))
def test_killed_at_any_moment_no_acknowledged_answer_is_lost(place: list[str], start: int) -> None:
    rng, student, total = Random(start), NAMES[start // ONE_RUN % len(NAMES)], 0
    for _ in range(ONE_RUN):
        before = total
        first, acknowledged = answers_until_killed(place, student, rng.uniform(0.2, 2.5))
        if "Question " in first:
            assert f"Question {before % 6 + 1} of 6" in first
        total = kept(place, student)

        # One more may be on the disk than its reader heard of.
        assert before + acknowledged <= total <= before + acknowledged + 1
    if (file := Path(place[3])).exists():
        assert sound(file)


def test_eight_sessions_at_once_lose_nothing(place: list[str]) -> None:
    talks = [Talk(["quiz", "all-kinds", "--student", f"student {n}", *place]) for n in range(8)]
    shown = [talk.heard() for talk in talks]
    for _ in range(6):
        shown = [talk.say(right_answer(text)) for talk, text in zip(talks, shown, strict=True)]
    for talk in talks:
        talk.__exit__(None, None, None)

    assert [kept(place, f"student {n}") for n in range(8)] == [6] * 8
    assert sound(Path(place[3]))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 KiB; only root may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if os.name == "nt" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_what_was_acknowledged_stays_and_one_line_says_why(
    place: list[str], small_disk: Path
) -> None:
    place = [*place[:3], str(small_disk / "scores.db")]
    acknowledged = 0
    for _ in range(100):
        with Talk(["quiz", "all-kinds", *place]) as talk:
            shown = talk.heard()
            while "Question " in shown and "Done:" not in shown:
                shown = talk.say(right_answer(shown))
                acknowledged += "Correct." in shown
            code = talk.process.wait()
            assert talk.process.stderr is not None
            said = talk.process.stderr.read().decode()
        if code:
            break
        # Something else takes room, until nothing is left.
        if disk_free(small_disk) > 60_000:
            (small_disk / f"filler-{acknowledged}").write_bytes(b"x" * 30_000)

    lines = [line for line in said.splitlines() if "Warning: no backup" not in line]
    assert code == 1
    assert re.search(r"disk (is )?full", lines[-1])
    assert "Traceback" not in said
    for old in small_disk.glob("filler-*"):
        old.unlink()
    assert kept(place) == acknowledged
    assert sound(Path(place[3]))


def disk_free(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], None]]:
    """Makes a folder read-only for the test; for root, whom no mode binds, by a mount."""
    closed: list[Path] = []
    mounted = os.name != "nt" and os.geteuid() == 0

    def close(folder: Path) -> None:
        mount = ["mount", "--bind", "-o", "ro", str(folder), str(folder)]
        if os.name == "nt" or (mounted and subprocess.run(mount, check=False).returncode):
            pytest.skip("no folder can be made read-only here")
        if not mounted:
            folder.chmod(0o555)
        closed.append(folder)

    yield close
    for folder in closed:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)
        else:
            folder.chmod(0o755)


SHOWING = [
    ["scores"],
    ["scores", "--attempts", "--json"],
    ["scores", "export", "-"],
    ["lessons"],
    [],
]
KEEPING = [["quiz", "all-kinds"], ["scores", "forget", "--student", "me", "--yes"]]


def test_in_a_read_only_folder_all_can_be_shown_and_what_keeps_says_that_it_cannot(
    place: list[str], read_only: Callable[[Path], None]
) -> None:
    answers_until_killed(place, "me", 30)
    before = [run([*place, *shown], DEBATEKIT_PLAIN="1").stdout for shown in SHOWING]
    read_only(Path(place[3]).parent)
    after = [run([*place, *shown], DEBATEKIT_PLAIN="1") for shown in SHOWING]

    assert kept(place) == 6
    assert [found.returncode for found in after] == [0] * len(SHOWING)
    assert [undated(found.stdout) for found in after] == list(map(undated, before))
    for command in KEEPING:
        refused = run([*place, *command], "q\n")
        assert refused.returncode == 1
        (line,) = refused.stderr.strip().splitlines()
        assert "read-only" in line
        assert "--store" in line


def undated(text: str) -> str:
    """A text without the moment at which it was written."""
    return re.sub(r'"exported_at":"[^"]*"', "", text)


def test_what_a_killed_program_left_in_the_log_is_shown_from_a_read_only_folder(
    place: list[str], read_only: Callable[[Path], None]
) -> None:
    with Talk(["quiz", "all-kinds", *place]) as talk:
        shown = talk.heard()
        for _ in range(3):
            shown = talk.say(right_answer(shown))
        talk.process.kill()
    file = Path(place[3])
    assert file.with_name("scores.db-wal").stat().st_size > 0
    file.with_name("scores.db-shm").unlink()
    read_only(file.parent)

    assert kept(place) == 3


def test_a_damaged_file_is_set_aside_with_a_message_and_comes_back(place: list[str]) -> None:
    file = Path(place[3])
    for _ in range(2):
        answers_until_killed(place, "me", 30)
    whole = kept(place)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    found = run(["quiz", "all-kinds", *place], "q\n")
    (aside,) = file.parent.glob("scores.damaged-*.db")
    (backup,) = (file.parent / "backups").iterdir()
    restored = run(["scores", "restore", *place])

    assert found.returncode == 1
    assert len(found.stderr.strip().splitlines()) == 1
    way_back = f"'debatekit scores restore --store {file}'"
    assert all(name in found.stderr for name in (str(aside), str(backup), way_back))
    assert aside.read_bytes() == content[: len(content) // 2]
    assert restored.returncode == 0
    assert 0 < kept(place) < whole


def test_writers_of_many_answers_wait_for_one_another(place: list[str], tmp_path: Path) -> None:
    answers_until_killed(place, "me", 30)
    file = tmp_path / "handed.jsonl"
    run(["scores", "export", str(file), *place])
    imports = [
        subprocess.Popen(
            [sys.executable, "-m", "debatekit", "scores", "import", str(file), *place],
            env=environment(),
            stdout=subprocess.DEVNULL,
        )
        for _ in range(4)
    ]
    until = time.monotonic() + 60

    assert [one.wait(until - time.monotonic()) for one in imports] == [0] * 4
    assert kept(place) == 6
