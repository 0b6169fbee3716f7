"""Items and lessons as JSON, for programs that know nothing of debatekit's files.

The published schema is docs/schemas/export.json; `format` counts up when an old reader
would misread a new file.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, json, to_builtins

from debatekit.export.batch import Batch, Tell
from debatekit.export.text import cleaned
from debatekit.model.item import Item
from debatekit.model.lesson import Lesson
from debatekit.model.reference import Reference
from debatekit.model.source import Source

FORMAT = 1


class ExportedLesson(Struct, frozen=True, kw_only=True):
    """One lesson, what it draws on, and its items."""

    id: Annotated[str, Meta(description="The lesson's id.")]
    quiz: Annotated[str, Meta(description="The id of the quiz with the items written by hand.")]
    title: Annotated[str, Meta(description="The title of the quiz, else of the lesson.")]
    lesson: Annotated[Lesson, Meta(description="The lesson as its file says it.")]
    source: Annotated[Source, Meta(description="The record of the article it is about.")]
    references: Annotated[
        Mapping[str, Reference], Meta(description="What lesson and record cite, by id.")
    ]
    items: Annotated[tuple[Item, ...], Meta(description="Its items, authored ones first.")]


class ExportFile(Struct, frozen=True, kw_only=True):
    """Lessons with their items."""

    format: Annotated[Literal[1], Meta(description="The version of this file format.")]
    lessons: Annotated[tuple[ExportedLesson, ...], Meta(description="The lessons.")]


def json_items(batches: Iterable[Batch], tell: Tell) -> Iterator[bytes]:
    """Yield one object with all lessons; nothing is left out."""
    yield b'{"format":%d,"lessons":[' % FORMAT
    between = b"\n"
    for batch in batches:
        yield between + _head(batch)
        apart = b"\n"
        for item in batch.items:
            yield apart + _encoded(item)
            apart = b",\n"
        yield b"]}"
        between = b",\n"
    yield b"\n]}\n"


def export_schema() -> dict[str, Any]:
    """Return the JSON Schema of what is written."""
    return json.schema(ExportFile)


def _head(batch: Batch) -> bytes:
    """Return the lesson's object up to its items."""
    material = batch.material
    cited = set(_cited(to_builtins(material.lesson))) | set(_cited(to_builtins(material.source)))
    head = {
        "id": material.id,
        "quiz": batch.quiz,
        "title": batch.title,
        "lesson": material.lesson,
        "source": material.source,
        "references": {id_: entry for id_, entry in material.references.items() if id_ in cited},
    }
    return _encoded(head)[:-1] + b',"items":['


def _cited(part: Any) -> Iterator[str]:
    """Yield the ids under every key 'cite', however deep."""
    if isinstance(part, dict):
        found = part.get("cite")
        yield from [found] if isinstance(found, str) else found or ()
        part = list(part.values())
    if isinstance(part, (list, tuple)):
        for one in part:
            yield from _cited(one)


def _encoded(part: Any) -> bytes:
    return json.encode(_clean(to_builtins(part)))


def _clean(part: Any) -> Any:
    """Return the part with every text clean."""
    if isinstance(part, str):
        return cleaned(part)
    if isinstance(part, dict):
        return {name: _clean(one) for name, one in part.items()}
    if isinstance(part, (list, tuple)):
        return [_clean(one) for one in part]
    return part
