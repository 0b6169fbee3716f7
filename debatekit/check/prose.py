"""The rule on charged words: our own prose keeps its distance from both sides."""

from collections.abc import Callable, Iterable, Iterator

from debatekit.check.findings import note
from debatekit.check.lesson_view import LessonView
from debatekit.check.lexicon import charged_in
from debatekit.diagnostics import Diagnostic
from debatekit.model.document import Document, Workspace
from debatekit.model.lesson import Lesson
from debatekit.model.location import Location, Step
from debatekit.model.source import Source

Steps = tuple[Step, ...]
Prose = tuple[Steps, str]
"""Where a text stands, and the text."""


def charged_words_in_lessons(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK264 for a lesson."""
    yield from _charged(view.document.locate, _about(view.lesson))
    yield from _charged(view.document.locate, _argument(view))


def charged_words_in_sources(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK264 for a source's record."""
    return _charged(document.locate, _record(document.content))


def _charged(locate: Callable[[Steps], Location], prose: Iterable[Prose]) -> Iterator[Diagnostic]:
    """Yield DK264: a charged word outside quotation marks."""
    for steps, text in prose:
        for charged in charged_in(text):
            yield note(
                locate(steps),
                "DK264",
                f"charged word {charged.word!r}: {charged.reason}",
                "put it in quotation marks if somebody said it, or choose a plainer word",
            )


def _about(lesson: Lesson) -> Iterator[Prose]:
    """Yield what a lesson says about itself and about the record."""
    yield ("title",), lesson.title
    yield ("summary",), lesson.summary
    for i, objective in enumerate(lesson.objectives):
        yield ("objectives", i), objective
    for i, finding in enumerate(lesson.facts):
        yield ("facts", i, "record"), finding.record
    for i, motion in enumerate(lesson.motions):
        yield ("motions", i, "text"), motion.text


def _argument(view: LessonView) -> Iterator[Prose]:
    """Yield what either side says; versions that are meant to be unfair are no part of it."""
    for id_, claim in view.lesson.claims.items():
        yield ("claims", id_, "text"), claim.text
        yield ("claims", id_, "short"), claim.short
    for placed in view.counterarguments:
        yield (*placed.steps, "text"), placed.counterargument.text
        for k, shown in enumerate(placed.counterargument.evidence):
            yield (*placed.steps, "evidence", k, "text"), shown.text
    for answer in view.replies:
        yield (*answer.steps, "text"), answer.reply.text
    if view.lesson.steelman is not None:
        yield ("steelman", "author", "text"), view.lesson.steelman.author.text
        yield ("steelman", "counter", "text"), view.lesson.steelman.counter.text


def _record(source: Source) -> Iterator[Prose]:
    """Yield what a source's record says in our own words."""
    for i, paragraph in enumerate(source.paragraphs):
        yield ("paragraphs", i, "gist"), paragraph.gist
    for id_, claim in source.claims.items():
        yield ("claims", id_, "text"), claim.text
        yield ("claims", id_, "short"), claim.short
    for i, wording in enumerate(source.wording):
        yield ("wording", i, "neutral"), wording.neutral
    for i, event in enumerate(source.events):
        yield ("events", i, "text"), event.text
