"""A pack: every handout of a lesson or of a whole course in one folder, with its contents."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

import click
from msgspec import Struct

from debatekit.cli.context import Settings
from debatekit.cli.course import Course, read_course
from debatekit.cli.map import dot_on_path
from debatekit.cli.output import shown, write_file
from debatekit.cli.sheets import KINDS, Order, orders, sheet_for
from debatekit.cli.written import file_name, written
from debatekit.handout.contents_sheet import Listed, contents_sheet
from debatekit.handout.layout import Layout
from debatekit.handout.write import Form
from debatekit.model.speech import Style
from debatekit.read import lesson_ids

AT_ONCE = 2
"""How many files are made at the same time."""
FILES_EACH = 2
"""After so many files a process makes way for a new one: Typst keeps what it has set."""


class Pack(Struct, frozen=True, kw_only=True):
    """Where a pack goes, and how its files look."""

    folder: Path
    form: Form
    layout: Layout
    theme: Path | None = None
    versions: tuple[str, ...] = ("A", "B")
    style: Style = "pf"
    force: bool = False


class _Job(Struct, frozen=True, kw_only=True):
    """One file of the pack."""

    root: Path
    lesson: str
    order: Order
    path: Path


def write_pack(settings: Settings, root: Path, name: str | None, pack: Pack) -> None:
    """Write all files, and last the page that lists them. Nothing is begun that cannot end."""
    courses = [read_course(root, lesson) for lesson in ([name] if name else lesson_ids(root))]
    if not courses:
        raise click.ClickException("there are no lessons here; 'debatekit new lesson' makes one")
    jobs = list(_jobs(root, courses, pack))
    contents = pack.folder / f"contents.{pack.form}"
    _check(pack, [*(job.path for job in jobs), contents])
    make = partial(_make, pack=pack, dot=dot_on_path(root))
    with get_context("spawn").Pool(AT_ONCE, maxtasksperchild=FILES_EACH) as workers:
        _count(settings, jobs, workers.imap(make, jobs))
    listing = contents_sheet(
        {course.material.lesson.title: _listed(course, jobs) for course in courses},
        courses[0].material.source.language,
    )
    write_file(contents, written(listing, pack.form, pack.layout, pack.theme), pack.force)
    click.echo(f"Wrote {len(jobs) + 1} files into {shown(pack.folder)}", err=True)


@cache
def _course(root: Path, lesson: str) -> Course:
    """Return a lesson, read once in each process."""
    return read_course(root, lesson)


def _make(job: _Job, pack: Pack, dot: Path | None) -> None:
    """Write one file, in a process of its own."""
    sheet = sheet_for(_course(job.root, job.lesson), job.order, dot)
    content = written(sheet, pack.form, pack.layout, pack.theme)
    write_file(job.path, content, pack.force)


def _jobs(root: Path, courses: Sequence[Course], pack: Pack) -> Iterator[_Job]:
    for course in courses:
        for order in orders(KINDS, pack.versions, pack.style):
            path = pack.folder / file_name(course.name, order, pack.form)
            yield _Job(root=root, lesson=course.name, order=order, path=path)


def _check(pack: Pack, paths: Sequence[Path]) -> None:
    """Raise before anything is written if the folder or a file stands in the way."""
    if not pack.folder.is_dir():
        raise click.ClickException(f"there is no folder {shown(pack.folder)}")
    there = [path for path in paths if path.exists()]
    if there and not pack.force:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise click.ClickException(
            f"{shown(there[0])}{more} is there already; --force writes over what is there"
        )


def _count(settings: Settings, jobs: Sequence[_Job], done: Iterator[None]) -> None:
    """Tell how far the pack is: one bar, or in plain mode a line for each file."""
    if settings.plain:
        for job, _ in zip(jobs, done, strict=True):
            click.echo(f"Wrote {shown(job.path)}", err=True)
        return
    from rich.console import Console
    from rich.progress import track

    for _ in track(done, "Writing", len(jobs), console=Console(stderr=True), transient=True):
        pass


def _listed(course: Course, jobs: Sequence[_Job]) -> list[Listed]:
    return [
        Listed(path=job.path.name, kind=job.order.kind, reader=job.order.reader)
        for job in jobs
        if job.lesson == course.name
    ]
