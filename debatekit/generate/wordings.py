"""Charged wordings: their ids, and which others may stand beside one."""

import re
from collections.abc import Iterator

from debatekit.generate.desk import Desk, place_of, turn
from debatekit.model.source import Wording
from debatekit.model.text import comparable

_OUTSIDE = re.compile(r"[^a-z0-9]+")


def slug(wording: Wording) -> str:
    """Return an id for a wording: a quotation is never reworded, so it may name itself."""
    return _OUTSIDE.sub("-", comparable(wording.quote)).strip("-") or "wording"


def wordings_from(desk: Desk, wording: Wording, target: str) -> Iterator[Wording]:
    """Yield the other wordings in an order that the target fixes."""
    begin = turn(desk, target)
    entries = desk.material.source.wording
    for other in sorted(entries, key=lambda entry: place_of(entry.quote) ^ begin):
        if other.quote != wording.quote:
            yield other
