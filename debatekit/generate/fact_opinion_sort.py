"""Which of several claims can be looked up, which name a cause, and which judge."""

from collections.abc import Iterator, Mapping
from functools import partial
from random import Random

from debatekit.generate.build import Candidate, Question, option, says_same
from debatekit.generate.desk import Desk, desk_of, not_so, rivals, so
from debatekit.generate.match import match_item
from debatekit.generate.phrases import brief, paragraphs_of
from debatekit.logic.structure import concluding
from debatekit.model.graph import Graph
from debatekit.model.item import Fact, Match
from debatekit.model.material import Material
from debatekit.model.words import ClaimKind

_SORTS: Mapping[ClaimKind, str] = {
    "fact": "It can be looked up",
    "interpretation": "It reads a motive or a meaning",
    "causal": "It names a cause",
    "value": "It judges good or bad",
    "policy": "It proposes what to do",
    "prediction": "It looks ahead",
}
_OPINIONS = frozenset({"interpretation", "value", "policy", "prediction"})
_NEAR: tuple[frozenset[ClaimKind], ...] = (frozenset({"value", "policy"}),)
"""Sorts between which a careful reader may hesitate; they never stand side by side."""
_FEWEST, _MOST = 3, 4


def fact_opinion_sort(material: Material, graph: Graph, random: Random) -> Iterator[Match]:
    """Yield an item for each claim that has reasons or gives a view, beside claims of other sorts.

    No claim stands beside a sort that its author lists as arguable for it. One sort more
    than needed is shown.
    """
    desk = desk_of(material, graph, random)
    for id_, claim in graph.claims.items():
        view = concluding(graph, id_) or claim.kind in _OPINIONS
        group = _group(desk, id_) if view and _is_sortable(desk, id_) else {}
        spare = next((kind for kind in _SORTS if kind not in _barred(desk, group)), None)
        if spare and len(group) >= _FEWEST:
            yield _item(desk, id_, group, spare)


def _is_sortable(desk: Desk, id_: str) -> bool:
    """Return whether the claim is stated and of one of the sorts."""
    claim = desk.claim(id_)
    return claim.kind in _SORTS and not claim.unstated and id_ in desk.material.claims


def _group(desk: Desk, id_: str) -> dict[ClaimKind, str]:
    """Return the claim and others, one of each sort, none of which could be taken for another.

    The clearest come first, so that a claim added later cannot crowd out the rest.
    """
    group: dict[ClaimKind, str] = {desk.claim(id_).kind: id_}
    others = filter(partial(_is_sortable, desk), rivals(desk, id_, f"sort:{id_}"))
    for other in sorted(others, key=lambda one: len(_arguable(desk, one))):
        if desk.claim(other).kind in group:
            continue
        texts = [desk.claim(chosen).text for chosen in group.values()]
        if _is_apart(desk, other, group) and not says_same(desk.claim(other).text, texts):
            group[desk.claim(other).kind] = other
        if len(group) == _MOST:
            break
    return group


def _is_apart(desk: Desk, id_: str, group: dict[ClaimKind, str]) -> bool:
    """Return whether the claim is of a new sort, and nobody could mix it up with the others."""
    kind, arguable = desk.claim(id_).kind, _arguable(desk, id_)
    return kind not in _barred(desk, group) and not arguable & group.keys()


def _barred(desk: Desk, group: dict[ClaimKind, str]) -> set[ClaimKind]:
    """Return the sorts that may not stand beside the group."""
    near = {other for pair in _NEAR for kind in group if kind in pair for other in pair}
    return {*group, *near, *(kind for id_ in group.values() for kind in _arguable(desk, id_))}


def _arguable(desk: Desk, id_: str) -> frozenset[ClaimKind]:
    return frozenset(desk.material.claims[id_].kind_arguable)


def _item(desk: Desk, id_: str, group: dict[ClaimKind, str], spare: ClaimKind) -> Match:
    """Return the item on a group of claims of different sorts."""
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
        Candidate(
            text=_SORTS[kind],
            why=f"This fits {brief(desk, claim)}.",
            proof=(so("kind", claim, kind), *_no_doubt(kind, group)),
        )
        for kind, claim in group.items()
    ]
    left_over = Candidate(
        text=_SORTS[spare],
        why="None of the claims shown is of this sort.",
        proof=(*(not_so("kind", claim, spare) for claim in claims), *_no_doubt(spare, group)),
    )
    return match_item(
        question,
        [desk.claim(claim).text for claim in claims],
        [option(candidate, candidate.text) for candidate in (*partners, left_over)],
    )


def _no_doubt(kind: ClaimKind, group: dict[ClaimKind, str]) -> Iterator[Fact]:
    """Yield the facts that no other claim of the group could be taken for this sort."""
    for other, claim in group.items():
        if other != kind:
            yield not_so("kind_arguable", claim, kind)
