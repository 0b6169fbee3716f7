"""Rules on what a lesson's argument is made of: contentions, reasons and premises."""

from collections.abc import Iterator

from debatekit.check.findings import error, note, repeated, warning
from debatekit.check.lesson_view import LessonView
from debatekit.diagnostics import Diagnostic


def lesson_without_contention(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK228: nothing is put forward."""
    if not view.lesson.contentions:
        yield error(
            view.at("contentions"),
            "DK228",
            "the lesson puts forward no contention",
            "list at least one claim of the author under 'contentions'",
        )


def reasons_without_premises(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK202: a reason that rests on nothing stated."""
    for placed in view.reasons:
        if not placed.reason.premises:
            yield error(
                view.at(*placed.steps, "premises"),
                "DK202",
                f"reason {placed.reason.id!r} has no premises",
                "list at least one claim under 'premises'",
            )


def premises_listed_twice(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK230: a premise that the same reason lists before."""
    for placed in view.reasons:
        stated = len(placed.reason.premises)
        for k, premise in repeated(placed.premises):
            place = ("premises", k) if k < stated else ("unstated", k - stated)
            yield warning(
                view.at(*placed.steps, *place),
                "DK230",
                f"reason {placed.reason.id!r} lists {premise!r} twice",
                "leave one of the two out",
            )


def unstated_claims(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK206: an unstated claim that no step needs, or that says not why it is needed."""
    needed = {premise for placed in view.reasons for premise in placed.premises}
    for id_, claim in view.lesson.claims.items():
        if not claim.unstated:
            continue
        if not claim.charity:
            yield error(
                view.at("claims", id_),
                "DK206",
                f"unstated claim {id_!r} does not say why the step needs it",
                "say under 'charity' why this is the least the step needs",
            )
        if id_ not in needed:
            yield error(
                view.at("claims", id_),
                "DK206",
                f"unstated claim {id_!r} is a premise of no reason",
                "list it under 'unstated' of the reason that needs it, or leave it out",
            )


def stated_or_unstated(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK229: a premise that its claim calls unstated and its reason does not, or reverse."""
    for placed in view.reasons:
        for k, premise in enumerate(placed.reason.premises):
            claim = view.claims.get(premise)
            if claim is not None and claim.unstated:
                yield warning(
                    view.at(*placed.steps, "premises", k),
                    "DK229",
                    f"reason {placed.reason.id!r} lists the unstated claim {premise!r} as stated",
                    "move it to the reason's 'unstated'",
                )
        for k, premise in enumerate(placed.reason.unstated):
            claim = view.claims.get(premise)
            if claim is not None and not claim.unstated:
                yield warning(
                    view.at(*placed.steps, "unstated", k),
                    "DK229",
                    f"reason {placed.reason.id!r} lists the stated claim {premise!r} as unstated",
                    "move it to 'premises', or mark the claim 'unstated: true'",
                )


def unused_claims(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK231: a claim of the lesson that nothing in it uses."""
    targets = {placed.counterargument.attacks for placed in view.counterarguments}
    targets.update(finding.claim for finding in view.lesson.facts)
    for id_, claim in view.lesson.claims.items():
        if id_ not in view.used_by and id_ not in targets and not claim.unstated:
            yield note(
                view.at("claims", id_),
                "DK231",
                f"nothing in the lesson uses the claim {id_!r}",
                "use it in a reason, or leave it out",
            )


ARGUMENT_RULES = (
    lesson_without_contention,
    reasons_without_premises,
    premises_listed_twice,
    unstated_claims,
    stated_or_unstated,
    unused_claims,
)
