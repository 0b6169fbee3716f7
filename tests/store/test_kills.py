"""A program that is killed loses no answer that it had acknowledged."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from debatekit.store.scores import open_scores

WRITER = """
import sys
from pathlib import Path
from debatekit.store.scores import open_scores
from tests.store.make import attempt
with open_scores(Path(sys.argv[1])) as scores:
    for number in range(int(sys.argv[2]), int(sys.argv[2]) + 2000):
        scores.add_attempt(attempt(number))
        sys.stdout.write(f"{number}\\n")
        sys.stdout.flush()
"""
ROOT = Path(__file__).parent.parent.parent


def writer(file: Path, start: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), str(start)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def killed_after(process: subprocess.Popen[str], answers: int) -> list[str]:
    """Kill the process once it has acknowledged so many answers; return all it acknowledged."""
    assert process.stdout is not None
    heard = [process.stdout.readline() for _ in range(answers)]
    process.kill()
    rest = process.stdout.read()
    process.wait()
    process.stdout.close()
    return [line.strip() for line in [*heard, *rest.splitlines()] if line.strip()]


@pytest.mark.parametrize("seed", range(4))
def test_every_acknowledged_answer_outlives_a_kill(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "scores.db"
    moments = Random(seed).sample(range(1, 40), 3)
    acknowledged: list[str] = []
    for round_number, moment in enumerate(moments):
        process = writer(file, round_number * 10_000)
        acknowledged += killed_after(process, moment)

    with open_scores(file) as scores:
        kept = {int(found.id[-12:]) for found in scores.attempts()}
        sound = scores._connection.execute("PRAGMA integrity_check").fetchone()[0]
    assert {int(number) for number in acknowledged} <= kept
    assert sound == "ok"


def test_four_programs_at_once_on_a_new_file_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "scores.db"
    processes = [writer(file, start) for start in range(0, 40_000, 10_000)]
    heard = [killed_after(process, 25) for process in processes]

    with open_scores(file) as scores:
        kept = {int(found.id[-12:]) for found in scores.attempts()}
    assert {int(number) for numbers in heard for number in numbers} <= kept
    assert all(len(numbers) >= 25 for numbers in heard)
