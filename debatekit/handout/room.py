"""How much room the parts of a page take, as far as they have to be laid out by it."""

from collections.abc import Iterable
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from debatekit.handout.page import CounterPart, ReasonPart
from debatekit.handout.sheet import (
    Block,
    Bullets,
    Card,
    Figure,
    Nothing,
    Outline,
    Pair,
    Paragraph,
    Question,
)

LONGEST = 1700
"""How many letters fit in one of two columns on a sheet of Letter, with its headings."""
ACROSS = 98
"""How many letters stand in a line over both columns."""
FRAME = 3
"""How many letters the frame of a column takes from a line of it."""
SHARES = (0.52, 0.48, 0.44, 0.4, 0.36, 0.32)
"""How much of the width the left column may take; a page has few sorts of columns."""
SPARE = 4
"""How many lines are worth writing in."""
SHORT = 1500
"""How many letters of a part may be kept on one page, if they are not in too many lines."""
TALL = 18
"""How many lines a third of a sheet holds."""
TOGETHER = 500
"""How many letters at the end of a card are kept together."""


def is_long(reason: ReasonPart | None, counter: CounterPart) -> bool:
    """Return whether one of two columns would be longer than a page.

    On the left stand the reason, if it is given, and the replies. Where a column is that
    long the two sides follow one another, because browsers break a page badly across
    columns that stand beside each other.
    """
    left = letters(reason) + letters(counter.replies)
    return max(left, letters(replace(counter, replies=()))) > LONGEST


def letters(part: object) -> int:
    """Return how many letters stand in a part and in the parts of it."""
    if isinstance(part, str):
        return len(part)
    if isinstance(part, Struct):
        return sum(letters(getattr(part, field)) for field in part.__struct_fields__)
    return sum(map(letters, part)) if isinstance(part, tuple) else 0


def best_share(left: Iterable[Block], right: Iterable[Block]) -> float:
    """Return the left column's share of the width at which the two take the least room."""
    left, right = tuple(left), tuple(right)
    return min(SHARES, key=lambda share: max(_heights(left, right, share)))


def has_spare_room(left: Iterable[Block], right: Iterable[Block], share: float) -> bool:
    """Return whether the left column ends well above the right one, so that one can write there."""
    above, below = _heights(tuple(left), tuple(right), share)
    return above + SPARE <= below


def is_tall(pair: Pair) -> bool:
    """Return whether a pair takes more than about a third of a sheet, so that it may be broken."""
    return max(_heights((*pair.lead, *pair.below), pair.right, pair.share)) > TALL


def ended(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return what stands in a card, and its last lines, which no page's end may part.

    These are its closing paragraphs, at most two, or one with the last entry of the list before
    it. Where they would be long, or nothing stands before them, there are none.
    """
    if len(blocks) < 2 or not isinstance(blocks[-1], Paragraph):
        return blocks, ()
    *first, before, last = blocks
    kept: tuple[Block, ...] = (before, last)
    if isinstance(before, Bullets) and len(before.entries) > 1:
        *entries, entry = before.entries
        first.append(replace(before, entries=tuple(entries)))
        kept = (replace(before, entries=(entry,)), last)
    return (tuple(first), kept) if first and letters(kept) <= TOGETHER else (blocks, ())


def is_short(blocks: tuple[Block, ...]) -> bool:
    """Return whether blocks may be short enough to be kept on one page.

    Questions, and a map as text, say themselves where their pages end.
    """
    own = any(isinstance(one, Question | Outline | Figure) for one in blocks)
    return not own and letters(blocks) <= SHORT


def _heights(
    left: tuple[Block, ...], right: tuple[Block, ...], share: float
) -> tuple[float, float]:
    """Return how many lines each column has."""
    wide, rest = round(ACROSS * share) - FRAME, round(ACROSS * (1 - share)) - FRAME
    return lines_of(left, wide), lines_of(right, rest)


def lines_of(blocks: Iterable[Block], wide: int) -> float:
    """Return about how many lines blocks take where a line has `wide` letters."""
    return sum(_lines(block, wide) for block in blocks)


def _lines(block: Block, wide: int) -> float:
    match block:
        case Paragraph(line=line):
            return ceil(sum(len(span.text) for span in line) / wide) + 0.3
        case Bullets(entries=entries):
            return sum(lines_of(entry.blocks, wide - 2) for entry in entries)
        case Card(blocks=blocks):
            return 2.0 + lines_of(blocks, wide)
        case Nothing(text=text):
            return 1.0 + ceil(len(text) / wide)
        case _:
            return 1.0
