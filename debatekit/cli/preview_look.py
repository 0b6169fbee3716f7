"""What a preview shows: a lesson read with all it draws on, and what `check` says of it."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from debatekit.check import check_lesson, check_quiz, check_source
from debatekit.cli.map import dot_on_path
from debatekit.cli.screen.faults import line_of
from debatekit.cli.sheets import pictures, quoting
from debatekit.cli.workspace.course import Course, read_course
from debatekit.diagnostics import Diagnostic, InvalidFileError, NotFoundError
from debatekit.handout.brief_sheet import brief_sheet
from debatekit.handout.preview import Finding, Preview
from debatekit.logic.cited import cited_by_lesson
from debatekit.maps import NoLayoutError, svg
from debatekit.model.document import Workspace
from debatekit.model.graph import Graph
from debatekit.model.location import Location
from debatekit.read import read_workspace
from debatekit.read.kept import Kept

LONGEST_LINE = 200
"""So many letters of a file's line are shown beside what is wrong in it."""


class Look(Struct, frozen=True, kw_only=True):
    """What the files say now; where they cannot be read, why, and what they last said."""

    preview: Preview | None = None
    findings: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()
    quizzes: frozenset[str] = frozenset()
    """The ids of the quizzes on the lesson."""


def look(root: Path, name: str, before: Look | None = None, kept: Kept | None = None) -> Look:
    """Return what there is to show of a lesson, found by its own id or its quiz's.

    With what was kept from another time, only files written since are read again.

    Raises `NotFoundError`, and `InvalidFileError` where the lesson, or a file that it draws
    on, cannot be read; a quiz that could be read before is such a file.
    """
    course = read_course(root, name)
    workspace, unreadable = read_workspace(root, kept)
    lesson = course.material.id
    known = {lesson, name} | (before.quizzes if before else frozenset())
    ours = {f"quizzes/{quiz}.yaml" for quiz in known}
    if broken := [fault for fault in unreadable if _ends(fault, ours)]:
        raise InvalidFileError(broken)
    quizzes = {id_ for id_, one in workspace.quizzes.items() if one.content.lesson == lesson}
    # A quiz that nobody can read may be this lesson's, so its faults are told as well.
    unread = [fault for fault in unreadable if "/quizzes/" in f"/{_posix(fault)}"]
    found = sorted({*unread, *_checked(workspace, lesson)})
    return Look(
        preview=_preview(root, course),
        findings=tuple(map(_finding, found)),
        quizzes=frozenset(quizzes),
    )


def look_again(root: Path, name: str, before: Look, kept: Kept) -> Look:
    """Return what there is to show now; files that cannot be read leave what was there."""
    try:
        return look(root, name, before, kept)
    except InvalidFileError as error:
        return replace(before, faults=tuple(map(_finding, error.diagnostics)))
    except NotFoundError as error:
        where = Location((root / "lessons" / f"{name}.yaml").as_posix())
        gone = Diagnostic(where, "DK001", str(error), "put the file back, or end with Ctrl-C")
        return replace(before, faults=(_finding(gone),))


def _posix(fault: Diagnostic) -> str:
    return Path(fault.where.path).as_posix()


def _ends(fault: Diagnostic, paths: set[str]) -> bool:
    return any(f"/{_posix(fault)}".endswith(f"/{path}") for path in paths)


def _checked(workspace: Workspace, lesson: str) -> Iterator[Diagnostic]:
    """Yield what the rules find in a lesson, in its source's record and in its quizzes."""
    document = workspace.lessons.get(lesson)
    if document is None:
        return
    yield from check_lesson(document, workspace)
    if (source := workspace.sources.get(document.content.source)) is not None:
        yield from check_source(source, workspace)
    for quiz in workspace.quizzes.values():
        if quiz.content.lesson == lesson:
            yield from check_quiz(quiz, workspace)


def _finding(diagnostic: Diagnostic) -> Finding:
    return Finding(diagnostic=diagnostic, line=line_of(diagnostic).strip()[:LONGEST_LINE])


def _preview(root: Path, course: Course) -> Preview:
    material, graph, dot = course.material, course.graph, dot_on_path(root)

    def draw(part: Graph, title: str) -> str:
        try:
            return svg(part, title, dot)
        except NoLayoutError:
            return ""

    brief = brief_sheet(material, graph, "teacher")
    return Preview(
        id=material.id,
        sheet=quoting(course, brief, cited_by_lesson(material)),
        pictures=tuple(pictures(material, graph, draw)),
        items=course.items(0),
    )
