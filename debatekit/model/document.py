"""Document, Workspace: what was read, and where each part of it was written."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from msgspec import Struct

from debatekit.model.lesson import Lesson
from debatekit.model.location import Location, Step
from debatekit.model.quiz import Quiz
from debatekit.model.reference import Bibliography, Glossary
from debatekit.model.scheme import Scheme
from debatekit.model.source import Source

T = TypeVar("T")


class Document(Struct, Generic[T], frozen=True, kw_only=True):
    """What a file says, and where each part of it was written."""

    id: str
    """The file's name without `.yaml`."""
    path: str
    """The path as messages show it."""
    content: T
    locate: Callable[[tuple[Step, ...]], Location]
    """Where a part stands; for a part that is not there, where its nearest parent stands."""

    def at(self, *steps: Step) -> Location:
        """Return where a part stands: `document.at("contentions", 0, "claim")`."""
        return self.locate(steps)


class Workspace(Struct, frozen=True, kw_only=True):
    """Everything of a workspace that could be read, by id."""

    sources: Mapping[str, Document[Source]] = {}
    lessons: Mapping[str, Document[Lesson]] = {}
    quizzes: Mapping[str, Document[Quiz]] = {}
    bibliography: Document[Bibliography] | None = None
    glossary: Document[Glossary] | None = None
    schemes: Mapping[str, Scheme] = {}
    copies: Mapping[str, tuple[str, ...]] = {}
    """The paragraphs of a source whose text lies beside its record, by the source's id."""
    unread: frozenset[str] = frozenset()
    """Ids of files that are there but could not be read, as 'lessons/allies'."""
