"""The heart of a brief: each reason beside the counterarguments to it."""

from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from debatekit.handout.desk import Desk, actor_names, claim_point, claim_text, evidence_points
from debatekit.handout.page import (
    ContentionPart,
    CounterPart,
    Exchange,
    ReasonPart,
    ReplyPart,
)
from debatekit.logic.structure import attack_name
from debatekit.model.graph import Conflict
from debatekit.model.lesson import Contention, Counterargument, Reason, Reply
from debatekit.model.words import AttackName

ANSWERS = {"rebuts": "denies it", "concedes": "grants it", "dismisses": "challenges it"}
ATTACKS: dict[AttackName, str] = {
    "undermine": "It denies a premise:",
    "rebut": "It denies a conclusion:",
    "undercut": "It denies that the premises lead to the conclusion, in",
}
QUESTIONED: dict[AttackName, str] = {
    "undermine": "It questions a premise:",
    "rebut": "It questions a conclusion:",
    "undercut": ATTACKS["undercut"],
}
"""The same for an attack that does not assert the opposite."""


def contention_parts(desk: Desk) -> tuple[ContentionPart, ...]:
    """Return the lesson's contentions in its order, counted from 1."""
    contentions = desk.material.lesson.contentions
    labels = reason_labels(contentions)
    return tuple(
        _contention(desk, contention, number, labels)
        for number, contention in enumerate(contentions, start=1)
    )


def reason_labels(contentions: Iterable[Contention]) -> Mapping[str, str]:
    """Return each reason's name on the page, by its id: `1A`, `1B`, `2A`."""
    return {
        reason.id: f"{number}{_letter(place)}"
        for number, contention in enumerate(contentions, start=1)
        for place, reason in enumerate(contention.reasons)
    }


def _letter(place: int) -> str:
    rounds, rest = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[rest] + (str(rounds + 1) if rounds else "")


def _contention(
    desk: Desk, contention: Contention, number: int, labels: Mapping[str, str]
) -> ContentionPart:
    return ContentionPart(
        number=number,
        claim=claim_point(desk, contention.claim),
        burden=contention.burden,
        exchanges=tuple(_exchanges(desk, contention, number, labels)),
        notes=contention.notes if desk.for_teacher else "",
    )


def _exchanges(
    desk: Desk, contention: Contention, number: int, labels: Mapping[str, str]
) -> Iterable[Exchange]:
    """Yield each reason with what is said to it; at the end what is said to the claim itself."""
    numbered = [
        (f"{number}.{place}", counter)
        for place, counter in enumerate(contention.counterarguments, start=1)
    ]
    beside = {counter.id: attacked_reason(counter, contention) for _, counter in numbered}
    for reason in (*contention.reasons, None):
        counters = tuple(
            _counter(desk, counter, label, labels, contention)
            for label, counter in numbered
            if beside[counter.id] is reason
        )
        if reason is not None or counters:
            yield Exchange(
                reason=_reason(desk, reason, labels[reason.id]) if reason else None,
                counters=counters,
            )


def attacked_reason(counter: Counterargument, contention: Contention) -> Reason | None:
    """Return the reason that a counterargument hits: its step, what it shows, or a premise.

    Nothing, if it is said against the contention's claim itself, or against another contention.
    """
    for hits in (_is_step, _is_intermediate, _is_premise):
        for reason in contention.reasons:
            if hits(counter.attacks, reason):
                return reason
    return None


def _is_step(target: str, reason: Reason) -> bool:
    return target == reason.id


def _is_intermediate(target: str, reason: Reason) -> bool:
    return target == reason.concludes


def _is_premise(target: str, reason: Reason) -> bool:
    return target in reason.premises or target in reason.unstated


def _reason(desk: Desk, reason: Reason, label: str) -> ReasonPart:
    scheme = desk.material.schemes.get(reason.scheme)
    return ReasonPart(
        label=label,
        premises=tuple(claim_point(desk, id) for id in reason.premises),
        unstated=tuple(claim_point(desk, id) for id in reason.unstated),
        conclusion=claim_text(desk, reason.concludes) if reason.concludes else "",
        scheme=scheme.name if scheme is not None and scheme.id != "generic" else "",
    )


def _counter(
    desk: Desk,
    counter: Counterargument,
    label: str,
    labels: Mapping[str, str],
    contention: Contention,
) -> CounterPart:
    attack = attack_name(desk.graph, Conflict(source=counter.id, target=counter.attacks))
    return CounterPart(
        label=label,
        text=counter.text,
        held_by=actor_names(desk, counter.held_by),
        perspective="" if counter.perspective == "other" else counter.perspective,
        attack=attack,
        attack_says=(QUESTIONED if counter.one_way else ATTACKS)[attack],
        target=_target(desk, counter.attacks, labels),
        question=_question(desk, counter, contention),
        evidence=evidence_points(desk, counter.evidence),
        reasons=tuple(
            _reason(desk, reason, f"{label}{_letter(place)}")
            for place, reason in enumerate(counter.reasons)
        ),
        replies=tuple(_reply(desk, reply) for reply in in_plain_order(counter.replies)),
    )


def in_plain_order(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Return the replies by id: authors tend to write the best one first, which would tell."""
    return tuple(sorted(replies, key=lambda reply: reply.id))


def _target(desk: Desk, target: str, labels: Mapping[str, str]) -> str:
    if target in labels:
        return f"reason {labels[target]}"
    claim = desk.material.claims.get(target)
    return (claim.short or claim.text) if claim else claim_text(desk, target)


def _question(desk: Desk, counter: Counterargument, contention: Contention) -> str:
    """Return the critical question that is pressed, in the words of the attacked step's scheme."""
    reason = attacked_reason(counter, contention)
    steps = [reason] if reason else contention.reasons
    schemes = (desk.material.schemes.get(step.scheme) for step in steps)
    questions = (asked for scheme in schemes if scheme for asked in scheme.questions)
    return next((asked.text for asked in questions if asked.id == counter.question), "")


def _reply(desk: Desk, reply: Reply) -> ReplyPart:
    return ReplyPart(
        text=reply.text,
        answers=ANSWERS[reply.answers],
        numbers=desk.numbering.cite(reply.cite),
        best=reply.best and desk.for_teacher,
    )
