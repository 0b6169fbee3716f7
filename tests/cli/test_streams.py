"""Standard streams that are closed, full or cut off: one message at most, never a trace."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.quiz_talk import environment, make_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams of a POSIX shell")
FULL = Path("/dev/full")


def shell(command: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line in a small workspace; `debatekit` stands for the program."""
    workspace = tmp_path / "trams"
    if not workspace.exists():
        make_workspace(workspace)
    program = f"{shlex.quote(sys.executable)} -m debatekit -C {shlex.quote(str(workspace))}"
    return subprocess.run(
        ["bash", "-c", command.replace("debatekit", program)],
        capture_output=True,
        text=True,
        env=environment(DEBATEKIT_STORE=str(tmp_path / "scores.db")),
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["map free-trams", "quiz all-kinds", "--version"])
def test_a_stream_that_was_closed_before_the_start_is_an_empty_one(
    command: str, closed: str, tmp_path: Path
) -> None:
    done = shell(f"debatekit {command} {closed}", tmp_path)

    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


def test_stopping_it_while_it_still_starts_is_no_fault(tmp_path: Path) -> None:
    late = tmp_path / "click.py"
    late.write_text("raise KeyboardInterrupt\n", encoding="utf-8")

    done = shell(f"PYTHONPATH={shlex.quote(str(tmp_path))} debatekit lessons", tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "\nStopped.\n")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command", ["map free-trams", "items free-trams --json", "handout free-trams --format html"]
)
def test_a_result_that_finds_no_room_ends_in_one_message(command: str, tmp_path: Path) -> None:
    done = shell(f"debatekit {command} >{FULL}", tmp_path)

    assert (done.returncode, done.stderr) == (1, "Error: the output found no room: no space left\n")


@pytest.mark.parametrize(
    "command", ["map free-trams", "items free-trams --json", "handout free-trams --format html"]
)
def test_a_reader_that_has_seen_enough_is_no_fault(command: str, tmp_path: Path) -> None:
    done = shell(f"set -o pipefail; debatekit {command} | head -c 1 >{tmp_path}/first", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
