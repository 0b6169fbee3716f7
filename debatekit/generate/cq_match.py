"""Which question tests a step of a pattern."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, place_of, so
from debatekit.generate.phrases import (
    OWNERS,
    brief,
    fitting,
    full,
    hint,
    paragraphs_of,
    quoted,
    starts,
)
from debatekit.generate.plain import in_words
from debatekit.generate.schemes import known_scheme
from debatekit.generate.strange import strange_questions
from debatekit.logic.structure import attacks_on
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.scheme import CriticalQuestion, Scheme


def cq_match(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each step with a scheme: on the question that is pressed, or on one.

    Wrong are questions of patterns that nobody takes for this one and that share none of
    its questions.
    """
    desk = desk_of(material, graph, random)
    for inference in graph.inferences.values():
        scheme = known_scheme(desk, inference)
        if scheme and scheme.questions:
            yield from _item(desk, inference, scheme, _question(desk, inference, scheme))


def _question(desk: Desk, inference: Inference, scheme: Scheme) -> CriticalQuestion:
    """Return the question that a counterargument presses, else always the same one."""
    spots = (inference.id, *inference.premises, inference.conclusion)
    pressed = {conflict.question for spot in spots for conflict in attacks_on(desk.graph, spot)}
    return min(
        scheme.questions,
        key=lambda entry: (entry.id not in pressed, place_of(f"{inference.id}:{entry.id}")),
    )


def _item(
    desk: Desk, inference: Inference, scheme: Scheme, asked: CriticalQuestion
) -> Iterator[Choice]:
    """Yield the item on one step and one question."""
    end = inference.conclusion
    lead = f"On the map of {OWNERS[inference.side]} case, the step from"
    start, tail = starts(desk, inference), "Which of these questions tests a step of that sort?"
    named = f"follows the pattern {quoted(scheme.name)}. Which question tests that pattern?"
    only = f"On the map of {OWNERS[inference.side]} case, one step goes from"
    question = Question(
        generator="cq_match",
        strand="structure",
        stem=fitting(
            f"{lead} {starts(desk, inference, full)} to {full(desk, end)} {named}",
            f"{lead} {start} to {full(desk, end)} {named}",
            f"{lead} {start} to {brief(desk, end)} {named}",
        ),
        stems=(
            f"{lead} {start} to {brief(desk, end)} {named}",
            f"{only} {start} to {brief(desk, end)}. {tail}",
        ),
        target=f"question:{inference.id}:{asked.id}",
        bloom="evaluate",
        side=inference.side,
        about=(inference.id, end),
        paragraphs=paragraphs_of(desk, *inference.premises, end),
        hint=hint(desk, end),
        proof=(so("question", scheme.id, asked.id), so("scheme", inference.id, scheme.id)),
        why=f"It is one of the questions that test the pattern {quoted(scheme.name)}.",
    )
    key = Candidate(text=in_words(scheme.id, asked.text), why=question.why, proof=question.proof)
    yield from choice(question, key, strange_questions(desk, scheme, question.target))
