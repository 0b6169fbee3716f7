"""A lesson to fill in, written from the parts that an argument map becomes.

Every reason stands under the contention to which its conclusions lead, every counterargument
under that of what it attacks.
"""

from collections.abc import Iterator, Mapping

from debatekit.intake.map_plan import Attack, Plan, Step
from debatekit.intake.templating import quoted
from debatekit.model.source import Source


def map_lesson_text(id_: str, source_id: str, plan: Plan, source: Source, schema: str) -> str:
    """Return the lesson as YAML; what the map does not say is left open."""
    return "\n".join((*_head(id_, source_id, plan, schema), *_body(plan, source))) + "\n"


def _head(id_: str, source_id: str, plan: Plan, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield "# Taken from an argument map; 'debatekit check' lists what is still to be filled in."
    yield "format: 1"
    yield f"title: {quoted(plan.title) or quoted(id_)}"
    yield f"source: {source_id}"


def _body(plan: Plan, source: Source) -> Iterator[str]:
    own = {
        id_: node
        for id_, node in plan.texts.items()
        if id_ not in plan.attacks and id_ not in source.claims
    }
    yield "claims:" if own else "claims: {}"
    for id_, node in own.items():
        yield f"  {id_}:"
        yield f"    text: {quoted(node.text) or quoted(id_)}"
        side = next((tag for tag in node.tags if tag in ("author", "counter", "shared")), "")
        if side:
            yield f"    side: {side}"
        if "unstated" in node.tags:
            yield "    unstated: true"
    yield "contentions:"
    homes = _homes(plan)
    for root in dict.fromkeys(homes.values()):
        yield from _contention(plan, root, homes)
    if plan.preferences:
        yield "preferences:"
    for stronger, weaker in plan.preferences:
        yield f"  - {{stronger: {stronger}, weaker: {weaker}}}"


def _homes(plan: Plan) -> dict[str, str]:
    """Return the contention under which each reason and counterargument stands.

    It is the claim at the end of the way from a reason to its conclusion, from there to the
    reason that uses it, and so on; from an attack, to what it attacks.
    """
    onward: dict[str, str] = {}
    for step in plan.steps:
        onward.setdefault(step.id, step.conclusion)
        for premise in step.premises:
            onward.setdefault(premise, step.id)
    for attack in plan.attacks.values():
        onward[attack.id] = attack.target
    parts = [*(step.id for step in plan.steps), *plan.attacks]
    homes = {part: _end(part, onward, plan) for part in parts}
    tied = {*parts, *homes.values(), *onward, *onward.values()}
    return homes | {alone: alone for alone in plan.texts if alone not in tied}


def _end(part: str, onward: Mapping[str, str], plan: Plan) -> str:
    """Return the last claim on the way; a circle ends where it began to repeat."""
    seen, here, claim = {part}, part, ""
    while (here := onward.get(here, "")) and here not in seen:
        seen.add(here)
        if here in plan.texts and here not in plan.attacks:
            claim = here
    return claim or next(id_ for id_ in plan.texts if id_ not in plan.attacks)


def _contention(plan: Plan, root: str, homes: Mapping[str, str]) -> Iterator[str]:
    yield f"  - claim: {root}"
    counters = [one for one in plan.attacks.values() if not one.answers and homes[one.id] == root]
    against = {one.id for one in plan.attacks.values()}
    steps = [one for one in plan.steps if homes[one.id] == root]
    plain = [one for one in steps if one.conclusion not in against]
    listed = {one.id for one in counters}
    plain += [one for one in steps if one.conclusion in against - listed]
    if plain:
        yield "    reasons:"
    for step in plain:
        yield from _reason(plan, step, root, "      ")
    if counters:
        yield "    counterarguments:"
    for counter in counters:
        yield from _counterargument(plan, counter)


def _reason(plan: Plan, step: Step, home: str, indent: str) -> Iterator[str]:
    hidden = [one for one in step.premises if "unstated" in plan.texts[one].tags]
    stated = [one for one in step.premises if one not in hidden]
    yield f"{indent}- id: {step.id}"
    yield f"{indent}  premises: [{', '.join(stated or hidden)}]"
    if stated and hidden:
        yield f"{indent}  unstated: [{', '.join(hidden)}]"
    if step.conclusion != home:
        yield f"{indent}  concludes: {step.conclusion}"
    yield f"{indent}  scheme: {step.scheme}"


def _counterargument(plan: Plan, counter: Attack) -> Iterator[str]:
    yield f"      - id: {counter.id}"
    yield f"        text: {quoted(counter.text) or quoted(counter.id)}"
    yield f"        attacks: {counter.target}"
    if not counter.mutual and not any(step.id == counter.target for step in plan.steps):
        yield "        one_way: true"
    own = [step for step in plan.steps if step.conclusion == counter.id]
    if own:
        yield "        reasons:"
    for step in own:
        yield from _reason(plan, step, counter.id, "          ")
    replies = [one for one in plan.attacks.values() if one.answers and one.target == counter.id]
    if replies:
        yield "        replies:"
    for place, reply in enumerate(replies):
        yield f"          - id: {reply.id}"
        yield f"            text: {quoted(reply.text) or quoted(reply.id)}"
        yield f"            answers: {reply.answers}"
        if not place:
            yield "            best: true"
