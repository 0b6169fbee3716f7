"""Which source is cited for a claim."""

from collections.abc import Iterator, Mapping
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.clues import NAMES, clues
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so, turn
from debatekit.generate.phrases import brief, full, hint
from debatekit.generate.references import cited_in
from debatekit.generate.relevance import cited_on_map
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material

_LOOKED_AT = 8
"""How many sources are looked at where the right one has words of the claim."""

_ASK = "On the map, which source does the lesson cite for this"


def evidence_for(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim, counterargument and reply with a source.

    The article itself is never asked for: it stands behind the author's whole case. Nor is
    a source whose author, title or year alone repeats what the claim says.
    """
    desk = desk_of(material, graph, random)
    shown = cited_on_map(desk)
    for id_ in graph.claims:
        sources = [
            cited for cited in cited_in(material).for_.get(id_, ()) if cited != material.source.cite
        ]
        if sources:
            cited = min(sources, key=lambda one: place_of(f"{id_}:{one}"))
            yield from _item(desk, id_, cited, shown)


def _item(desk: Desk, id_: str, cited: str, shown: Mapping[str, str]) -> Iterator[Choice]:
    """Yield the item on one source of one claim; `shown` gives what the map cites, and for what."""
    question = Question(
        generator="evidence_for",
        strand="evidence",
        stem=f"{_ASK}: {full(desk, id_)}?",
        target=f"cites:{id_}:{cited}",
        bloom="remember",
        side=desk.claim(id_).side,
        about=(id_, cited),
        stems=(f"{_ASK}: {brief(desk, id_)}?",),
        hint=hint(desk, id_),
        proof=(so("cites", id_, cited),),
        why="The lesson cites it there.",
    )
    names = cited_in(desk.material).names
    key = Candidate(text=names[cited], why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=names[other],
            why=f"The lesson cites it for {brief(desk, shown[other])}.",
            flaw="off-target",
            proof=(not_so("cites", id_, other),),
        )
        for other in _others(desk, question, shown)
    )
    yield from choice(question, key, wrong, strict=True)


def _others(desk: Desk, question: Question, shown: Mapping[str, str]) -> Iterator[str]:
    """Return sources that the map cites for other things alone.

    If the right one shares words with the claim, those that share most of them come first;
    there are none if it shares a word that none of them has.
    """
    cited, (id_, key) = cited_in(desk.material), question.about
    own = {*cited.for_[id_], desk.material.source.cite}
    ring = cited.all_from(turn(desk, question.target))
    found = (other for other in ring if other in shown and other not in own)
    stems = (question.stem, *question.stems)
    told = {clues(stem, NAMES) & cited.words[key] for stem in stems}
    if frozenset() in told:
        return found
    words = frozenset[str]().union(*(words for words in told if words <= cited.common))
    order = sorted(found, key=lambda other: -len(words & cited.words[other])) if words else []
    return iter(order[:_LOOKED_AT])
