"""Days as articles write them, turned into year-month-day."""

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ ]+([A-Za-z]{3,9})\.?,?[ ]+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[ ]+(\d{1,2})(?:st|nd|rd|th)?,?[ ]+(\d{4})")


def day_in(text: str) -> str:
    """Return the day that a text is, and nothing but is, as year-month-day; else nothing.

    >>> [day_in(text) for text in ("2023-09-17T08:00Z", "17 Sept 2023", "May 3, 2024", "3/4/24")]
    ['2023-09-17', '2023-09-17', '2024-05-03', '']
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    return ""


def _month(word: str) -> int:
    """Return the number of a month by the beginning of its name, from 1; 0 if it is none."""
    word = word.lower()
    places = (place for place, name in enumerate(_MONTHS, 1) if name.startswith(word[:4]))
    place = next(places, 0)
    return place if place and _MONTHS[place - 1].startswith(word[:3]) else 0


def _day(year: int, month: int, day: int) -> str:
    """Return a day in order; nothing if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
