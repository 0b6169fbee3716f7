"""A contention's map in pieces of three columns, each small enough for a sheet of paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from debatekit.logic.structure import attacks_on, concluding
from debatekit.maps.boxes import boxes_of
from debatekit.maps.words import concessions, known_conflicts
from debatekit.model.graph import Graph

BETWEEN = 8.0
"""About how far boxes of a column are apart, in points."""


class Piece(Struct, frozen=True, kw_only=True):
    """Part of a map, what it is about, and what in it has a piece of its own."""

    graph: Graph
    top: str
    """The claim or reason that it is about: in the first piece the left column, else the next."""
    continued: tuple[str, ...] = ()


class _Tie(Struct, frozen=True):
    """A claim or a reason, and what it bears on: a claim or a reason as such."""

    id: str
    target: str


class _Tree(Struct, frozen=True, kw_only=True):
    """What bears on each claim and reason; each stands in one place."""

    graph: Graph
    roots: tuple[str, ...]
    """The claim, and whatever else bears on nothing that hangs on it."""
    below: Mapping[str, tuple[_Tie, ...]]
    heights: Mapping[str, float]


def pieces(graph: Graph, claim: str, order: Sequence[str], tall: float) -> Iterator[Piece]:
    """Yield the map of a claim as pieces no taller than about `tall` points.

    The first shows the claim, its reasons, and what is said against them; each that is left
    unfinished there has a piece that repeats what it hits and shows what bears on it in turn.
    What `order` names comes in that order. Every claim, reason and tie is in some piece.
    """
    tree = _tree(graph, claim, order)
    made: list[Piece] = []
    rank = {id_: place for place, id_ in enumerate(order, 1)}
    rank |= dict.fromkeys(tree.roots[1:], len(rank) + 1) | {claim: 0}
    waiting = [_first(tree, root, tall) for root in tree.roots]
    for found in waiting:
        for piece, later in found:
            made.append(piece)
            for tie in later:
                rank.setdefault(tie.id, rank.get(piece.top, len(rank)))
                waiting.append(_next(tree, tie, tall))
    yield from sorted(made, key=lambda piece: rank[piece.top])
    yield from _left_out(graph, made)


def _tree(graph: Graph, claim: str, order: Sequence[str]) -> _Tree:
    """Return what bears on what from the claim outwards, and how tall each box is."""
    place = {id_: number for number, id_ in enumerate(order)}
    ends = dict.fromkeys((claim, *(one.conclusion for one in graph.inferences.values())))
    roots: list[str] = []
    below: dict[str, tuple[_Tie, ...]] = {}
    for root in (end for end in ends if end in graph.claims):
        if root == claim or not any(_covers(graph, met, root) for met in below):
            roots.append(root)
            _grow(graph, below, root, place)
    boxes = boxes_of(graph)
    heights = {row.id: box.height for box in boxes for row in box.rows}
    heights |= {box.id: box.height for box in boxes}
    return _Tree(graph=graph, roots=tuple(roots), below=below, heights=heights)


def _covers(graph: Graph, id_: str, claim: str) -> bool:
    """Return whether a claim stands in this one's box."""
    return id_ == claim or (id_ in graph.inferences and claim in graph.inferences[id_].premises)


def _grow(
    graph: Graph, below: dict[str, tuple[_Tie, ...]], root: str, place: Mapping[str, int]
) -> None:
    """Add what bears on a root, and on that in turn, where it is not there already."""
    waiting, met = [root], {root, *below}
    while waiting:
        here = waiting.pop(0)
        found = {tie.id: tie for tie in _bearing(graph, here) if tie.id not in met}
        below[here] = tuple(sorted(found.values(), key=lambda tie: place.get(tie.id, len(place))))
        met |= found.keys()
        waiting += [tie.id for tie in below[here]]


def _bearing(graph: Graph, id_: str) -> Iterator[_Tie]:
    """Yield what bears on a claim, or on a reason and the premises in its box."""
    inference = graph.inferences.get(id_)
    for place in (id_, *(inference.premises if inference else ())):
        if place in graph.claims:
            yield from (_Tie(one.id, place) for one in concluding(graph, place))
        yield from (
            _Tie(one.source, place)
            for one in attacks_on(graph, place)
            if one.source in graph.claims
        )
        yield from (_Tie(reply, place) for reply, granted in concessions(graph) if granted == place)


