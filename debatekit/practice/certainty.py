"""Marks for certainty, and how well certainty agrees with being right.

The marks are A. R. Gardner-Medwin's certainty-based marking: level 2 pays from a
probability of 2/3, level 3 from 0.8, so that honest certainty earns the most.
"""

from collections.abc import Sequence

LEVELS = (1, 2, 3)
PAYS_FROM = {1: 0.0, 2: 2 / 3, 3: 0.8}
"""From which probability of being right a level earns more than the one below."""
IF_RIGHT = {1: 1.0, 2: 2.0, 3: 3.0}
IF_WRONG = {1: 0.0, 2: -2.0, 3: -6.0}


def certainty_mark(level: int, score: float) -> float:
    """Return the mark for a score given with certainty 1, 2 or 3; never part of a grade."""
    return IF_RIGHT[level] * score if score > 0 else IF_WRONG[level]


def brier(forecasts: Sequence[tuple[float, bool]]) -> float:
    """Return the mean squared distance of forecast and outcome (Brier 1950); 0 is perfect."""
    return sum((forecast - right) ** 2 for forecast, right in forecasts) / len(forecasts)
