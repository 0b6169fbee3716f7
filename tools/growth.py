"""How the work grows with what there is: curves from a few to very many, for `make bench`."""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from debatekit.logic.status import statuses
from debatekit.model.graph import Scenario
from tools.bench_engine import acyclic_graph, attack_chain, fresh, many_lessons, random_graph
from tools.bench_store import commit_timer, fill
from tools.measure import DEBATEKIT, Timer, call, process

LESSONS = (10, 100, 1_000, 10_000)
ATTEMPTS = (1_000, 10_000, 100_000, 1_000_000)
CLAIMS = (100, 1_000, 10_000, 100_000)
PATIENCE = 20.0
"""Seconds after which a point is not measured again."""
RUNS = 15

Curve = dict[str, Any]
"""A name, an axis, and points of a number and a median in seconds."""


def growth(folder: Path) -> Iterator[Curve]:
    """Yield every curve; each point is the median of up to 15 runs after one to warm up."""
    for shape in (random_shape, acyclic_graph, attack_chain):
        name = shape.__name__.removesuffix("_graph").removesuffix("_shape").replace("_", " ")
        yield _curve("status", f"status, {name}", "claims", CLAIMS, _status(shape))
    yield _curve("check", "debatekit check", "lessons", LESSONS, _check(folder))
    files = {number: folder / f"{number}.db" for number in ATTEMPTS}
    for number, file in files.items():
        fill(file, number)
    yield _curve("scores", "debatekit scores", "attempts", ATTEMPTS, lambda n: _scores(files[n]))
    yield _curve(
        "commit", "one answer's commit", "attempts", ATTEMPTS, lambda n: commit_timer(files[n])
    )


def random_shape(claims: int) -> Any:
    """Return a random graph of so many claims, with as many inferences and half as many attacks."""
    return random_graph(claims, claims, claims // 2)


def _curve(
    plot: str, name: str, axis: str, numbers: tuple[int, ...], timer: Callable[[int], Timer]
) -> Curve:
    """Return one curve; points that share a plot have the same axis."""
    points = []
    for number in numbers:
        points.append((number, float(f"{_median(timer(number)):.4g}")))
        print(f"growth  {name}: {number:,} {axis} in {points[-1][1]:g} s", flush=True)
    return {"plot": plot, "name": name, "axis": axis, "points": points}


def _median(timer: Timer) -> float:
    """Return the median of some runs, of fewer where they take long."""
    first = timer()
    runs = RUNS if first * RUNS < PATIENCE else max(1, int(PATIENCE / first))
    return statistics.median(timer() for _ in range(runs))


def _status(shape: Callable[[int], Any]) -> Callable[[int], Timer]:
    """Return how to time the status of a graph of that shape."""

    def timer(claims: int) -> Timer:
        graph = shape(claims)
        return call(lambda: statuses(fresh(graph), Scenario()))

    return timer


def _check(folder: Path) -> Callable[[int], Timer]:
    """Return how to time checking a workspace of so many lessons, as a whole process."""

    def timer(lessons: int) -> Timer:
        root = folder / f"{lessons}-lessons"
        many_lessons(root, lessons)
        return process([DEBATEKIT, "-C", str(root), "check", "--plain"])

    return timer


def _scores(file: Path) -> Timer:
    """Return how to time the progress of a student with so many attempts, as a whole process."""
    return process([DEBATEKIT, "scores", "--plain", "--store", str(file)])
