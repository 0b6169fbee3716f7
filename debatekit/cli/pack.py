"""A pack: every handout of a lesson or of a whole course in one folder, with its contents."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click
from msgspec import Struct

from debatekit.cli.context import Settings
from debatekit.cli.folder import Folder
from debatekit.cli.map import dot_on_path
from debatekit.cli.screen.output import say, shown
from debatekit.cli.sheets import Order, orders, sheet_for
from debatekit.cli.waiting import waiting
from debatekit.cli.workers import Task, made
from debatekit.cli.workspace.course import Course, read_course
from debatekit.cli.written import apart, file_name, no_file, written
from debatekit.handout.contents_sheet import Listed, contents_sheet
from debatekit.handout.layout import Layout
from debatekit.handout.page import KINDS, Form
from debatekit.handout.sheet import Sheet
from debatekit.read import lesson_ids

_HEAVY = {"pdf": ("brief", "glossary", "map"), "docx": ("map",), "html": ()}
"""What takes more than 90 MiB to make: long texts in Typst, pictures in dots."""
_MANY_COUNTERS = {"student": 16, "teacher": 10}
"""A PDF's brief with more counterarguments takes more than 160 MiB to make."""


class Pack(Struct, frozen=True, kw_only=True):
    """Where a pack goes, and how its files look."""

    folder: Path
    form: Form
    layout: Layout
    order: Order
    """What is asked of each quiz and flow sheet."""
    theme: Path | None = None
    force: bool = False


class _Job(Struct, frozen=True, kw_only=True):
    """Files of one lesson that one process makes."""

    lesson: str
    orders: tuple[Order, ...]


class _Made(Struct, frozen=True, kw_only=True):
    """One file of the pack."""

    name: str
    content: bytes
    warning: str


def write_pack(settings: Settings, root: Path, name: str | None, pack: Pack) -> None:
    """Write all files and the page that lists them, or none of them."""
    courses = [read_course(root, lesson) for lesson in ([name] if name else lesson_ids(root))]
    courses.sort(key=lambda course: course.material.source.genre == "exercise")
    if not courses:
        raise click.ClickException("there are no lessons here; 'debatekit new lesson' makes one")
    wanted = {course.name: tuple(orders(KINDS, pack.order)) for course in courses}
    names = [
        *(file_name(lesson, order, pack.form) for lesson in wanted for order in wanted[lesson]),
        f"contents.{pack.form}",
    ]
    with Folder(pack.folder, names, pack.force) as folder:
        make = partial(_make, root=root, pack=pack, dot=dot_on_path(root))
        for one in _told(
            settings, _files(list(_tasks(courses, wanted, pack.form)), make, pack.theme), len(names)
        ):
            folder.write(one.name, one.content)
        content, _ = apart(_contents(courses, wanted, pack.form), *_look(pack))
        folder.write(names[-1], content)
    say(f"Wrote {len(names)} files into {shown(pack.folder)}")


def _tasks(
    courses: Iterable[Course], wanted: dict[str, tuple[Order, ...]], form: Form
) -> Iterator[Task[_Job]]:
    """Yield what the processes have to do, a kind of a lesson each; a heavy file alone."""
    for course in courses:
        for kind in KINDS:
            heavy = kind in _HEAVY[form]
            alike = tuple(order for order in wanted[course.name] if order.kind == kind)
            for group in ((one,) for one in alike) if heavy else (alike,):
                alone = heavy and form == "pdf" and _is_long(course, group[0])
                job = _Job(lesson=course.name, orders=group)
                yield Task(what=job, heavy=heavy, alone=alone)


def _is_long(course: Course, order: Order) -> bool:
    contentions = course.material.lesson.contentions
    counters = sum(len(one.counterarguments) for one in contentions)
    return order.kind == "brief" and counters > _MANY_COUNTERS[order.reader]


def _files(
    tasks: Sequence[Task[_Job]], make: "partial[tuple[_Made, ...]]", theme: Path | None
) -> Iterator[_Made]:
    """Yield each file as it is made."""
    with no_file(theme):
        for _, files in made(tasks, make, foreign=theme is not None):
            yield from files


def _make(job: _Job, root: Path, pack: Pack, dot: Path | None) -> tuple[_Made, ...]:
    """Return some files of a lesson, made in a process of its own."""
    course = read_course(root, job.lesson)
    return tuple(_one(course, order, pack, dot) for order in job.orders)


def _one(course: Course, order: Order, pack: Pack, dot: Path | None) -> _Made:
    sheet = sheet_for(course, order, dot, pack.layout.size)
    content, warning = written(sheet, *_look(pack))
    return _Made(name=file_name(course.name, order, pack.form), content=content, warning=warning)


def _look(pack: Pack) -> tuple[Form, Layout, Path | None]:
    return pack.form, pack.layout, pack.theme


def _told(settings: Settings, files: Iterable[_Made], number: int) -> Iterator[_Made]:
    """Yield the files and tell how far the pack is; at the end say what is missing in them."""
    warnings: set[str] = set()
    with waiting(settings, "Making files", number) as step:
        for one in files:
            yield one
            step()
            warnings.add(one.warning)
    for warning in sorted(filter(None, warnings)):
        say(warning)


def _contents(courses: Sequence[Course], wanted: dict[str, tuple[Order, ...]], form: Form) -> Sheet:
    """Return the page that lists each lesson's files; lessons of one title go by their ids too."""
    titles = [course.material.lesson.title for course in courses]
    listed = {}
    for course, title in zip(courses, titles, strict=True):
        name = f"{title} ({course.name})" if titles.count(title) > 1 else title
        listed[name] = [
            Listed(path=file_name(course.name, order, form), kind=order.kind, reader=order.reader)
            for order in wanted[course.name]
        ]
    return contents_sheet(listed, courses[0].material.source.language)
