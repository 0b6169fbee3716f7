"""Rounds of a debate on a lesson, each as a flow with questions: what answers what, what is left.

A round has three speeches: the author's arguments, the critics' answers to all of them but
one, and the author's replies to all of these but one. So each side lets one argument drop.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from random import Random

from msgspec import Struct

from debatekit.generate.build import Candidate, Question, choice, option
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.match import match_item
from debatekit.generate.phrases import brief, listing, short_text, stated
from debatekit.generate.whole import whole_items
from debatekit.logic.flow import flow_text
from debatekit.logic.structure import attacks_by
from debatekit.model.flow import Flow, FlowSpeech, Move
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Fact, Item, Option
from debatekit.model.material import Material

FIRST, SECOND, THIRD = "A1", "N1", "A2"
SPEECHES = (
    FlowSpeech(name=FIRST, side="author"),
    FlowSpeech(name=SECOND, side="counter"),
    FlowSpeech(name=THIRD, side="author"),
)
"""The author's side begins, and speaks again; the critics' side speaks between."""
_ANSWERED = 3
_TRIED = 3000
"""How many sets of arguments are looked at before a lesson is said to have none."""


class FlowRound(Struct, frozen=True, kw_only=True):
    """A flow, what each of its moves says, and the questions on it in their order."""

    flow: Flow
    texts: dict[str, str]
    items: tuple[Item, ...]


class _Link(Struct, frozen=True, kw_only=True):
    """A counterargument, the step that it answers, and a reply to it."""

    counter: str
    step: str
    reply: str


class _Cast(Struct, frozen=True, kw_only=True):
    """Who answers what in a round, which step nobody answers, and whose reply is left out."""

    links: tuple[_Link, ...]
    spare: str
    unanswered: _Link

    @property
    def answered(self) -> tuple[_Link, ...]:
        """The links whose counterarguments get a reply."""
        return tuple(link for link in self.links if link is not self.unanswered)


def flow_rounds(material: Material, graph: Graph, seed: int) -> Iterator[FlowRound]:
    """Yield rounds, each on counterarguments that no round before has had, while there are any."""
    random = Random(f"{seed}:flow")
    desk = desk_of(material, graph, random)
    links, used = _links(desk, random), set[str]()
    while cast := _cast(desk, [link for link in links if link.counter not in used], random):
        used |= {link.counter for link in cast.links}
        flow = _flow(cast, random)
        items = tuple(whole_items(_questions(desk, cast, flow), material, graph, seed))
        if len(items) == len(SPEECHES) + 1:
            moves = (move.id for move in flow.moves)
            texts = {id_: _text(desk, id_) for id_ in moves}
            yield FlowRound(flow=flow, texts=texts, items=items)


def _links(desk: Desk, random: Random) -> list[_Link]:
    """Return every counterargument that answers a step of the author's and has a reply."""
    found = []
    for step in desk.graph.inferences.values():
        if step.side == "author" and stated(desk, step):
            for id_, placed in desk.parts.counterarguments.items():
                replies = placed.counterargument.replies
                answers = [reply.id for reply in replies if reply.answers != "concedes"]
                if answers and _hits(desk, id_) & {step.id, *step.premises}:
                    found.append(_Link(counter=id_, step=step.id, reply=answers[0]))
    random.shuffle(found)
    return found


def _hits(desk: Desk, claim: str) -> set[str]:
    return {conflict.target for conflict in attacks_by(desk.graph, claim)}


def _touches(desk: Desk, counter: str, step: Inference) -> bool:
    """Return whether a careful reader could say that the counterargument answers the step."""
    return not _hits(desk, counter).isdisjoint({step.id, *step.premises, step.conclusion})


def _cast(desk: Desk, links: Sequence[_Link], random: Random) -> _Cast | None:
    """Return arguments for a round in which it is beyond doubt what answers what."""
    steps = [one for one in desk.graph.inferences.values() if one.side == "author"]
    random.shuffle(steps)
    for chosen in islice(combinations(links, _ANSWERED), _TRIED):
        if _is_clear(desk, chosen):
            counters = [link.counter for link in chosen]
            for spare in steps:
                if stated(desk, spare) and not any(_touches(desk, c, spare) for c in counters):
                    return _Cast(links=chosen, spare=spare.id, unanswered=random.choice(chosen))
    return None


def _is_clear(desk: Desk, links: Sequence[_Link]) -> bool:
    """Return whether each counterargument answers one step alone of these, and each another."""
    steps = {link.step: desk.graph.inferences[link.step] for link in links}
    apart = len(steps) == len({link.counter for link in links}) == len(links)
    return apart and all(
        _touches(desk, link.counter, step) == (id_ == link.step)
        for link in links
        for id_, step in steps.items()
    )


