"""Which files a workspace has: ids to paths, and everything of it that can be read."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from debatekit.diagnostics import Diagnostic, InvalidFileError
from debatekit.model.document import Document, Workspace
from debatekit.model.location import Location
from debatekit.model.passage import paragraphs_in
from debatekit.read.files import (
    read_bibliography,
    read_glossary,
    read_lesson,
    read_quiz,
    read_source,
)
from debatekit.read.ids import (
    BIBLIOGRAPHY,
    GLOSSARY,
    entries,
    id_near,
    is_id,
    lesson_ids,
    quiz_ids,
    source_ids,
)
from debatekit.read.kept import Kept
from debatekit.read.schemes import read_schemes
from debatekit.read.text import read_text

T = TypeVar("T")


def read_inside(
    root: Path, folder: str, name: str, read: Callable[[Path], Document[T]]
) -> Document[T]:
    """Return a workspace's file; raises `InvalidFileError`, also if it lies elsewhere."""
    path = root / folder / f"{name}.yaml"
    _refuse_outside(path, root)
    return read(path)


def read_copy(root: Path, source_id: str) -> tuple[str, ...] | None:
    """Return the paragraphs of the text beside a source's record; nothing if there is none.

    Raises `InvalidFileError`.
    """
    path = root / "seeds" / f"{source_id}.txt"
    if not path.is_file():
        return None
    _refuse_outside(path, root)
    return paragraphs_in(read_text(path, path.as_posix()))


def _refuse_outside(path: Path, root: Path) -> None:
    """Raise `InvalidFileError` for a link that leads out of the workspace."""
    if _leads_out(path, root):
        message = "the file is a link that leads out of the workspace"
        where = Location(path.as_posix())
        raise InvalidFileError([Diagnostic(where, "DK015", message, "put the file itself here")])


def _leads_out(path: Path, root: Path) -> bool:
    """Return whether a file, or its folder, is a link to somewhere outside."""
    if not (path.is_symlink() or path.parent.is_symlink()):
        return False
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        return True


def read_workspace(
    root: Path, kept: Kept | None = None
) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """Return everything of a workspace that can be read, and the faults of the rest, sorted.

    With what was kept from another time, only files written since are read again.
    """
    found = _Gathering(root, kept or Kept())
    workspace = Workspace(
        sources=found.all("seeds", source_ids, read_source),
        lessons=found.all("lessons", lesson_ids, read_lesson),
        quizzes=found.all("quizzes", quiz_ids, read_quiz),
        bibliography=found.one("seeds", BIBLIOGRAPHY, read_bibliography),
        glossary=found.one("seeds", GLOSSARY, read_glossary),
        schemes=read_schemes(),
        copies=found.copies(),
        unread=frozenset(found.unread),
    )
    return workspace, tuple(sorted(found.faults))


class _Gathering:
    """What reading a workspace has come to so far: the faults, and what could not be read."""

    def __init__(self, root: Path, kept: Kept) -> None:
        self._root = root
        self._kept = kept
        self.faults: list[Diagnostic] = []
        self.unread: set[str] = set()

    def all(
        self,
        folder: str,
        names: Callable[[Path], tuple[str, ...]],
        read: Callable[[Path], Document[T]],
    ) -> dict[str, Document[T]]:
        """Return the documents of a folder that can be read, by id."""
        try:
            self.faults.extend(_odd_names(self._root / folder))
            read_ones = {name: self.one(folder, name, read) for name in names(self._root)}
        except InvalidFileError as error:
            self.faults.extend(error.diagnostics)
            return {}
        return {name: document for name, document in read_ones.items() if document}

    def copies(self) -> dict[str, tuple[str, ...]]:
        """Return the paragraphs of each text that lies beside the record of a source."""
        try:
            names = source_ids(self._root)
        except InvalidFileError:  # told of with the records of the sources
            return {}
        texts = {}
        for name in names:
            try:
                path = self._root / "seeds" / f"{name}.txt"
                copy = self._kept.of(path, partial(read_copy, self._root, name))
            except InvalidFileError as error:
                self.faults.extend(error.diagnostics)
                continue
            if copy is not None:
                texts[name] = copy
        return texts

    def one(
        self, folder: str, name: str, read: Callable[[Path], Document[T]]
    ) -> Document[T] | None:
        """Return a document; nothing if there is no such file or it cannot be read."""
        path = self._root / folder / f"{name}.yaml"
        if not (path.exists() or path.is_symlink()):
            return None
        try:
            return self._kept.of(path, partial(read_inside, self._root, folder, name, read))
        except InvalidFileError as error:
            self.faults.extend(error.diagnostics)
            self.unread.add(f"{folder}/{name}")
            return None


def _odd_names(folder: Path) -> Iterator[Diagnostic]:
    """Yield a fault for each file that would be passed over because of its name."""
    for file in entries(folder):
        if file.suffix not in (".yaml", ".yml") or file.name.startswith("."):
            continue
        if file.suffix == ".yaml" and is_id(file.stem):
            continue
        better = id_near(file.stem) or "a-name"
        message = f"{file.name!r} is passed over: a file's name is its id and '.yaml'"
        where = Location(file.as_posix())
        yield Diagnostic(where, "DK014", message, f"call it {better + '.yaml'!r}")
