"""Charged wordings: their ids, and which others may stand beside one."""

import re
from collections.abc import Iterator

from debatekit.generate.desk import Desk, place_of, turn
from debatekit.logic.recent import Recent
from debatekit.model.material import Material
from debatekit.model.source import Wording
from debatekit.model.text import comparable

_OUTSIDE = re.compile(r"[^a-z0-9]+")


def slug(wording: Wording) -> str:
    """Return an id for a wording: a quotation is never reworded, so it may name itself."""
    return _OUTSIDE.sub("-", comparable(wording.quote)).strip("-") or "wording"


def wordings_from(desk: Desk, wording: Wording, target: str) -> Iterator[Wording]:
    """Yield the other wordings in an order that the target fixes."""
    begin = turn(desk, target)
    placed = _PLACED.get(desk.material)
    for _, other in sorted(placed, key=lambda one: one[0] ^ begin):
        if other.quote != wording.quote:
            yield other


def _placed(material: Material) -> tuple[tuple[int, Wording], ...]:
    """Return the wordings, each with its place."""
    return tuple((place_of(entry.quote), entry) for entry in material.source.wording)


_PLACED: Recent[Material, tuple[tuple[int, Wording], ...]] = Recent(_placed)
