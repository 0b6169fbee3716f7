"""Where each reason, counterargument and reply of a lesson is listed, by id."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from debatekit.logic.recent import Recent
from debatekit.model.lesson import Contention, Counterargument, Lesson, Reason, Reply
from debatekit.model.material import Material
from debatekit.model.words import Side


class PlacedReason(Struct, frozen=True, kw_only=True):
    """A reason, the claim it concludes, and under whose case it is listed."""

    reason: Reason
    conclusion: str
    side: Side
    contention: str
    """The claim of the contention under which it is listed."""


class PlacedCounterargument(Struct, frozen=True, kw_only=True):
    """A counterargument and the claim of the contention under which it is listed."""

    counterargument: Counterargument
    contention: str


class PlacedReply(Struct, frozen=True, kw_only=True):
    """A reply and the counterargument it belongs to."""

    reply: Reply
    counterargument: str
    contention: str


class Parts(Struct, frozen=True, kw_only=True):
    """The parts of a lesson by id; where two share an id, the first in the file counts."""

    reasons: Mapping[str, PlacedReason]
    counterarguments: Mapping[str, PlacedCounterargument]
    replies: Mapping[str, PlacedReply]


def listed_reasons(lesson: Lesson) -> Iterator[PlacedReason]:
    """Yield the lesson's reasons in file order, the counterarguments' own among them."""
    for contention in lesson.contentions:
        yield from _placed(contention.reasons, contention.claim, "author", contention)
        for counterargument in contention.counterarguments:
            yield from _placed(counterargument.reasons, counterargument.id, "counter", contention)


def _placed(
    reasons: tuple[Reason, ...], conclusion: str, side: Side, contention: Contention
) -> Iterator[PlacedReason]:
    """Yield the reasons with the claim they are listed under as their default conclusion."""
    for reason in reasons:
        yield PlacedReason(
            reason=reason,
            conclusion=reason.concludes or conclusion,
            side=side,
            contention=contention.claim,
        )


def parts_of(material: Material) -> Parts:
    """Return the lesson's parts by id; made once for each material."""
    return _RECENT.get(material)


def _parts(material: Material) -> Parts:
    """Return the lesson's parts by id."""
    reasons: dict[str, PlacedReason] = {}
    counterarguments: dict[str, PlacedCounterargument] = {}
    replies: dict[str, PlacedReply] = {}
    for placed in listed_reasons(material.lesson):
        reasons.setdefault(placed.reason.id, placed)
    for contention in material.lesson.contentions:
        for entry in contention.counterarguments:
            counterarguments.setdefault(
                entry.id,
                PlacedCounterargument(counterargument=entry, contention=contention.claim),
            )
            for reply in entry.replies:
                replies.setdefault(
                    reply.id,
                    PlacedReply(reply=reply, counterargument=entry.id, contention=contention.claim),
                )
    return Parts(reasons=reasons, counterarguments=counterarguments, replies=replies)


_RECENT: Recent[Material, Parts] = Recent(_parts)
