"""Which of several claims can be looked up, which name a cause, and which judge."""

from collections.abc import Iterator, Mapping
from random import Random

from debatekit.generate.build import Candidate, Question, option, says_same
from debatekit.generate.desk import Desk, desk_of, not_so, rivals, so
from debatekit.generate.match import match_item
from debatekit.generate.phrases import paragraphs_of
from debatekit.logic.structure import concluding
from debatekit.model.graph import Graph
from debatekit.model.item import Match
from debatekit.model.material import Material
from debatekit.model.words import ClaimKind

_SORTS: Mapping[ClaimKind, str] = {
    "fact": "It can be looked up",
    "interpretation": "It reads a motive or a meaning",
    "causal": "It names a cause",
    "value": "It judges good or bad",
    "policy": "It proposes what to do",
    "prediction": "It looks ahead",
    "definition": "It settles a word",
}
_OPINIONS = frozenset({"interpretation", "value", "policy", "prediction"})
_NEAR: tuple[frozenset[ClaimKind], ...] = (
    frozenset({"value", "policy"}),
    frozenset({"interpretation", "definition"}),
)
"""Sorts between which a careful reader may hesitate; they never stand side by side."""
_FEWEST, _MOST = 3, 4


def fact_opinion_sort(material: Material, graph: Graph, random: Random) -> Iterator[Match]:
    """Yield an item for each claim that has reasons or gives a view, beside claims of other sorts.

    Claims whose kind can be argued about are out. One sort more than needed is shown.
    """
    desk = desk_of(material, graph, random)
    for id_, claim in graph.claims.items():
        if (concluding(graph, id_) or claim.kind in _OPINIONS) and _is_clear(desk, id_):
            group = _group(desk, id_)
            if len(group) >= _FEWEST:
                yield _item(desk, id_, group)


def _is_clear(desk: Desk, id_: str) -> bool:
    """Return whether the claim is stated and clearly of one of the sorts."""
    claim, known = desk.claim(id_), desk.material.claims.get(id_)
    return bool(known and claim.kind in _SORTS and not known.kind_arguable and not claim.unstated)


def _group(desk: Desk, id_: str) -> dict[ClaimKind, str]:
    """Return the claim and others, one of each sort."""
    group: dict[ClaimKind, str] = {desk.claim(id_).kind: id_}
    for other in rivals(desk, id_, f"sort:{id_}"):
        kind = desk.claim(other).kind
        texts = [desk.claim(chosen).text for chosen in group.values()]
        fits = kind not in group and not _clashes(kind, group) and _is_clear(desk, other)
        if fits and not says_same(desk.claim(other).text, texts):
            group[kind] = other
        if len(group) == _MOST:
            break
    return group


def _item(desk: Desk, id_: str, group: dict[ClaimKind, str]) -> Match:
    """Return the item on a group of claims of different sorts."""
    spare = next(kind for kind in _SORTS if kind not in group and not _clashes(kind, group))
    claims = tuple(group.values())
    question = Question(
        generator="fact_opinion_sort",
        strand="claims",
        stem="On the map, what sort of claim is each of these, as it is worded?",
        target=f"sort:{id_}:{desk.claim(id_).kind}",
        bloom="analyse",
        side=desk.claim(id_).side,
        about=claims,
        paragraphs=paragraphs_of(desk, *claims),
        hint="Ask what would settle it: a record, a cause shown, or a standard agreed on.",
        proof=tuple(so("kind", claim, kind) for kind, claim in group.items()),
        why="Each claim's wording asks for this sort of backing.",
    )
    partners = [
        Candidate(text=_SORTS[kind], why=f"{_SORTS[kind]}.", proof=(so("kind", claim, kind),))
        for kind, claim in group.items()
    ]
    left_over = Candidate(
        text=_SORTS[spare],
        why="None of the claims shown is of this sort.",
        proof=tuple(not_so("kind", claim, spare) for claim in claims),
    )
    return match_item(
        question,
        [desk.claim(claim).text for claim in claims],
        [option(candidate, candidate.text) for candidate in (*partners, left_over)],
    )


def _clashes(kind: ClaimKind, group: dict[ClaimKind, str]) -> bool:
    """Return whether a reader may hesitate between the kind and one in the group."""
    return any(kind in pair and pair & group.keys() for pair in _NEAR)
