"""Which part of a lesson each claim, reason and attack of an Argdown map becomes.

What attacks a claim or a reason becomes a counterargument, what attacks a counterargument a
reply to it, and what attacks a reply a counterargument again.
"""

from collections.abc import Collection

from msgspec import Struct

from debatekit.intake.argdown import ArgdownMap, Node, Relation
from debatekit.intake.article import IntakeError
from debatekit.intake.templating import id_from
from debatekit.model.source import Source

Name = tuple[bool, str]
"""Whether it is an argument, and its name in the map."""


class Step(Struct, kw_only=True):
    """A reason of the lesson."""

    id: str
    premises: list[str]
    conclusion: str
    scheme: str = "generic"


class Attack(Struct, kw_only=True):
    """A counterargument or a reply of the lesson, and what it is against."""

    id: str
    text: str
    target: str
    mutual: bool
    answers: str = ""
    """For a reply: how it answers the counterargument that is its target."""


class Plan(Struct, kw_only=True):
    """The parts of the lesson to be written, before they are put under contentions."""

    title: str
    texts: dict[str, Node]
    """Claims by id; the source's among them."""
    steps: list[Step] = []
    attacks: dict[str, Attack] = {}
    preferences: list[tuple[str, str]] = []


def plan_of(found: ArgdownMap, source: Source, schemes: Collection[str]) -> Plan:
    """Return what the map becomes; ids of the source mean the source's claims.

    Raises `IntakeError` for a map without a claim.
    """
    if all(argument for argument, _ in found.nodes):
        raise IntakeError("it holds no claims", "write each as [id]: text")
    namer = _Namer(found, source)
    plan = Plan(title=found.title, texts=namer.claims)
    _take_steps(plan, found, namer, schemes)
    for relation in found.relations:
        if relation.sign == "supports":
            _take_support(plan, found, namer, relation)
    for relation in found.relations:
        if relation.sign != "supports":
            _take_attack(plan, found, namer, relation)
    _take_asides(plan, found, namer)
    _turn_replies(plan)
    return plan


class _Namer:
    """Gives every statement and argument an id of its own, the same for the same name."""

    def __init__(self, found: ArgdownMap, source: Source) -> None:
        self._taken: set[str] = set()
        self._ids: dict[Name, str] = {}
        self.claims: dict[str, Node] = {}
        for name, node in found.nodes.items():
            self._ids[name] = self.new(node.name)
            if not node.argument:
                self.claims[self._ids[name]] = node
        self.source = source

    def new(self, wanted: str) -> str:
        """Return an id near what is wanted that nothing else has."""
        stem = id_from(wanted) or "part"
        count, id_ = 1, stem
        while id_ in self._taken:
            count += 1
            id_ = f"{stem}-{count}"
        self._taken.add(id_)
        return id_

    def __getitem__(self, name: Name) -> str:
        return self._ids[name]

    def claim(self, text: str) -> str:
        """Return the id of a new claim with that text."""
        id_ = self.new(text)
        self.claims[id_] = Node(name=id_, text=text)
        return id_


def _take_steps(plan: Plan, found: ArgdownMap, namer: _Namer, schemes: Collection[str]) -> None:
    """Take every inference as a reason; the last of an argument has its id."""
    named: set[str] = set()
    for step in found.steps:
        own = namer[True, step.argument] if step.argument else namer.new("reason")
        own = namer.new(own) if own in named else own
        named.update([own] if step.last else [])
        scheme = id_from(step.rule)
        plan.steps.append(
            Step(
                id=own if step.last else namer.new(f"{own}-first"),
                premises=[namer[False, one] for one in step.premises],
                conclusion=namer[False, step.conclusion],
                scheme=scheme if scheme in schemes else "generic",
            )
        )


def _take_support(plan: Plan, found: ArgdownMap, namer: _Namer, relation: Relation) -> None:
    """Take a claim or an argument without steps, that supports something, as a reason."""
    target = _claim_of(plan, namer, found, relation.target)
    known = {step.id: step for step in plan.steps}
    this = namer[relation.source]
    if not relation.source[0]:
        id_ = namer.new(f"{this}-for-{target}")
        plan.steps.append(Step(id=id_, premises=[this], conclusion=target))
    elif this not in known:
        premise = namer.claim(found.nodes[relation.source].text or f"{this} premise")
        plan.steps.append(Step(id=this, premises=[premise], conclusion=target))
    elif known[this].conclusion != target:
        conclusion = known[this].conclusion
        id_ = namer.new(f"{this}-for-{target}")
        plan.steps.append(Step(id=id_, premises=[conclusion], conclusion=target))


def _claim_of(plan: Plan, namer: _Namer, found: ArgdownMap, name: Name) -> str:
    """Return the claim that stands for a node: itself, or what an argument concludes."""
    if not name[0]:
        return namer[name]
    for step in plan.steps:
        if step.id == namer[name]:
            return step.conclusion
    claim = namer.claim(found.nodes[name].text or name[1])
    plan.steps.append(
        Step(id=namer[name], premises=[namer.claim(f"{name[1]} premise")], conclusion=claim)
    )
    return claim


def _take_attack(plan: Plan, found: ArgdownMap, namer: _Namer, relation: Relation) -> None:
    """Take what attacks a claim or a reason as a counterargument."""
    source = _claim_of(plan, namer, found, relation.source)
    on_step = relation.target[0]
    if on_step and not any(step.id == namer[relation.target] for step in plan.steps):
        _claim_of(plan, namer, found, relation.target)
    target, mutual = namer[relation.target], relation.sign == "contradicts" and not on_step
    back = plan.attacks.get(target)
    if back is not None and back.target == source:
        # Two attacks that face each other are one that goes both ways.
        back.mutual = True
        return
    text = namer.claims[source].text or source
    taken = source in plan.attacks or source in namer.source.claims
    id_ = (
        namer.new(f"{source}-against-{target}") if taken or _leads(plan, target, source) else source
    )
    plan.attacks[id_] = Attack(id=id_, text=text, target=target, mutual=mutual)


def _leads(plan: Plan, start: str, end: str) -> bool:
    """Return whether attacks lead from one claim to another, each against the next."""
    here = start
    while here != end and here in plan.attacks:
        here = plan.attacks[here].target
    return here == end


def _take_asides(plan: Plan, found: ArgdownMap, namer: _Namer) -> None:
    """Take what our own maps say in comments: what grants a counterargument, what prevails."""
    ids = {name: namer[False, name] for argument, name in found.nodes if not argument}
    for reply, granted in found.granted:
        if reply in ids and ids.get(granted) in plan.attacks and ids[reply] not in plan.attacks:
            text = namer.claims[ids[reply]].text or reply
            plan.attacks[ids[reply]] = Attack(
                id=ids[reply], text=text, target=ids[granted], mutual=False, answers="concedes"
            )
    for stronger, weaker in found.preferred:
        if stronger in ids and weaker in ids:
            plan.preferences.append((ids[stronger], ids[weaker]))


def _turn_replies(plan: Plan) -> None:
    """Make replies of what is said to a counterargument that is none itself."""
    for attack in plan.attacks.values():
        above = plan.attacks.get(attack.target)
        if above is not None and not above.answers and not attack.answers:
            attack.answers = "rebuts" if attack.mutual else "dismisses"
