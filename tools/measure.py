"""Measuring two things against each other, in turn, so that a drifting machine harms neither."""

import os
import select
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DEBATEKIT = str(Path(sys.executable).with_name("debatekit"))
"""The program that is measured: the one beside the Python that measures."""
SCREEN = {"TERM": "xterm-256color", "COLUMNS": "80"}
"""The terminal on which it is measured."""

Timer = Callable[[], float]
"""Runs something once and returns how many seconds it took."""


@dataclass(frozen=True)
class Row:
    """One figure: ours against a peer, and the ratio it must not exceed."""

    what: str
    against: str
    at_most: float
    ours: Timer
    peer: Timer
    runs: int = 15


@dataclass(frozen=True)
class Missing:
    """A figure that could not be measured here, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class Ratio:
    """What a row gave: the median of the pairwise ratios and their spread.

    `ours` and `peer` are the medians of both sides; seconds, unless the row counts something else.
    """

    row: Row
    low: float
    median: float
    high: float
    ours: float
    peer: float

    @property
    def holds(self) -> bool:
        """True if the median does not exceed the row's bound."""
        return self.median <= self.row.at_most


def measure(row: Row) -> Ratio:
    """Run ours and the peer in turn, after one warm-up each; return the ratios."""
    row.ours()
    row.peer()
    pairs = [(row.ours(), row.peer()) for _ in range(row.runs)]
    ratios = sorted(ours / peer for ours, peer in pairs)
    ours, peer = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Ratio(row, ratios[0], statistics.median(ratios), ratios[-1], ours, peer)


def process(command: Sequence[str], **environment: str) -> Timer:
    """Return a timer for a whole process, its output thrown away."""

    def run() -> float:
        begun = time.perf_counter()
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **environment},
            check=False,
        )
        return time.perf_counter() - begun

    return run


def until_shown(
    command: Sequence[str],
    marker: bytes,
    environment: Mapping[str, str],
    gate: tuple[bytes, bytes] = (b"", b""),
) -> Timer:
    """Return a timer from a process's start on a terminal until `marker` stands there.

    A program that first wants a key says so in words: `gate` is those words, and the key.
    """
    import pty  # Windows has none; all else here works there

    def run() -> float:
        begun = time.perf_counter()
        child, screen = pty.fork()
        if child == 0:
            os.execvpe(command[0], list(command), {**os.environ, **environment})
        try:
            words, key = gate
            if words:
                _read_until(screen, words)
                os.write(screen, key)
            _read_until(screen, marker)
            return time.perf_counter() - begun
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(screen)

    return run


def call(function: Callable[[], object]) -> Timer:
    """Return a timer for a function of this process."""

    def run() -> float:
        begun = time.perf_counter()
        function()
        return time.perf_counter() - begun

    return run


def _read_until(screen: int, marker: bytes, seconds: float = 20) -> None:
    """Read what a terminal shows until the marker stands there.

    Raises `TimeoutError` if it does not come.
    """
    shown = b""
    while marker not in shown:
        ready, _, _ = select.select([screen], [], [], seconds)
        if not ready:
            raise TimeoutError(f"{marker!r} was not shown; the screen says {shown[-300:]!r}")
        shown += os.read(screen, 65536)
        if b"\x1b[6n" in shown:
            os.write(screen, b"\x1b[1;1R")
            shown = shown.replace(b"\x1b[6n", b"")
