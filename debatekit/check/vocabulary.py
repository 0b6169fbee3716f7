"""The words that a student can meet in a lesson and its record."""

from collections.abc import Iterator

from debatekit.check.lesson_view import LessonView
from debatekit.model.claim import Claim
from debatekit.model.content import stems_of


def vocabulary(view: LessonView) -> frozenset[str]:
    """Return the stems of all words that a student can meet in the lesson and its record."""
    return stems_of(_texts(view))


def _texts(view: LessonView) -> Iterator[str]:
    for claim in view.claims.values():
        yield from _texts_of_claim(claim)
    for actor in view.actors.values():
        yield from (actor.name, actor.role, *actor.also)
    for event in view.events.values():
        yield event.text
    for placed in view.counterarguments:
        yield placed.counterargument.text
        yield from (shown.text for shown in placed.counterargument.evidence)
    yield from (answer.reply.text for answer in view.replies)
    yield from (finding.record for finding in view.lesson.facts)
    if view.source is not None:
        yield view.source.title
        yield from (paragraph.gist for paragraph in view.source.paragraphs)
    yield from (view.lesson.title, view.lesson.summary, *view.lesson.objectives)


def _texts_of_claim(claim: Claim) -> Iterator[str]:
    yield from (claim.text, claim.short)
    yield from (shown.text for shown in claim.evidence)
    if claim.paraphrases is not None:
        yield from claim.paraphrases.fair
        yield from (variant.text for variant in claim.paraphrases.unfair)
