"""Whether a cited source is primary, secondary or opinion."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.phrases import quoted
from debatekit.generate.references import reference_name
from debatekit.generate.relevance import cited_on_map
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.reference import Tier

_TIERS: dict[Tier, str] = {
    "primary": "It is a primary source",
    "secondary": "It is a secondary source",
    "opinion": "It is an opinion piece",
}
_WHY: dict[Tier, str] = {
    "primary": "it comes from those who acted or saw it, or is the record itself",
    "secondary": "it reports or studies what others did or said",
    "opinion": "it argues for a view",
}
_WHY_NOT: dict[Tier, str] = {
    "primary": "The list does not count it as the record itself, or as coming from who acted.",
    "secondary": "The list does not count it as a report or study of what others did.",
    "opinion": "The list does not count it as a piece that argues for a view.",
}


def source_tier(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each source that the lesson's map cites and whose tier is set."""
    desk = desk_of(material, graph, random)
    for id_ in sorted(cited_on_map(desk)):
        tier = material.references[id_].custom.tier
        if tier:
            yield from _item(desk, id_, tier)


def _item(desk: Desk, id_: str, tier: Tier) -> Iterator[Choice]:
    """Yield the item on one source."""
    question = Question(
        generator="source_tier",
        strand="evidence",
        stem=(
            "According to the lesson's list of sources, what sort of source is this: "
            f"{quoted(reference_name(desk.material.references[id_]))}?"
        ),
        target=f"tier:{id_}:{tier}",
        bloom="understand",
        side="shared",
        about=(id_,),
        hint="Ask whether it acted, saw, recorded, reported or argued.",
        proof=(so("tier", id_, tier),),
        why=f"In this list, {_WHY[tier]}.",
    )
    key = Candidate(text=_TIERS[tier], why=question.why, proof=question.proof)
    wrong = (
        Candidate(text=text, why=_WHY_NOT[other], proof=(not_so("tier", id_, other),))
        for other, text in _TIERS.items()
        if other != tier
    )
    yield from choice(question, key, wrong, guard=False)
