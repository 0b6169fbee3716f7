"""`drill speech`: the timekeeper on a made clock, and the command through a pipe."""

import pytest

from debatekit.cli.drill_timekeeper import Timekeeper
from debatekit.model.speech import SPEECH_FORMATS, Speech
from tests.cli.piped import piped

PM = SPEECH_FORMATS["bp"].speeches[0]
AC = SPEECH_FORMATS["ld"].speeches[0]


class MadeHall:
    """A clock that goes on while somebody listens, lines typed at set times, and a board."""

    def __init__(self, typed: dict[float, str], step_s: float = 3600) -> None:
        self.time_s, self.step_s = 1000.0, step_s
        self.typed = sorted(typed.items())
        self.said: list[str] = []
        self.shown: list[str] = []
        self.typed_lines: list[str] = []

    def now(self) -> float:
        return self.time_s

    def line(self, wait_s: float | None) -> str | None:
        assert wait_s is not None
        assert wait_s > 0
        until = self.time_s + wait_s
        if self.typed and self.typed[0][0] + 1000 <= until:
            at_s, line = self.typed.pop(0)
            self.time_s = at_s + 1000
            return line
        self.time_s = until
        return None

    def say(self, line: str) -> None:
        self.said.append(line)

    def signal(self, line: str) -> None:
        self.said.append(line)

    def heard(self, line: str) -> None:
        self.typed_lines.append(line)

    def show(self, text: str) -> None:
        self.shown.append(text)


def keep(speech: Speech, hall: MadeHall) -> str:
    return Timekeeper(now=hall.now, ear=hall, board=hall).run(speech)


def test_a_speech_that_nobody_stops_gives_all_its_signals_at_their_times() -> None:
    hall = MadeHall({})

    assert keep(PM, hall) == "over"
    assert hall.said == [
        "0:00 PM begins.",
        "1:00 Points of information are open.",
        "6:00 1:00 left; points of information are closed.",
        "7:00 Time.",
        "7:15 15 seconds over.",
    ]
    assert hall.time_s == 1000 + 435


def test_signals_that_were_slept_through_are_all_given() -> None:
    hall = MadeHall({})
    hall.line = lambda wait_s: setattr(hall, "time_s", hall.time_s + 500)  # type: ignore[method-assign]

    assert keep(AC, hall) == "over"
    assert [line.split()[0] for line in hall.said] == ["0:00", "5:00", "6:00", "6:15"]


@pytest.mark.parametrize(("typed", "ending"), [("s", "next"), (" S \n", "next"), ("q", "stop")])
def test_a_key_ends_a_speech(typed: str, ending: str) -> None:
    hall = MadeHall({90: typed})

    assert keep(AC, hall) == ending
    assert hall.time_s == 1090


def test_enter_tells_the_time_and_a_question_mark_the_keys_while_it_runs() -> None:
    hall = MadeHall({90: "\n", 100: "?", 370: ""})

    assert keep(AC, hall) == "over"
    assert "1:30 AC, 4:30 left" in hall.said
    assert any("s ends it" in line for line in hall.said)
    assert "6:10 AC, 0:10 over" in hall.said


def test_a_screen_shows_each_second() -> None:
    hall = MadeHall({}, step_s=1)
    keep(AC, hall)

    assert hall.shown[:2] == ["0:00 AC, 6:00 left", "0:01 AC, 5:59 left"]
    assert len(hall.shown) == 375


def told(*words: str, typed: str = "", **more: str) -> str:
    code, said, faults = piped(["drill", "speech", *words], typed, **more)
    assert code == 0, faults
    return said


@pytest.mark.parametrize("style", SPEECH_FORMATS)
def test_every_format_is_listed_under_a_warning_to_check_the_rules(style: str) -> None:
    said = told("--format", style, "--list")
    form = SPEECH_FORMATS[style]  # type: ignore[index]

    assert "Check your tournament's rules." in " ".join(said.splitlines()[:2])
    assert said.count("\nSpeech ") == len(form.speeches)


@pytest.mark.parametrize("width", [80, 40])
def test_through_a_pipe_speeches_are_started_skipped_and_ended_by_lines(width: int) -> None:
    said = told("--format", "ld", typed="?\n\ns\ns\n\n\nq\n", COLUMNS=str(width))
    flat = " ".join(said.split())

    assert "0:00 AC begins. 0:00 Ended." in flat
    assert "0:00 NC begins." in flat
    assert flat.endswith("Stopped. 2 of 7 done.")
    assert "\x1b" not in said
    assert "\r" not in said
    assert max(map(len, said.splitlines())) <= width


def test_one_speech_is_chosen_by_its_name_or_its_number() -> None:
    by_name = told("--format", "ld", "--speech", "nr", typed="s\n")
    by_number = told("--format", "ld", "--speech", "6", typed="s\n")

    assert by_name == by_number
    assert "Speech 6 of 7: NR, negative, 6:00." in by_name


def test_a_speech_that_there_is_not_is_a_wrong_command() -> None:
    code, _, faults = piped(["drill", "speech", "--format", "bp", "--speech", "DPMM"])

    assert code == 2
    assert "British Parliamentary has no speech 'DPMM'; did you mean 'DPM'?" in faults


def test_a_lesson_gives_the_motion_and_its_format() -> None:
    usual, other = told("common-enemy", "--list"), told("common-enemy", "--format", "bp", "--list")

    assert usual.startswith("Public Forum")
    assert "Motion: Resolved:" in usual
    assert "Motion: This House" in other


def test_a_pipe_that_ends_before_a_speech_begins_ends_the_drill() -> None:
    code, _, faults = piped(["drill", "speech"], "s\n")

    assert code == 0
    assert "The input ended. 1 of 11 done." in faults
