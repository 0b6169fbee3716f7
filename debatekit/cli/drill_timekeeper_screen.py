"""What a timekeeper hears and writes: standard input and output, on a terminal or without."""

import os
import sys
import time
from queue import Empty, SimpleQueue
from threading import Thread

import click

from debatekit.cli.screen.wrap import wrapped
from debatekit.model.text import printable

WIDEST = 80
_LONG_S = 3600.0
_PIECE = 4096


class StandardEar:
    """Hears lines while the time runs; a thread reads them, since a read cannot be timed."""

    def __init__(self) -> None:
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._reader: Thread | None = None
        self._ended = False

    def line(self, wait_s: float | None) -> str | None:
        """Return a line as soon as one is typed; nothing once the time is up, or the input ends.

        After its end a time is waited for all the same: a clock goes on that nobody stops.
        """
        if self._ended:
            time.sleep(wait_s or 0)
            return None
        if self._reader is None:
            self._reader = Thread(target=self._read, daemon=True)
            self._reader.start()
        try:
            typed = self._lines.get(timeout=_LONG_S if wait_s is None else wait_s)
        except Empty:
            return self.line(None) if wait_s is None else None
        self._ended = typed is None
        return typed

    def _read(self) -> None:
        """Hand on each line, and at the end nothing.

        The file is read past Python's buffer, whose lock would be held when the program ends.
        """
        try:
            file = sys.stdin.fileno()
        except (OSError, ValueError):
            for line in sys.stdin:
                self._lines.put(line)
            self._lines.put(None)
            return
        rest = b""
        while piece := os.read(file, _PIECE):
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                self._lines.put(line.decode("utf-8", "replace"))
        if rest:
            self._lines.put(rest.decode("utf-8", "replace"))
        self._lines.put(None)


class LineBoard:
    """Writes a line for each signal, and nothing over anything."""

    step_s = _LONG_S

    def __init__(self, width: int) -> None:
        self._width = min(width, WIDEST)
        self._echo = not sys.stdin.isatty()

    def say(self, line: str) -> None:
        """Write a line."""
        for row in wrapped(line, self._width):
            click.echo(row, color=False)
        sys.stdout.flush()

    def signal(self, line: str) -> None:
        """Write a line."""
        self.say(line)

    def show(self, text: str) -> None:
        """Write nothing: the running time is told when it is asked for."""

    def heard(self, line: str) -> None:
        """Write nothing: what was typed shows in what it does."""

    def prompt(self, text: str) -> None:
        """Ask for a line."""
        *before, last = wrapped(text, self._width - 2)
        for row in before:
            click.echo(row)
        click.echo(f"{last} ", nl=False)
        sys.stdout.flush()

    def answered(self, line: str) -> None:
        """Write what was typed at a prompt, where no terminal has shown it."""
        if self._echo:
            click.echo(printable(line.strip()))


class TerminalBoard(LineBoard):
    """Shows the running time in one line, and rings when it signals."""

    step_s = 1.0

    def __init__(self, width: int) -> None:
        super().__init__(width)
        self._shown = 0

    def say(self, line: str) -> None:
        """Write a line in place of the running time."""
        click.echo(f"\r{' ' * self._shown}\r", nl=False)
        self._shown = 0
        super().say(line)

    def signal(self, line: str) -> None:
        """Ring, and write a line."""
        click.echo("\a", nl=False)
        self.say(line)

    def show(self, text: str) -> None:
        """Write the running time over the one before."""
        cut = text[: self._width - 1]
        click.echo(f"\r{cut:<{self._shown}}", nl=False)
        sys.stdout.flush()
        self._shown = len(cut)

    def heard(self, line: str) -> None:
        """Go back to the line of the running time, below which the cursor has come by Enter."""
        self._shown = min(self._width, self._shown + len(line))
        click.echo("\x1b[A", nl=False)
