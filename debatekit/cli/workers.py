"""Two processes that make files beside each other, each made anew for every task.

Typst keeps what it has set for as long as its process lives, so a process does one task and
goes. A heavy task never runs beside another heavy one, and the heaviest beside none: together
they would take more memory than a small machine has to spare.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

import click
from msgspec import Struct

AT_ONCE = 2
FOREIGN_S = 60.0
FOREIGN_BYTES = 2**31
"""How long foreign code may take for one task, and how much it may address."""
T = TypeVar("T")
R = TypeVar("R")


class Task(Struct, Generic[T], frozen=True, kw_only=True):
    """Something to be made, and whether it takes much memory."""

    what: T
    heavy: bool = False
    alone: bool = False
    """True if it takes so much that nothing may run beside it."""


class LostError(Exception):
    """A process ended before it had made anything: it was killed, or had no memory left."""


class LateError(Exception):
    """Nothing was made in the time that was given."""


def made(
    tasks: Sequence[Task[T]], make: Callable[[T], R], *, foreign: bool = False
) -> Iterator[tuple[T, R]]:
    """Yield each task with what was made of it, as they come; what `make` raises is raised here.

    Where `foreign` code is run, it has a limit of time and, where the system knows one, of
    memory. Whatever ends the loop, no process is left behind. Raises LostError, LateError.
    """
    crew = _Crew(tasks, make, foreign)
    try:
        while crew.running or crew.begin():
            crew.begin()
            yield crew.next()
    finally:
        crew.end()


class _Crew(Generic[T, R]):
    """What waits and what runs."""

    def __init__(self, tasks: Sequence[Task[T]], make: Callable[[T], R], foreign: bool) -> None:
        self._alone = deque(task for task in tasks if task.alone)
        self._waiting = {
            heavy: deque(task for task in tasks if task.heavy is heavy and not task.alone)
            for heavy in (True, False)
        }
        self._make, self._foreign = make, foreign
        self._context = get_context("spawn")
        self.running: dict[Connection, tuple[Task[T], BaseProcess]] = {}

    def begin(self) -> bool:
        """Begin as many tasks as may run beside one another; say whether any was begun."""
        before = len(self.running)
        while len(self.running) < AT_ONCE and (task := self._chosen()):
            here, there = self._context.Pipe(duplex=False)
            process = self._context.Process(
                target=_work, args=(there, self._make, task.what, self._foreign), daemon=True
            )
            with _no_interrupts():
                process.start()
            there.close()
            self.running[here] = (task, process)
        return len(self.running) > before

    def _chosen(self) -> Task[T] | None:
        if any(task.alone for task, _ in self.running.values()):
            return None
        if self._alone and not self.running:
            return self._alone.popleft()
        heavy_runs = any(task.heavy for task, _ in self.running.values())
        for heavy in (False,) if heavy_runs else (True, False):
            if self._waiting[heavy]:
                return self._waiting[heavy].popleft()
        return None

    def next(self) -> tuple[T, R]:
        """Return the first that is made; raise what its making raised."""
        ready = wait(list(self.running), FOREIGN_S if self._foreign else None)
        if not ready:
            raise LateError
        done = ready[0]
        assert isinstance(done, Connection)
        task, process = self.running.pop(done)
        try:
            answer = done.recv()
        except EOFError:
            raise LostError from None
        finally:
            done.close()
            process.join()
        if isinstance(answer, BaseException):
            raise answer
        return task.what, answer

    def end(self) -> None:
        """Stop what still runs."""
        for connection, (_, process) in self.running.items():
            process.kill()
            process.join()
            connection.close()
        self.running.clear()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back; a process begun meanwhile never hears it, and needs no handler."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # else it is begun below, and lets Ctrl-C through again
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _work(connection: Connection, make: Callable[[T], R], what: T, foreign: bool) -> None:
    """Do one task in a process of its own; Ctrl-C is for the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if foreign:
        _limit()
    try:
        answer: object = make(what)
    except click.ClickException as error:
        answer = error
    connection.send(answer)
    connection.close()


def _limit() -> None:
    """Limit this process's memory, and keep what Rust says as it dies off the screen."""
    sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (FOREIGN_BYTES, FOREIGN_BYTES))
