"""Figures of the handouts: PDF against WeasyPrint, two cores, and memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, cached_property
from itertools import islice, product
from pathlib import Path

from debatekit.handout import Layout, brief_sheet
from debatekit.handout.page import Form, Reader
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.read import lesson_ids, read_material
from tools.measure import DEBATEKIT, Missing, Row, process
from tools.peers import MissingPeerError, python_peer

PYTHON = sys.executable
READERS: tuple[Reader, ...] = ("student", "teacher")
BRIEFS = 10
MOST_MIB = 300
LOOK_EVERY_S = 0.05
SMAPS = Path("/proc/self/smaps_rollup")
_TEN = f"{BRIEFS} briefs as PDF"
THEIRS = """
import sys
from weasyprint import HTML
for page in sys.argv[1:]:
    HTML(page).write_pdf(page + ".pdf")
"""


ON_ONE_CORE = """
import os, sys
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
os.execv(sys.argv[1], sys.argv[1:])
"""


def paper_rows(folder: Path) -> Iterator[Row | Missing]:
    """Yield how long ten briefs take, and what a pack of the whole course needs."""
    try:
        yield _briefs_row(folder)
    except MissingPeerError as error:
        yield Missing(_TEN, str(error))
    yield from _pack_rows(folder)


def _briefs_row(folder: Path) -> Row:
    """Return ten briefs as PDF against WeasyPrint on our own HTML of the same ten."""
    theirs = _weasyprint()
    pages = []
    for place, (lesson, reader) in enumerate(_briefs()):
        pages.append(str(folder / f"brief-{place}.html"))
        Path(pages[-1]).write_bytes(_written(lesson, reader, "html"))
    return Row(
        _TEN,
        "WeasyPrint on the same briefs as HTML",
        0.25,
        process([PYTHON, "-m", "tools.bench_paper", str(folder)]),
        cache(process([theirs, "-c", THEIRS, *pages])),  # it takes minutes, so it runs once
        runs=5,
    )


def _weasyprint() -> str:
    """Return the Python that has WeasyPrint; raises `MissingPeerError` if it does not start."""
    python = str(python_peer("weasyprint", "weasyprint") / "python")
    tried = subprocess.run([python, "-c", "import weasyprint"], capture_output=True, check=False)
    if tried.returncode:
        raise MissingPeerError(
            "WeasyPrint needs Pango; on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        )
    return python


def _briefs() -> list[tuple[str, Reader]]:
    """Return ten briefs of the course: every lesson's for students, then teachers'."""
    lessons = lesson_ids(Path())
    return [(lesson, reader) for reader, lesson in islice(product(READERS, lessons), BRIEFS)]


def _written(lesson: str, reader: Reader, form: Form) -> bytes:
    material = read_material(Path(), lesson)
    return write(brief_sheet(material, derive(material), reader), form, Layout()).content


def _pack_rows(folder: Path) -> Iterator[Row | Missing]:
    """Yield figures of one run of `handout --all --format pdf`: cores used, memory."""
    run = PackRun(folder / "pack")
    what = "handout --all, the whole course as PDF"
    yield _cores_row(what, folder, run)
    together = f"{what}, its processes' memory in MiB, shared pages once"
    if SMAPS.is_file():
        yield Row(together, f"{MOST_MIB} MiB", 1.0, lambda: run.together, lambda: MOST_MIB, 1)
    else:
        yield Missing(together, "this system does not say which pages are shared")
    largest = f"{what}, its largest process's memory in MiB"
    yield Row(largest, f"{MOST_MIB} MiB", 1.0, lambda: run.largest, lambda: MOST_MIB, 1)


def _cores_row(what: str, folder: Path, run: "PackRun") -> Row | Missing:
    """Return a pack on all cores against one that is held to a single core."""
    if len(getattr(os, "sched_getaffinity", lambda _: ())(0)) < 2:
        return Missing(f"{what}, on two cores", "a process cannot be held to one of two cores here")
    one_core = process([PYTHON, "-c", ON_ONE_CORE, *_pack(folder / "pack-on-one-core")])
    peer = "the same on one core"
    return Row(f"{what}, on two cores", peer, 0.7, lambda: run.wall, cache(one_core), runs=1)


def _pack(folder: Path) -> list[str]:
    return [DEBATEKIT, "handout", "--all", "--format", "pdf", "-o", str(folder)]


class PackRun:
    """One run of a pack, when a figure of it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def wall(self) -> float:
        """Seconds from start to end."""
        return self._figures[0]

    @property
    def largest(self) -> float:
        """The most memory that one of its processes had, in MiB."""
        return self._figures[1]

    @property
    def together(self) -> float:
        """The most memory that its processes had at one time, in MiB, shared pages once."""
        return self._figures[2]

    @cached_property
    def _figures(self) -> tuple[float, float, float]:
        command = _pack(self._folder)
        begun, together, largest = time.perf_counter(), 0.0, 0.0
        started = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while started.poll() is None:
            running = list(_with_children(started.pid))
            together = max(together, sum(map(_mib, running)))
            largest = max(largest, *map(_most_mib, running))
            time.sleep(LOOK_EVERY_S)
        if started.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {started.returncode}")
        return time.perf_counter() - begun, largest, together


def _with_children(process_id: int) -> Iterator[int]:
    """Yield a process and all that it began, and those that they began."""
    yield process_id
    for children in Path(f"/proc/{process_id}/task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text().split():
                yield from _with_children(int(child))


def _mib(process_id: int) -> float:
    """Return a process's share of the memory: pages of its own, and its part of shared ones."""
    return _told(Path(f"/proc/{process_id}/smaps_rollup"), "Pss:")


def _most_mib(process_id: int) -> float:
    """Return the most memory that a process had since its program began."""
    return _told(Path(f"/proc/{process_id}/status"), "VmHWM:")


def _told(file: Path, name: str) -> float:
    """Return a figure that the system tells in KiB, in MiB; 0 if the process is gone."""
    with suppress(OSError):
        for line in file.read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) / 1024
    return 0.0


def main(folder: Path) -> None:
    """Write the ten briefs as PDF."""
    for place, (lesson, reader) in enumerate(_briefs()):
        (folder / f"brief-{place}.pdf").write_bytes(_written(lesson, reader, "pdf"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
