"""Which question to put in cross-examination: one that tests what the other side still needs."""

from collections.abc import Iterator
from itertools import chain, zip_longest
from random import Random

from msgspec import Struct

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so, turn
from debatekit.generate.lines import line_of
from debatekit.generate.phrases import OWNERS, brief, fitting, hint, quoted, short_text, starts
from debatekit.generate.plain import in_words
from debatekit.generate.scenarios import CASES, Case, foresee, other_case, refusing, status_of
from debatekit.generate.schemes import known_scheme
from debatekit.generate.strange import strange_questions
from debatekit.logic.graph_facts import scenario_text
from debatekit.logic.structure import attacks_by, attacks_on, using
from debatekit.model.graph import Graph, Inference, Scenario
from debatekit.model.item import Choice, Fact
from debatekit.model.material import Material
from debatekit.model.scheme import CriticalQuestion, Scheme

_UNDERMINE = "undermine:"
_SHOWN = 6
"""How many wrong options of each sort are looked at."""


class _Asked(Struct, frozen=True, kw_only=True):
    """A question that tests a step, the claim it puts in doubt, and what falls without that."""

    case: Case
    inference: Inference
    scheme: Scheme
    question: CriticalQuestion
    claim: str
    stake: str
    attackers: tuple[str, ...]
    """What attacks the step or what it joins; none of it presses the question."""

    @property
    def proof(self) -> tuple[Fact, ...]:
        """The facts that make it the right one to put."""
        step, pattern, question = self.inference.id, self.scheme.id, self.question
        slot = question.hits.removeprefix(_UNDERMINE)
        refused = scenario_text(refusing(self.case, self.claim))
        return (
            so("scheme", step, pattern),
            so("hits", pattern, question.id, question.hits),
            so("slot", step, slot, self.claim),
            so("status", refused, self.stake, "out"),
            *(not_so("presses", source, question.id) for source in self.attackers),
        )


