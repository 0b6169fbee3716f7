"""Which claim stands without evidence in the lesson's record."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.lines import near_rivals
from debatekit.generate.phrases import OWNERS, look, paragraphs_of, quoted
from debatekit.logic.record import citations, evidence_of
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material


def evidence_gap(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim for which somebody looked and found nothing."""
    desk = desk_of(material, graph, random)
    for id_, claim in graph.claims.items():
        known = material.claims.get(id_)
        looked = known is not None and known.evidence_checked and not claim.unstated
        if looked and not _is_shown(desk, id_) and not citations(material, id_):
            yield from _item(desk, id_)


def _is_shown(desk: Desk, id_: str) -> bool:
    """Return whether any evidence is given for the claim."""
    return any(entry.kind != "none" for entry in evidence_of(desk.material, id_))


def _item(desk: Desk, id_: str) -> Iterator[Choice]:
    """Yield the item on one claim without evidence."""
    side = desk.claim(id_).side
    question = Question(
        generator="evidence_gap",
        strand="evidence",
        stem=(
            f"On the map of {OWNERS[side]} case, for which of these claims does the "
            f"{'article' if id_ in desk.material.source.claims else 'lesson'} show no evidence?"
        ),
        target=f"gap:{id_}",
        bloom="analyse",
        side=side,
        about=(id_,),
        paragraphs=paragraphs_of(desk, id_),
        hint=look(desk, "Look at what is shown for each claim.", id_),
        proof=(not_so("evidence", id_), so("evidence_checked", id_)),
        why="The record was searched for evidence on it, and lists none.",
    )
    key = claim_candidate(desk, id_, question.why, *question.proof)
    yield from choice(question, key, _wrong(desk, id_, question.target))


def _wrong(desk: Desk, key: str, target: str) -> Iterator[Candidate]:
    """Yield claims of the same side and from the same file for which something is shown."""
    side, article = desk.claim(key).side, desk.material.source.claims
    for id_ in near_rivals(desk, key, target):
        alike = desk.claim(id_).side == side and (id_ in article) == (key in article)
        if alike and _is_shown(desk, id_):
            shown = next(e.text for e in evidence_of(desk.material, id_) if e.kind != "none")
            why = f"This is shown for it: {quoted(shown)}"
            yield claim_candidate(desk, id_, why, so("evidence", id_), flaw="off-target")
