"""Kept: what the rules found, so that they look again only at what has changed."""

from collections.abc import Callable, Iterable, Iterator

from debatekit.diagnostics import Diagnostic
from debatekit.model.document import Document, Workspace
from debatekit.model.lesson import Lesson
from debatekit.model.quiz import Quiz
from debatekit.model.source import Source

Looked = tuple[object, ...]
"""All that the rules may look at to judge a document; equal ones give the same findings."""


class Kept:
    """The findings in each document, with what the rules looked at."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Looked, tuple[Diagnostic, ...]]] = {}

    def of(
        self, path: str, looked: Looked, find: Callable[[], Iterable[Diagnostic]]
    ) -> tuple[Diagnostic, ...]:
        """Return the findings in a document; they are looked for if anything is new."""
        before, findings = self._known.get(path, (None, ()))
        if before != looked:
            findings = tuple(find())
            self._known[path] = (looked, findings)
        return findings


def lists(workspace: Workspace) -> Looked:
    """Return what every document may name things from: the references and the glossary."""
    unread = (name in workspace.unread for name in ("seeds/references", "seeds/glossary"))
    return (workspace.bibliography, workspace.glossary, *unread)


def looked_at_source(document: Document[Source], workspace: Workspace) -> Looked:
    """Return what a source's record is judged by."""
    return (document, workspace.copies.get(document.id), *lists(workspace))


def looked_at_lesson(document: Document[Lesson], workspace: Workspace) -> Looked:
    """Return what a lesson is judged by; the names of all sources only if its own is missing."""
    return (document, *_named("seeds", document.content.source, workspace), *lists(workspace))


def looked_at_quiz(document: Document[Quiz], workspace: Workspace) -> Looked:
    """Return what a quiz is judged by."""
    name = document.content.lesson
    lesson = workspace.lessons.get(name)
    source = _named("seeds", lesson.content.source, workspace) if lesson else ()
    return (document, *_named("lessons", name, workspace), *source, *lists(workspace))


def _named(folder: str, name: str, workspace: Workspace) -> Iterator[object]:
    """Yield the document of a name; where there is none, what a hint is made from."""
    documents = workspace.lessons if folder == "lessons" else workspace.sources
    found = documents.get(name)
    yield found
    if found is None:
        yield from (tuple(documents), f"{folder}/{name}" in workspace.unread)
