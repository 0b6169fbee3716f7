"""Rules on attacks and preferences: what hits what, and which of two rivals prevails."""

from collections.abc import Iterator

from debatekit.check.findings import error, warning
from debatekit.check.lesson_view import LessonView, PlacedCounterargument
from debatekit.diagnostics import Diagnostic


def attacks_on_oneself(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK205: a counterargument that attacks itself, or what it rests on."""
    for placed in view.counterarguments:
        counter = placed.counterargument
        own = {counter.id, *(reason.id for reason in counter.reasons)}
        rests_on = {claim for reason in counter.reasons for claim in reason.premises}
        if counter.attacks in own:
            yield error(
                view.at(*placed.steps, "attacks"),
                "DK205",
                f"counterargument {counter.id!r} attacks itself",
                "name the author's claim or reason that it is meant to hit",
            )
        elif counter.attacks in rests_on:
            yield error(
                view.at(*placed.steps, "attacks"),
                "DK205",
                f"counterargument {counter.id!r} rests on {counter.attacks!r}, which it attacks",
                "give it a premise of its own, or attack the step instead",
            )


def attacks_called_wrongly(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK207: `how` says another name than the target gives the attack."""
    for placed in view.counterarguments:
        counter = placed.counterargument
        if counter.how is None or not _is_on_the_map(view, placed):
            continue
        name = view.attack_name(counter.attacks)
        if counter.how != name:
            yield error(
                view.at(*placed.steps, "how"),
                "DK207",
                f"counterargument {counter.id!r} says {counter.how!r}, "
                f"but an attack on {counter.attacks!r} is called {name!r}",
                "leave 'how' out, or attack what you mean to hit",
            )


def attacks_off_the_map(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK212: a counterargument against a claim that no reason of the lesson uses."""
    for placed in view.counterarguments:
        counter = placed.counterargument
        if counter.attacks in view.claims and not _is_on_the_map(view, placed):
            yield error(
                view.at(*placed.steps, "attacks"),
                "DK212",
                f"counterargument {counter.id!r} hits nothing on the map: "
                f"no reason or contention uses {counter.attacks!r}",
                "attack a contention, a premise or a reason of this lesson",
            )


def _is_on_the_map(view: LessonView, placed: PlacedCounterargument) -> bool:
    """Return whether what is attacked takes part in the lesson's argument."""
    target = placed.counterargument.attacks
    return target in view.used_by or target in view.reasons_by_id or target in view.sayings


def preferences_without_rivals(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK208: a preference between claims that do not contradict, or one both ways."""
    rivals = _rivals(view) if view.lesson.preferences else set()
    seen: set[tuple[str, str]] = set()
    for i, entry in enumerate(view.lesson.preferences):
        pair = (entry.stronger, entry.weaker)
        known = all(name in view.claims or name in view.sayings for name in pair)
        if known and frozenset(pair) not in rivals:
            yield error(
                view.at("preferences", i),
                "DK208",
                f"{entry.stronger!r} and {entry.weaker!r} do not contradict each other",
                "a preference decides between a counterargument and the claim it denies",
            )
        elif pair[::-1] in seen:
            yield error(
                view.at("preferences", i),
                "DK208",
                f"{entry.stronger!r} and {entry.weaker!r} are each called the stronger",
                "keep one of the two preferences",
            )
        seen.add(pair)


def _rivals(view: LessonView) -> set[frozenset[str]]:
    """Return the pairs of claims that deny each other."""
    rivals = {
        frozenset((placed.reply.id, placed.counterargument))
        for placed in view.replies
        if placed.reply.answers == "rebuts"
    }
    for placed in view.counterarguments:
        counter = placed.counterargument
        if not counter.one_way and counter.attacks not in view.reasons_by_id:
            rivals.add(frozenset((counter.id, counter.attacks)))
    return rivals


def equivalents_on_both_sides(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK211: claims that say the same, one on each side, and neither called shared."""
    for id_ in view.used_by:
        claim = view.claims.get(id_)
        for k, other in enumerate(claim.equivalent_to if claim else ()):
            sides = {view.side_of(id_), view.side_of(other)}
            if sides == {"author", "counter"} and (other in view.used_by or other in view.sayings):
                steps = ("claims", id_, "equivalent_to", k)
                yield warning(
                    view.at(*(steps if id_ in view.lesson.claims else ("claims",))),
                    "DK211",
                    f"{id_!r} and {other!r} say the same, yet each side has one of them",
                    "use one claim on both sides, with 'side: shared'",
                )


ATTACK_RULES = (
    attacks_on_oneself,
    attacks_called_wrongly,
    attacks_off_the_map,
    preferences_without_rivals,
    equivalents_on_both_sides,
)
