"""Which summary of a side its own people would sign."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, place_of, so, turn
from debatekit.generate.flaws import FLAWS
from debatekit.generate.phrases import OWNERS
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.lesson import Summary
from debatekit.model.material import Material
from debatekit.model.words import Side


def steelman(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each side whose strongest summary has two versions that miss it."""
    desk = desk_of(material, graph, random)
    both = material.lesson.steelman
    if both:
        yield from _item(desk, "author", both.author)
        yield from _item(desk, "counter", both.counter)


def _item(desk: Desk, side: Side, summary: Summary) -> Iterator[Choice]:
    """Yield the item on one side."""
    target = f"steelman:{side}"
    begin = turn(desk, target)
    question = Question(
        generator="steelman",
        strand="rebuttal",
        stem=f"In the lesson, which summary of {OWNERS[side]} case would its own side sign?",
        target=target,
        bloom="evaluate",
        side=side,
        about=(),
        hint="Ask of each whether it claims what that side claims, as strongly, in fair words.",
        proof=(so("steelman", side, summary.text),),
        why="It gives that side's main claim and strongest reason, in words it could use itself.",
    )
    key = Candidate(text=summary.text, why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=variant.text,
            why=FLAWS[variant.flaw],
            flaw=variant.flaw,
            proof=(so("straw", side, variant.text, variant.flaw),),
        )
        for variant in sorted(summary.straw, key=lambda entry: place_of(entry.text) ^ begin)
    )
    yield from choice(question, key, wrong)