def cross_examination(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each premise that a side needs and a question of its pattern tests.

    A premise is needed where what stands in the side's own case falls without it: the
    contention, the step's end, or at least the step. Wrong are a point of the asking side's
    own, a question of another pattern, and a question that a counterargument has put
    already and a reply has answered.
    """
    desk = desk_of(material, graph, random)
    foresee(graph)
    for case in CASES:
        for inference in graph.inferences.values():
            scheme = known_scheme(desk, inference) if inference.side == case else None
            if scheme and inference.id in desk.parts.reasons:
                yield from _items(desk, case, inference, scheme)


def _items(desk: Desk, case: Case, inference: Inference, scheme: Scheme) -> Iterator[Choice]:
    """Yield one item for each premise of the step that is needed."""
    attackers = _attackers(desk, inference)
    slots = desk.parts.reasons[inference.id].reason.slots
    seen: set[str] = set()
    begin = turn(desk, f"asks:{inference.id}")
    for question in sorted(scheme.questions, key=lambda entry: place_of(entry.id) ^ begin):
        claim = slots.get(question.hits.removeprefix(_UNDERMINE), "")
        if claim in seen or claim not in inference.premises:
            continue
        if _is_put(desk, attackers, question.id):
            continue
        stake = _stake(desk, case, inference, claim)
        if stake:
            seen.add(claim)
            yield from _item(
                desk,
                _Asked(
                    case=case,
                    inference=inference,
                    scheme=scheme,
                    question=question,
                    claim=claim,
                    stake=stake,
                    attackers=attackers,
                ),
            )


def _stake(desk: Desk, case: Case, inference: Inference, claim: str) -> str:
    """Return what falls without the claim: the contention, the step's end, or the step itself.

    The first of these counts; nothing is returned where none of them stands with it.
    """
    contention = desk.parts.reasons[inference.id].contention
    for end in (contention, inference.conclusion, inference.id):
        stands = status_of(desk.graph, Scenario(view=case), end) == "in"
        if stands and status_of(desk.graph, refusing(case, claim), end) == "out":
            return end
    return ""


def _attackers(desk: Desk, inference: Inference) -> tuple[str, ...]:
    """Return all that attacks the step, a premise of it or its end, sorted."""
    spots = (inference.id, *inference.premises, inference.conclusion)
    found = {conflict.source for spot in spots for conflict in attacks_on(desk.graph, spot)}
    return tuple(sorted(found))


def _is_put(desk: Desk, sources: tuple[str, ...], question: str) -> bool:
    """Return whether any of the attackers presses the question, at whatever spot."""
    pressed = (conflict.question for id_ in sources for conflict in attacks_by(desk.graph, id_))
    return question in pressed


def _put(desk: Desk, inference: Inference) -> Iterator[tuple[str, str]]:
    """Yield the questions that were put to this step and no other, each with who put it."""
    own = [id_ for id_ in inference.premises if len(using(desk.graph, id_)) == 1]
    for spot in (inference.id, *own):
        for conflict in attacks_on(desk.graph, spot):
            if conflict.question and conflict.source in desk.parts.counterarguments:
                yield conflict.question, conflict.source


def _item(desk: Desk, asked: _Asked) -> Iterator[Choice]:
    """Yield the item on one question."""
    inference, stake = asked.inference, _named(desk, asked.stake)
    lead = f"On the map of {OWNERS[asked.case]} case, the step from {starts(desk, inference)} to"
    end, named = brief(desk, inference.conclusion), quoted(asked.scheme.name)
    pattern = f"follows the pattern {named}"
    further = asked.stake not in (inference.id, inference.conclusion)
    rests = f", and {stake} rests on it" if further else ""
    ask = "Which question tests, by that pattern, what the step needs and nobody has asked yet?"
    question = Question(
        generator="cross_examination",
        strand="rebuttal",
        stem=fitting(
            f"{lead} {end} {pattern}{rests}. You cross-examine. {ask}",
            f"{lead} {end} {pattern}. You cross-examine. {ask}",
            f"{lead} {end} {pattern}. {ask}",
        ),
        target=f"asks:{inference.id}:{asked.question.id}",
        bloom="evaluate",
        side=asked.case,
        about=(inference.id, asked.claim),
        hint=hint(desk, inference.conclusion),
        proof=asked.proof,
        why=f"It tests {brief(desk, asked.claim)}; without that, {stake} falls on this map.",
    )
    text = in_words(asked.scheme.id, asked.question.text)
    key = Candidate(text=text, why=question.why, proof=asked.proof)
    yield from choice(question, key, _wrong(desk, asked, question.target))


def _named(desk: Desk, stake: str) -> str:
    """Return what is at stake: a claim in quotes, or the step."""
    return brief(desk, stake) if stake in desk.graph.claims else "this step"


def _wrong(desk: Desk, asked: _Asked, target: str) -> Iterator[Candidate]:
    """Yield wrong options, one of each sort in turn."""
    sorts = (
        _answered(desk, asked),
        _argued(desk, asked, target),
        strange_questions(desk, asked.scheme, target),
    )
    turns = zip_longest(*sorts)
    return (candidate for candidate in chain.from_iterable(turns) if candidate)


def _answered(desk: Desk, asked: _Asked) -> Iterator[Candidate]:
    """Yield questions of the step's own pattern that were put and have been answered."""
    questions = {entry.id: entry for entry in asked.scheme.questions}
    for name, source in _put(desk, asked.inference):
        replies = desk.parts.counterarguments[source].counterargument.replies
        if name in questions and replies:
            yield Candidate(
                text=in_words(asked.scheme.id, questions[name].text),
                why=f"It was put already, and has a reply: {brief(desk, replies[0].id)}.",
                flaw="answered",
                proof=(so("presses", source, name), so("reply", source, replies[0].id)),
            )


def _argued(desk: Desk, asked: _Asked, target: str) -> Iterator[Candidate]:
    """Yield points of the asking side's own, in the form of a question."""
    side, near = other_case(asked.case), line_of(desk, asked.inference.id)
    begin = turn(desk, target)
    own = [id_ for id_ in near if id_ in desk.graph.claims and _is_own(desk, id_, side)]
    for id_ in sorted(own, key=lambda one: place_of(one) ^ begin)[:_SHOWN]:
        yield Candidate(
            text=f"Will you grant us this: {quoted(short_text(desk, id_))}?",
            why=f"It argues: {OWNERS[side]} own point, which a question cannot prove.",
            flaw="argumentative",
            proof=(so("side", id_, side),),
        )


def _is_own(desk: Desk, claim: str, side: Case) -> bool:
    """Return whether the side itself says the claim."""
    known = desk.claim(claim)
    return known.side == side and not known.unstated
