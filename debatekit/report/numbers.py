"""Numbers as readers see them."""

from debatekit.report.intervals import Interval


def places(value: float | None, digits: int = 2) -> str:
    """Return a number with so many places; what is undefined reads n/a.

    >>> places(0.6338), places(None), places(-0.001)
    ('0.63', 'n/a', '0.00')
    """
    if value is None:
        return "n/a"
    said = f"{value:.{digits}f}"
    return said.removeprefix("-") if float(said) == 0 else said


def ends(interval: Interval | None) -> str:
    """Return an interval in words; empty where there is none.

    >>> ends((0.117, 0.895))
    '0.12 to 0.90'
    """
    return f"{places(interval[0])} to {places(interval[1])}" if interval else ""


def percent(share: float) -> int:
    """Return a share in percent, without decimals."""
    return round(100 * share)
