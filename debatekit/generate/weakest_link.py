"""Refusing which single claim brings a conclusion down."""

from collections.abc import Iterator
from itertools import chain, islice
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, place_of, so
from debatekit.generate.lines import near_rivals
from debatekit.generate.phrases import brief, fitting, full, hint
from debatekit.generate.scenarios import (
    ALONE,
    BY_THE_MAP,
    CASES,
    SCENARIO_WORDS,
    Case,
    conclusions_of,
    refusing,
    status_of,
)
from debatekit.logic.graph_facts import scenario_text
from debatekit.logic.structure import supported_through
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material

_LOOKED_AT = 100
"""How many supporters of a conclusion are looked at, so that a long chain costs no more."""


def weakest_link(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each conclusion that hangs on some single claim.

    Wrong are claims whose refusal it survives: first those that support it all the same,
    then others of the same line of argument.
    """
    desk = desk_of(material, graph, random)
    for case in CASES:
        for conclusion in conclusions_of(graph, case):
            below = sorted(_stated(desk, case, conclusion), key=lambda id_: _rank(conclusion, id_))
            key = next((id_ for id_ in below if _falls(desk, case, id_, conclusion)), "")
            if key:
                yield from _item(desk, case, conclusion, key, below)


def _rank(conclusion: str, claim: str) -> int:
    """Return a place that depends on the two claims alone, not on what else there is."""
    return place_of(f"{conclusion}:{claim}")


def _stated(desk: Desk, case: Case, conclusion: str) -> Iterator[str]:
    """Yield the side's own stated claims that support the conclusion, of the nearest ones."""
    for id_ in islice(supported_through(desk.graph, conclusion), _LOOKED_AT):
        claim = desk.claim(id_)
        if id_ != conclusion and claim.side == case and not claim.unstated:
            yield id_


def _falls(desk: Desk, case: Case, refused: str, conclusion: str) -> bool:
    return status_of(desk.graph, refusing(case, refused), conclusion) == "out"


def _item(desk: Desk, case: Case, conclusion: str, key: str, below: list[str]) -> Iterator[Choice]:
    """Yield the item on one conclusion."""
    scenario = refusing(case, key)
    proof = so("status", scenario_text(scenario), conclusion, "out")
    ask = f"{ALONE[case]}. Refusing which one of these claims would bring down"
    stems = tuple(f"{ask} {said(desk, conclusion)}? {BY_THE_MAP}" for said in (full, brief))
    question = Question(
        generator="weakest_link",
        strand="structure",
        stem=fitting(*stems, most=SCENARIO_WORDS),
        stems=stems[1:],
        target=f"link:{conclusion}:{key}",
        bloom="evaluate",
        side=case,
        about=(conclusion, key),
        hint=hint(desk, conclusion),
        proof=(proof,),
        why=f"Without it {brief(desk, conclusion)} falls on this map.",
        interventions=1,
    )
    yield from choice(
        question,
        claim_candidate(desk, key, question.why, proof),
        _wrong(desk, case, conclusion, below, question.target),
    )


def _wrong(
    desk: Desk, case: Case, conclusion: str, below: list[str], target: str
) -> Iterator[Candidate]:
    """Yield claims without which the conclusion still stands."""
    others = (id_ for id_ in near_rivals(desk, conclusion, target) if id_ not in below)
    for id_ in chain(below, others):
        scenario = refusing(case, id_)
        own = desk.claim(id_).side == case
        if own and status_of(desk.graph, scenario, conclusion) == "in":
            text = scenario_text(scenario)
            why = f"Without it {brief(desk, conclusion)} still stands on this map."
            proof = so("status", text, conclusion, "in")
            yield claim_candidate(desk, id_, why, proof, flaw="off-target")
