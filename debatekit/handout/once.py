"""Evidence once a page: where the same is shown again, the page says where it stands."""

from msgspec.structs import replace

from debatekit.handout.page import ContentionPart, CounterPart, Exchange, Point, ReasonPart

_Seen = dict[tuple[str, tuple[int, ...]], str]
"""Where a piece of evidence was first read, by its words and sources."""


def shown_once(parts: tuple[ContentionPart, ...]) -> tuple[ContentionPart, ...]:
    """Return the contentions with each piece of evidence told where it is first read."""
    seen: _Seen = {}
    return tuple(_contention(part, seen) for part in parts)


def _contention(part: ContentionPart, seen: _Seen) -> ContentionPart:
    claim = _point(part.claim, f"contention {part.number}", seen)
    return replace(
        part, claim=claim, exchanges=tuple(_exchange(one, seen) for one in part.exchanges)
    )


def _exchange(part: Exchange, seen: _Seen) -> Exchange:
    reason = part.reason and _reason(part.reason, f"reason {part.reason.label}", seen)
    return Exchange(reason=reason, counters=tuple(_counter(one, seen) for one in part.counters))


def _counter(part: CounterPart, seen: _Seen) -> CounterPart:
    where = f"counterargument {part.label}"
    reasons = tuple(_reason(one, where, seen) for one in part.reasons)
    return replace(part, reasons=reasons, evidence=_pieces(part.evidence, where, seen))


def _reason(part: ReasonPart, where: str, seen: _Seen) -> ReasonPart:
    return replace(
        part,
        premises=_points(part.premises, where, seen),
        unstated=_points(part.unstated, where, seen),
    )


def _points(points: tuple[Point, ...], where: str, seen: _Seen) -> tuple[Point, ...]:
    return tuple(_point(one, where, seen) for one in points)


def _point(point: Point, where: str, seen: _Seen) -> Point:
    return replace(point, evidence=_pieces(point.evidence, where, seen))


def _pieces(pieces: tuple[Point, ...], where: str, seen: _Seen) -> tuple[Point, ...]:
    """Return new pieces as they are, and for those told before one line that says where."""
    new, told = [], dict[str, None]()
    for one in pieces:
        first = seen.setdefault((one.text, one.numbers), where)
        if first == where:
            new.append(one)
        else:
            told[first] = None
    return (*new, *(Point(text=f"See {first}.") for first in told))
