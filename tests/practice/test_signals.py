"""The signals of a timekeeper, as the rules of the formats have them."""

from itertools import pairwise

import pytest

from debatekit.model.speech import SPEECH_FORMATS, Speech
from debatekit.practice.signals import Signal, clock_text, signals

ALL = [speech for form in SPEECH_FORMATS.values() for speech in form.speeches]


def named(style: str, name: str) -> Speech:
    form = SPEECH_FORMATS[style]  # type: ignore[index]
    return next(speech for speech in form.speeches if speech.name == name)


def test_a_speech_has_a_signal_with_a_minute_left_at_time_and_after_it() -> None:
    assert signals(named("ld", "NC")) == (
        Signal(360, "1:00 left."),
        Signal(420, "Time."),
        Signal(435, "15 seconds over."),
    )


def test_a_speech_of_one_minute_is_not_told_at_its_beginning_that_a_minute_is_left() -> None:
    assert [one.at_s for one in signals(Speech("short", "first", 1))] == [60, 75]


@pytest.mark.parametrize(("style", "name", "closed_s"), [("bp", "PM", 360), ("wsdc", "O2", 420)])
def test_points_of_information_open_after_a_minute_and_close_before_the_last(
    style: str, name: str, closed_s: int
) -> None:
    told = {one.at_s: one.text for one in signals(named(style, name))}

    assert told[60] == "Points of information are open."
    assert told[closed_s] == "1:00 left; points of information are closed."
    assert sorted(told) == [60, closed_s, closed_s + 60, closed_s + 75]


def test_a_reply_has_no_points_of_information() -> None:
    assert not any("oints" in one.text for one in signals(named("wsdc", "P reply")))


@pytest.mark.parametrize("style", ["ld", "pf", "policy_hs", "policy_college"])
def test_formats_without_points_of_information_have_no_signal_for_them(style: str) -> None:
    form = SPEECH_FORMATS[style]  # type: ignore[index]

    assert not any("oints" in one.text for speech in form.speeches for one in signals(speech))


@pytest.mark.parametrize("speech", ALL, ids=lambda one: one.name)
def test_signals_come_one_after_another_and_end_after_the_time(speech: Speech) -> None:
    told = signals(speech)

    assert all(one.at_s < other.at_s for one, other in pairwise(told))
    assert told[-1].at_s == speech.minutes * 60 + 15


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (59.99, "0:59"), (600, "10:00")])
def test_a_time_is_said_in_whole_seconds(seconds: float, said: str) -> None:
    assert clock_text(seconds) == said
