"""Speech formats: who speaks when, and for how long.

Rules differ from league to league and from year to year, so every time here is a common
one and no more. Whoever shows it says: check your tournament's rules.

Sources: the NFL/NSDA Competition Events Guide 2012-13 (policy at schools), the rules of the
World Universities Debating Championships (BP) and of the World Schools Debating
Championships, and tournament pages of 2021 to 2023 for the other two.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Style = Literal["ld", "policy_hs", "policy_college", "pf", "bp", "wsdc"]
Team = Literal["first", "second", "both"]
"""Which side speaks; the first to speak upholds the motion, except where sides are drawn."""
Part = Literal["constructive", "rebuttal", "questions"]


class Speech(Struct, frozen=True):
    """One speech, or one round of questions, in its place."""

    name: str
    team: Team
    minutes: int
    part: Part = "constructive"
    points: bool = False
    """Points of information may be offered, but for its first and its last minute."""


class SpeechFormat(Struct, frozen=True, kw_only=True):
    """An order of speeches, with what is to be known beside it."""

    name: str
    first: str
    """What the side is called that speaks first."""
    second: str
    speeches: tuple[Speech, ...]
    preparation: str
    """How much time there is to prepare, and for whom."""
    note: str = ""

    @property
    def minutes(self) -> int:
        """How long all speeches and rounds of questions take together."""
        return sum(speech.minutes for speech in self.speeches)

    @property
    def flowed(self) -> tuple[Speech, ...]:
        """The speeches that a flow sheet has a column for: all but the rounds of questions."""
        return tuple(speech for speech in self.speeches if speech.part != "questions")


def _asked(minutes: int, name: str = "Cross-examination") -> Speech:
    return Speech(name, "both", minutes, "questions")


def _open(name: str, team: Team, minutes: int) -> Speech:
    return Speech(name, team, minutes, points=True)


def _team(title: str) -> Team:
    """Return whose speech it is by the letter in its name: affirmative or negative."""
    return "first" if "A" in title else "second"


def _policy(long: int, short: int, preparation: str, name: str) -> SpeechFormat:
    constructives: list[Speech] = []
    for title in ("1AC", "1NC", "2AC", "2NC"):
        constructives += [Speech(title, _team(title), long), _asked(3)]
    rebuttals = [Speech(one, _team(one), short, "rebuttal") for one in ("1NR", "1AR", "2NR", "2AR")]
    return SpeechFormat(
        name=name,
        first="affirmative",
        second="negative",
        speeches=(*constructives, *rebuttals),
        preparation=preparation,
    )


SPEECH_FORMATS: Mapping[Style, SpeechFormat] = {
    "ld": SpeechFormat(
        name="Lincoln-Douglas",
        first="affirmative",
        second="negative",
        speeches=(
            Speech("AC", "first", 6),
            _asked(3),
            Speech("NC", "second", 7),
            _asked(3),
            Speech("1AR", "first", 4, "rebuttal"),
            Speech("NR", "second", 6, "rebuttal"),
            Speech("2AR", "first", 3, "rebuttal"),
        ),
        preparation="4 minutes for each debater",
    ),
    "policy_hs": _policy(8, 5, "8 minutes for each team, or as the tournament says", "Policy"),
    "policy_college": _policy(9, 6, "10 minutes for each team", "Policy at universities"),
    "pf": SpeechFormat(
        name="Public Forum",
        first="first team",
        second="second team",
        speeches=(
            Speech("1st constructive", "first", 4),
            Speech("2nd constructive", "second", 4),
            _asked(3, "Crossfire"),
            Speech("1st rebuttal", "first", 4, "rebuttal"),
            Speech("2nd rebuttal", "second", 4, "rebuttal"),
            _asked(3, "Crossfire"),
            Speech("1st summary", "first", 3, "rebuttal"),
            Speech("2nd summary", "second", 3, "rebuttal"),
            _asked(3, "Grand crossfire"),
            Speech("1st final focus", "first", 2, "rebuttal"),
            Speech("2nd final focus", "second", 2, "rebuttal"),
        ),
        preparation="3 minutes for each team; 2 in older rules",
        note="A coin decides which side speaks first.",
    ),
    "bp": SpeechFormat(
        name="British Parliamentary",
        first="government",
        second="opposition",
        speeches=(
            _open("PM", "first", 7),
            _open("LO", "second", 7),
            _open("DPM", "first", 7),
            _open("DLO", "second", 7),
            _open("MG", "first", 7),
            _open("MO", "second", 7),
            _open("GW", "first", 7),
            _open("OW", "second", 7),
        ),
        preparation="15 minutes before the debate",
        note="Points of information from 1:00 to 6:00, of 15 seconds at most.",
    ),
    "wsdc": SpeechFormat(
        name="World Schools",
        first="proposition",
        second="opposition",
        speeches=(
            _open("P1", "first", 8),
            _open("O1", "second", 8),
            _open("P2", "first", 8),
            _open("O2", "second", 8),
            _open("P3", "first", 8),
            _open("O3", "second", 8),
            Speech("O reply", "second", 4, "rebuttal"),
            Speech("P reply", "first", 4, "rebuttal"),
        ),
        preparation="60 minutes before an impromptu debate",
        note="Points of information from 1:00 to 7:00, none in the replies.",
    ),
}
"""The formats by the names that commands take."""
