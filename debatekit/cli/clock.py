"""The one place that reads the calendar."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def now_text() -> str:
    """Return the present moment as ISO 8601 in UTC, to the millisecond."""
    return now().isoformat(timespec="milliseconds")
