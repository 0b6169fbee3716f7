"""Lines between the columns of a tree: those of one kind to one place share an arrowhead.

A line leaves what is hit, turns into a lane between the columns, and turns again towards what
hits it, where its word stands over it. Lanes are chosen so that no line crosses another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from debatekit.maps.boxes import HEAD, HEAD_SIZE, Box, Link, LinkKind
from debatekit.maps.letters import width_of
from debatekit.maps.places import PlacedLink, Point
from debatekit.maps.words import ATTACKS

_KINDS: tuple[LinkKind, ...] = ("support", "attack", "concession")
_CORNER = 6.0
"""How far from a box's corners lines end, in points."""
_APART = 3.5
"""How far from the edge of its part of a box a line ends, if there is room."""
_HEAD = 8.0
_TURN = 2.5
_LANE = 4.0
"""How far apart lanes are."""
_LEAST_LANES = 2
_WIDEST = max(width_of(word, HEAD_SIZE) for word in (*ATTACKS.values(), "supports", "grants"))
"""Columns of all pictures are as far apart as the widest word asks, so that they line up."""
_NEAR = 6.0
"""Lines in one lane are further apart than that, so that they are not taken for one."""
_OVER = 8.5
"""How far over its line the middle of a word stands."""
_SWEEPS = 40
"""So often lanes are gone through, upwards and downwards in turns; two or three do for most."""
_BESIDE = 2.5
"""How far a word is from its box, and from the lanes."""


class Bundle(Struct, frozen=True, kw_only=True):
    """Lines of one kind to one place of a box, and where they may end, from its upper edge."""

    links: tuple[Link, ...]
    low: float
    high: float

    @property
    def middle(self) -> float:
        """Where they end, if nothing speaks against it."""
        return (self.low + self.high) / 2


class _Line(Struct, frozen=True, kw_only=True):
    """A bundle's end at the box that is hit, and the ends at what hits it, from the top."""

    end: float
    starts: tuple[tuple[Link, float], ...]
    hit: Box

    @property
    def low(self) -> float:
        return min(self.end, *(start for _, start in self.starts))

    @property
    def high(self) -> float:
        return max(self.end, *(start for _, start in self.starts))


def bundles_of(box: Box, links: Iterable[Link]) -> Iterator[Bundle]:
    """Yield the lines to a box by place and kind, from the upper edge of the box downwards."""
    found: dict[tuple[float, float], dict[LinkKind, list[Link]]] = {}
    for link in links:
        kinds = found.setdefault(_edge(box, link.target[1]), {})
        kinds.setdefault(link.kind, []).append(link)
    for (low, high), kinds in sorted(found.items()):
        shown = [kind for kind in _KINDS if kind in kinds]
        share = (high - low) / len(shown)
        for place, kind in enumerate(shown):
            inset = min(_APART, share / 2) if len(shown) > 1 else 0.0
            yield Bundle(
                links=tuple(kinds[kind]),
                low=low + place * share + inset,
                high=low + (place + 1) * share - inset,
            )


def _edge(box: Box, row: str) -> tuple[float, float]:
    """Return where lines to a row may end: between what heights of the box's side."""
    low, high = 0.0, box.height
    if row and box.id not in (each.id for each in box.rows):
        low, high = _of_row(box, row)
    low, high = max(low + _APART, _CORNER), min(high - _APART, box.height - _CORNER)
    return (low, high) if low < high else ((low + high) / 2, (low + high) / 2)


def _of_row(box: Box, row: str) -> tuple[float, float]:
    top, tall = 0.0, box.head_height
    rows = iter(box.rows if row != HEAD else ())
    for each in rows:
        top, tall = top + tall, each.height
        if each.id == row:
            break
    return top, top + tall


