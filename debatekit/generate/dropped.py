"""Which counterargument went unanswered."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so, turn
from debatekit.generate.phrases import brief
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material


def dropped(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each counterargument without a reply, beside two that have one."""
    desk = desk_of(material, graph, random)
    for id_, placed in desk.parts.counterarguments.items():
        if not placed.counterargument.replies:
            yield from _item(desk, id_)


def _item(desk: Desk, id_: str) -> Iterator[Choice]:
    """Yield the item on one counterargument."""
    question = Question(
        generator="dropped",
        strand="rebuttal",
        stem="On the map, which of these counterarguments went without a reply?",
        target=f"dropped:{id_}",
        bloom="analyse",
        side=desk.claim(id_).side,
        about=(id_,),
        hint="On the map, look for replies under each of them.",
        proof=(not_so("answered", id_),),
        why="The map has no reply to it; that is no verdict on it.",
    )
    key = claim_candidate(desk, id_, question.why, *question.proof)
    yield from choice(question, key, _wrong(desk, question.target))


def _wrong(desk: Desk, target: str) -> Iterator[Candidate]:
    """Yield counterarguments with a reply."""
    begin, entries = turn(desk, target), desk.parts.counterarguments
    for id_ in sorted(entries, key=lambda one: place_of(one) ^ begin):
        replies = entries[id_].counterargument.replies
        if replies:
            shown = min(replies, key=lambda reply: (not reply.best, reply.id))
            why = f"It has a reply: {brief(desk, shown.id)}."
            yield claim_candidate(desk, id_, why, so("answered", id_), flaw="off-target")
