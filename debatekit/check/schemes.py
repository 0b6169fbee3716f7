"""Rules on schemes: the pattern of a reason, its slots, and the questions that test it."""

from collections.abc import Iterator

from debatekit.check.findings import error, nearest, unknown, warning
from debatekit.check.lesson_view import LessonView
from debatekit.diagnostics import Diagnostic


def unknown_schemes(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK224: a reason that follows no known scheme."""
    known = view.workspace.schemes
    for placed in view.reasons:
        if placed.reason.scheme not in known:
            yield unknown(
                view.at(*placed.steps, "scheme"),
                "DK224",
                f"reason {placed.reason.id!r} follows an unknown scheme",
                placed.reason.scheme,
                known,
            )


def slots_left_open(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK209: a scheme whose parts the reason does not give to its premises.

    The generic scheme says nothing about its parts, so it asks for none.
    """
    for placed in view.reasons:
        reason = placed.reason
        scheme = view.workspace.schemes.get(reason.scheme)
        if scheme is None or reason.scheme == "generic":
            continue
        if missing := [slot for slot in scheme.slots if slot not in reason.slots]:
            yield warning(
                view.at(*placed.steps, "slots"),
                "DK209",
                f"reason {reason.id!r} does not say which premise is {_listed(missing)} "
                f"of the scheme {reason.scheme!r}",
                f"add under 'slots': {', '.join(f'{slot}: <claim>' for slot in missing)}",
            )


def _listed(names: list[str]) -> str:
    return " and ".join(repr(name) for name in names)


def unknown_slots(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK226: a slot that the scheme does not have."""
    for placed in view.reasons:
        scheme = view.workspace.schemes.get(placed.reason.scheme)
        if scheme is None:
            continue
        for slot in placed.reason.slots:
            if slot not in scheme.slots:
                yield unknown(
                    view.at(*placed.steps, "slots", slot),
                    "DK226",
                    f"the scheme {scheme.id!r} has no slot",
                    slot,
                    scheme.slots,
                )


def slots_without_premise(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK227: a slot given to a claim that is no premise of the reason."""
    for placed in view.reasons:
        premises = placed.premises
        for slot, claim in placed.reason.slots.items():
            if claim not in premises:
                elsewhere = "list it under 'premises', or name one that is listed there"
                yield error(
                    view.at(*placed.steps, "slots", slot),
                    "DK227",
                    f"slot {slot!r} of reason {placed.reason.id!r} names no premise of it: "
                    f"{claim!r}",
                    elsewhere if claim in view.claims else nearest(claim, premises),
                )


def unknown_questions(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK225: a critical question that no attacked scheme asks."""
    by_target = _schemes_by_target(view)
    for placed in view.counterarguments:
        counter = placed.counterargument
        if not counter.question:
            continue
        names = by_target.get(counter.attacks, ())
        attacked = [view.workspace.schemes.get(name) for name in names]
        known = dict.fromkeys(
            asked.id for scheme in attacked if scheme for asked in scheme.questions
        )
        if attacked and counter.question not in known and None not in attacked:
            yield unknown(
                view.at(*placed.steps, "question"),
                "DK225",
                f"the scheme that {counter.id!r} attacks asks no question",
                counter.question,
                known,
            )


def _schemes_by_target(view: LessonView) -> dict[str, dict[str, None]]:
    """Return the schemes that an attack puts to the test, by what is attacked, in file order.

    A reason has its own; a claim has those of the reasons that use it or support it.
    """
    found: dict[str, dict[str, None]] = {}
    for placed in view.reasons:
        for target in (placed.reason.id, placed.conclusion, *placed.premises):
            found.setdefault(target, {})[placed.reason.scheme] = None
    return found


SCHEME_RULES = (
    unknown_schemes,
    slots_left_open,
    unknown_slots,
    slots_without_premise,
    unknown_questions,
)
