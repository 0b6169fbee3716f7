"""Reasons as they stand on the page: what they are called, and what they are made of."""

from collections.abc import Iterable, Iterator, Mapping

from debatekit.handout.desk import Desk, claim_point, claim_text, reason_labels
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


def counter_labels(contentions: Iterable[Contention]) -> Mapping[str, str]:
    """Return each counterargument's name on the page, by its id: `1.1`, `1.2`, `2.1`.

    They are counted as they are read: reason by reason, then those against the claim itself.
    """
    return {
        counter.id: f"{number}.{place}"
        for number, contention in enumerate(contentions, start=1)
        for place, counter in enumerate(_as_read(contention), start=1)
    }


def _as_read(contention: Contention) -> Iterator[Counterargument]:
    """Yield the counterarguments in the order in which they stand on the page."""
    for _, counters in beside_reasons(contention):
        yield from counters


def beside_reasons(
    contention: Contention,
) -> Iterator[tuple[Reason | None, tuple[Counterargument, ...]]]:
    """Yield each reason with what is said to it; at last, to no reason, what is said to the claim.

    Reasons, and what is said to each, come in the lesson's order.
    """
    hits = [(attacked_reason(one, contention), one) for one in contention.counterarguments]
    for reason in (*contention.reasons, None):
        yield reason, tuple(one for hit, one in hits if hit is reason)


def labels_of(contentions: tuple[Contention, ...]) -> Mapping[str, str]:
    """Return the names of reasons and counterarguments on the page, in reading order."""
    return {**reason_labels(contentions), **counter_labels(contentions)}


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
