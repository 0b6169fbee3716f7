"""What `debatekit check` is asked about, read and judged; a second time only what is new."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import debatekit.check.kept
import debatekit.read.kept
from debatekit.check import check_workspace
from debatekit.cli.collector import no_collection
from debatekit.cli.context import Settings
from debatekit.cli.waiting import Step, waiting
from debatekit.cli.workspace.places import FOLDERS, absolute, entries
from debatekit.diagnostics import Diagnostic
from debatekit.model.document import Workspace
from debatekit.read import read_workspace

T = TypeVar("T")

Checked = tuple[list[Diagnostic], int]
"""The faults, sorted, and the number of files that were checked."""


class Checker:
    """Checks the same parts of workspaces, as often as it is called."""

    def __init__(self, settings: Settings, scopes: Mapping[Path, Sequence[Path]]) -> None:
        self._settings = settings
        self._scopes = scopes
        self._kept = {root: (_Read(), _Judged()) for root in scopes}

    def __call__(self) -> Checked:
        """Return what there is to find now; only files written since are read again."""
        found: dict[Diagnostic, None] = {}
        files: set[str] = set()
        with no_collection(), waiting(self._settings, "Checking", self._parts()) as step:
            for root, inside in self._scopes.items():
                faults, paths = self._of(root, step)
                ours = _lying_in({*paths, *(fault.where.path for fault in faults)}, root, inside)
                found.update((fault, None) for fault in faults if fault.where.path in ours)
                files.update(paths & ours)
        return sorted(found), len(files | {fault.where.path for fault in found})

    def _parts(self) -> int:
        """Return how many files are read and judged."""
        found = (entries(root / folder) for root in self._scopes for folder in FOLDERS)
        return 2 * sum(one.name.endswith(".yaml") for folder in found for one in folder)

    def _of(self, root: Path, step: Step) -> tuple[list[Diagnostic], set[str]]:
        """Return the faults of a workspace, and the paths of the files that could be read."""
        read, judged = self._kept[root]
        read.step = judged.step = step
        workspace, unreadable = read_workspace(root, read)
        return [*unreadable, *check_workspace(workspace, judged)], set(_paths_of(workspace))


class _Read(debatekit.read.kept.Kept):
    """What was read, counting."""

    step: Step

    def of(self, path: Path, read: Callable[[], T]) -> T:
        """Return what reading gives, and count it."""
        self.step()
        return super().of(path, read)


class _Judged(debatekit.check.kept.Kept):
    """What was found, counting."""

    step: Step

    def of(
        self,
        path: str,
        looked: debatekit.check.kept.Looked,
        find: Callable[[], Iterable[Diagnostic]],
    ) -> tuple[Diagnostic, ...]:
        """Return the findings, and count their file."""
        self.step()
        return super().of(path, looked, find)


def _lying_in(paths: set[str], root: Path, inside: Sequence[Path]) -> set[str]:
    """Return those files that are among what is asked about, or lie below it."""
    if root in inside:
        return paths
    parts = [absolute(part) for part in inside]
    places = {path: absolute(Path(path)) for path in paths}
    return {
        path for path, here in places.items() if any(here.is_relative_to(part) for part in parts)
    }


def _paths_of(workspace: Workspace) -> Iterator[str]:
    """Yield the paths of all files that were read."""
    for documents in (workspace.sources, workspace.lessons, workspace.quizzes):
        yield from (document.path for document in documents.values())
    yield from (one.path for one in (workspace.bibliography, workspace.glossary) if one)
