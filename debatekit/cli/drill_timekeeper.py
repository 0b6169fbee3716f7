"""A speech that runs: what is signalled, shown and typed while it does."""

from collections import deque
from collections.abc import Callable
from math import ceil
from typing import Literal, Protocol

from msgspec import Struct

from debatekit.model.speech import Speech
from debatekit.practice.signals import clock_text, signals

Ending = Literal["over", "next", "stop"]
"""How a speech ended: by its time, because the next one was wanted, or with all the rest."""
KEYS = "While a speech runs, Enter shows its time, s ends it, q stops, ? shows this help."


class Ear(Protocol):
    """Whatever hears what is typed."""

    def line(self, wait_s: float | None) -> str | None:
        """Return a line as soon as one is typed; nothing if the time is up first.

        Without a time to wait, nothing means that the input has ended.
        """


class Board(Protocol):
    """Wherever a timekeeper writes."""

    step_s: float
    """How often the time is shown anew; where it never is, how long to wait at most."""

    def say(self, line: str) -> None:
        """Write a line that stays."""

    def signal(self, line: str) -> None:
        """Write a line that stays, so that it is noticed."""

    def show(self, text: str) -> None:
        """Write the running time over the one before, where a screen can."""

    def heard(self, line: str) -> None:
        """Take notice of a line that was typed."""


class Timekeeper(Struct, frozen=True, kw_only=True):
    """Runs speeches by a clock that only goes forward, whatever the time of day is set to."""

    now: Callable[[], float]
    """Seconds from any beginning."""
    ear: Ear
    board: Board

    def run(self, speech: Speech) -> Ending:
        """Signal until the speech is over, or is ended by a key."""
        begun, left = self.now(), deque(signals(speech))
        self.board.say(f"0:00 {speech.name} begins.")
        while left:
            run_s = self.now() - begun
            if run_s >= left[0].at_s:
                signal = left.popleft()
                self.board.signal(f"{clock_text(signal.at_s)} {signal.text}")
                continue
            self.board.show(_running(speech, run_s))
            typed = self.ear.line(min(left[0].at_s - run_s, self.board.step_s))
            if typed is not None:
                self.board.heard(typed)
                ending = self._heard(speech, typed, self.now() - begun)
                if ending is not None:
                    return ending
        return "over"

    def _heard(self, speech: Speech, typed: str, run_s: float) -> Ending | None:
        """Return how the speech ends by what was typed, if it does."""
        match typed.strip().casefold():
            case "q":
                return "stop"
            case "s":
                self.board.say(f"{clock_text(run_s)} Ended.")
                return "next"
            case "?":
                self.board.say(KEYS)
            case _:
                self.board.say(_running(speech, run_s))
        return None


def _running(speech: Speech, run_s: float) -> str:
    """Return how long a speech has run, and how long it has left or is over."""
    left_s = speech.minutes * 60 - run_s
    end = f"{clock_text(ceil(left_s))} left" if left_s > 0 else f"{clock_text(-left_s)} over"
    return f"{clock_text(run_s)} {speech.name}, {end}"
