"""Rules on the paths of support: each leads to the main claim, and none in a circle."""

from collections.abc import Iterator

from debatekit.check.findings import error, warning
from debatekit.check.lesson_view import LessonView, PlacedReason
from debatekit.diagnostics import Diagnostic

MOST_NAMES = 6
"""How many claims of a circle a message names."""


def contentions_off_the_path(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK203: a contention that supports the main claim by no path.

    The main claim is the one supported claim that supports nothing else; where there are
    several such, it is the first contention's.
    """
    contentions = view.lesson.contentions
    if len(contentions) < 2:
        return
    leading = _reaching(view, main_claim(view))
    for i, contention in enumerate(contentions):
        if contention.claim not in leading and contention.claim in view.claims:
            yield warning(
                view.at("contentions", i, "claim"),
                "DK203",
                f"contention {contention.claim!r} supports the main claim by no path",
                f"use it as a premise on the way to {main_claim(view)!r}, or drop it",
            )


def main_claim(view: LessonView) -> str:
    """Return the author's main claim; the lesson must have a contention."""
    authors = [placed for placed in view.reasons if placed.side == "author"]
    used = {premise for placed in authors for premise in placed.premises}
    roots = {placed.conclusion for placed in authors} - used
    return roots.pop() if len(roots) == 1 else view.lesson.contentions[0].claim


def _reaching(view: LessonView, end: str) -> set[str]:
    """Return the claims from which a path of the author's reasons leads to the end."""
    below: dict[str, list[str]] = {}
    for placed in view.reasons:
        if placed.side == "author":
            below.setdefault(placed.conclusion, []).extend(placed.premises)
    reached, waiting = {end}, [end]
    while waiting:
        for premise in below.get(waiting.pop(), ()):
            if premise not in reached:
                reached.add(premise)
                waiting.append(premise)
    return reached


def circular_support(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK204: claims that support themselves, by one step or several."""
    onward: dict[str, dict[str, PlacedReason]] = {}
    for placed in view.reasons:
        for premise in placed.premises:
            onward.setdefault(premise, {}).setdefault(placed.conclusion, placed)
    for circle, closing in _circles(onward):
        shown = circle if len(circle) <= MOST_NAMES else [*circle[: MOST_NAMES - 1], "..."]
        yield error(
            view.at(*closing.steps),
            "DK204",
            f"circular support: {' -> '.join([*shown, circle[0]])}",
            "support one of them by something outside the circle, and leave out one step",
        )


def _circles(
    onward: dict[str, dict[str, PlacedReason]],
) -> Iterator[tuple[list[str], PlacedReason]]:
    """Yield each circle that a depth-first walk closes, with the reason that closes it.

    The walk keeps its own stack, so a chain of any length is safe; each step is taken once.
    """
    left: set[str] = set()
    path: dict[str, Iterator[tuple[str, PlacedReason]]] = {}
    for start in onward:
        if start not in left:
            path[start] = iter(onward[start].items())
        while path:
            here = next(reversed(path))
            for claim, placed in path[here]:
                if claim in path:
                    names = list(path)
                    yield names[names.index(claim) :], placed
                elif claim not in left:
                    path[claim] = iter(onward.get(claim, {}).items())
                    break
            else:
                left.add(here)
                del path[here]


PATH_RULES = (contentions_off_the_path, circular_support)
