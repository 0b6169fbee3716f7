"""Whether the burden of proof is discharged, given what is on the table."""

from collections.abc import Iterator
from itertools import islice
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so
from debatekit.generate.phrases import (
    OWNER,
    OWNERS,
    brief,
    fitting,
    full,
    hint,
    listing,
    stated,
)
from debatekit.generate.scenario_why import why_status
from debatekit.generate.scenarios import (
    BY_THE_MAP,
    SCENARIO_WORDS,
    Case,
    facing,
    granting,
    grants_against_the_map,
    other_case,
    refusing,
    status_of,
)
from debatekit.logic.graph_facts import scenario_text, work_out
from debatekit.logic.structure import attacks_by, attacks_on, concluding, supporters, using
from debatekit.model.graph import Graph, Scenario, Status
from debatekit.model.item import Choice, Item
from debatekit.model.material import Material

_OPTIONS: dict[Status, str] = {
    "in": "{} discharged it: the claim stands",
    "undecided": "{} not discharged it: the claim is contested",
    "out": "{} not discharged it: the claim falls",
}
_WHY_NOT: dict[Status, str] = {
    "in": "A burden is discharged only where the claim stands on what is on the table.",
    "undecided": "It would be contested where claims deny each other and nothing decides.",
    "out": "It would fall where it has lost all support, or is attacked by what stands.",
}
_ASKED = f"Is the burden discharged? {BY_THE_MAP}"
_REASONS = (2, 3)
_EACH = 3
"""How many tables with one claim refused, or one attack raised, are set for a contention."""


class _Table(Struct, frozen=True, kw_only=True):
    """What is on the table: a scenario, its words, and the claim that it changes."""

    scenario: Scenario
    said: str
    changed: tuple[str, ...] = ()


class _Bearer(Struct, frozen=True, kw_only=True):
    """A contention, who must prove what about it, and the claim that would prove it."""

    contention: str
    side: Case
    claim: str


