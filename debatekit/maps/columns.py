"""A contention's map in pieces of two columns, for letters of which few stand side by side."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, repeat

from msgspec import Struct
from msgspec.structs import replace

from debatekit.maps.boxes import Marks, boxes_of
from debatekit.maps.trees import BETWEEN, Made, Piece, Tie, Tree, cut_out, in_turn, noted, tree_of
from debatekit.model.graph import Graph

_SHARES = (0.5, 0.45, 0.55, 0.4, 0.6)
"""How much of both boxes' width the left one may take."""


class _Desk(Struct, frozen=True, kw_only=True):
    """What all pieces of a map are cut from."""

    tree: Tree
    marks: Marks
    tall: float


class _Part(Struct, frozen=True, kw_only=True):
    """A left box, with some of its premises if it is a reason, and what bears on them."""

    top: str
    premises: tuple[str, ...]
    ties: tuple[Tie, ...] = ()


def columns(
    graph: Graph, claim: str, order: Sequence[str], marks: Marks, room: tuple[float, float]
) -> Iterator[Piece]:
    """Yield the map of a claim as pieces of two columns: what is hit, and what hits it.

    The first is no taller than the first of the two numbers of points, all others than the
    second. Reasons that have a piece of their own may stand without premises where they are
    met first. What `order` names comes in that order. Every claim, reason and tie is in some
    piece.
    """
    tree = tree_of(graph, claim, order)
    desk = _Desk(tree=tree, marks=noted(tree, marks), tall=room[1])

    def cut(tie: Tie) -> Iterator[Made]:
        first = room[0] if tie.id == claim else room[1]
        return _cut(desk, tie.id, chain((first,), repeat(room[1])))

    for piece in in_turn(tree, claim, order, cut):
        yield piece if piece.widths else _bare(piece)


def _cut(desk: _Desk, top: str, rooms: Iterator[float]) -> Iterator[Made]:
    """Yield what bears on a claim or reason, as much at a time as there is room for."""
    graph, ties = desk.tree.graph, desk.tree.below[top]
    premises = graph.inferences[top].premises if top in graph.inferences else ()
    whole = _Part(top=top, premises=premises, ties=ties)
    room = next(rooms)
    short = frozenset[str]() if _height(desk, whole, ()) <= room else _bulky(desk, ties, room)
    for part in _by_premises(desk, whole):
        some: list[Tie] = []
        for tie in part.ties:
            if some and _height(desk, replace(part, ties=(*some, tie)), short) > room:
                yield _made(desk, replace(part, ties=tuple(some)), short)
                some, room = [], next(rooms)
            some.append(tie)
        yield _made(desk, replace(part, ties=tuple(some)), short)
        room = next(rooms)


def _bulky(desk: _Desk, ties: Sequence[Tie], room: float) -> frozenset[str]:
    """Return the reasons that are better shown without premises: those with a piece of their own.

    One that is too tall for the room gets a piece for that.
    """
    graph = desk.tree.graph
    return frozenset(
        tie.id
        for tie in ties
        if (step := graph.inferences.get(tie.id)) is not None
        and (
            desk.tree.goes_on(tie)
            or _height(desk, _Part(top=tie.id, premises=step.premises), ()) > room
        )
    )


def _by_premises(desk: _Desk, whole: _Part) -> Iterator[_Part]:
    """Yield a part as it is or, where its left box is too tall, a few premises at a time."""
    some: list[str] = []
    targets = {whole.top}
    for premise in whole.premises:
        alone = _Part(top=whole.top, premises=(*some, premise))
        if some and _height(desk, alone, ()) > desk.tall:
            yield _only(whole, some, targets)
            some, targets = [], set()
        some.append(premise)
        targets.add(premise)
    yield _only(whole, some, targets)


def _only(whole: _Part, premises: Sequence[str], targets: Collection[str]) -> _Part:
    ties = tuple(tie for tie in whole.ties if tie.target in targets)
    return replace(whole, premises=tuple(premises), ties=ties)


def _made(desk: _Desk, part: _Part, short: Collection[str]) -> Made:
    """Return a piece, its columns as wide as it takes least room, and what goes on after it."""
    graph = _graph(desk.tree.graph, part, short)
    later = [tie for tie in part.ties if tie.id in short or desk.tree.goes_on(tie)]
    widths = min(_widths(desk, graph, part.top), key=lambda one: _taken(desk, graph, part.top, one))
    going_on = tuple(tie.id for tie in later)
    return Piece(graph=graph, top=part.top, continued=going_on, widths=widths), later


def _graph(graph: Graph, part: _Part, short: Collection[str]) -> Graph:
    """Return the part as a graph in which all ties lead from the right column to the left."""
    ids = (part.top, *(tie.id for tie in part.ties))
    shown = {id_: graph.inferences[id_] for id_ in ids if id_ in graph.inferences}
    shown |= {id_: replace(step, premises=()) for id_, step in shown.items() if id_ in short}
    if part.top in shown:
        shown[part.top] = replace(shown[part.top], premises=part.premises)
    found = cut_out(replace(graph, inferences=shown), ids)
    left = {part.top, *part.premises}
    across = tuple(one for one in found.conflicts if (one.source in left) != (one.target in left))
    return replace(found, conflicts=across)


def _height(desk: _Desk, part: _Part, short: Collection[str]) -> float:
    """Return how tall a part is where its columns are as wide as is best for it."""
    graph = _graph(desk.tree.graph, part, short)
    return min(_taken(desk, graph, part.top, one)[0] for one in _widths(desk, graph, part.top))


def _widths(desk: _Desk, graph: Graph, top: str) -> Iterator[Mapping[str, float]]:
    """Yield how wide each box may be."""
    both = 2 * desk.marks.look.width
    for share in _SHARES:
        left, right = round(both * share), both - round(both * share)
        yield dict.fromkeys((*graph.claims, *graph.inferences), right) | {top: left}


def _taken(desk: _Desk, graph: Graph, top: str, widths: Mapping[str, float]) -> tuple[float, float]:
    """Return how tall the taller column is, and then the other."""
    marks = replace(desk.marks, look=replace(desk.marks.look, widths=widths))
    heights = {box.id: box.height for box in boxes_of(graph, marks)}
    left = heights.pop(top, 0.0)
    right = sum(heights.values()) + BETWEEN * (len(heights) - 1)
    return max(left, right), min(left, right)


def _bare(piece: Piece) -> Piece:
    """Return a tie by itself, where all premises are in pieces of their own."""
    steps = {id_: replace(one, premises=()) for id_, one in piece.graph.inferences.items()}
    return replace(piece, graph=replace(piece.graph, inferences=steps))
