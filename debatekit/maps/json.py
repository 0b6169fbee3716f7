"""A graph as JSON, for other programs."""

from msgspec import json

from debatekit.logic.scenario import mutual
from debatekit.logic.structure import attack_name
from debatekit.maps.words import known_conflicts
from debatekit.model.graph import Graph


def json_map(graph: Graph) -> str:
    """Return claims, inferences, attacks and preferences; the keys are a contract."""
    content = {
        "claims": [
            {
                "id": claim.id,
                "text": claim.text,
                "holder": claim.holder,
                "side": claim.side,
                "asserted": claim.asserted,
                "unstated": claim.unstated,
            }
            for claim in graph.claims.values()
        ],
        "inferences": [
            {
                "id": inference.id,
                "premises": inference.premises,
                "conclusion": inference.conclusion,
                "scheme": inference.scheme,
            }
            for inference in graph.inferences.values()
        ],
        "attacks": [
            {
                "source": conflict.source,
                "target": conflict.target,
                "name": attack_name(graph, conflict),
                "mutual": mutual(graph, conflict),
            }
            for conflict in known_conflicts(graph)
        ],
        "preferences": [(one.stronger, one.weaker) for one in graph.preferences],
    }
    return json.format(json.encode(content), indent=2).decode() + "\n"
