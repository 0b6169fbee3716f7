"""How well each skill is known: a Beta distribution whose evidence fades.

Each answer counts as much as it could not be guessed, and half as much after thirty
days. Bayesian knowledge tracing (Corbett and Anderson 1995) would need parameters
fitted on many learners, which a tool on one machine does not have.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from math import sqrt
from typing import Literal

from msgspec import Struct

from debatekit.model.item import Item
from debatekit.model.progress import Attempt, Mastery, MasteryWord
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.firsts import first_answers

HALF_LIFE_DAYS = 30.0
ONE_SIDED_90 = 1.2816
"""The standard normal quantile at 0.9: `low` is the lower end of an 80 % interval."""
MASTERED = 0.70
LEARNING = 0.5
ENOUGH_EVIDENCE = 4.0

Skill = Literal["recall", "analyse", "evaluate"]
SKILLS: tuple[Skill, ...] = ("recall", "analyse", "evaluate")
SkillKey = tuple[Strand, Skill]
_SKILL: dict[str, Skill] = {"analyse": "analyse", "evaluate": "evaluate"}


class Evidence(Struct, frozen=True):
    """One answer as evidence: its age in days, its score, and what guessing scores."""

    age_days: float
    score: float
    chance: float
    day: str = ""
    """The calendar day, to tell practice on two days from practice on one."""


class Estimate(Struct, frozen=True):
    """The two parameters of the Beta distribution, and the evidence behind them."""

    a: float
    b: float
    evidence: float
    days: int

    @property
    def value(self) -> float:
        """The mean, in [0, 1]."""
        return self.a / (self.a + self.b)

    @property
    def low(self) -> float:
        """The lower end of the 80 % interval, by the normal approximation; at least 0."""
        mean, size = self.value, self.a + self.b
        return max(0.0, mean - ONE_SIDED_90 * sqrt(mean * (1 - mean) / (size + 1)))

    @property
    def word(self) -> MasteryWord:
        """The word for it; mastered needs evidence from two days."""
        if self.evidence < ENOUGH_EVIDENCE:
            return "too little data"
        if self.low >= MASTERED and self.days >= 2:
            return "mastered"
        return "learning" if self.value >= LEARNING else "start here"


def estimate(evidence: Iterable[Evidence]) -> Estimate:
    """Return what the evidence shows; without any, an even Beta(1, 1)."""
    a = b = 1.0
    total = 0.0
    days = set()
    for one in evidence:
        # A clock that was set back must not make an answer weigh more than a fresh one.
        weight = 2 ** (-max(0.0, one.age_days) / HALF_LIFE_DAYS)
        a += weight * (1 - one.chance) * one.score
        b += weight * (1 - one.score)
        total += weight
        days.add(one.day)
    return Estimate(a, b, total, len(days))


def evidence_of(attempts: Iterable[Attempt], now: datetime) -> tuple[Evidence, ...]:
    """Return first answers as evidence; skips are none. `now` has a time zone."""
    return tuple(
        Evidence(
            age_days=(now - datetime.fromisoformat(attempt.at)).total_seconds() / 86_400,
            score=attempt.score,
            chance=attempt.chance,
            day=attempt.at[:10],
        )
        for attempt in first_answers(attempts)
    )


def skill_of(one: Attempt | Item) -> Skill:
    """Return the skill that an item, or an attempt at one, asks for, by Bloom's levels."""
    return _SKILL.get(one.bloom, "recall")


def skill_key(one: Attempt | Item) -> SkillKey:
    """Return the strand and the skill together: what is mastered, or stopped for today."""
    return one.strand, skill_of(one)


def key_of(found: Mastery) -> SkillKey:
    """Return the strand and the skill that a mastery is about."""
    return found.strand, next(skill for skill in SKILLS if skill == found.skill)


def masteries(attempts: Sequence[Attempt], now: datetime) -> tuple[Mastery, ...]:
    """Return the mastery of each strand and skill that has evidence, in the screens' order."""
    groups: dict[tuple[str, str], list[Attempt]] = {}
    for attempt in first_answers(attempts):
        groups.setdefault(skill_key(attempt), []).append(attempt)
    return tuple(
        mastery_of(strand, skill, estimate(evidence_of(groups[strand, skill], now)))
        for strand in STRANDS
        for skill in SKILLS
        if (strand, skill) in groups
    )


def mastery_of(strand: Strand, skill: Skill, shown: Estimate) -> Mastery:
    """Return what an estimate says of a strand and skill."""
    return Mastery(
        strand=strand,
        skill=skill,
        value=shown.value,
        low=shown.low,
        word=shown.word,
        evidence=shown.evidence,
    )
