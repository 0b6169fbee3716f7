"""Measurements: ours and a peer in turn, the first of each left out; what was measured is kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.bench import keep, plain, shown
from tools.measure import Missing, Row, measure
from tools.performance_page import tables


def saying(*seconds: float) -> Callable[[], float]:
    """Return a timer that tells these durations, one a run."""
    left = iter(seconds)
    return lambda: next(left)


def row(ours: Callable[[], float], peer: Callable[[], float], at_most: float = 2.0) -> Row:
    return Row("ours", "theirs", at_most, ours, peer, runs=3)


def test_a_ratio_is_that_of_pairs_and_the_first_run_of_each_warms_up() -> None:
    result = measure(row(saying(900, 1, 6, 4), saying(100, 2, 2, 4)))

    assert (result.low, result.median, result.high) == (0.5, 1.0, 3.0)
    assert (result.ours, result.peer) == (4, 2)


def test_ours_and_the_peer_run_in_turn() -> None:
    ran: list[str] = []

    def timer(name: str) -> float:
        ran.append(name)
        return 1.0

    measure(row(lambda: timer("ours"), lambda: timer("peer")))

    assert ran == ["ours", "peer"] * 4


@pytest.mark.parametrize(("at_most", "word"), [(1.5, "holds"), (1.4, "MISSED")])
def test_a_bound_is_held_up_to_its_last_digit(at_most: float, word: str) -> None:
    result = measure(row(saying(3, 3, 3, 3), saying(2, 2, 2, 2), at_most))

    assert result.holds == (word == "holds")
    assert shown(result).startswith(word)


def test_what_is_measured_anew_leaves_the_other_sections_and_the_page_shows_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    first = measure(row(saying(1, 1, 1, 1), saying(1, 1, 1, 1)))

    keep(start=[plain(first)])
    keep(paper=[plain(Missing("a | b", "no such program"))])

    kept = json.loads((tmp_path / "docs" / "performance.json").read_text(encoding="utf-8"))
    assert list(kept) == ["machine", "start", "paper"]
    assert "| ours | theirs | 1 (1 to 1) | 2 | yes | 3 |" in tables()
    assert "Not measured: a \\| b (no such program)." in tables()
