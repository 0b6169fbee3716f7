"""The words with which every map names sides, roles and attacks."""

from collections.abc import Iterator

from debatekit.logic.structure import attack_name
from debatekit.model.graph import Conflict, Graph, GraphClaim, Inference
from debatekit.model.words import AttackName, Side

CLAIMS: dict[Side, str] = {
    "author": "Author's claim",
    "counter": "Critics' claim",
    "shared": "Claim of both sides",
}
REASONS: dict[Side, str] = {
    "author": "author's reason",
    "counter": "critics' reason",
    "shared": "reason of both sides",
}
ATTACKED: dict[AttackName, str] = {
    "undermine": "undermined by",
    "rebut": "rebutted by",
    "undercut": "undercut by",
}
ATTACKS: dict[AttackName, str] = {
    "undermine": "undermines",
    "rebut": "rebuts",
    "undercut": "undercuts",
}


def role_of(claim: GraphClaim) -> str:
    """Return what a claim is on the map, with its side."""
    match claim.role:
        case "counterargument":
            return "Counterargument"
        case "reply":
            return "Author's concession" if claim.concedes else "Author's reply"
        case _:
            return CLAIMS[claim.side]


def short_of(claim: GraphClaim) -> str:
    """Return a claim in few words, else its text, else its id."""
    return claim.short or claim.text or claim.id


def scheme_name(inference: Inference) -> str:
    """Return the scheme's name in words; nothing for a reason without a pattern."""
    return "" if inference.scheme == "generic" else inference.scheme.replace("-", " ")


def known_conflicts(graph: Graph) -> Iterator[Conflict]:
    """Yield the conflicts both of whose ends are on the map."""
    for conflict in graph.conflicts:
        if conflict.source in graph.claims and (
            conflict.target in graph.claims or conflict.target in graph.inferences
        ):
            yield conflict


def concessions(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield each reply that grants a counterargument, with that counterargument."""
    for claim in graph.claims.values():
        if claim.concedes in graph.claims:
            yield claim.id, claim.concedes


def attacks_as(graph: Graph, conflict: Conflict) -> str:
    """Return the attack's name as a verb."""
    return ATTACKS[attack_name(graph, conflict)]


def size_of(graph: Graph) -> str:
    """Return how much is on the map.

    >>> size_of(Graph(claims={"a": GraphClaim(id="a", text="A")}))
    '1 claim, 0 of them counterarguments; 0 reasons; 0 attacks.'
    """
    counters = sum(claim.role == "counterargument" for claim in graph.claims.values())
    attacks = sum(1 for _ in known_conflicts(graph))
    against = "a counterargument" if counters == 1 else "counterarguments"
    parts = (
        f"{_counted(len(graph.claims), 'claim')}, {counters} of them {against}",
        _counted(len(graph.inferences), "reason"),
        _counted(attacks, "attack"),
    )
    return f"{'; '.join(parts)}."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
