"""Whether a conclusion still stands when one claim is refused, granted, or put against it."""

from collections.abc import Iterator
from itertools import islice
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.phrases import OWNERS, brief, fitting, full, hint
from debatekit.generate.scenario_why import why_status
from debatekit.generate.scenarios import (
    ALONE,
    BY_THE_MAP,
    CASES,
    SCENARIO_WORDS,
    Case,
    conclusions_of,
    facing,
    granting,
    grants_against_the_map,
    other_case,
    refusing,
    status_of,
)
from debatekit.logic.graph_facts import scenario_text
from debatekit.logic.structure import attacks_by, count_supported, supported_by, using
from debatekit.model.graph import Graph, Scenario, Status
from debatekit.model.item import Choice
from debatekit.model.material import Material

_OPTIONS: dict[Status, str] = {
    "in": "It stands on this map",
    "out": "It falls on this map",
    "undecided": "It is contested on this map",
}
_WHY_NOT: dict[Status, str] = {
    "in": "To stand it would need support that nothing on the table can shake.",
    "out": "To fall it would have to lose all support, or be attacked by what stands.",
    "undecided": "To be contested it would have to hang on claims that deny each other.",
}

_LOOKED_AT = 100
"""How many claims that hang on one are looked at, so that a long chain costs no more."""


def whatif_one(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield items on each stated premise refused, and each attack granted or merely raised.

    The conclusion asked about is one that survives, where there is one: that is where the
    quick answer, that everything further on falls, goes wrong.
    """
    desk = desk_of(material, graph, random)
    for case in CASES:
        conclusions = set(conclusions_of(graph, case))
        for claim, scenario, words in _scenarios(desk, case):
            touched = conclusions & _touched(desk, claim, case)
            asked = _choose(desk, scenario, touched)
            if asked and not grants_against_the_map(graph, scenario):
                yield from _item(desk, case, claim, scenario, words, asked)


def _scenarios(desk: Desk, case: Case) -> Iterator[tuple[str, Scenario, str]]:
    """Yield the claim at stake, the scenario, and its words before that claim."""
    for id_, claim in desk.graph.claims.items():
        if claim.side == case and claim.role == "claim" and not claim.unstated:
            if using(desk.graph, id_):
                yield id_, refusing(case, id_), "refuse this"
        elif claim.side == other_case(case) and claim.role != "claim":
            owner = OWNERS[claim.side]
            yield id_, granting(case, id_), f"grant {owner} {claim.role}"
            yield (
                id_,
                facing(desk.graph, case, id_),
                f"put beside it, without granting it, {owner} {claim.role}",
            )


def _touched(desk: Desk, claim: str, case: Case) -> set[str]:
    """Return what the claim bears on: what it supports, or what stands on what it attacks."""
    if desk.claim(claim).side == case:
        return set(islice(supported_by(desk.graph, claim), _LOOKED_AT))
    touched: set[str] = set()
    for conflict in attacks_by(desk.graph, claim):
        step = desk.graph.inferences.get(conflict.target)
        hit = step.conclusion if step else conflict.target
        touched |= {hit, *islice(supported_by(desk.graph, hit), _LOOKED_AT)}
    return touched


def _choose(desk: Desk, scenario: Scenario, touched: set[str]) -> str:
    """Return a conclusion that survives, else the one that is hit first; '' if there is none."""
    known = {id_: status_of(desk.graph, scenario, id_) for id_ in touched}
    return min(
        (id_ for id_, status in known.items() if status),
        key=lambda id_: (known[id_] != "in", -count_supported(desk.graph, id_), id_),
        default="",
    )


def _item(
    desk: Desk, case: Case, claim: str, scenario: Scenario, words: str, asked: str
) -> Iterator[Choice]:
    """Yield the item on one scenario and one conclusion."""
    text = scenario_text(scenario)
    status = status_of(desk.graph, scenario, asked) or "undecided"
    how = words.split()[0]
    question = Question(
        generator="whatif_one",
        strand="structure",
        stem=_stem(desk, f"{ALONE[case]} and {words}", claim, asked),
        target=f"whatif:{how}:{claim}:{asked}:{status}",
        bloom="analyse",
        side=case,
        about=(claim, asked),
        hint=hint(desk, asked),
        proof=(so("status", text, asked, status),),
        why=why_status(desk, scenario, asked, status),
        harder=1 if status == "in" else 0,
        interventions=1,
    )
    key = Candidate(text=_OPTIONS[status], why=question.why, proof=question.proof)
    wrong = (
        Candidate(text=shown, why=_WHY_NOT[other], proof=(not_so("status", text, asked, other),))
        for other, shown in _OPTIONS.items()
        if other != status
    )
    yield from choice(question, key, wrong, guard=False)


def _stem(desk: Desk, lead: str, claim: str, asked: str) -> str:
    """Return the question, in whole sentences where that does not make it too long."""
    return fitting(
        f"{lead}: {full(desk, claim)} What becomes of {full(desk, asked)}? {BY_THE_MAP}",
        f"{lead}: {full(desk, claim)} What becomes of {brief(desk, asked)}? {BY_THE_MAP}",
        f"{lead}: {brief(desk, claim)}. What becomes of {brief(desk, asked)}? {BY_THE_MAP}",
        f"{lead}: {brief(desk, claim)}. What becomes of {brief(desk, asked)}?",
        most=SCENARIO_WORDS,
    )
