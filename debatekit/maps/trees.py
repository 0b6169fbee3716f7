"""What bears on what in a contention, each claim and reason in one place; and parts of that."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from debatekit.logic.structure import attacks_on, concluding
from debatekit.maps.boxes import Marks
from debatekit.maps.words import concessions, known_conflicts
from debatekit.model.graph import Graph

BETWEEN = 8.0
"""About how far boxes of a column are apart, in points."""

_GOES_ON = "see picture 0.00"
"""As long as a note on where something goes on."""


class Piece(Struct, frozen=True, kw_only=True):
    """Part of a map, what it is about, and what in it has a piece of its own."""

    graph: Graph
    top: str
    """The claim or reason that it is about: in the first piece the left column, else the next."""
    continued: tuple[str, ...] = ()
    widths: Mapping[str, float] = {}
    """How wide boxes are that are not as wide as all others, in points, by id."""


class Tie(Struct, frozen=True):
    """A claim or a reason, and what it bears on: a claim or a reason as such.

    What bears on nothing has no target.
    """

    id: str
    target: str


class Tree(Struct, frozen=True, kw_only=True):
    """What bears on each claim and reason; each stands in one place."""

    graph: Graph
    roots: tuple[str, ...]
    """The claim, and whatever else bears on nothing that hangs on it."""
    below: Mapping[str, tuple[Tie, ...]]

    def goes_on(self, tie: Tie) -> bool:
        """Return whether anything bears on what a tie leads to."""
        return bool(self.below[tie.id])


Made = tuple[Piece, list[Tie]]
"""A piece, and what goes on after it."""


def tree_of(graph: Graph, claim: str, order: Sequence[str]) -> Tree:
    """Return what bears on what from the claim outwards; what `order` names comes as there."""
    place = {id_: number for number, id_ in enumerate(order)}
    ends = dict.fromkeys((claim, *(one.conclusion for one in graph.inferences.values())))
    roots: list[str] = []
    below: dict[str, tuple[Tie, ...]] = {}
    for root in (end for end in ends if end in graph.claims):
        if root == claim or not any(_covers(graph, met, root) for met in below):
            roots.append(root)
            _grow(graph, below, root, place)
    return Tree(graph=graph, roots=tuple(roots), below=below)


def noted(tree: Tree, marks: Marks) -> Marks:
    """Return the marks with a note on where it goes on for all that does, as long as can be."""
    going_on = {id_: _GOES_ON for id_, ties in tree.below.items() if ties}
    return replace(marks, notes={**going_on, **marks.notes})


def _covers(graph: Graph, id_: str, claim: str) -> bool:
    """Return whether a claim stands in this one's box."""
    return id_ == claim or (id_ in graph.inferences and claim in graph.inferences[id_].premises)


def _grow(
    graph: Graph, below: dict[str, tuple[Tie, ...]], root: str, place: Mapping[str, int]
) -> None:
    """Add what bears on a root, and on that in turn, where it is not there already."""
    waiting, met = [root], {root, *below}
    while waiting:
        here = waiting.pop(0)
        found = {tie.id: tie for tie in _bearing(graph, here) if tie.id not in met}
        below[here] = tuple(sorted(found.values(), key=lambda tie: place.get(tie.id, len(place))))
        met |= found.keys()
        waiting += [tie.id for tie in below[here]]


def _bearing(graph: Graph, id_: str) -> Iterator[Tie]:
    """Yield what bears on a claim, or on a reason and the premises in its box."""
    inference = graph.inferences.get(id_)
    for place in (id_, *(inference.premises if inference else ())):
        if place in graph.claims:
            yield from (Tie(one.id, place) for one in concluding(graph, place))
        yield from (
            Tie(one.source, place) for one in attacks_on(graph, place) if one.source in graph.claims
        )
        yield from (Tie(reply, place) for reply, granted in concessions(graph) if granted == place)


def in_turn(
    tree: Tree, claim: str, order: Sequence[str], cut: Callable[[Tie], Iterable[Made]]
) -> Iterator[Piece]:
    """Yield the pieces that `cut` makes of the roots and of all that goes on after them.

    What `order` names comes in that order. At last come the ties that are in no piece.
    """
    made: list[Piece] = []
    rank = {id_: place for place, id_ in enumerate(order, 1)}
    rank |= dict.fromkeys(tree.roots[1:], len(rank) + 1) | {claim: 0}
    waiting = [cut(Tie(root, "")) for root in tree.roots]
    for found in waiting:
        for piece, later in found:
            made.append(piece)
            for tie in later:
                rank.setdefault(tie.id, rank.get(piece.top, len(rank)))
                waiting.append(cut(tie))
    yield from sorted(made, key=lambda piece: rank[piece.top])
    yield from _left_out(tree.graph, made)


def cut_out(graph: Graph, ids: Iterable[str]) -> Graph:
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
            yield Piece(graph=cut_out(graph, (source, target)), top=source)


def _pairs(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield what bears on what: attacks, concessions, and reasons with what they support."""
    yield from ((one.source, one.target) for one in known_conflicts(graph))
    yield from concessions(graph)
    for id_, step in graph.inferences.items():
        if step.conclusion in graph.claims:
            yield id_, step.conclusion
