"""How much room parts of a page take, as far as the theme has to know."""

from msgspec import Struct
from msgspec.structs import replace

from debatekit.handout.page import CounterPart, ReasonPart

LONGEST = 1100
"""How many letters fit in one of two columns on a sheet of Letter, with its headings."""


SPARE = 120
"""How many letters fit in the smallest room that is worth having."""
NARROWER = 1.3
"""How many times wider the right column is."""


def is_long(reason: ReasonPart | None, counter: CounterPart) -> bool:
    """Return whether one of two columns would be longer than a page.

    On the left stand the reason, if it is given, and the replies. Where a column is that
    long the two sides follow one another, because browsers break a page badly across
    columns that stand beside each other.
    """
    left = letters(reason) + letters(counter.replies)
    return max(left, letters(replace(counter, replies=()))) > LONGEST


def has_spare_room(reason: ReasonPart | None, counter: CounterPart) -> bool:
    """Return whether the left column ends well above the right one, so that it has room to write.

    The left column is the narrower one, so that as many letters stand lower in it.
    """
    left = letters(reason) + letters(counter.replies)
    return SPARE + left * NARROWER < letters(replace(counter, replies=()))


def letters(part: object) -> int:
    """Return how many letters stand in a part and in the parts of it."""
    if isinstance(part, str):
        return len(part)
    if isinstance(part, Struct):
        return sum(letters(getattr(part, field)) for field in part.__struct_fields__)
    return sum(map(letters, part)) if isinstance(part, tuple) else 0
