"""Why a conclusion stands, falls or is contested, in a sentence that names the map."""

from debatekit.generate.desk import Desk
from debatekit.generate.phrases import brief, stated
from debatekit.generate.scenarios import status_of
from debatekit.logic.graph_facts import having
from debatekit.logic.structure import attacks_on, concluding
from debatekit.model.graph import Inference, Scenario, Status


def why_status(desk: Desk, scenario: Scenario, claim: str, status: Status) -> str:
    """Return the reason for a conclusion's status."""
    if status == "in":
        return _stands(desk, scenario, claim)
    if status == "undecided":
        return "It hangs on two claims that deny each other, and nothing on the table decides."
    return _falls(desk, scenario, claim)


def _stands(desk: Desk, scenario: Scenario, claim: str) -> str:
    """Return the sentence on the step that still carries the claim."""
    for step in concluding(desk.graph, claim):
        if status_of(desk.graph, scenario, step.id) == "in":
            return f"It stands: the step from {brief(desk, _first(desk, step))} still carries it."
    return "It stands: it is put forward on its own, and nothing that stands attacks it."


def _falls(desk: Desk, scenario: Scenario, claim: str) -> str:
    """Return the sentence on what brings the claim down."""
    attackers = (conflict.source for conflict in attacks_on(desk.graph, claim))
    for attacker in having(desk.graph, scenario, "in", attackers):
        return f"It falls: {brief(desk, attacker)} attacks it and stands."
    needed = (id_ for step in concluding(desk.graph, claim) for id_ in step.premises)
    for premise in having(desk.graph, scenario, "out", needed):
        return f"It falls: no step to it is left; one needed {brief(desk, premise)}."
    return "It falls: every step to it has been attacked or has lost a premise."


def _first(desk: Desk, step: Inference) -> str:
    """Return a premise that names a step, a stated one if there is one."""
    return min(stated(desk, step) or step.premises)
