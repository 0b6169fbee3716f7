"""How far something long has come: said on standard error, to a terminal, after a second."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from debatekit.cli.context import Settings

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

PATIENCE_S = 1.0
"""What takes no longer shows nothing."""
REDRAW_S = 0.1
SENTENCE_S = 5.0
"""In plain mode, as a screen reader speaks it, a sentence comes no more often."""

Step = Callable[[], None]
"""Say that one more part is done."""


@contextmanager
def waiting(settings: Settings | None, what: str, total: int) -> Iterator[Step]:
    """Give a function to call after each of `total` parts; `what` begins the line: 'Checking'.

    On a terminal that is a bar, which is gone at the end; in plain mode a sentence now and
    then. Where standard error is no terminal nothing is said. What is written to standard
    error meanwhile stands above the bar; write nothing to standard output. Without settings
    those of the command that runs are taken.
    """
    settings = settings or _settings_of_the_command()
    if settings is None or not sys.stderr.isatty():
        yield _nothing
        return
    teller = _Sentences(what, total) if settings.plain else _Bar(settings, what, total)
    try:
        yield teller.step
    finally:
        teller.end()


def told(settings: Settings | None, what: str, parts: Iterable[T], total: int) -> Iterator[T]:
    """Yield what is to be done part by part, and tell how far that is."""
    with waiting(settings, what, total) as step:
        for part in parts:
            yield part
            step()


def _settings_of_the_command() -> Settings | None:
    context = click.get_current_context(silent=True)
    return context.find_object(Settings) if context else None


def _nothing() -> None:
    """Say nothing."""


class _Teller:
    """Counts, and speaks when it is time."""

    def __init__(self, pause_s: float, first_s: float) -> None:
        self.done = 0
        self._pause_s = pause_s
        self._next = time.monotonic() + first_s

    def step(self) -> None:
        """Count one more part."""
        self.done += 1
        if (now := time.monotonic()) >= self._next:
            self._next = now + self._pause_s
            self.tell()

    def tell(self) -> None:
        """Say how far it is."""
        raise NotImplementedError

    def end(self) -> None:
        """Leave nothing behind."""


class _Sentences(_Teller):
    """A line every few seconds."""

    def __init__(self, what: str, total: int) -> None:
        super().__init__(SENTENCE_S, PATIENCE_S)
        self._what, self._total = what, total

    def tell(self) -> None:
        """Write one sentence."""
        click.echo(f"{self._what}: {self.done:,} of {self._total:,} done.", err=True)


class _Bar(_Teller):
    """A bar that is drawn over, and taken away at the end."""

    def __init__(self, settings: Settings, what: str, total: int) -> None:
        super().__init__(REDRAW_S, PATIENCE_S)
        self._settings, self._what, self._total = settings, what, total
        self._bar: Progress | None = None

    def tell(self) -> None:
        """Draw the bar; the library that draws it loads only now."""
        if self._bar is None:
            self._bar = self._begun()
        self._bar.update(self._bar.task_ids[0], completed=self.done)
        self._bar.refresh()

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _begun(self) -> "Progress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        console = Console(stderr=True, no_color=not self._settings.color, highlight=False)
        bar = Progress(
            *columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False
        )
        bar.add_task(self._what, total=self._total)
        bar.start()
        return bar
