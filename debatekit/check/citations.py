"""Rules on cited references: each must stand in the bibliography."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from debatekit.check.findings import error, nearest
from debatekit.check.lesson_view import LessonView, references_of
from debatekit.diagnostics import Diagnostic
from debatekit.model.claim import Claim, Evidence
from debatekit.model.document import Document, Workspace
from debatekit.model.location import Location, Step
from debatekit.model.reference import Glossary, Reference
from debatekit.model.source import Event, Source

Steps = tuple[Step, ...]
Cited = tuple[Steps, tuple[str, ...]]
"""Where a list of references stands, and what it names."""


def references_of_lessons(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK304 for what a lesson cites."""
    return _unknown_references(view.document.locate, view.workspace, _cited_by_lesson(view))


def references_of_sources(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK304 for what a source's record cites."""
    return _unknown_references(document.locate, workspace, _cited_by_source(document.content))


def references_of_glossary(
    document: Document[Glossary], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK304 for what the glossary cites."""
    terms = document.content.terms
    cited = ((("terms", id_, "cite"), term.cite) for id_, term in terms.items())
    return _unknown_references(document.locate, workspace, cited)


def _unknown_references(
    locate: Callable[[Steps], Location], workspace: Workspace, cited: Iterable[Cited]
) -> Iterator[Diagnostic]:
    """Yield DK304: a reference that the bibliography does not have."""
    if "seeds/references" in workspace.unread:
        return
    known = references_of(workspace)
    for steps, names in cited:
        for k, name in enumerate(names):
            if name not in known:
                yield from _unless_known(locate((*steps, k)), name, known)


def _unless_known(
    where: Location, name: str, known: Mapping[str, Reference]
) -> Iterator[Diagnostic]:
    """Yield DK304 if the bibliography does not have the reference."""
    if name not in known:
        yield error(
            where,
            "DK304",
            f"the bibliography has no reference {name!r}",
            nearest(name, known) or "add it to seeds/references.yaml",
        )


def _cited_by_source(source: Source) -> Iterator[Cited]:
    """Yield the lists of references in a source's record."""
    yield from _cited_by_claims(source.claims)
    for i, statement in enumerate(source.statements):
        yield ("statements", i, "cite"), statement.cite
    yield from _cited_by_events(source.events)


def own_reference(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK304: the article's own entry, where the bibliography does not have it."""
    name = document.content.cite
    if name is not None and "seeds/references" not in workspace.unread:
        yield from _unless_known(document.at("cite"), name, references_of(workspace))


def _cited_by_lesson(view: LessonView) -> Iterator[Cited]:
    """Yield the lists of references in a lesson."""
    yield from _cited_by_claims(view.lesson.claims)
    for placed in view.counterarguments:
        yield from _cited_by_evidence(placed.steps, placed.counterargument.evidence)
    for answer in view.replies:
        yield (*answer.steps, "cite"), answer.reply.cite
    for i, finding in enumerate(view.lesson.facts):
        yield ("facts", i, "cite"), finding.cite
    yield from _cited_by_events(view.lesson.events)


def _cited_by_claims(claims: Mapping[str, Claim]) -> Iterator[Cited]:
    for id_, claim in claims.items():
        yield ("claims", id_, "cite"), claim.cite
        yield from _cited_by_evidence(("claims", id_), claim.evidence)


def _cited_by_evidence(steps: Steps, evidence: tuple[Evidence, ...]) -> Iterator[Cited]:
    for k, shown in enumerate(evidence):
        yield (*steps, "evidence", k, "cite"), shown.cite


def _cited_by_events(events: tuple[Event, ...]) -> Iterator[Cited]:
    for i, event in enumerate(events):
        yield ("events", i, "cite"), event.cite
