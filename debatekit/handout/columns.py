"""How wide the two columns of what is to be matched are."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

ACROSS = 72
"""How many letters stand in a line over both columns."""
SIGNED, LETTERED = 8, 4
"""How many letters a line to write on with its number takes, and a letter before an option."""
SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.34, 0.68)
"""How much of the width the prompts may take; halves where nothing else is shorter."""


def matched(prompts: Sequence[str], options: Sequence[str]) -> float:
    """Return the share of the width, in (0, 1), at which both columns end soonest."""

    def tall(share: float) -> int:
        left, right = round(ACROSS * share) - SIGNED, round(ACROSS * (1 - share)) - LETTERED
        return max(_lines(prompts, left), _lines(options, right))

    return min(SHARES, key=tall)


def _lines(texts: Iterable[str], wide: int) -> int:
    return sum(max(1, len(wrap(text, wide))) for text in texts)