def burden(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield items on each contention whose burden somebody bears, one for each table that is set.

    The author discharges it if the contention stands; the critics, where theirs is the
    burden, if a claim of theirs that contradicts it does. What is contested is not proved.
    This is a reduced form of the burden in Carneades (Gordon, Prakken and Walton 2007).
    """
    desk = desk_of(material, graph, random)
    set_ = [(bearer, table) for bearer in _bearers(desk) for table in _tables(desk, bearer)]
    work_out(graph, (table.scenario for _, table in set_))
    for bearer, table in set_:
        if not grants_against_the_map(graph, table.scenario):
            yield from _item(desk, bearer, table)


def _bearers(desk: Desk) -> Iterator[_Bearer]:
    """Yield who bears the burden on each contention, where a claim on the map would prove it."""
    for contention in desk.material.lesson.contentions:
        claim = contention.claim
        if contention.burden == "counter":
            claim = _negation(desk, contention.claim)
        if claim in desk.graph.claims:
            yield _Bearer(contention=contention.claim, side=contention.burden, claim=claim)


def is_discharged(item: Item) -> bool:
    """Return whether the right answer to an item of this sort is that the burden is discharged."""
    return any(fact.predicate == "status" and fact.arguments[2] == "in" for fact in item.proof)


def _negation(desk: Desk, contention: str) -> str:
    """Return the critics' claim that contradicts a contention; '' where nobody makes one."""
    denied = (conflict.source for conflict in attacks_on(desk.graph, contention) if conflict.mutual)
    return min(denied, key=place_of, default="")


def _tables(desk: Desk, bearer: _Bearer) -> Iterator[_Table]:
    """Yield the bearer's case alone, with claims of it refused, and with attacks beside it."""
    case, owners = bearer.side, OWNERS[bearer.side]
    yield _Table(scenario=Scenario(view=case), said=f"{owners} case alone.")
    for id_ in islice(_premises(desk, bearer), _EACH):
        told = f"{owners} case, with this refused: "
        yield _Table(scenario=refusing(case, id_), said=told, changed=(id_,))
    if all_round := _one_of_each_reason(desk, bearer):
        yield _Table(
            scenario=Scenario(view=case, reject=frozenset(all_round)),
            said=f"{owners} case, with these refused: ",
            changed=all_round,
        )
    for id_ in islice(_attackers(desk, bearer), _EACH):
        yield from _tables_with(desk, bearer, id_)


def _tables_with(desk: Desk, bearer: _Bearer, attacker: str) -> Iterator[_Table]:
    """Yield the case beside a point of the other side's: unanswered, answered, and granted."""
    case, graph = bearer.side, desk.graph
    told = f"{OWNERS[case]} case and, beside it, {OWNERS[other_case(case)]} point"
    unanswered = _unanswered(desk, case, attacker)
    yield _Table(scenario=unanswered, said=f"{told}, not answered yet: ", changed=(attacker,))
    if unanswered.reject:
        answered = facing(graph, case, attacker)
        yield _Table(
            scenario=answered, said=f"{told} with the replies to it: ", changed=(attacker,)
        )
    granted = granting(case, attacker)
    yield _Table(scenario=granted, said=f"{told}, granted: ", changed=(attacker,))


def _one_of_each_reason(desk: Desk, bearer: _Bearer) -> tuple[str, ...]:
    """Return a stated premise of each reason for what must be proved, of two reasons or three."""
    steps = [step for step in concluding(desk.graph, bearer.claim) if step.side == bearer.side]
    found = [min(stated(desk, step), key=place_of, default="") for step in steps]
    return tuple(dict.fromkeys(found)) if len(steps) in _REASONS and all(found) else ()


def _premises(desk: Desk, bearer: _Bearer) -> Iterator[str]:
    """Yield the bearer's stated claims that support what must be proved, in a fixed mix."""
    for id_ in sorted(supporters(desk.graph, bearer.claim), key=place_of):
        known = desk.claim(id_)
        if known.side == bearer.side and not known.unstated and using(desk.graph, id_):
            yield id_


def _attackers(desk: Desk, bearer: _Bearer) -> Iterator[str]:
    """Yield the other side's claims that attack the case, in a fixed mix."""
    claims = {bearer.claim, *supporters(desk.graph, bearer.claim)}
    steps = {step.id for id_ in claims for step in concluding(desk.graph, id_)}
    found = {
        conflict.source for spot in claims | steps for conflict in attacks_on(desk.graph, spot)
    }
    other = other_case(bearer.side)
    return (id_ for id_ in sorted(found, key=place_of) if desk.claim(id_).side == other)


def _answers(desk: Desk, claim: str) -> list[str]:
    """Return the claims that do nothing but attack this one: the replies to it."""
    sources = (conflict.source for conflict in attacks_on(desk.graph, claim))
    return [
        id_ for id_ in sources if len(attacks_by(desk.graph, id_)) == 1 and _is_reply(desk, id_)
    ]


def _is_reply(desk: Desk, claim: str) -> bool:
    """Return whether a claim is there to answer alone: it supports nothing."""
    return desk.claim(claim).role == "reply" and not using(desk.graph, claim)


def _unanswered(desk: Desk, case: Case, claim: str) -> Scenario:
    """Return a case with one claim of the other side beside it, and no reply to that."""
    return replace(facing(desk.graph, case, claim), reject=frozenset(_answers(desk, claim)))


def _item(desk: Desk, bearer: _Bearer, table: _Table) -> Iterator[Choice]:
    """Yield the item on one table."""
    text = scenario_text(table.scenario)
    status = status_of(desk.graph, table.scenario, bearer.claim) or "undecided"
    borne = so("burden", bearer.contention, bearer.side)
    has = f"{OWNER[bearer.side]} {'has' if bearer.side == 'author' else 'have'}".capitalize()
    question = Question(
        generator="burden",
        strand="rebuttal",
        stem=_stem(desk, bearer, table),
        target=f"burden:{bearer.contention}:{text}",
        bloom="analyse",
        side=bearer.side,
        about=(bearer.contention, *table.changed),
        hint=hint(desk, bearer.claim),
        proof=(borne, so("status", text, bearer.claim, status)),
        why=_why(desk, bearer, table, status),
        interventions=1,
    )
    key = Candidate(text=_OPTIONS[status].format(has), why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=said.format(has),
            why=_WHY_NOT[other],
            proof=(borne, not_so("status", text, bearer.claim, other)),
        )
        for other, said in _OPTIONS.items()
        if other != status
    )
    yield from choice(question, key, wrong, guard=False)


def _why(desk: Desk, bearer: _Bearer, table: _Table, status: Status) -> str:
    """Return why the claim has its status, and that what is contested is not proved."""
    said = why_status(desk, table.scenario, bearer.claim, status)
    return f"{said} What is contested is not proved." if status == "undecided" else said


def _stem(desk: Desk, bearer: _Bearer, table: _Table) -> str:
    """Return the question, in whole sentences where that does not make it too long."""
    denied = "" if bearer.claim == bearer.contention else " is not so"
    lead = f"On the map, {OWNER[bearer.side]} must prove that this{denied or ' is so'}:"
    return fitting(
        *(
            f"{lead} {_sentence(desk, (bearer.contention,), whole=proved)} On the table: "
            f"{table.said}{_sentence(desk, table.changed, whole=changed)} {_ASKED}"
            for proved, changed in ((True, True), (False, True), (False, False))
        ),
        most=SCENARIO_WORDS,
    )


def _sentence(desk: Desk, claims: tuple[str, ...], *, whole: bool) -> str:
    """Return one claim as a whole sentence, or claims in few words with a full stop."""
    if not claims:
        return ""
    one = whole and len(claims) == 1
    return full(desk, claims[0]) if one else f"{listing(brief(desk, id_) for id_ in claims)}."
