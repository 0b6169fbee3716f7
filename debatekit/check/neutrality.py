"""Rules on fairness to both sides, contention by contention."""

from collections.abc import Iterator

from debatekit.check.findings import note, warning
from debatekit.check.lesson_view import LessonView
from debatekit.check.sides import cited_by
from debatekit.diagnostics import Diagnostic
from debatekit.model.lesson import Contention, Counterargument

FEWEST_COUNTERARGUMENTS = 2
FEWEST_ATTACK_NAMES = 2
STEELMAN_RATIO = (0.67, 1.5)
"""The least and the greatest ratio of the steelmen's lengths, author to counter."""


def few_counterarguments(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK251: a contention with less than two counterarguments, or none with a source."""
    for i, contention in enumerate(view.lesson.contentions):
        counters = contention.counterarguments
        if len(counters) < FEWEST_COUNTERARGUMENTS:
            yield warning(
                view.at("contentions", i, "counterarguments"),
                "DK251",
                f"contention {contention.claim!r} meets {_count(len(counters))}",
                "give the other side two or more, one of them with a source",
            )
        elif not any(is_sourced(counter) for counter in counters):
            yield warning(
                view.at("contentions", i, "counterarguments"),
                "DK251",
                f"no counterargument to {contention.claim!r} cites a source",
                "cite one under the 'evidence' of a counterargument",
            )


def _count(number: int) -> str:
    return f"{number or 'no'} counterargument{'' if number == 1 else 's'}"


def is_sourced(counter: Counterargument) -> bool:
    """Return whether a counterargument shows evidence that cites something."""
    return any(cited_by(counter.evidence))


def replies_without_best(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK252: a counterargument without reply, or without exactly one best reply."""
    for placed in view.counterarguments:
        counter = placed.counterargument
        best = sum(reply.best for reply in counter.replies)
        if counter.replies and best == 1:
            continue
        number = f"{best} replies" if best else "no reply"
        message = f"counterargument {counter.id!r} has {number} marked as the best"
        hint = "mark the strongest reply, and no other, with 'best: true'"
        if not counter.replies:
            message = f"counterargument {counter.id!r} has no reply"
            hint = "say what the author's side answers, with 'best: true'"
        yield warning(view.at(*placed.steps, "replies"), "DK252", message, hint)


def counterarguments_and_replies_without_source(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK253: something said against or in reply that no source backs, and is no value."""
    for placed in view.counterarguments:
        counter = placed.counterargument
        if counter.kind != "value" and not is_sourced(counter):
            yield warning(
                view.at(*placed.steps),
                "DK253",
                f"counterargument {counter.id!r} cites no source",
                "cite one under 'evidence', or set 'kind: value' if no fact is claimed",
            )
    for answer in view.replies:
        if answer.reply.kind != "value" and not answer.reply.cite:
            yield warning(
                view.at(*answer.steps),
                "DK253",
                f"reply {answer.reply.id!r} cites no source",
                "add 'cite', or set 'kind: value' if no fact is claimed",
            )


def attacks_of_one_name(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK254: all counterarguments of a contention hit the same sort of thing."""
    for i, contention in enumerate(view.lesson.contentions):
        names = attack_names(view, contention)
        if len(contention.counterarguments) > 1 and len(names) < FEWEST_ATTACK_NAMES:
            yield note(
                view.at("contentions", i, "counterarguments"),
                "DK254",
                f"each counterargument to {contention.claim!r} is of one sort: {names.pop()!r}",
                "let one hit a premise, another the step or the conclusion",
            )


def attack_names(view: LessonView, contention: Contention) -> set[str]:
    """Return by which names a contention is attacked."""
    return {view.attack_name(counter.attacks) for counter in contention.counterarguments}


def one_sided_steelman(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK261: the two sides are not shown at their strongest at like length."""
    both = view.lesson.steelman
    if both is None:
        yield warning(
            view.at("steelman"),
            "DK261",
            "no steelman shows the two sides at their strongest",
            "write 'steelman' with a summary for 'author' and for 'counter'",
        )
        return
    author, counter = len(both.author.text.split()), len(both.counter.text.split())
    if not within(author, counter, STEELMAN_RATIO):
        yield warning(
            view.at("steelman"),
            "DK261",
            f"the steelmen have {author} words for the author and {counter} for the other side",
            "bring the shorter one nearer to the longer",
        )


def within(author: float, counter: float, bounds: tuple[float, float]) -> bool:
    """Return whether the ratio of the two lies in the bounds; nothing to nothing does."""
    if not author or not counter:
        return author == counter
    return bounds[0] <= author / counter <= bounds[1]


NEUTRALITY_RULES = (
    few_counterarguments,
    replies_without_best,
    counterarguments_and_replies_without_source,
    attacks_of_one_name,
    one_sided_steelman,
)
