"""Whether a claim serves as a premise, as a conclusion, or as a step in between."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of
from debatekit.generate.phrases import brief, full, hint, paragraphs_of
from debatekit.logic.structure import concluding, using
from debatekit.model.graph import Graph
from debatekit.model.item import Choice, Fact
from debatekit.model.material import Material

_OPTIONS = {
    (True, False): "It is a premise that supports another claim and has no reasons here",
    (False, True): "It is a conclusion that reasons support and that supports nothing here",
    (True, True): "It is a step in between: supported by reasons, and itself a premise",
}
_FACTS = {
    ("used", True): "On the map it supports another claim.",
    ("used", False): "On the map it supports no further claim.",
    ("concluded", True): "On the map it has reasons of its own.",
    ("concluded", False): "On the map no reason supports it.",
}
_NAMES = {(True, False): "premise", (False, True): "conclusion", (True, True): "between"}


def premise_or_conclusion(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each stated claim that takes part in a step."""
    desk = desk_of(material, graph, random)
    for id_, claim in graph.claims.items():
        part = (bool(using(graph, id_)), bool(concluding(graph, id_)))
        if part in _OPTIONS and not claim.unstated:
            yield from _item(desk, id_, part)


def _facts(id_: str, part: tuple[bool, bool]) -> tuple[Fact, ...]:
    """Return the two facts that a claim's part comes to."""
    used, concluded = part
    return (Fact("used", (id_,), used), Fact("concluded", (id_,), concluded))


def _item(desk: Desk, id_: str, part: tuple[bool, bool]) -> Iterator[Choice]:
    """Yield the item on one claim."""
    question = Question(
        generator="premise_or_conclusion",
        strand="structure",
        stem=f"On the map, which part does this claim play: {full(desk, id_)}?",
        target=f"part:{id_}:{_NAMES[part]}",
        bloom="understand",
        side=desk.claim(id_).side,
        about=(id_,),
        paragraphs=paragraphs_of(desk, id_),
        hint=hint(desk, id_),
        proof=_facts(id_, part),
        why=_why(desk, id_),
    )
    key = Candidate(text=_OPTIONS[part], why=question.why, proof=question.proof)
    wrong = (
        Candidate(text=text, why=_FACTS[fact.predicate, fact.holds], proof=(fact,))
        for other, text in _OPTIONS.items()
        if other != part
        for fact in (_lacking(id_, part, other),)
    )
    yield from choice(question, key, wrong, guard=False)


def _lacking(id_: str, part: tuple[bool, bool], other: tuple[bool, bool]) -> Fact:
    """Return the fact that keeps the claim from playing another part.

    A premise is told by its having no reasons, a conclusion by its supporting nothing.
    """
    facts = _facts(id_, part)
    ordered = facts[::-1] if other == (True, False) else facts
    return next(fact for fact in ordered if fact not in _facts(id_, other))


def _why(desk: Desk, id_: str) -> str:
    """Return what supports the claim on the map, and what it supports."""
    below = concluding(desk.graph, id_)
    above = sorted({step.conclusion for step in using(desk.graph, id_)})
    onward = f"it supports {brief(desk, above[0])}" if above else "it supports no further claim"
    reasons = ("no reason supports it", "a reason supports it", "several reasons support it")
    return f"On the map {reasons[min(len(below), 2)]}, and {onward}."
