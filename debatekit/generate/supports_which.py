"""Which claim supports another one directly."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, so
from debatekit.generate.phrases import OWNERS, brief, full, hint, paragraphs_of, place
from debatekit.generate.supporting import no_support
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Choice
from debatekit.model.material import Material


def supports_which(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each stated premise of each step; no wrong option leads there at all."""
    desk = desk_of(material, graph, random)
    for inference in graph.inferences.values():
        for premise in inference.premises:
            if not desk.claim(premise).unstated:
                yield from _item(desk, inference, premise)


def _item(desk: Desk, inference: Inference, premise: str) -> Iterator[Choice]:
    """Yield the item on one premise."""
    conclusion = inference.conclusion
    proof = (so("premise", inference.id, premise), so("concludes", inference.id, conclusion))
    ask = f"On the map of {OWNERS[inference.side]} case, which claim directly supports this one"
    question = Question(
        generator="supports_which",
        strand="structure",
        stem=f"{ask}: {full(desk, conclusion)}?",
        stems=(f"{ask}: {brief(desk, conclusion)}?",),
        target=f"support:{inference.id}:{premise}",
        bloom="analyse",
        side=inference.side,
        about=(inference.id, premise, conclusion),
        paragraphs=paragraphs_of(desk, premise, conclusion),
        hint=hint(desk, conclusion),
        proof=proof,
        why=(
            f"On the map it is a premise of the step to {brief(desk, conclusion)}"
            f"{place(desk, premise)}."
        ),
    )
    key = claim_candidate(desk, premise, question.why, *proof)
    yield from choice(question, key, no_support(desk, premise, conclusion, question.target))
