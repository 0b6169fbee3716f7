"""Claims and steps of the map as options."""

from debatekit.generate.build import Candidate
from debatekit.generate.desk import Desk
from debatekit.generate.phrases import short_text, step
from debatekit.model.item import Fact


def claim_candidate(desk: Desk, claim: str, why: str, *proof: Fact, flaw: str = "") -> Candidate:
    """Return a claim of the graph as an option, in few words if it has them."""
    return Candidate(
        text=short_text(desk, claim),
        long=desk.claim(claim).text,
        why=why,
        flaw=flaw,
        proof=proof,
    )


def target_candidate(desk: Desk, target: str, why: str, *proof: Fact, flaw: str = "") -> Candidate:
    """Return what an attack may hit, a claim or a step, as an option."""
    if target not in desk.graph.inferences:
        return claim_candidate(desk, target, why, *proof, flaw=flaw)
    text = step(desk, desk.graph.inferences[target])
    return Candidate(text=text[0].upper() + text[1:], why=why, flaw=flaw, proof=proof)
