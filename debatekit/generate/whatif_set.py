"""Which conclusions fall when one claim is refused."""

from collections.abc import Iterable, Iterator
from itertools import islice
from random import Random

from debatekit.generate.build import Candidate, Question, multiple
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, place_of, so, turn
from debatekit.generate.lines import line_of
from debatekit.generate.phrases import brief, fitting, full, hint
from debatekit.generate.scenario_why import why_status
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
from debatekit.logic.graph_facts import having, scenario_text
from debatekit.logic.structure import supports, using
from debatekit.model.graph import Graph
from debatekit.model.item import Multiple
from debatekit.model.material import Material

_MOST_KEYS = 3


def whatif_set(material: Material, graph: Graph, random: Random) -> Iterator[Multiple]:
    """Yield an item for each stated premise whose refusal brings down one to three conclusions."""
    desk = desk_of(material, graph, random)
    for case in CASES:
        conclusions = sorted(conclusions_of(graph, case))
        for id_, claim in graph.claims.items():
            own = claim.side == case and claim.role == "claim" and not claim.unstated
            if own and using(graph, id_):
                yield from _item(desk, case, id_, [c for c in conclusions if c != id_])


def _item(desk: Desk, case: Case, refused: str, conclusions: list[str]) -> Iterator[Multiple]:
    """Yield the item on one claim refused."""
    scenario = refusing(case, refused)
    text = scenario_text(scenario)
    fallen = [*islice(having(desk.graph, scenario, "out", conclusions), _MOST_KEYS + 1)]
    if not 1 <= len(fallen) <= _MOST_KEYS:
        return
    target = f"fall:{refused}:{'+'.join(fallen)}"
    question = Question(
        generator="whatif_set",
        strand="structure",
        stem=fitting(
            *(
                f"{ALONE[case]} and refuse {said} Which of these conclusions fall? {BY_THE_MAP}"
                for said in (f"this: {full(desk, refused)}", f"{brief(desk, refused)}.")
            ),
            most=SCENARIO_WORDS,
        ),
        target=target,
        bloom="analyse",
        side=case,
        about=(refused, *fallen),
        hint=hint(desk, refused),
        proof=tuple(so("status", text, id_, "out") for id_ in fallen),
        why="On the map no step is left to any of them, and none is put forward on its own.",
        interventions=1,
    )
    keys = [_candidate(desk, case, refused, id_) for id_ in fallen]
    left = _left(desk, refused, having(desk.graph, scenario, "in", conclusions), target)
    yield from multiple(question, keys, (_candidate(desk, case, refused, id_) for id_ in left))


def _left(desk: Desk, refused: str, conclusions: Iterable[str], target: str) -> list[str]:
    """Return conclusions that are left, those that the refused claim bears on first."""
    near, begin = line_of(desk, refused), turn(desk, target)
    return sorted(
        conclusions,
        key=lambda id_: (
            not supports(desk.graph, refused, id_),
            id_ not in near,
            place_of(id_) ^ begin,
        ),
    )


def _candidate(desk: Desk, case: Case, refused: str, id_: str) -> Candidate:
    """Return a conclusion as an option, with its status as proof."""
    scenario = refusing(case, refused)
    status = status_of(desk.graph, scenario, id_) or "undecided"
    proof = so("status", scenario_text(scenario), id_, status)
    return claim_candidate(desk, id_, why_status(desk, scenario, id_, status), proof)
