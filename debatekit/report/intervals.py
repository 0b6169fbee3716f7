"""95 % intervals: how far a measure could be off, with so few students."""

from math import atanh, exp, lgamma, log, log1p, sqrt, tanh

Z = 1.96
"""The standard normal quantile at 0.975, to two places as tables give it."""
TAIL = 0.025
_STEPS = 300
_HALVINGS = 100
_NEAR = 1e-15

Interval = tuple[float, float]
"""The lower end, then the upper."""


def share_interval(share: float, n: int) -> Interval | None:
    """Return the interval of a mean of scores in [0, 1] (Wilson 1927, JASA 22).

    For scores between 0 and 1 it is on the safe side: none vary more than 0 and 1 do.
    """
    if n < 1:
        return None
    centre, spread = share + Z * Z / (2 * n), share * (1 - share) / n + Z * Z / (4 * n * n)
    wide, whole = Z * sqrt(max(0.0, spread)), 1 + Z * Z / n
    return max(0.0, (centre - wide) / whole), min(1.0, (centre + wide) / whole)


def correlation_interval(r: float, n: int) -> Interval | None:
    """Return the interval of a correlation by Fisher's z (1921, Metron 1).

    It needs four students, and an r that is not 1 or -1.

    >>> low, high = correlation_interval(0.5, 10)
    >>> round(low, 2), round(high, 2)
    (-0.19, 0.86)
    """
    if n < 4 or abs(r) >= 1:
        return None
    middle, half = atanh(r), Z / sqrt(n - 3)
    return tanh(middle - half), tanh(middle + half)


def alpha_interval(alpha: float, n: int, items: int) -> Interval | None:
    """Return the interval of alpha or KR-20 (Feldt 1965, Psychometrika 30)."""
    if n < 2 or items < 2:
        return None
    above, below = n - 1, (n - 1) * (items - 1)
    low = 1 - (1 - alpha) * f_quantile(1 - TAIL, above, below)
    return low, 1 - (1 - alpha) * f_quantile(TAIL, above, below)


def f_quantile(share: float, above: int, below: int) -> float:
    """Return the value that so large a share of an F distribution lies under.

    The beta variable is found by halving, then turned into F.
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if beta_share(middle, above / 2, below / 2) < share:
            low = middle
        else:
            high = middle
    return below * low / (above * (1 - low))


def beta_share(x: float, a: float, b: float) -> float:
    """Return the share of a Beta(a, b) distribution that lies under x, in [0, 1].

    Its continued fraction (DLMF 8.17.22) ends fast on the left of the mean; on the right
    the other tail is taken.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(1 - x, b, a)
    scale = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    return exp(scale) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """Return 1 + d1/(1 + d2/(1 + ...)) by Lentz's method, which works from the front."""
    value = upper = 1.0
    lower = 0.0
    for step in range(1, _STEPS):
        term = _term(step, x, a, b)
        lower = 1 / (1 + term * lower)
        upper = 1 + term / upper
        value *= upper * lower
        if abs(upper * lower - 1) < _NEAR:
            break
    return value


def _term(step: int, x: float, a: float, b: float) -> float:
    """Return the numerator of one step of the fraction."""
    m = step // 2
    if step % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
