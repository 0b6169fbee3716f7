"""How well a learner's certainty agrees with being right."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from debatekit.model.progress import Attempt
from debatekit.practice.certainty import LEVELS, PAYS_FROM, brier, certainty_mark
from debatekit.practice.firsts import first_answers

FORECAST = {1: 0.5, 2: 11 / 15, 3: 0.9}
"""The probability that each level stands for: the middle of its band (the first from guessing)."""
ENOUGH_ANSWERS = 20


class LevelShare(Struct, frozen=True):
    """How often answers of one certainty were right, beside the band where it pays best."""

    level: int
    answers: int
    right: int

    @property
    def share(self) -> float:
        """The share that was right, in [0, 1]; 0 without answers."""
        return self.right / self.answers if self.answers else 0.0

    @property
    def band(self) -> tuple[float, float]:
        """The shares between which this level earns the most."""
        return PAYS_FROM[self.level], PAYS_FROM.get(self.level + 1, 1.0)

    @property
    def word(self) -> str:
        """What the share is beside the band; a share on an edge fits both bands."""
        low, high = self.band
        if self.share < low:
            return "more certain than right"
        return "less certain than right" if self.share > high else "fits"


class Calibration(Struct, frozen=True, kw_only=True):
    """What all answers with a certainty come to."""

    levels: tuple[LevelShare, ...]
    brier: float
    """0 if every forecast came true; 0.25 is what always saying one half would give."""
    marks: float

    @property
    def answers(self) -> int:
        """How many answers it rests on."""
        return sum(found.answers for found in self.levels)


def calibration(attempts: Iterable[Attempt], enough: int = ENOUGH_ANSWERS) -> Calibration | None:
    """Return how certainty and being right agree; nothing with too few first answers."""
    firsts = [made for made in first_answers(attempts) if made.certainty is not None]
    if not firsts or len(firsts) < enough:
        return None
    pairs = [(made.certainty or 0, made.score) for made in firsts]
    return Calibration(
        levels=tuple(_level(level, pairs) for level in LEVELS),
        brier=brier([(FORECAST[level], score == 1) for level, score in pairs]),
        marks=sum(certainty_mark(level, score) for level, score in pairs),
    )


def calibration_lines(found: Calibration) -> tuple[str, ...]:
    """Return the report in words, a line a level."""
    lines = [_line(level) for level in found.levels if level.answers]
    last = f"Brier score {found.brier:.2f}: 0 is perfect, 0.25 is always saying one half."
    return (*lines, last)


def _level(level: int, pairs: Sequence[tuple[int, float]]) -> LevelShare:
    scores = [score for given, score in pairs if given == level]
    return LevelShare(level, len(scores), sum(score == 1 for score in scores))


def _line(found: LevelShare) -> str:
    low, high = (round(100 * edge) for edge in found.band)
    said = f"Certainty {found.level}: {found.right} of {found.answers} right"
    return f"{said} ({round(100 * found.share)} %; it pays from {low} to {high} %): {found.word}."
