"""Figures of what a teacher waits for while she writes: from saving to the line on the screen."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tools.bench_engine import many_lessons
from tools.measure import DEBATEKIT, Row, Timer

LESSONS = 1_000
ALLOWED_S = 0.3
BROKEN = "\nminutes: many\n"


def watch_rows(folder: Path) -> Iterator[Row]:
    """Yield how soon a save is told of, in a workspace of very many lessons."""
    root = folder / "watched"
    many_lessons(root, LESSONS)
    command = [DEBATEKIT, "-C", str(root), "check", "--watch", "--plain"]
    watching = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
    )
    try:
        _await(watching, b"Watching")
        yield Row(
            f"check --watch of {LESSONS:,} lessons, from a save to its line",
            "0.3 seconds",
            1.0,
            save_timer(watching, root / "lessons" / "lesson-7.yaml"),
            lambda: ALLOWED_S,
        )
    finally:
        watching.send_signal(signal.SIGINT)
        watching.wait(timeout=20)


def save_timer(watching: "subprocess.Popen[bytes]", lesson: Path) -> Timer:
    """Return a timer of a save that breaks a lesson, then of one that mends it, and so on."""
    assert watching.stdout is not None
    sound, turns, written = lesson.read_text(encoding="utf-8"), count(), watching.stdout.fileno()

    def run() -> float:
        breaks = next(turns) % 2 == 0
        time.sleep(0.5)
        while select.select([written], [], [], 0)[0]:
            os.read(written, 65_536)
        begun = time.perf_counter()
        lesson.write_text(sound + BROKEN if breaks else sound, encoding="utf-8")
        _await(watching, b"lesson-7.yaml" if breaks else b"mended: ")
        return time.perf_counter() - begun

    return run


def _await(watching: "subprocess.Popen[bytes]", marker: bytes, seconds: float = 120) -> None:
    """Read what is written until the marker comes; raises `TimeoutError` if it does not."""
    assert watching.stdout is not None
    shown = b""
    while marker not in shown:
        ready, _, _ = select.select([watching.stdout], [], [], seconds)
        part = os.read(watching.stdout.fileno(), 65_536) if ready else b""
        if not part:
            raise TimeoutError(f"{marker!r} did not come; there was {shown[-300:]!r}")
        shown += part
