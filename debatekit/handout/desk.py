"""Desk: what every part of a page is made from, and the small pieces that all parts share."""

from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from msgspec import Struct

from debatekit.handout.citations import Numbering
from debatekit.handout.page import Point, Reader
from debatekit.model.claim import Evidence
from debatekit.model.graph import Graph
from debatekit.model.lesson import Contention
from debatekit.model.material import Material


class Desk(Struct, frozen=True, kw_only=True):
    """The material, its graph, for whom the page is, and the numbers of its sources."""

    material: Material
    graph: Graph
    reader: Reader
    numbering: Numbering
    labels: Mapping[str, str]
    """What each reason is called on the page, by its id."""

    @property
    def for_teacher(self) -> bool:
        """Whether notes, paragraphs and best replies belong on the page."""
        return self.reader == "teacher"


def desk_for(material: Material, graph: Graph, reader: Reader) -> Desk:
    """Return a desk with no source cited yet."""
    return Desk(
        material=material,
        graph=graph,
        reader=reader,
        numbering=Numbering(material.references),
        labels=reason_labels(material.lesson.contentions),
    )


def reason_labels(contentions: Iterable[Contention]) -> Mapping[str, str]:
    """Return each reason's name on the page, by its id: `1A`, `1B`, `2A`."""
    return {
        reason.id: f"{number}{_letter(place)}"
        for number, contention in enumerate(contentions, start=1)
        for place, reason in enumerate(contention.reasons)
    }


def _letter(place: int) -> str:
    """Return A to Z, then A2 to Z2, and so on."""
    rounds, rest = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[rest] + (str(rounds + 1) if rounds else "")


def claim_point(desk: Desk, claim_id: str) -> Point:
    """Return a claim as it is listed, with its holder, its sources and its evidence."""
    claim = desk.material.claims.get(claim_id)
    if claim is None:
        return Point(text=claim_text(desk, claim_id))
    return Point(
        text=claim.text,
        holder=" and ".join(actor_names(desk, claim.held_by)),
        numbers=desk.numbering.cite(claim.cite),
        paragraphs=claim.paragraphs if desk.for_teacher else (),
        note=claim.charity if desk.for_teacher else "",
        evidence=evidence_points(desk, claim.evidence),
    )


def evidence_points(desk: Desk, evidence: Iterable[Evidence]) -> tuple[Point, ...]:
    """Return what is shown for something, each with its kind in a word and its sources."""
    return tuple(
        Point(
            text=shown.text,
            kind="" if shown.kind == "none" else shown.kind,
            numbers=desk.numbering.cite(shown.cite),
        )
        for shown in evidence
    )


def claim_text(desk: Desk, claim_id: str) -> str:
    """Return the words of a claim, a counterargument or a reply."""
    known = desk.material.claims.get(claim_id)
    if known is not None:
        return known.text
    in_graph = desk.graph.claims.get(claim_id)
    return in_graph.text if in_graph is not None and in_graph.text else claim_id


def actor_names(desk: Desk, actor_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the actors' names as students should learn them."""
    known = desk.material.actors
    return tuple(known[id].name if id in known else id for id in actor_ids)
