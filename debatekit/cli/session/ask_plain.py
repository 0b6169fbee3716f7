"""Questions as lines of text: for pipes, screen readers and plain terminals."""

import sys
import time
from collections.abc import Sequence
from typing import assert_never

import click
from msgspec.structs import replace

from debatekit.cli.screen.wrap import wrapped
from debatekit.cli.session.ask import (
    SOLVED,
    Command,
    Place,
    example_heading,
    flag_key,
    heading,
    help_lines,
    indent_of,
    key_line,
    shown_options,
    told_flag,
)
from debatekit.cli.session.passages import KEY
from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Order, Short
from debatekit.model.text import printable
from debatekit.practice.feedback import hint
from debatekit.practice.response import ResponseError, how_to_answer, match_example, parse_response
from debatekit.practice.session import Answer

WIDEST = 80
_COMMANDS = {
    command.value: command for command in Command if command.value and command is not Command.FLAG
}


class PlainAsker:
    """Writes lines and reads lines; no colour, no redraw."""

    def __init__(self, width: int) -> None:
        self._width = min(width, WIDEST)
        self._echo = not sys.stdin.isatty()
        # A byte that the terminal's encoding does not know must not end a session.
        for stream in (sys.stdin, sys.stdout):
            if stream.errors in ("strict", "surrogateescape"):
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]

    def ask(self, item: Item, place: Place) -> Answer | Command:
        """Ask until there is an answer or a command."""
        self._head(item, place)
        began, hinted, flagged = time.monotonic(), False, False
        while True:
            typed = self._line(f"{_prompt(item)} ({key_line(item, place)}): ")
            command = _command(typed, flag_key(item, place))
            if command is Command.HELP:
                hinted = hinted or bool(hint(item))
                self.tell(help_lines(item, place, how_to_answer(item)))
            elif command is Command.FLAG:
                flagged = not flagged
                self.tell([told_flag(flagged)])
            elif command is not None:
                return command
            elif (response := self._parsed(item, typed or "")) is not None:
                took_ms = round((time.monotonic() - began) * 1000)
                answer = Answer(response=response, took_ms=took_ms, hinted=hinted, flagged=flagged)
                return self._certain(item, place, answer)

    def _head(self, item: Item, place: Place) -> None:
        """Write where we are, the stem and the options; unless they still stand above."""
        self.tell(["", heading(item, place)])
        if place.above:
            return
        self._question(item)

    def _question(self, item: Item) -> None:
        """Write the stem and the options."""
        self.tell([item.stem])
        for label, text in shown_options(item):
            self._write(wrapped(text, self._width, f"{label} "))

    def tell(self, lines: Sequence[str]) -> None:
        """Write each text in lines that fit."""
        for line in lines:
            self._write(wrapped(line, self._width, indent_of(line)))

    def example(self, item: Item, place: Place, solution: Sequence[str]) -> None:
        """Write the heading, and the rest unless somebody at a keyboard skips it."""
        self.tell(["", example_heading(item, place)])
        if self._echo or self._line("Enter shows it, s skips it:") == "":
            self.tell([SOLVED])
            self._question(item)
            self.tell(solution)

    def options(self, item: Item, chosen: Sequence[str]) -> None:
        """Write nothing: the options still stand above."""

    def page(self, lines: Sequence[str]) -> None:
        """Write all of it: nothing scrolls away."""
        self.tell(lines)

    def pause(self, more: bool, passage: Sequence[str] = ()) -> None:
        """Go on at once, unless somebody at a keyboard can ask for a passage."""
        if passage and not self._echo and self.wants("Show the passage", KEY, "go on"):
            self.tell(passage)

    def wants(self, what: str, key: str, otherwise: str = "end") -> bool:
        """Ask for the key; anything else, or the end of the input, means no."""
        click.echo()
        typed = self._line(f"{key}: {what}. Anything else: {otherwise}.")
        return typed is not None and typed.casefold() == key

    def _certain(self, item: Item, place: Place, answer: Answer) -> Answer | Command:
        """Ask how certain the answer is, where that is wanted and there is one key."""
        if not place.certainty or not isinstance(item, Choice | Short):
            return answer
        while True:
            typed = self._line("How certain are you, 1, 2 or 3 (3 is most; q stop)? ")
            if (command := _command(typed, "")) in (Command.STOP, Command.ENDED):
                return command
            if typed in ("1", "2", "3"):
                return replace(answer, certainty=int(typed))
            self.tell(["Type 1, 2 or 3."])

    def _parsed(self, item: Item, typed: str) -> tuple[str, ...] | None:
        try:
            return parse_response(item, typed)
        except ResponseError as error:
            self.tell([str(error)])
            return None

    def _line(self, prompt: str) -> str | None:
        """Return the line that was typed, without its end; nothing once the input has ended."""
        *before, last = wrapped(prompt, self._width - 2)
        self._write(before)
        click.echo(f"{last} ", nl=False)
        sys.stdout.flush()
        typed = sys.stdin.readline()
        if self._echo or not typed:
            click.echo(printable(typed.rstrip("\n")))
        return typed.strip() if typed else None

    def _write(self, lines: Sequence[str]) -> None:
        for line in lines:
            click.echo(line, color=False)


def _command(typed: str | None, flag: str) -> Command | None:
    if typed is None:
        return Command.ENDED
    return Command.FLAG if flag and typed.casefold() == flag else _COMMANDS.get(typed.casefold())


def _prompt(item: Item) -> str:
    """Return the words before the keys: which answers are possible."""
    match item:
        case Choice(options=options):
            return f"Answer {_letters(len(options), 'or')}"
        case Multiple(options=options):
            return f"Answer, all that fit of {_letters(len(options), 'and')}"
        case Order(options=options):
            return f"Answer, all of {_letters(len(options), 'and')}, first to last"
        case Match():
            return f"Answer, such as {match_example(item)}"
        case Short():
            return "Answer in a few words"
        case _:
            assert_never(item)


def _letters(count: int, word: str) -> str:
    *most, last = tuple(KEYS[:count])
    return f"{', '.join(most)} {word} {last}" if most else last
