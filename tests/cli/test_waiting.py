"""What takes long says how far it is: on a terminal, on standard error, and then is gone."""

import io
import sys
import time
from collections.abc import Iterator

import pyte
import pytest

from debatekit.cli.context import Settings
from debatekit.cli.waiting import SENTENCE_S, told, waiting

SCREEN = Settings(plain=False, color=True, width=60)
PLAIN = Settings(plain=True)
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"


class Terminal(io.StringIO):
    """Standard error that is a terminal, or is none."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def passing(seconds: float) -> Iterator[float]:
    """Yield the time at each look at a clock that goes on by so much."""
    now = 0.0
    while True:
        yield now
        now += seconds


def said(
    settings: Settings, seconds: float, monkeypatch: pytest.MonkeyPatch, *, terminal: bool = True
) -> str:
    """Return what is written while 40 parts are done, each in so many seconds."""
    error, clock = Terminal(terminal), passing(seconds)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    assert [*told(settings, "Checking", range(40), 40)] == [*range(40)]
    return error.getvalue()


def screen(written: str) -> list[str]:
    """Return the lines that a terminal shows in the end."""
    shown = pyte.Screen(60, 10)
    pyte.Stream(shown).feed(written.replace("\n", "\r\n"))
    return [line.rstrip() for line in shown.display if line.strip()]


@pytest.mark.parametrize("settings", [SCREEN, PLAIN], ids=["screen", "plain"])
@pytest.mark.parametrize(("seconds", "terminal"), [(0.02, True), (10.0, False)])
def test_what_is_short_or_seen_by_nobody_says_nothing(
    settings: Settings, seconds: float, terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said(settings, seconds, monkeypatch, terminal=terminal) == ""


def test_on_a_terminal_a_bar_tells_how_far_it_is_and_is_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = said(SCREEN, 0.5, monkeypatch)

    assert "Checking" in written
    assert "30/40" in written
    assert screen(written) == []


def test_in_plain_mode_a_sentence_comes_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = said(PLAIN, 0.5, monkeypatch).splitlines()

    assert lines[0] == "Checking: 2 of 40 done."
    assert len(lines) == 1 + int((40 * 0.5 - 1) // SENTENCE_S)
    assert not any("\x1b" in line or "\r" in line for line in lines)


def test_what_is_said_on_standard_error_meanwhile_stands_there_in_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error, clock = Terminal(True), passing(2)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))

    with waiting(SCREEN, "Reading", 3) as step:
        for number in range(3):
            step()
            sys.stderr.write(f"file {number} cannot be read\n")

    assert screen(error.getvalue()) == [f"file {number} cannot be read" for number in range(3)]


def test_a_stop_takes_the_bar_away(monkeypatch: pytest.MonkeyPatch) -> None:
    error, clock = Terminal(True), passing(2)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))

    with pytest.raises(KeyboardInterrupt):
        stopped_after_one()

    assert "Reading" in error.getvalue()
    assert screen(error.getvalue()) == []
    assert error.getvalue().rindex(SHOW_CURSOR) > error.getvalue().rindex(HIDE_CURSOR)


def stopped_after_one() -> None:
    with waiting(SCREEN, "Reading", 3) as step:
        step()
        raise KeyboardInterrupt
