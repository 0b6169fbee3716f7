"""Where boxes and lines go on a map that is a tree: what bears on a box stands on its right.

Boxes keep the order in which they come, so no line crosses another. The tallest column says
how tall the picture is; in each of them boxes move to where their lines are straightest, as far
as those beside them allow, column by column in turns, as in the last step of Sugiyama's method.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from debatekit.maps.boxes import Box, Link
from debatekit.maps.lanes import Bundle, bundles_of, placed
from debatekit.maps.places import Layout
from debatekit.maps.trees import BETWEEN

_SWEEPS = 24
"""So often all columns are gone through; after that hardly a box moves."""


class _Grown(Struct, frozen=True, kw_only=True):
    """The boxes of a tree, each after what it bears on, with what bears on each."""

    order: Sequence[Box]
    column: Mapping[str, int]
    bundles: Mapping[str, tuple[Bundle, ...]]


def tidy(boxes: Sequence[Box], links: Sequence[Link]) -> Layout | None:
    """Return where everything goes; nothing where some box bears on two things or on itself."""
    grown = _grown(boxes, links)
    if grown is None:
        return None
    tops = _tops(grown)
    across, lines = placed(grown.order, grown.column, grown.bundles, tops)
    corners = {box.id: (across[grown.column[box.id]], tops[box.id]) for box in grown.order}
    width = max((corners[box.id][0] + box.width for box in grown.order), default=0.0)
    height = max((corners[box.id][1] + box.height for box in grown.order), default=0.0)
    return Layout(width, height, corners, tuple(lines))


def _grown(boxes: Sequence[Box], links: Sequence[Link]) -> _Grown | None:
    """Return the boxes as a tree, if they are one or several."""
    named = {box.id: box for box in boxes}
    to: dict[str, list[Link]] = {}
    for link in links:
        to.setdefault(link.target[0], []).append(link)
    leading = [link.source[0] for link in links]
    if len(set(leading)) < len(leading):
        return None
    order = [box for box in boxes if box.id not in set(leading)]
    column = {box.id: 0 for box in order}
    bundles: dict[str, tuple[Bundle, ...]] = {}
    for box in order:
        bundles[box.id] = tuple(bundles_of(box, to.get(box.id, ())))
        for link in _links(bundles[box.id]):
            column[link.source[0]] = column[box.id] + 1
            order.append(named[link.source[0]])
    whole = len(order) == len(boxes)
    return _Grown(order=order, column=column, bundles=bundles) if whole else None


def _links(bundles: Sequence[Bundle]) -> Iterator[Link]:
    for bundle in bundles:
        yield from bundle.links


def _tops(grown: _Grown) -> dict[str, float]:
    """Return how far down each box begins."""
    columns: list[list[Box]] = [[] for _ in set(grown.column.values())]
    for box in grown.order:
        columns[grown.column[box.id]].append(box)
    room = max(map(_tall, columns), default=0.0)
    tops: dict[str, float] = {}
    for boxes in columns:
        middle = (room - _tall(boxes)) / 2
        tops |= {box.id: middle + top for box, top in zip(boxes, _packed(boxes), strict=True)}
    pulls = _pulls(grown)
    for sweep in range(_SWEEPS):
        for boxes in columns if sweep % 2 == 0 else reversed(columns):
            wanted = [_wanted(box, pulls[box.id], tops) for box in boxes]
            tops |= _settled(boxes, wanted, room)
    return tops


def _packed(boxes: Sequence[Box]) -> list[float]:
    """Return where a column's boxes begin if they stand as close together as they can."""
    return [0.0, *accumulate(box.height + BETWEEN for box in boxes)][: len(boxes)]


def _tall(boxes: Sequence[Box]) -> float:
    """Return how tall such a column is."""
    return sum(box.height + BETWEEN for box in boxes) - BETWEEN


def _pulls(grown: _Grown) -> Mapping[str, list[tuple[str, float]]]:
    """Return for each box which others it wants to stand beside, and how far below their tops."""
    found: dict[str, list[tuple[str, float]]] = {box.id: [] for box in grown.order}
    height = {box.id: box.height for box in grown.order}
    for id_, bundles in grown.bundles.items():
        for bundle in bundles:
            for link in bundle.links:
                below = bundle.middle - height[link.source[0]] / 2
                found[link.source[0]].append((id_, below))
                found[id_].append((link.source[0], -below))
    return found


def _wanted(box: Box, pulls: Sequence[tuple[str, float]], tops: Mapping[str, float]) -> float:
    """Return where a box would best begin, as the others stand."""
    if not pulls:
        return tops[box.id]
    return sum(tops[id_] + below for id_, below in pulls) / len(pulls)


def _settled(boxes: Sequence[Box], wanted: Sequence[float], room: float) -> dict[str, float]:
    """Return where a column's boxes begin, as near to where they are wanted as there is room."""
    before = _packed(boxes)
    shifts = _rising([want - above for want, above in zip(wanted, before, strict=True)])
    most = room - _tall(boxes)
    return {
        box.id: above + min(max(shift, 0.0), most)
        for box, above, shift in zip(boxes, before, shifts, strict=True)
    }


def _rising(numbers: Sequence[float]) -> list[float]:
    """Return the nearest numbers, by least squares, of which none is smaller than one before it.

    >>> _rising([3.0, 1.0, 5.0])
    [2.0, 2.0, 5.0]
    """
    runs: list[tuple[float, int]] = []
    for number in numbers:
        runs.append((number, 1))
        while len(runs) > 1 and runs[-2][0] > runs[-1][0]:
            (one, many), (other, more) = runs[-2:]
            runs[-2:] = [((one * many + other * more) / (many + more), many + more)]
    return [mean for mean, many in runs for _ in range(many)]