def _flow(cast: _Cast, random: Random) -> Flow:
    """Return the round as a flow, what opens it in no order that tells."""
    opened = [*(link.step for link in cast.links), cast.spare]
    random.shuffle(opened)
    first = [Move(id=id_, speech=FIRST, side="author") for id_ in opened]
    second = [
        Move(id=link.counter, speech=SECOND, side="counter", answers=(link.step,))
        for link in cast.links
    ]
    third = [
        Move(id=link.reply, speech=THIRD, side="author", answers=(link.counter,))
        for link in cast.answered
    ]
    return Flow(speeches=SPEECHES, moves=(*first, *second, *third))


def _text(desk: Desk, move: str) -> str:
    """Return a move in few words: a claim, or the premises that a step starts from."""
    step = desk.graph.inferences.get(move)
    if step is None:
        return short_text(desk, move)
    return listing(brief(desk, id_) for id_ in stated(desk, step))


def _questions(desk: Desk, cast: _Cast, flow: Flow) -> Iterator[Item]:
    """Yield the round's questions: links and drop after the second speech, then after the third."""
    text = flow_text(flow)
    hits = {link.counter: _hit(desk, link) for link in cast.links}
    yield match_item(
        _question(cast, flow, SECOND, "links", tuple(hits.values())),
        [_text(desk, link.counter) for link in cast.links],
        [_partner(desk, link.step, hits[link.counter]) for link in cast.links]
        + [_left_over(desk, cast.spare, [link.counter for link in cast.links])],
    )
    steps = [link.step for link in cast.links]
    yield from _drop(desk, _question(cast, flow, SECOND, "drop", ()), text, cast.spare, steps)
    replied = [so("reply", link.counter, link.reply) for link in cast.answered]
    left = cast.unanswered.counter
    yield match_item(
        _question(cast, flow, THIRD, "links", tuple(replied)),
        [_text(desk, link.reply) for link in cast.answered],
        [
            _partner(desk, link.counter, fact)
            for link, fact in zip(cast.answered, replied, strict=True)
        ]
        + [_left_over(desk, left, [link.reply for link in cast.answered])],
    )
    others = [link.counter for link in cast.answered]
    yield from _drop(desk, _question(cast, flow, THIRD, "drop", ()), text, left, others)


def _hit(desk: Desk, link: _Link) -> Fact:
    """Return the fact that a counterargument attacks the step or a premise of it."""
    step = desk.graph.inferences[link.step]
    return so("attacks", link.counter, min(_hits(desk, link.counter) & {step.id, *step.premises}))


_STEMS = {
    (SECOND, "links"): "On the map, which argument of A1, the author's, does each of N1 answer?",
    (SECOND, "drop"): "On this flow, which of the author's arguments was dropped after N1?",
    (THIRD, "links"): "On the map, which argument of N1, the critics', does each of A2 answer?",
    (THIRD, "drop"): "On this flow, which of the critics' arguments was dropped after A2?",
}


def _question(cast: _Cast, flow: Flow, speech: str, what: str, proof: tuple[Fact, ...]) -> Question:
    """Return what is asked after a speech."""
    dropped = cast.spare if speech == SECOND else cast.unanswered.counter
    text = flow_text(flow)
    return Question(
        generator="flow",
        strand="rebuttal",
        stem=_STEMS[speech, what],
        target=f"flow:{speech}:{what}:{text}",
        bloom="analyse",
        side="counter" if speech == SECOND else "author",
        about=(dropped,) if what == "drop" else (),
        hint="Take the arguments one by one, and look for what takes them up.",
        proof=proof or (so("flow_dropped", text, speech, dropped),),
        why="Nothing in the next speech answers it."
        if what == "drop"
        else "So their arrows go on the map.",
    )


def _partner(desk: Desk, move: str, fact: Fact) -> Option:
    text = _text(desk, move)
    return option(Candidate(text=text, why="It is answered here.", proof=(fact,)), text)


def _left_over(desk: Desk, move: str, others: Sequence[str]) -> Option:
    text, proof = _text(desk, move), tuple(not_so("attacks", other, move) for other in others)
    why = "Nothing in this speech answers it."
    return option(Candidate(text=text, why=why, proof=proof), text)


def _drop(
    desk: Desk, question: Question, flow: str, dropped: str, others: Sequence[str]
) -> Iterator[Item]:
    """Yield which argument was dropped, beside others that were answered."""
    speech = question.target.split(":")[1]
    key = Candidate(text=_text(desk, dropped), why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=_text(desk, other),
            why="It was answered in the next speech.",
            flaw="answered",
            proof=(not_so("flow_dropped", flow, speech, other),),
        )
        for other in others
    )
    yield from choice(question, key, wrong, guard=False)
