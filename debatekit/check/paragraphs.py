"""Rules on paragraph numbers: each must be one of the paragraphs in the source's record."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from debatekit.check.findings import error
from debatekit.check.lesson_view import LessonView
from debatekit.diagnostics import Diagnostic
from debatekit.model.claim import Claim
from debatekit.model.document import Document, Workspace
from debatekit.model.location import Location, Step
from debatekit.model.source import Source

Steps = tuple[Step, ...]
Numbered = tuple[Steps, tuple[int, ...]]
"""Where a list of paragraph numbers stands, and the numbers."""


def paragraphs_of_sources(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK305 for the numbers in a source's own record."""
    return beyond_the_end(document.locate, document.content, _numbered(document.content))


def paragraphs_of_lessons(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK305 for the numbers in a lesson."""
    if view.source is not None:
        numbered = _of_claims(view.lesson.claims)
        yield from beyond_the_end(view.document.locate, view.source, numbered)


def _numbered(source: Source) -> Iterator[Numbered]:
    """Yield the lists of paragraph numbers in a source's record."""
    yield from _of_claims(source.claims)
    for i, statement in enumerate(source.statements):
        yield ("statements", i, "paragraphs"), statement.paragraphs
    for i, wording in enumerate(source.wording):
        yield ("wording", i, "paragraphs"), wording.paragraphs


def _of_claims(claims: Mapping[str, Claim]) -> Iterator[Numbered]:
    for id_, claim in claims.items():
        yield ("claims", id_, "paragraphs"), claim.paragraphs


def beyond_the_end(
    locate: Callable[[Steps], Location], source: Source, numbered: Iterable[Numbered]
) -> Iterator[Diagnostic]:
    """Yield DK305: a number greater than the record has paragraphs."""
    last = len(source.paragraphs)
    for steps, numbers in numbered:
        for k, number in enumerate(numbers):
            if number > last:
                yield error(
                    locate((*steps, k)),
                    "DK305",
                    f"there is no paragraph {number}; the record has {last}",
                    f"name one from 1 to {last}" if last else "list the record's paragraphs first",
                )
