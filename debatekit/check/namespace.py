"""Rules on ids: within a lesson and its source, each is given to one thing only."""

from collections.abc import Iterator

from debatekit.check.findings import error, repeated, warning
from debatekit.check.lesson_view import LessonView
from debatekit.diagnostics import Diagnostic
from debatekit.model.location import Step


def ids_used_twice(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK220: an id that a claim, reason, counterargument or reply has taken before."""
    owners: dict[str, str] = {}
    if view.source is not None:
        owners = dict.fromkeys(view.source.claims, "claim of the source")
    for kind, id_, steps in _ids(view):
        if id_ in owners:
            yield error(
                view.at(*steps),
                "DK220",
                f"the id {id_!r} of a {kind} belongs to a {owners[id_]} already",
                "give it another: claims, reasons, counterarguments and replies share one list",
            )
        else:
            owners[id_] = kind


def _ids(view: LessonView) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    """Yield what has an id, the id, and where it is written; in file order for each kind."""
    for claim in view.lesson.claims:
        yield "claim", claim, ("claims", claim)
    for reason in view.reasons:
        yield "reason", reason.reason.id, (*reason.steps, "id")
    for counter in view.counterarguments:
        yield "counterargument", counter.counterargument.id, (*counter.steps, "id")
    for reply in view.replies:
        yield "reply", reply.reply.id, (*reply.steps, "id")


def actors_defined_twice(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK221: an actor of the lesson whose id the source gives to one of its own."""
    if view.source is None:
        return
    for id_ in view.lesson.actors:
        if id_ in view.source.actors:
            yield error(
                view.at("actors", id_),
                "DK221",
                f"the source {view.lesson.source!r} has an actor {id_!r} already",
                "leave it out here, or give it an id of its own",
            )


def contentions_on_one_claim(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK222: a contention whose claim an earlier contention puts forward."""
    for i, claim in repeated(contention.claim for contention in view.lesson.contentions):
        yield warning(
            view.at("contentions", i, "claim"),
            "DK222",
            f"an earlier contention puts forward {claim!r} already",
            "list its reasons and counterarguments there",
        )


def findings_on_one_claim(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK232: an entry under `facts` for a claim that has one already."""
    for i, claim in repeated(finding.claim for finding in view.lesson.facts):
        yield warning(
            view.at("facts", i, "claim"),
            "DK232",
            f"the record on {claim!r} is given twice",
            "say in one entry how the claim stands",
        )


NAMESPACE_RULES = (
    ids_used_twice,
    actors_defined_twice,
    contentions_on_one_claim,
    findings_on_one_claim,
)
