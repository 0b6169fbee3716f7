"""Which claim is a side's main conclusion, the one that the others support."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, rivals, so
from debatekit.generate.phrases import ACCORDING, brief, look, paragraphs_of, place
from debatekit.logic.structure import concluding, roots, support_path, supporters, supports
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.words import Side

_SIDES: tuple[Side, ...] = ("author", "counter")


def claim_main(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each main conclusion.

    Where a side has one, the question is what it comes to; where it has several, the
    question is only which of the three claims shown rests on the other two.
    """
    desk = desk_of(material, graph, random)
    for side in _SIDES:
        found = roots(graph, side)
        for root in found:
            yield from _item(desk, root, alone=len(found) == 1 and _is_whole(desk, root))


def _is_whole(desk: Desk, root: str) -> bool:
    """Return whether every contention on the root's side is the root or leads to it."""
    side = desk.claim(root).side
    claims = (contention.claim for contention in desk.material.lesson.contentions)
    return all(
        id_ == root or supports(desk.graph, id_, root)
        for id_ in claims
        if id_ in desk.graph.claims and desk.claim(id_).side == side
    )


def _item(desk: Desk, root: str, alone: bool) -> Iterator[Choice]:
    """Yield the item on one main conclusion."""
    side = desk.claim(root).side
    question = Question(
        generator="claim_main",
        strand="claims",
        stem=(
            f"{ACCORDING[side]} which claim is the main conclusion?"
            if alone
            else f"{ACCORDING[side]} which of these claims do the other two support?"
        ),
        target=f"main:{root}",
        bloom="understand",
        side=side,
        about=(root,),
        paragraphs=paragraphs_of(desk, root),
        hint=look(desk, "On the map, follow the arrows to where they end.", root),
        proof=(so("root", root), so("side", root, side)),
        why=f"The others lead to it, and it leads to no further claim{place(desk, root)}.",
    )
    key = claim_candidate(desk, root, question.why, *question.proof)
    yield from choice(question, key, _wrong(desk, root, question.target))


def _wrong(desk: Desk, root: str, target: str) -> Iterator[Candidate]:
    """Yield what supports the root: conclusions on the way first, then mere premises."""
    below = supporters(desk.graph, root)
    ordered = [id_ for id_ in rivals(desk, root, target) if id_ in below]
    for id_ in sorted(ordered, key=lambda id_: not concluding(desk.graph, id_)):
        onward = support_path(desk.graph, id_, root)[1]
        why = f"It is a step on the way: on the map it supports {brief(desk, onward)}."
        yield claim_candidate(desk, id_, why, so("supports", id_, root), flaw="scope")
