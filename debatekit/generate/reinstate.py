"""Which reply brings a conclusion back after a counterargument."""

from collections.abc import Iterator
from heapq import nsmallest
from random import Random

from msgspec.structs import replace

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so, turn
from debatekit.generate.lines import line_of
from debatekit.generate.phrases import OWNERS, brief, fitting, full, hint
from debatekit.generate.scenarios import BY_THE_MAP, SCENARIO_WORDS, Case, facing, status_of
from debatekit.logic.graph_facts import scenario_text, work_out
from debatekit.logic.structure import attacks_by, is_convergent
from debatekit.model.graph import Graph, Scenario
from debatekit.model.item import Choice
from debatekit.model.material import Material

_LOOKED_AT = 16
"""How many other replies are looked at for one item."""


def reinstate(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each reply that makes its counterargument's target stand again.

    Wrong are replies to other counterarguments: granted in its place, they do not.
    """
    desk = desk_of(material, graph, random)
    needed = [(rescue, _others(desk, *rescue)) for rescue in _needed(desk)]
    work_out(
        graph,
        (
            _scenario(desk, counterargument, other, conclusion)
            for (counterargument, _, conclusion), others in needed
            for other in others
        ),
    )
    for rescue, others in needed:
        yield from _item(desk, *rescue, others)


def _needed(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Yield a counterargument, a reply and a conclusion that stands with it and not without."""
    found = []
    for reply, placed in desk.parts.replies.items():
        conclusion = _conclusion(desk, placed.counterargument)
        if conclusion:
            found.append((placed.counterargument, reply, conclusion))
    work_out(
        desk.graph,
        (
            _scenario(desk, counterargument, granted, conclusion)
            for counterargument, reply, conclusion in found
            for granted in (reply, "")
        ),
    )
    for counterargument, reply, conclusion in found:
        if _is_needed(desk, counterargument, reply, conclusion):
            yield counterargument, reply, conclusion


def _conclusion(desk: Desk, counterargument: str) -> str:
    """Return the claim that the counterargument puts at stake: its target, or the step's end."""
    for conflict in attacks_by(desk.graph, counterargument):
        step = desk.graph.inferences.get(conflict.target)
        claim = step.conclusion if step else conflict.target
        unclear = desk.claim(claim).unstated or desk.claim(claim).side == "shared"
        return "" if unclear or (step and is_convergent(desk.graph, claim)) else claim
    return ""


def _scenario(desk: Desk, counterargument: str, reply: str, conclusion: str) -> Scenario:
    """Return the conclusion's case facing the counterargument, with one reply alone granted."""
    entry = desk.parts.counterarguments[counterargument].counterargument
    others = frozenset(answer.id for answer in entry.replies if answer.id != reply)
    accept = frozenset({reply} if reply else ())
    case: Case = "counter" if desk.claim(conclusion).side == "counter" else "author"
    return replace(facing(desk.graph, case, counterargument), accept=accept, reject=others)


def _is_needed(desk: Desk, counterargument: str, reply: str, conclusion: str) -> bool:
    """Return whether the conclusion stands with the reply and does not without it."""
    with_reply = _rescues(desk, counterargument, reply, conclusion)
    return with_reply and not _rescues(desk, counterargument, "", conclusion)


def _rescues(desk: Desk, counterargument: str, reply: str, conclusion: str) -> bool:
    """Return whether the conclusion stands with the reply granted and the others left out."""
    scenario = _scenario(desk, counterargument, reply, conclusion)
    return status_of(desk.graph, scenario, conclusion) == "in"


def _item(
    desk: Desk, counterargument: str, reply: str, conclusion: str, others: list[str]
) -> Iterator[Choice]:
    """Yield the item on one reply."""
    proof = so("status", *_proof(desk, counterargument, reply, conclusion))
    side = desk.claim(conclusion).side
    lead = f"On the map, take {OWNERS[side]} case and put beside it this counterargument"
    ask = "Which reply, if granted alone, makes this claim stand"
    said, end = brief(desk, counterargument), brief(desk, conclusion)
    stems = (
        f"{lead}: {full(desk, counterargument)} {ask}: {full(desk, conclusion)}? {BY_THE_MAP}",
        f"{lead}: {said}. {ask}: {full(desk, conclusion)}? {BY_THE_MAP}",
        f"{lead}: {said}. {ask}: {end}? {BY_THE_MAP}",
    )
    question = Question(
        generator="reinstate",
        strand="structure",
        stem=fitting(*stems, most=SCENARIO_WORDS),
        stems=stems[2:],
        target=_target(counterargument, reply, conclusion),
        bloom="evaluate",
        side=side,
        about=(counterargument, reply, conclusion),
        hint=hint(desk, counterargument),
        proof=(proof,),
        why="On the map its arrow ends at that counterargument, which then falls.",
        interventions=2,
    )
    key = claim_candidate(desk, reply, question.why, proof)
    yield from choice(question, key, _wrong(desk, counterargument, conclusion, others))


def _proof(desk: Desk, counterargument: str, reply: str, conclusion: str) -> tuple[str, ...]:
    """Return the arguments of the fact on what a reply makes of the conclusion."""
    text = scenario_text(_scenario(desk, counterargument, reply, conclusion))
    return text, conclusion, "in"


def _target(counterargument: str, reply: str, conclusion: str) -> str:
    """Return what is tested."""
    return f"rescue:{counterargument}:{reply}:{conclusion}"


def _others(desk: Desk, counterargument: str, reply: str, conclusion: str) -> list[str]:
    """Return replies to other counterarguments, no more than are worth looking at."""
    begin = turn(desk, _target(counterargument, reply, conclusion))
    replies = desk.parts.replies
    near = line_of(desk, counterargument)
    return nsmallest(
        _LOOKED_AT,
        (id_ for id_ in replies if replies[id_].counterargument != counterargument),
        key=lambda one: (one not in near, place_of(one) ^ begin),
    )


def _wrong(
    desk: Desk, counterargument: str, conclusion: str, others: list[str]
) -> Iterator[Candidate]:
    """Yield those of the other replies that leave the conclusion where it is."""
    for id_ in others:
        scenario = _scenario(desk, counterargument, id_, conclusion)
        if status_of(desk.graph, scenario, conclusion) in ("out", "undecided"):
            answered = desk.parts.replies[id_].counterargument
            why = f"It is off target: it answers {brief(desk, answered)}."
            fact = not_so("status", *_proof(desk, counterargument, id_, conclusion))
            yield claim_candidate(desk, id_, why, fact, flaw="off-target")
