"""A lesson to fill in, written from the parts that an argument map becomes.

Every reason stands under the contention to which its conclusions lead, or under the
counterargument that they come to on the way; every counterargument under the contention of
what it attacks.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from debatekit.intake.map_plan import Attack, Plan, Step
from debatekit.intake.templating import as_word, quoted
from debatekit.model.source import Source


class Home(NamedTuple):
    """Where a part stands in the lesson: under a contention, perhaps in a counterargument."""

    contention: str
    counterargument: str = ""


def map_lesson_text(id_: str, source_id: str, plan: Plan, source: Source, schema: str) -> str:
    """Return the lesson as YAML; what the map does not say is left open."""
    return "\n".join((*_head(id_, source_id, plan, schema), *_body(plan, source))) + "\n"


def _head(id_: str, source_id: str, plan: Plan, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield "# Taken from an argument map; 'debatekit check' lists what is still to be filled in."
    yield "format: 1"
    yield f"title: {quoted(plan.title) or quoted(id_)}"
    yield f"source: {as_word(source_id)}"


def _body(plan: Plan, source: Source) -> Iterator[str]:
    own = {
        id_: node
        for id_, node in plan.texts.items()
        if id_ not in plan.attacks and id_ not in source.claims
    }
    yield "claims:" if own else "claims: {}"
    for id_, node in own.items():
        yield f"  {as_word(id_)}:"
        yield f"    text: {quoted(node.text) or quoted(id_)}"
        side = next((tag for tag in node.tags if tag in ("author", "counter", "shared")), "")
        if side:
            yield f"    side: {side}"
        if "unstated" in node.tags:
            yield "    unstated: true"
    yield "contentions:"
    homes = _homes(plan)
    for root in dict.fromkeys(home.contention for home in homes.values()):
        yield from _contention(plan, root, homes)
    if plan.preferences:
        yield "preferences:"
    for stronger, weaker in plan.preferences:
        yield f"  - {{stronger: {as_word(stronger)}, weaker: {as_word(weaker)}}}"


def _homes(plan: Plan) -> dict[str, Home]:
    """Return where each reason and attack stands, and each claim that nothing is tied to."""
    onward: dict[str, str] = {}
    for step in plan.steps:
        onward.setdefault(step.id, step.conclusion)
        for premise in step.premises:
            onward.setdefault(premise, step.id)
    for attack in plan.attacks.values():
        onward[attack.id] = attack.target
    parts = [*(step.id for step in plan.steps), *plan.attacks]
    homes = {part: _home(_way(part, onward), plan) for part in parts}
    tied = {*parts, *onward, *onward.values(), *(home.contention for home in homes.values())}
    return homes | {alone: Home(alone) for alone in plan.texts if alone not in tied}


def _way(part: str, onward: Mapping[str, str]) -> Sequence[str]:
    """Return what a part leads to, step by step; a circle ends where it would repeat.

    A reason leads to its conclusion, that to the first reason that uses it, and so on; an
    attack leads to what it attacks.
    """
    way, here = {part: 0}, onward.get(part, "")
    while here and here not in way:
        way[here] = len(way)
        here = onward.get(here, "")
    return [*way][1:]


def _home(way: Sequence[str], plan: Plan) -> Home:
    """Return the last claim on a way, and the counterargument that it comes to first, if any."""
    claims = (one for one in (*reversed(way), *plan.texts) if one in plan.texts)
    contention = next(claim for claim in claims if claim not in plan.attacks)
    met = next((plan.attacks[one] for one in way if one in plan.attacks), None)
    return Home(contention, met.id if met and not met.answers else "")


def _contention(plan: Plan, root: str, homes: Mapping[str, Home]) -> Iterator[str]:
    yield f"  - claim: {as_word(root)}"
    steps = [one for one in plan.steps if homes[one.id] == Home(root)]
    if steps:
        yield "    reasons:"
    for step in steps:
        yield from _reason(plan, step, root, "      ")
    counters = [
        one for one in plan.attacks.values() if not one.answers and homes[one.id].contention == root
    ]
    if counters:
        yield "    counterarguments:"
    for counter in counters:
        own = [step for step in plan.steps if homes[step.id].counterargument == counter.id]
        yield from _counterargument(plan, counter, own)


def _reason(plan: Plan, step: Step, home: str, indent: str) -> Iterator[str]:
    hidden = [one for one in step.premises if "unstated" in plan.texts[one].tags]
    stated = [one for one in step.premises if one not in hidden]
    yield f"{indent}- id: {as_word(step.id)}"
    yield f"{indent}  premises: [{_listed(stated or hidden)}]"
    if stated and hidden:
        yield f"{indent}  unstated: [{_listed(hidden)}]"
    if step.conclusion != home:
        yield f"{indent}  concludes: {as_word(step.conclusion)}"
    yield f"{indent}  scheme: {step.scheme}"


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(map(as_word, ids))


def _counterargument(plan: Plan, counter: Attack, own: Sequence[Step]) -> Iterator[str]:
    """Yield a counterargument with its own reasons and the replies to it."""
    yield f"      - id: {as_word(counter.id)}"
    yield f"        text: {quoted(counter.text) or quoted(counter.id)}"
    yield f"        attacks: {as_word(counter.target)}"
    if not counter.mutual and not any(step.id == counter.target for step in plan.steps):
        yield "        one_way: true"
    if own:
        yield "        reasons:"
    for step in own:
        yield from _reason(plan, step, counter.id, "          ")
    replies = [one for one in plan.attacks.values() if one.answers and one.target == counter.id]
    if replies:
        yield "        replies:"
    for place, reply in enumerate(replies):
        yield f"          - id: {as_word(reply.id)}"
        yield f"            text: {quoted(reply.text) or quoted(reply.id)}"
        yield f"            answers: {reply.answers}"
        if not place:
            yield "            best: true"
