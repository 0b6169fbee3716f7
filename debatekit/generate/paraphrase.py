"""Which wording says a claim again fairly."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, place_of, so, turn
from debatekit.generate.flaws import FLAWS
from debatekit.generate.phrases import full, hint, paragraphs_of
from debatekit.model.claim import Paraphrases
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material


def paraphrase(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim with a fair and two unfair restatements."""
    desk = desk_of(material, graph, random)
    for id_ in graph.claims:
        claim = material.claims.get(id_)
        if claim and claim.paraphrases and claim.paraphrases.fair and not claim.unstated:
            yield from _item(desk, id_, claim.paraphrases)


def _item(desk: Desk, id_: str, wordings: Paraphrases) -> Iterator[Choice]:
    """Yield the item on one claim."""
    target = f"paraphrase:{id_}"
    begin = turn(desk, target)
    fair = min(wordings.fair, key=lambda text: place_of(text) ^ begin)
    question = Question(
        generator="paraphrase",
        strand="claims",
        stem=f"On the map there is this claim: {full(desk, id_)} Which wording says it fairly?",
        target=target,
        bloom="understand",
        side=desk.claim(id_).side,
        about=(id_,),
        paragraphs=paragraphs_of(desk, id_),
        hint=hint(desk, id_),
        proof=(so("fair", id_, fair),),
        why="It says the same thing with the same strength, about the same people.",
    )
    key = Candidate(text=fair, why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=variant.text,
            why=FLAWS[variant.flaw],
            flaw=variant.flaw,
            proof=(so("unfair", id_, variant.text, variant.flaw),),
        )
        for variant in sorted(wordings.unfair, key=lambda entry: place_of(entry.text) ^ begin)
    )
    yield from choice(question, key, wrong)
