"""Wrong options for questions on support: claims that do not support the one asked about."""

from collections.abc import Iterator

from debatekit.generate.build import Candidate
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, not_so
from debatekit.generate.lines import near_rivals
from debatekit.generate.phrases import brief
from debatekit.logic.structure import attacks_by, supports, using


def no_support(desk: Desk, key: str, conclusion: str, target: str) -> Iterator[Candidate]:
    """Yield claims near the key from which no path on the map leads to the conclusion."""
    for id_ in near_rivals(desk, key, target, desk.claim(conclusion).side):
        if id_ != conclusion and not supports(desk.graph, id_, conclusion):
            why, flaw = _why_not(desk, id_, conclusion)
            proof = not_so("supports", id_, conclusion)
            yield claim_candidate(desk, id_, why, proof, flaw=flaw)


def _why_not(desk: Desk, claim: str, conclusion: str) -> tuple[str, str]:
    """Return what the claim does instead of supporting the conclusion, and the flaw's name."""
    if supports(desk.graph, conclusion, claim):
        return (
            "On the map it is the other way round: it rests on the claim asked about.",
            "reversed",
        )
    steps = using(desk.graph, claim)
    if steps:
        return f"On the map it supports {brief(desk, steps[0].conclusion)}.", "off-target"
    if attacks_by(desk.graph, claim):
        return "On the map it is an objection; it supports nothing here.", "off-target"
    return "On the map no step leads from it to the claim asked about.", "off-target"
