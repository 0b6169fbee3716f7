"""Facts that the lesson's record settles: who says what, when it was, what is cited for it."""

from collections.abc import Callable, Mapping

from debatekit.logic.dates import comes_before
from debatekit.logic.parts import parts_of
from debatekit.logic.record import (
    citations,
    event_dates,
    evidence_of,
    is_equivalent,
    speakers,
    wordings,
)
from debatekit.model.lesson import Summary
from debatekit.model.material import Material

RecordPredicate = Callable[..., bool]
"""Takes the material and the fact's arguments."""


def _states(material: Material, actor: str, claim: str) -> bool:
    return actor in speakers(material, claim).stating


def _mentioned(material: Material, actor: str, claim: str) -> bool:
    return actor in speakers(material, claim).mentioned


def _role(material: Material, actor: str, role: str) -> bool:
    return actor in material.actors and material.actors[actor].role == role


def _actor_kind(material: Material, actor: str, kind: str) -> bool:
    return actor in material.actors and material.actors[actor].kind == kind


def _before(material: Material, first: str, second: str) -> bool:
    dates = event_dates(material)
    if first not in dates or second not in dates:
        return False
    return comes_before(dates[first], dates[second])


def _contention(material: Material, claim: str) -> bool:
    return any(contention.claim == claim for contention in material.lesson.contentions)


def _kind_arguable(material: Material, claim: str, kind: str) -> bool:
    return claim in material.claims and kind in material.claims[claim].kind_arguable


def _structure_reviewed(material: Material, reason: str) -> bool:
    placed = parts_of(material).reasons.get(reason)
    return placed is not None and placed.reason.structure_reviewed


def _scheme_reviewed(material: Material, reason: str) -> bool:
    placed = parts_of(material).reasons.get(reason)
    return placed is not None and placed.reason.scheme_reviewed


def _slot(material: Material, reason: str, slot: str, claim: str) -> bool:
    placed = parts_of(material).reasons.get(reason)
    return placed is not None and placed.reason.slots.get(slot) == claim


def _confusable(material: Material, first: str, second: str) -> bool:
    """Whether either of two schemes names the other as one it may be taken for."""
    return any(
        one in material.schemes and other in material.schemes[one].confusable
        for one, other in ((first, second), (second, first))
    )


def _question(material: Material, scheme: str, question: str) -> bool:
    known = material.schemes.get(scheme)
    return known is not None and any(entry.id == question for entry in known.questions)


def _hits(material: Material, scheme: str, question: str, what: str) -> bool:
    """Whether a bad answer to the scheme's question becomes that attack."""
    known = material.schemes.get(scheme)
    return known is not None and any(
        (entry.id, entry.hits) == (question, what) for entry in known.questions
    )


def _burden(material: Material, claim: str, side: str) -> bool:
    return any(
        (contention.claim, contention.burden) == (claim, side)
        for contention in material.lesson.contentions
    )


def _reply(material: Material, counterargument: str, reply: str) -> bool:
    placed = parts_of(material).replies.get(reply)
    return placed is not None and placed.counterargument == counterargument


def _answers(material: Material, reply: str, how: str) -> bool:
    placed = parts_of(material).replies.get(reply)
    return placed is not None and placed.reply.answers == how


def _answered(material: Material, counterargument: str) -> bool:
    placed = parts_of(material).counterarguments.get(counterargument)
    return placed is not None and bool(placed.counterargument.replies)


def _cites(material: Material, thing: str, reference: str) -> bool:
    return reference in citations(material, thing)


def _evidence(material: Material, thing: str) -> bool:
    return any(entry.kind != "none" for entry in evidence_of(material, thing))


def _evidence_kind(material: Material, thing: str, kind: str) -> bool:
    return any(entry.kind == kind for entry in evidence_of(material, thing))


def _evidence_checked(material: Material, claim: str) -> bool:
    return claim in material.claims and material.claims[claim].evidence_checked


def _tier(material: Material, reference: str, tier: str) -> bool:
    known = material.references.get(reference)
    return known is not None and known.custom.tier == tier


def _fair(material: Material, claim: str, text: str) -> bool:
    known = material.claims.get(claim)
    return bool(known and known.paraphrases and text in known.paraphrases.fair)


def _unfair(material: Material, claim: str, text: str, flaw: str) -> bool:
    known = material.claims.get(claim)
    variants = known.paraphrases.unfair if known and known.paraphrases else ()
    return any((variant.text, variant.flaw) == (text, flaw) for variant in variants)


def _summary(material: Material, side: str) -> Summary | None:
    """Return a side's strongest summary, if the lesson has one."""
    both = material.lesson.steelman
    if both is None:
        return None
    return both.author if side == "author" else both.counter


def _steelman(material: Material, side: str, text: str) -> bool:
    known = _summary(material, side)
    return known is not None and known.text == text


def _straw(material: Material, side: str, text: str, flaw: str) -> bool:
    known = _summary(material, side)
    variants = known.straw if known else ()
    return any((variant.text, variant.flaw) == (text, flaw) for variant in variants)


def _charged(material: Material, quote: str) -> bool:
    return bool(wordings(material, quote))


def _device(material: Material, quote: str, device: str) -> bool:
    return any(entry.device == device for entry in wordings(material, quote))


def _device_arguable(material: Material, quote: str, device: str) -> bool:
    return any(device in entry.device_arguable for entry in wordings(material, quote))


def _neutral(material: Material, quote: str, text: str) -> bool:
    return any(entry.neutral == text for entry in wordings(material, quote))


def _still_loaded(material: Material, quote: str, text: str) -> bool:
    return any(entry.still_loaded == text for entry in wordings(material, quote))


def _changes_claim(material: Material, quote: str, text: str) -> bool:
    return any(entry.changes_claim == text for entry in wordings(material, quote))


RECORD_PREDICATES: Mapping[str, RecordPredicate] = {
    "actor_kind": _actor_kind,
    "answered": _answered,
    "answers": _answers,
    "before": _before,
    "burden": _burden,
    "changes_claim": _changes_claim,
    "charged": _charged,
    "cites": _cites,
    "confusable": _confusable,
    "contention": _contention,
    "device": _device,
    "device_arguable": _device_arguable,
    "equivalent": is_equivalent,
    "evidence": _evidence,
    "evidence_checked": _evidence_checked,
    "evidence_kind": _evidence_kind,
    "fair": _fair,
    "hits": _hits,
    "kind_arguable": _kind_arguable,
    "mentioned": _mentioned,
    "neutral": _neutral,
    "question": _question,
    "reply": _reply,
    "role": _role,
    "scheme_reviewed": _scheme_reviewed,
    "slot": _slot,
    "states": _states,
    "steelman": _steelman,
    "still_loaded": _still_loaded,
    "straw": _straw,
    "structure_reviewed": _structure_reviewed,
    "tier": _tier,
    "unfair": _unfair,
}
"""What the record settles, by the fact's predicate."""
