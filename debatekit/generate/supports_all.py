"""All claims that directly support another one."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Question, multiple
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, so
from debatekit.generate.phrases import brief, full, hint, paragraphs_of, place
from debatekit.generate.supporting import no_support
from debatekit.logic.structure import concluding, index_of
from debatekit.model.graph import Graph
from debatekit.model.item import Multiple
from debatekit.model.material import Material

_MOST_KEYS = 4


def supports_all(material: Material, graph: Graph, random: Random) -> Iterator[Multiple]:
    """Yield an item for each supported claim with two to four stated premises in all."""
    desk = desk_of(material, graph, random)
    for conclusion in index_of(graph).concluding:
        steps = {
            premise: step.id
            for step in concluding(graph, conclusion)
            for premise in step.premises
            if not desk.claim(premise).unstated
        }
        if 1 < len(steps) <= _MOST_KEYS:
            yield from _item(desk, conclusion, dict(sorted(steps.items())))


def _item(desk: Desk, conclusion: str, steps: dict[str, str]) -> Iterator[Multiple]:
    """Yield the item on one conclusion; `steps` gives a step for each of its premises."""
    first = next(iter(steps))
    question = Question(
        generator="supports_all",
        strand="structure",
        stem=(
            f"On the map, which of these claims directly support this one: "
            f"{full(desk, conclusion)}? Tick each of them."
        ),
        target=f"supports:{conclusion}:{'+'.join(steps)}",
        bloom="analyse",
        side=desk.claim(conclusion).side,
        about=(conclusion, *steps),
        paragraphs=paragraphs_of(desk, conclusion, *steps),
        hint=hint(desk, conclusion),
        proof=tuple(so("reason_for", premise, conclusion) for premise in steps),
        why=f"On the map these are the premises of the steps to {brief(desk, conclusion)}.",
    )
    keys = [
        claim_candidate(
            desk,
            premise,
            f"It is a premise of a step to {brief(desk, conclusion)}{place(desk, premise)}.",
            so("premise", step, premise),
            so("concludes", step, conclusion),
        )
        for premise, step in steps.items()
    ]
    yield from multiple(question, keys, no_support(desk, first, conclusion, question.target))
