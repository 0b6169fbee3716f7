"""Speech formats: both sides have the same time, and what a flow sheet has columns for."""

import pytest

from debatekit.model.speech import SPEECH_FORMATS, Style, Team

STYLES = sorted(SPEECH_FORMATS)


def spoken(style: Style, team: Team) -> int:
    return sum(one.minutes for one in SPEECH_FORMATS[style].speeches if one.team == team)


@pytest.mark.parametrize("style", STYLES)
def test_both_sides_speak_for_the_same_time(style: Style) -> None:
    assert spoken(style, "first") == spoken(style, "second") > 0


@pytest.mark.parametrize("style", STYLES)
def test_questions_are_asked_by_both_and_have_no_column(style: Style) -> None:
    form = SPEECH_FORMATS[style]
    questions = [one for one in form.speeches if one.part == "questions"]

    assert {one.team for one in questions} <= {"both"}
    assert "both" not in {one.team for one in form.flowed}
    assert len(form.flowed) + len(questions) == len(form.speeches)


@pytest.mark.parametrize("style", STYLES)
def test_a_debate_takes_as_long_as_its_parts(style: Style) -> None:
    teams: tuple[Team, ...] = ("first", "second", "both")

    assert SPEECH_FORMATS[style].minutes == sum(spoken(style, team) for team in teams)


def test_a_policy_speech_belongs_to_the_side_in_its_name() -> None:
    sides = {one.name: one.team for one in SPEECH_FORMATS["policy_hs"].flowed}

    assert {name for name, team in sides.items() if team == "first"} == {"1AC", "2AC", "1AR", "2AR"}
    assert {name for name, team in sides.items() if team == "second"} == {
        "1NC",
        "2NC",
        "1NR",
        "2NR",
    }
