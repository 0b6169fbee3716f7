"""Counterarguments as they stand on the page: whose they are, what they hit, what answers them."""

import re
from collections.abc import Iterable

from debatekit.handout.desk import Desk, actor_names, claim_text, evidence_points
from debatekit.handout.page import CounterPart, ReplyPart
from debatekit.handout.reasons import attacked_reason, reason_part
from debatekit.logic.structure import attack_name
from debatekit.model.graph import Conflict
from debatekit.model.lesson import Answers, Contention, Counterargument, Perspective, Reply
from debatekit.model.scheme import Scheme
from debatekit.model.words import AttackName

ANSWERS: dict[Answers, str] = {
    "rebuts": "Denies it",
    "concedes": "Grants it",
    "dismisses": "Challenges it",
}
_LETTER = re.compile(r"(?<=[ (])[A-HJ-Zx]\b|^[B-HJ-Zx]\b")
"""A letter that stands for a part of a pattern; at the beginning A may be the article."""
CRITICS: dict[Perspective, str] = {
    "restraint": "supporters of restraint",
    "liberal-internationalist": "liberal internationalists",
    "eastern-european": "Eastern European critics",
    "korean-japanese": "South Korean and Japanese critics",
    "non-proliferation": "specialists in non-proliferation",
    "global-south": "critics from the Global South",
    "method": "critics of the method",
    "other": "",
}
ATTACKS: dict[AttackName, str] = {
    "undermine": "Undermines",
    "rebut": "Rebuts",
    "undercut": "Undercuts",
}
HIT: dict[AttackName, str] = {
    "undermine": "the premise",
    "rebut": "the conclusion",
    "undercut": "the step in",
}


def counter_part(
    desk: Desk, counter: Counterargument, label: str, contention: Contention
) -> CounterPart:
    """Return a counterargument under its name on the page, with the replies to it."""
    attack = attack_name(desk.graph, Conflict(source=counter.id, target=counter.attacks))
    return CounterPart(
        label=label,
        text=counter.text,
        held_by=actor_names(desk, counter.held_by),
        critics=CRITICS[counter.perspective],
        attack=ATTACKS[attack],
        hits=f"{HIT[attack]} {_target(desk, counter.attacks)}",
        only_asks=counter.one_way and attack != "undercut",
        question=_question(desk, counter, contention) if desk.for_teacher else "",
        reasons=tuple(reason_part(desk, reason, counter.id) for reason in counter.reasons),
        evidence=evidence_points(desk, counter.evidence),
        replies=tuple(_reply(desk, reply) for reply in in_plain_order(counter.replies)),
    )


def in_plain_order(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Return the replies by id: authors tend to write the best one first, which would tell."""
    return tuple(sorted(replies, key=lambda reply: reply.id))


def _target(desk: Desk, target: str) -> str:
    """Return what is attacked: a reason by its name on the page, a claim in its words."""
    if target in desk.labels:
        return f"reason {desk.labels[target]}"
    claim = desk.material.claims.get(target)
    return f"“{(claim and claim.short) or claim_text(desk, target)}”"


def _question(desk: Desk, counter: Counterargument, contention: Contention) -> str:
    """Return the critical question that is pressed, in the words of the attacked step's scheme."""
    reason = attacked_reason(counter, contention)
    steps = [reason] if reason else contention.reasons
    schemes = (desk.material.schemes.get(step.scheme) for step in steps)
    questions = ((scheme, asked) for scheme in schemes if scheme for asked in scheme.questions)
    return next(
        (
            explained(asked.text, scheme)
            for scheme, asked in questions
            if asked.id == counter.question
        ),
        "",
    )


def explained(question: str, scheme: Scheme) -> str:
    """Return a critical question; where it speaks in letters, with the pattern they come from."""
    end = scheme.conclusion
    end = end if end[1:2] == " " else end[:1].lower() + end[1:]
    pattern = "; ".join((*scheme.slots.values(), f"so {end}"))
    letters = set(_LETTER.findall(question))
    if not letters & set(_LETTER.findall(pattern)):
        return question
    return f"{question} (The pattern: {pattern}.)"


def _reply(desk: Desk, reply: Reply) -> ReplyPart:
    """Return a reply; which one is the best is for the teacher."""
    return ReplyPart(
        text=reply.text,
        answers=ANSWERS[reply.answers],
        numbers=desk.numbering.cite(reply.cite),
        best=reply.best and desk.for_teacher,
    )
