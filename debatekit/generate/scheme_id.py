"""Which pattern a step follows."""

from collections.abc import Iterator
from itertools import chain, islice
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so, turn
from debatekit.generate.phrases import OWNERS, brief, fitting, full, hint, paragraphs_of, starts
from debatekit.generate.plain import in_words
from debatekit.generate.schemes import known_scheme, neighbours, schemes_beside
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.scheme import Scheme


def scheme_id(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each step with a scheme; neighbours only where they were weighed."""
    desk = desk_of(material, graph, random)
    for inference in graph.inferences.values():
        scheme = known_scheme(desk, inference)
        if scheme:
            yield from _item(desk, inference, scheme)


def _item(desk: Desk, inference: Inference, scheme: Scheme) -> Iterator[Choice]:
    """Yield the item on one step."""
    target = f"scheme:{inference.id}:{scheme.id}"
    near = list(islice(_neighbours(desk, inference, scheme, target), 1))
    question = Question(
        generator="scheme_id",
        strand="structure",
        stem=_stem(desk, inference),
        target=target,
        bloom="analyse",
        side=inference.side,
        about=(inference.id, *inference.premises, inference.conclusion),
        paragraphs=paragraphs_of(desk, *inference.premises, inference.conclusion),
        hint=hint(desk, inference.conclusion),
        proof=(so("scheme", inference.id, scheme.id),),
        why=f"It has these parts: {_parts(scheme)}.",
        harder=1 if near else 0,
    )
    key = Candidate(text=scheme.name, why=question.why, proof=question.proof)
    far = (
        _wrong(inference, scheme, other)
        for other in schemes_beside(desk, scheme, turn(desk, target))
    )
    yield from choice(question, key, chain(near, far))


def _neighbours(
    desk: Desk, inference: Inference, scheme: Scheme, target: str
) -> Iterator[Candidate]:
    """Yield schemes that come near, where the author weighed them against this one."""
    if not desk.parts.reasons[inference.id].reason.scheme_reviewed:
        return
    for other in neighbours(desk, scheme, turn(desk, target)):
        yield Candidate(
            text=other.name,
            why=f"That near pattern needs: {_parts(other)}.",
            flaw="off-target",
            proof=(
                not_so("scheme", inference.id, other.id),
                so("scheme_reviewed", inference.id),
            ),
        )


def _wrong(inference: Inference, scheme: Scheme, other: Scheme) -> Candidate:
    """Return a scheme that nobody takes for this one."""
    return Candidate(
        text=other.name,
        why=f"That pattern needs: {_parts(other)}.",
        flaw="off-target",
        proof=(
            not_so("scheme", inference.id, other.id),
            not_so("confusable", scheme.id, other.id),
        ),
    )


def _parts(scheme: Scheme) -> str:
    """Return what the premises of the pattern say."""
    return "; ".join(in_words(scheme.id, text).rstrip(".") for text in scheme.slots.values())


def _stem(desk: Desk, inference: Inference) -> str:
    """Return the question, in whole sentences where that does not make it too long."""
    lead = f"On the map of {OWNERS[inference.side]} case, one step goes from"
    ask = "Which pattern does it follow?"
    end = inference.conclusion
    return fitting(
        f"{lead} {starts(desk, inference, full)} to {full(desk, end)} {ask}",
        f"{lead} {starts(desk, inference)} to {full(desk, end)} {ask}",
        f"{lead} {starts(desk, inference)} to {brief(desk, end)}. {ask}",
    )