_Made = tuple[Piece, list[_Tie]]
"""A piece, and what goes on after it."""


def _first(tree: _Tree, claim: str, tall: float) -> Iterator[_Made]:
    """Yield the claim with its reasons and, if there is room, what bears on those."""
    ties = tree.below[claim]
    beside = [tree.below[tie.id] if tie.id in tree.graph.inferences else () for tie in ties]
    room = sum(
        max(_height(tree, (tie,)), _height(tree, more))
        for tie, more in zip(ties, beside, strict=True)
    )
    if room <= tall:
        shown = [one for more in beside for one in more]
        whole = {tie.id for tie, more in zip(ties, beside, strict=True) if more}
        later = [one for one in _nested(ties, beside) if one.id not in whole and _more(tree, one)]
        yield _piece(tree, claim, (claim, *_ids(ties), *_ids(shown)), later), later
        return
    for some in _chunks(tree, ties, tall):
        later = [tie for tie in some if _more(tree, tie)]
        yield _piece(tree, claim, (claim, *_ids(some)), later), later


def _nested(ties: Sequence[_Tie], beside: Sequence[Sequence[_Tie]]) -> Iterator[_Tie]:
    for tie, more in zip(ties, beside, strict=True):
        yield tie
        yield from more


def _next(tree: _Tree, tie: _Tie, tall: float) -> Iterator[_Made]:
    """Yield what a tie leads to, between what it bears on and what bears on it."""
    for some in _chunks(tree, tree.below[tie.id], tall):
        later = [one for one in some if _more(tree, one)]
        yield _piece(tree, tie.id, (tie.target, tie.id, *_ids(some)), later), later


def _more(tree: _Tree, tie: _Tie) -> bool:
    return bool(tree.below[tie.id])


def _ids(ties: Iterable[_Tie]) -> Iterator[str]:
    return (tie.id for tie in ties)


def _height(tree: _Tree, ties: Iterable[_Tie]) -> float:
    return sum(tree.heights[tie.id] + BETWEEN for tie in ties)


def _chunks(tree: _Tree, ties: Sequence[_Tie], tall: float) -> Iterator[list[_Tie]]:
    """Yield the ties in turn, as many at a time as stand in one column; at least once."""
    chunk: list[_Tie] = []
    for tie in ties:
        if chunk and _height(tree, (*chunk, tie)) > tall:
            yield chunk
            chunk = []
        chunk.append(tie)
    yield chunk


def _piece(tree: _Tree, top: str, ids: Iterable[str], later: Iterable[_Tie]) -> Piece:
    return Piece(graph=_cut(tree.graph, ids), top=top, continued=tuple(_ids(later)))


def _cut(graph: Graph, ids: Iterable[str]) -> Graph:
    """Return the graph of these claims and reasons, with the premises of the reasons."""
    kept = set(ids)
    steps = {id_: one for id_, one in graph.inferences.items() if id_ in kept}
    kept |= {premise for one in steps.values() for premise in one.premises}
    return replace(
        graph,
        claims={id_: one for id_, one in graph.claims.items() if id_ in kept},
        inferences=steps,
        conflicts=tuple(one for one in graph.conflicts if {one.source, one.target} <= kept),
        preferences=(),
    )


def _left_out(graph: Graph, made: Sequence[Piece]) -> Iterator[Piece]:
    """Yield a piece for each tie between claims or reasons that stand in different pieces."""
    shown = {pair for piece in made for pair in _pairs(piece.graph)}
    for source, target in _pairs(graph):
        if (source, target) not in shown:
            yield Piece(graph=_cut(graph, (source, target)), top=source)


def _pairs(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield what bears on what: attacks, concessions, and reasons with what they support."""
    yield from ((one.source, one.target) for one in known_conflicts(graph))
    yield from concessions(graph)
    for id_, step in graph.inferences.items():
        if step.conclusion in graph.claims:
            yield id_, step.conclusion
