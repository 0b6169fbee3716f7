"""Which files a workspace has, by their ids; found by name, none of them opened."""

import re
from pathlib import Path
from typing import get_args

from debatekit.diagnostics import Diagnostic, InvalidFileError
from debatekit.model.location import Location
from debatekit.model.words import Id

BIBLIOGRAPHY, GLOSSARY = "references", "glossary"
_FORM = get_args(Id)[1]
ID_PATTERN: str = _FORM.pattern
_IS_ID = re.compile(ID_PATTERN)
_NO_ID = re.compile(r"[^a-z0-9]+")
_LONGEST: int = _FORM.max_length


def find_workspace(start: Path) -> Path | None:
    """Return the folder itself or its nearest parent that has a `lessons/` folder."""
    folder = start.absolute()
    return next((near for near in (folder, *folder.parents) if (near / "lessons").is_dir()), None)


def source_ids(root: Path) -> tuple[str, ...]:
    """Return the ids of the sources' records, sorted."""
    return tuple(name for name in _ids(root / "seeds") if name not in (BIBLIOGRAPHY, GLOSSARY))


def lesson_ids(root: Path) -> tuple[str, ...]:
    """Return the ids of the lessons, sorted."""
    return _ids(root / "lessons")


def quiz_ids(root: Path) -> tuple[str, ...]:
    """Return the ids of the quizzes that have a file, sorted."""
    return _ids(root / "quizzes")


def is_id(name: str) -> bool:
    """Return whether a text, such as a file's name without `.yaml`, is an id."""
    return len(name) <= _LONGEST and _IS_ID.fullmatch(name) is not None


def id_near(text: str) -> str:
    """Return an id near to a text, to be proposed; nothing if it has no letter or digit of ASCII.

    >>> id_near("My Lesson (2)")
    'my-lesson-2'
    """
    return _NO_ID.sub("-", text.lower()).strip("-")[:_LONGEST].rstrip("-")


def entries(folder: Path) -> tuple[Path, ...]:
    """Return what lies in a folder; raises `InvalidFileError` if it cannot be listed."""
    if not folder.is_dir():
        return ()
    try:
        return tuple(folder.iterdir())
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        hint = "give yourself the right to read it" if isinstance(error, PermissionError) else ""
        where = Location(folder.as_posix())
        raise InvalidFileError([Diagnostic(where, "DK001", message, hint)]) from error


def _ids(folder: Path) -> tuple[str, ...]:
    """Return the ids of a folder's files; names that are no ids are passed over."""
    files = (file for file in entries(folder) if file.suffix == ".yaml")
    return tuple(sorted(file.stem for file in files if is_id(file.stem)))
