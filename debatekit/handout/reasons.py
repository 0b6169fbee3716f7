"""Reasons as they stand on the page: what they are called, and what they are made of."""

from debatekit.handout.desk import Desk, claim_point, claim_text
from debatekit.handout.page import ReasonPart
from debatekit.model.lesson import Contention, Counterargument, Reason
from debatekit.model.scheme import Scheme


def reason_part(desk: Desk, reason: Reason, home: str) -> ReasonPart:
    """Return a reason; its conclusion is spelled out only where it is not `home`, its claim."""
    scheme = desk.material.schemes.get(reason.scheme)
    elsewhere = reason.concludes is not None and reason.concludes != home
    return ReasonPart(
        label=desk.labels.get(reason.id, ""),
        premises=tuple(claim_point(desk, id_) for id_ in reason.premises),
        unstated=tuple(claim_point(desk, id_) for id_ in reason.unstated),
        conclusion=claim_text(desk, reason.concludes) if elsewhere and reason.concludes else "",
        scheme=pattern(scheme) if scheme is not None else "",
    )


def pattern(scheme: Scheme) -> str:
    """Return a scheme's name without the word argument: `cause to effect`; none for `generic`."""
    if scheme.id == "generic":
        return ""
    return scheme.name.removeprefix("Argument from ").removeprefix("Argument to ")


def attacked_reason(counter: Counterargument, contention: Contention) -> Reason | None:
    """Return the reason that a counterargument hits: its step, what it shows, or a premise.

    Nothing, if it is said against the contention's claim itself, or outside the contention.
    """
    if counter.attacks == contention.claim:
        return None
    for hits in (_is_step, _is_conclusion, _is_premise):
        for reason in contention.reasons:
            if hits(counter.attacks, reason):
                return reason
    return None


def _is_step(target: str, reason: Reason) -> bool:
    return target == reason.id


def _is_conclusion(target: str, reason: Reason) -> bool:
    return target == reason.concludes


def _is_premise(target: str, reason: Reason) -> bool:
    return target in reason.premises or target in reason.unstated
