"""What sort of attack it is: on a premise, on the step, or on a supported claim."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.attacks import listed_attacks
from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.phrases import brief, full, hint
from debatekit.logic.structure import attack_name, using
from debatekit.model.graph import Conflict, Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.words import AttackName

_OPTIONS: dict[AttackName, str] = {
    "undermine": "A premise that has no reasons of its own: it undermines",
    "undercut": "The step from premises to conclusion: it undercuts",
    "rebut": "A claim that reasons on the map support: it rebuts",
}
_WHY: dict[AttackName, str] = {
    "undermine": "its target is a premise for which the map gives no reasons",
    "undercut": "its target is the step itself, not a claim in it",
    "rebut": "its target is a claim for which the map gives reasons",
}
_WHY_NOT: dict[AttackName, str] = {
    "undermine": "Its target is no premise without reasons.",
    "undercut": "Its target is a claim, not the step between claims.",
    "rebut": "Its target is no claim that reasons support.",
}


def attack_kind(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each attack whose sort is beyond doubt.

    An unsupported claim that is no premise either fits none of the three words as students
    learn them, so attacks on such a claim are left out.
    """
    desk = desk_of(material, graph, random)
    for conflict in listed_attacks(graph):
        name = attack_name(graph, conflict)
        if name != "undermine" or using(graph, conflict.target):
            yield from _item(desk, conflict, name)


def _item(desk: Desk, conflict: Conflict, name: AttackName) -> Iterator[Choice]:
    """Yield the item on one attack."""
    source = conflict.source
    question = Question(
        generator="attack_kind",
        strand="structure",
        stem=f"On the map, what does this {_noun(desk, source)} attack: {full(desk, source)}?",
        target=f"attack:{source}:{conflict.target}",
        bloom="analyse",
        side=desk.claim(source).side,
        about=(source, conflict.target),
        hint=hint(desk, source),
        proof=(so("attack", source, name), so("attacks", source, conflict.target)),
        why=f"It attacks {_hit(desk, conflict.target)}: {_WHY[name]}.",
    )
    key = Candidate(text=_OPTIONS[name], why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=text,
            why=_WHY_NOT[other],
            flaw="off-target",
            proof=(not_so("attack", source, other),),
        )
        for other, text in _OPTIONS.items()
        if other != name
    )
    yield from choice(question, key, wrong, guard=False)


def _hit(desk: Desk, target: str) -> str:
    """Return what is attacked, a step by its end alone: there is more to say beside it."""
    step = desk.graph.inferences.get(target)
    return f"the step to {brief(desk, step.conclusion)}" if step else brief(desk, target)


def _noun(desk: Desk, source: str) -> str:
    role = desk.claim(source).role
    return "claim" if role == "claim" else role
