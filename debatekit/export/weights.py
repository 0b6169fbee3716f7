"""The weights that an option may have in Moodle, which knows no others."""

FRACTIONS = (
    100,
    90,
    83.33333,
    80,
    75,
    70,
    66.66667,
    60,
    50,
    40,
    33.33333,
    30,
    25,
    20,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10,
    5,
)
"""In percent; an import with another weight is refused."""

_ROUNDING = 0.00001


def weight(count: int) -> float:
    """Return the weight in percent of one of `count` options that count alike.

    Where Moodle does not know it, the next greater one, so that all together reach 100.

    >>> [weight(count) for count in (1, 3, 7, 13)]
    [100, 33.33333, 14.28571, 10]
    """
    share = 100 / count if count else 0
    return min((one for one in FRACTIONS if one >= share - _ROUNDING), default=100)
