"""Which claim plays a part of a step's pattern."""

from collections.abc import Iterator
from itertools import chain
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.lines import near_rivals
from debatekit.generate.phrases import OWNERS, brief, fitting, full, hint, paragraphs_of, quoted
from debatekit.generate.plain import in_words
from debatekit.generate.schemes import known_scheme
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.scheme import Scheme


def slot_fill(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each part that one of a step's premises plays alone."""
    desk = desk_of(material, graph, random)
    for inference in graph.inferences.values():
        scheme, slots = known_scheme(desk, inference), desk.parts.reasons[inference.id].reason.slots
        for slot, claim in slots.items():
            alone = list(slots.values()).count(claim) == 1
            if scheme and slot in scheme.slots and alone and claim in inference.premises:
                yield from _item(desk, inference, scheme, slot, claim)


def _item(
    desk: Desk, inference: Inference, scheme: Scheme, slot: str, claim: str
) -> Iterator[Choice]:
    """Yield the item on one part of one step."""
    end = inference.conclusion
    stems = tuple(
        f"On the map of {OWNERS[inference.side]} case, the step to {said} follows the "
        f"pattern {quoted(scheme.name)}. Which claim plays this part in it: "
        f"{quoted(in_words(scheme.id, scheme.slots[slot]))}?"
        for said in (full(desk, end), brief(desk, end))
    )
    question = Question(
        generator="slot_fill",
        strand="structure",
        stem=fitting(*stems),
        stems=stems[1:],
        target=f"slot:{inference.id}:{slot}:{claim}",
        bloom="analyse",
        side=inference.side,
        about=(inference.id, claim, end),
        paragraphs=paragraphs_of(desk, claim, end),
        hint=hint(desk, end),
        proof=(so("slot", inference.id, slot, claim), so("scheme", inference.id, scheme.id)),
        why="The map gives it this part in the step.",
    )
    key = claim_candidate(desk, claim, question.why, *question.proof)
    yield from choice(question, key, _wrong(desk, inference, scheme, slot, claim, question.target))


def _wrong(
    desk: Desk, inference: Inference, scheme: Scheme, slot: str, claim: str, target: str
) -> Iterator[Candidate]:
    """Yield what plays another part of this step, then its conclusion, then other claims."""
    slots = desk.parts.reasons[inference.id].reason.slots
    parts = {id_: in_words(scheme.id, scheme.slots.get(name, name)) for name, id_ in slots.items()}
    near = [id_ for id_ in sorted(inference.premises) if id_ != claim]
    first = dict.fromkeys((*near, inference.conclusion))
    others = (id_ for id_ in near_rivals(desk, claim, target) if id_ not in first)
    for id_ in chain(first, others):
        if id_ in parts:
            why, flaw = f"It plays another part: {quoted(parts[id_])}.", "off-target"
        elif id_ == inference.conclusion:
            why, flaw = "It is where the step ends, not a part it starts from.", "reversed"
        else:
            why, flaw = "The map gives it no such part in this step.", "off-target"
        yield claim_candidate(desk, id_, why, not_so("slot", inference.id, slot, id_), flaw=flaw)
