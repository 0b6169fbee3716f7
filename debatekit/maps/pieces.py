"""A contention's map in pieces of three columns, each small enough for a sheet of paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from debatekit.maps.boxes import Marks, boxes_of
from debatekit.maps.trees import BETWEEN, Made, Piece, Tie, Tree, cut_out, in_turn, noted, tree_of
from debatekit.model.graph import Graph

_Heights = Mapping[str, float]


def pieces(
    graph: Graph, claim: str, order: Sequence[str], marks: Marks, room: tuple[float, float]
) -> Iterator[Piece]:
    """Yield the map of a claim as pieces about as tall as there is room for, in points.

    The first of the two numbers is for what stands under the title, the second for all others.
    The first shows the claim, its reasons, and what is said against them; each that is left
    unfinished there has a piece that repeats what it hits and shows what bears on it in turn.
    What `order` names comes in that order. Every claim, reason and tie is in some piece.
    """
    tree = tree_of(graph, claim, order)
    heights = _heights(graph, noted(tree, marks))
    yield from in_turn(
        tree,
        claim,
        order,
        lambda tie: (
            _next(tree, heights, tie, room[1])
            if tie.target
            else _first(tree, heights, tie, room[0])
        ),
    )


def _heights(graph: Graph, marks: Marks) -> _Heights:
    """Return how tall the box of each claim and reason is."""
    boxes = boxes_of(graph, marks)
    heights = {row.id: box.height for box in boxes for row in box.rows}
    return heights | {box.id: box.height for box in boxes}


def _first(tree: Tree, heights: _Heights, top: Tie, tall: float) -> Iterator[Made]:
    """Yield the claim with its reasons and, if there is room, what bears on those."""
    ties = tree.below[top.id]
    beside = [tree.below[tie.id] if tie.id in tree.graph.inferences else () for tie in ties]
    room = sum(
        max(_height(heights, (tie,)), _height(heights, more))
        for tie, more in zip(ties, beside, strict=True)
    )
    if room <= tall:
        shown = [one for more in beside for one in more]
        whole = {tie.id for tie, more in zip(ties, beside, strict=True) if more}
        nested = _nested(ties, beside)
        later = [one for one in nested if one.id not in whole and tree.goes_on(one)]
        yield _piece(tree, top.id, (top.id, *_ids(ties), *_ids(shown)), later), later
        return
    for some in _chunks(heights, ties, tall):
        later = [tie for tie in some if tree.goes_on(tie)]
        yield _piece(tree, top.id, (top.id, *_ids(some)), later), later


def _nested(ties: Sequence[Tie], beside: Sequence[Sequence[Tie]]) -> Iterator[Tie]:
    for tie, more in zip(ties, beside, strict=True):
        yield tie
        yield from more


def _next(tree: Tree, heights: _Heights, tie: Tie, tall: float) -> Iterator[Made]:
    """Yield what a tie leads to, between what it bears on and what bears on it."""
    for some in _chunks(heights, tree.below[tie.id], tall):
        later = [one for one in some if tree.goes_on(one)]
        yield _piece(tree, tie.id, (tie.target, tie.id, *_ids(some)), later), later


def _ids(ties: Iterable[Tie]) -> Iterator[str]:
    return (tie.id for tie in ties)


def _height(heights: _Heights, ties: Iterable[Tie]) -> float:
    return sum(heights[tie.id] + BETWEEN for tie in ties)


def _chunks(heights: _Heights, ties: Sequence[Tie], tall: float) -> Iterator[list[Tie]]:
    """Yield the ties in turn, as many at a time as stand in one column; at least once."""
    chunk: list[Tie] = []
    for tie in ties:
        if chunk and _height(heights, (*chunk, tie)) > tall:
            yield chunk
            chunk = []
        chunk.append(tie)
    yield chunk


def _piece(tree: Tree, top: str, ids: Iterable[str], later: Iterable[Tie]) -> Piece:
    return Piece(graph=cut_out(tree.graph, ids), top=top, continued=tuple(_ids(later)))
