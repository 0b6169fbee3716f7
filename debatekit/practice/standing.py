"""How a learner stands: what all first answers come to, so that a new one only adds to it.

All weights fade at the same rate, so the sums behind a mastery fade by one common factor:
a sum that is kept with its moment is as good as all the answers in it.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from debatekit.model.progress import Attempt, Mastery
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.calibration import ENOUGH_ANSWERS, FORECAST, Calibration, LevelShare
from debatekit.practice.certainty import IF_RIGHT, IF_WRONG, LEVELS
from debatekit.practice.mastery import (
    HALF_LIFE_DAYS,
    SKILLS,
    Estimate,
    Skill,
    mastery_of,
    skill_of,
)

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
Key = tuple[str, Strand, Skill]


class SkillSum(Struct, frozen=True, kw_only=True):
    """The first answers to one lesson's questions of one strand and skill, summed up."""

    lesson: str
    strand: Strand
    skill: Skill
    answers: int = 0
    right: float = 0.0
    """The weighted sum of scores, less what guessing would give."""
    wrong: float = 0.0
    evidence: float = 0.0
    """The sum of the weights."""
    day: float = -HALF_LIFE_DAYS * 1000
    """The moment at which an answer weighs 1, in days of 24 hours since the year 2000."""
    first: str = ""
    """The first calendar day with an answer, and the last."""
    last: str = ""

    @property
    def key(self) -> Key:
        """What is summed up together."""
        return self.lesson, self.strand, self.skill


class LevelSum(Struct, frozen=True, kw_only=True):
    """The first answers of one certainty, summed up."""

    level: int
    answers: int = 0
    right: int = 0
    wrong: int = 0
    """How many had nothing right."""
    score: float = 0.0


class Standing(Struct, frozen=True, kw_only=True):
    """What all first answers come to."""

    skills: tuple[SkillSum, ...] = ()
    levels: tuple[LevelSum, ...] = ()

    @property
    def answers(self) -> int:
        """How many first answers there are."""
        return sum(found.answers for found in self.skills)

    @property
    def lessons(self) -> tuple[str, ...]:
        """The lessons with answers, sorted."""
        return tuple(sorted({found.lesson for found in self.skills}))

    def is_ahead(self, now: datetime) -> bool:
        """Return whether it was summed up by a clock that has been set back since."""
        return any(found.day > _day(now) for found in self.skills)


def standing_text(standing: Standing) -> str:
    """Return a standing as text to keep."""
    return json.encode(standing).decode()


def standing_of(text: str) -> Standing | None:
    """Return a kept standing; nothing if another version wrote it."""
    try:
        return json.decode(text, type=Standing) if text else Standing()
    except DecodeError:
        return None


def added(standing: Standing, firsts: Iterable[Attempt], now: datetime) -> Standing:
    """Return the standing with further first answers.

    An answer from the future, by a clock that was wrong then, counts as one of now.
    """
    groups: dict[Key, list[Attempt]] = {}
    levels: dict[int, list[float]] = {}
    for made in firsts:
        groups.setdefault((made.lesson, made.strand, skill_of(made)), []).append(made)
        if made.certainty is not None:
            levels.setdefault(made.certainty, []).append(made.score)
    sums = {found.key: found for found in standing.skills}
    for key, attempts in groups.items():
        lesson, strand, skill = key
        before = sums.get(key) or SkillSum(lesson=lesson, strand=strand, skill=skill)
        sums[key] = _with_answers(before, attempts, _day(now))
    sure = {found.level: found for found in standing.levels}
    for level, scores in levels.items():
        sure[level] = _with_scores(sure.get(level) or LevelSum(level=level), scores)
    return Standing(skills=tuple(sums.values()), levels=tuple(sure.values()))


def masteries_of(standing: Standing, now: datetime, lesson: str = "") -> tuple[Mastery, ...]:
    """Return the mastery of each strand and skill with evidence, on one lesson or on all."""
    groups: dict[tuple[str, str], list[SkillSum]] = {}
    for found in standing.skills:
        if lesson in ("", found.lesson):
            groups.setdefault((found.strand, found.skill), []).append(found)
    return tuple(
        mastery_of(strand, skill, estimate_of(groups[strand, skill], now))
        for strand in STRANDS
        for skill in SKILLS
        if (strand, skill) in groups
    )


def estimate_of(sums: Sequence[SkillSum], now: datetime) -> Estimate:
    """Return what several sums show together."""
    weights = [(_faded(found.day, _day(now)), found) for found in sums]
    days = {day for found in sums for day in (found.first, found.last)}
    return Estimate(
        a=1.0 + sum(weight * found.right for weight, found in weights),
        b=1.0 + sum(weight * found.wrong for weight, found in weights),
        evidence=sum(weight * found.evidence for weight, found in weights),
        days=len(days),
    )


def calibration_of(standing: Standing, enough: int = ENOUGH_ANSWERS) -> Calibration | None:
    """Return how certainty and being right agree; nothing with too few answers."""
    sums = {found.level: found for found in standing.levels}
    answers = sum(found.answers for found in sums.values())
    if not answers or answers < enough:
        return None
    known = [sums.get(level) or LevelSum(level=level) for level in LEVELS]
    squares = sum(
        found.right * (1 - FORECAST[found.level]) ** 2
        + (found.answers - found.right) * FORECAST[found.level] ** 2
        for found in known
    )
    return Calibration(
        levels=tuple(LevelShare(found.level, found.answers, found.right) for found in known),
        brier=squares / answers,
        marks=sum(
            IF_RIGHT[found.level] * found.score + IF_WRONG[found.level] * found.wrong
            for found in known
        ),
    )


def _with_answers(before: SkillSum, attempts: Sequence[Attempt], now: float) -> SkillSum:
    """Return the sum with answers, weighed as of the latest of them all."""
    moments = [min(now, _day(datetime.fromisoformat(made.at))) for made in attempts]
    latest = max(before.day, *moments)
    old = _faded(before.day, latest)
    weights = [_faded(moment, latest) for moment in moments]
    pairs = list(zip(weights, attempts, strict=True))
    days = [day for day in (before.first, before.last) if day] + [made.at[:10] for made in attempts]
    return replace(
        before,
        answers=before.answers + len(attempts),
        right=old * before.right + sum(w * (1 - made.chance) * made.score for w, made in pairs),
        wrong=old * before.wrong + sum(w * (1 - made.score) for w, made in pairs),
        evidence=old * before.evidence + sum(weights),
        day=latest,
        first=min(days),
        last=max(days),
    )


def _with_scores(before: LevelSum, scores: Sequence[float]) -> LevelSum:
    return replace(
        before,
        answers=before.answers + len(scores),
        right=before.right + sum(score == 1 for score in scores),
        wrong=before.wrong + sum(score == 0 for score in scores),
        score=before.score + sum(scores),
    )


def _faded(then: float, now: float) -> float:
    """Return what an answer of one moment weighs at a later one."""
    return float(2 ** (-max(0.0, now - then) / HALF_LIFE_DAYS))


def _day(moment: datetime) -> float:
    return (moment - _EPOCH).total_seconds() / 86_400