def placed(
    boxes: Sequence[Box],
    column: Mapping[str, int],
    bundles: Mapping[str, Sequence[Bundle]],
    tops: Mapping[str, float],
) -> tuple[list[float], list[PlacedLink]]:
    """Return where the columns begin, in points from the left, and the lines between them."""
    named = {box.id: box for box in boxes}
    across, drawn = [0.0], list[PlacedLink]()
    for number in range(max(column.values(), default=0)):
        hit = [box for box in boxes if column[box.id] == number]
        edge = across[-1] + max(box.width for box in hit)
        lines = [
            _line(box, bundle, named, tops)
            for box in sorted(hit, key=lambda one: tops[one.id])
            for bundle in bundles[box.id]
        ]
        lanes = _lanes(lines)
        start = edge + _HEAD + _TURN
        last = max(*lanes, _LEAST_LANES - 1)
        begins = start + last * _LANE + _WIDEST + 2 * _BESIDE
        for line, lane in zip(lines, lanes, strict=True):
            drawn += _drawn(line, (across[-1] + line.hit.width, start + lane * _LANE, begins))
        across.append(begins)
    return across, drawn


def _line(hit: Box, bundle: Bundle, named: Mapping[str, Box], tops: Mapping[str, float]) -> _Line:
    """Return where lines end: straight across where the two sides allow it."""
    low, high = tops[hit.id] + bundle.low, tops[hit.id] + bundle.high
    sides = []
    for link in bundle.links:
        source, row = link.source
        edge = _edge(named[source], row)
        sides.append((tops[source] + edge[0], tops[source] + edge[1]))
    mean = sum(map(sum, sides)) / len(sides) / 2
    if len(sides) == 1 and max(low, sides[0][0]) <= min(high, sides[0][1]):
        low, high = max(low, sides[0][0]), min(high, sides[0][1])
    end = min(max(mean, low), high)
    starts = [end if one <= end <= other else (one + other) / 2 for one, other in sides]
    return _Line(end=end, starts=tuple(zip(bundle.links, starts, strict=True)), hit=hit)


def _lanes(lines: Sequence[_Line]) -> list[int]:
    """Return the lane of each line, 0 being the one next to what is hit."""
    right_of: dict[int, list[int]] = {}
    for upper, lower in combinations(range(len(lines)), 2):
        one, other = lines[upper], lines[lower]
        if other.low < one.end:
            right_of.setdefault(lower, []).append(upper)
        elif one.high > other.low - _NEAR:
            right_of.setdefault(upper, []).append(lower)
    lanes = [0] * len(lines)
    for sweep in range(_SWEEPS):
        before = list(lanes)
        for here in sorted(right_of, reverse=sweep % 2 == 0):
            lanes[here] = max(lanes[other] for other in right_of[here]) + 1
        if lanes == before:
            break
    return lanes


def _drawn(line: _Line, across: tuple[float, float, float]) -> Iterator[PlacedLink]:
    """Yield a bundle's lines; `across` is where they end, where they turn, and where they begin."""
    edge, lane, begins = across
    for link, start in line.starts:
        wide = width_of(link.word, HEAD_SIZE)
        word_at = (begins - _BESIDE - wide / 2, start - _OVER)
        yield PlacedLink(link, tuple(_curve(line.end, start, edge, lane, begins)), word_at)


def _curve(end: float, start: float, edge: float, lane: float, begins: float) -> Iterator[Point]:
    """Yield the points of a Bézier curve that turns twice, or goes straight across."""
    first, last = (edge + _HEAD / 2, end), (begins - _HEAD / 2, start)
    yield from ((edge, end), first)
    here = first
    if abs(end - start) > 0.01:
        turn = min(_TURN, abs(start - end) / 2) * (1 if start > end else -1)
        wide = abs(turn)
        before, after = (lane - wide, end), (lane, end + turn)
        yield from (here, before, before, (lane, end), (lane, end), after)
        before, here = (lane, start - turn), (lane + wide, start)
        yield from (after, before, before, (lane, start), (lane, start), here)
    yield from (here, last, last, (begins, start))
