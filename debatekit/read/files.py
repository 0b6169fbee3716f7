"""One file to one document: read, composed, converted; explained only where that fails."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
from yaml.nodes import Node

from debatekit.diagnostics import InvalidFileError
from debatekit.model.document import Document
from debatekit.model.lesson import Lesson
from debatekit.model.quiz import Quiz
from debatekit.model.reference import Bibliography, Glossary
from debatekit.model.source import Source
from debatekit.read.nodes import CONTROL, IrregularError, plain
from debatekit.read.places import Places, composed
from debatekit.read.text import read_text

T = TypeVar("T")


def read_source(path: Path, shown: str = "") -> Document[Source]:
    """Return an article's record; raises `InvalidFileError` with all its faults."""
    return _read(path, shown, "source", Source)


def read_lesson(path: Path, shown: str = "") -> Document[Lesson]:
    """Return a lesson; raises `InvalidFileError` with all its faults."""
    return _read(path, shown, "lesson", Lesson)


def read_quiz(path: Path, shown: str = "") -> Document[Quiz]:
    """Return a quiz; raises `InvalidFileError` with all its faults."""
    return _read(path, shown, "quiz", Quiz)


def read_bibliography(path: Path, shown: str = "") -> Document[Bibliography]:
    """Return the references; raises `InvalidFileError` with all their faults."""
    return _read(path, shown, "references", Bibliography)


def read_glossary(path: Path, shown: str = "") -> Document[Glossary]:
    """Return the glossary; raises `InvalidFileError` with all its faults."""
    return _read(path, shown, "glossary", Glossary)


def _read(path: Path, shown: str, kind: str, form: type[T]) -> Document[T]:
    """Return a file's content as the given type, with its places."""
    shown = shown or path.as_posix()
    text = read_text(path, shown)
    content = parse(text, shown, kind, form)
    return Document(id=path.stem, path=shown, content=content, locate=Places(text, shown, kind))


def parse(text: str, shown: str, kind: str, form: type[T]) -> T:
    """Return what a text says as the given type; raises `InvalidFileError`."""
    root = _root(text, shown, kind)
    try:
        value = plain(root)
        if "\\" in text and _has_control(value):
            raise IrregularError
        return msgspec.convert(value, form)
    except (IrregularError, msgspec.ValidationError):
        from debatekit.read.faults import explain

        raise InvalidFileError(explain(root, kind, shown)) from None


def _root(text: str, shown: str, kind: str) -> Node:
    """Return a text's root node; raises `InvalidFileError`, also for what follows a fault."""
    try:
        return composed(text, shown, kind)
    except InvalidFileError as error:
        from debatekit.read.salvage import all_faults

        raise InvalidFileError(all_faults(error, text, shown, kind)) from None


def _has_control(value: Any) -> bool:
    """Return whether a text inside the value holds a control character, as escapes can."""
    if isinstance(value, str):
        return CONTROL.search(value) is not None
    if isinstance(value, list):
        return any(map(_has_control, value))
    if isinstance(value, dict):
        return any(_has_control(part) for pair in value.items() for part in pair)
    return False
