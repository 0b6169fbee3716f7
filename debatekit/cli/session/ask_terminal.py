"""Questions on a real terminal: a menu for each kind of item."""

import shutil
import sys
import time
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, assert_never

import click

from debatekit.cli.screen.wrap import cells, wrapped
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
    lettered,
    said,
    shown_options,
    told_flag,
)
from debatekit.cli.session.passages import KEY
from debatekit.model.item import Choice, Item, Match, Multiple, Order, Short
from debatekit.practice.feedback import hint
from debatekit.practice.response import ResponseError, parse_response
from debatekit.practice.session import Answer

if TYPE_CHECKING:
    from debatekit.cli.session.menu import Menus

WIDEST = 100
_PROGRESS = 10
_END = "end"


class TerminalAsker:
    """Asks with menus; the menu goes when it is answered, and the options are written out."""

    def __init__(self, width: int, color: bool) -> None:
        self._width = min(width, WIDEST)
        self._color = color

    @cached_property
    def _menus(self) -> "Menus":
        """The menus; imported once the first question already stands on the screen."""
        from debatekit.cli.session.menu import Menus

        return Menus(self._width, self._color)

    def ask(self, item: Item, place: Place) -> Answer | Command:
        """Ask until there is an answer or a command."""
        self._head(item, place)
        began, hinted, flagged = time.monotonic(), False, False
        while (reply := self._response(item, place)) in (Command.HELP, Command.FLAG):
            if reply is Command.HELP:
                hinted = hinted or bool(hint(item))
                self.tell(["", *help_lines(item, place, _how(item))])
            else:
                flagged = not flagged
                self.tell([told_flag(flagged)])
        if isinstance(reply, Command):
            return reply
        took_ms = round((time.monotonic() - began) * 1000)
        certainty = self._certainty(item, place, reply)
        if isinstance(certainty, Command):
            return certainty
        return Answer(
            response=reply, certainty=certainty, took_ms=took_ms, hinted=hinted, flagged=flagged
        )

    def _certainty(self, item: Item, place: Place, given: Sequence[str]) -> int | Command | None:
        """Return how certain the answer is, where that is wanted and there is one key."""
        if place.certainty and isinstance(item, Choice | Short):
            message = f"Your answer: {said(item, given)}. How certain are you? 3 is most"
            return self._menus.level(message)
        return None

    def tell(self, lines: Sequence[str]) -> None:
        """Write each text in lines that fit."""
        for line in lines:
            for row in wrapped(line, self._width, indent_of(line)):
                click.echo(row, color=self._color)

    def example(self, item: Item, place: Place, solution: Sequence[str]) -> None:
        """Write it and wait for a key, which is all it takes to pass it by."""
        self._title(example_heading(item, place))
        self.tell([SOLVED, item.stem, ""])
        self._prompts(item)
        self._options(item, item.keys)
        self.tell(solution)
        sys.stdout.flush()
        self._menus.wait("Enter: on to the question")

    def options(self, item: Item, chosen: Sequence[str]) -> None:
        """Write the options out, since the menu is gone, with what was chosen."""
        self._options(item, chosen)
        self.tell([f"Your answer: {said(item, chosen)}"])

    def _options(self, item: Item, chosen: Sequence[str]) -> None:
        """Write the options, those that were chosen marked."""
        ticked = (
            {f"{key.upper()}." for key in chosen} if isinstance(item, Choice | Multiple) else ()
        )
        prompts = len(item.prompts) if isinstance(item, Match) else 0
        for label, text in shown_options(item)[prompts:]:
            mark = "> " if label in ticked else "  "
            for row in wrapped(text, self._width, f"{mark}{label} "):
                click.echo(row)

    def page(self, lines: Sequence[str]) -> None:
        """Write a screenful at a time, each but the last until a key is pressed."""
        rows = [row for line in lines for row in wrapped(line, self._width, indent_of(line))]
        height = max(5, shutil.get_terminal_size().lines - 2)
        for start in range(0, len(rows), height):
            if start:
                self._menus.wait("Enter: more")
            for row in rows[start : start + height]:
                click.echo(row, color=self._color)

    def pause(self, more: bool, passage: Sequence[str] = ()) -> None:
        """Wait for a key, so that what was said can be read before the screen scrolls."""
        on = "Enter: next question" if more else "Enter: how it went"
        if not passage:
            self._menus.wait(on)
        elif self._menus.wait(f"{KEY}: the passage. {on}", KEY):
            self.page(passage)
            self._menus.wait(on)

    def wants(self, what: str, key: str) -> bool:
        """Offer it in a menu, below an end."""
        return self._menus.pick("And now?", [(_END, "End"), (key, what)], keys="") == key

    def _head(self, item: Item, place: Place) -> None:
        """Write where we are, the stem, and what a match is asked about."""
        done = "█" * (_PROGRESS * (place.number - 1) // place.total)
        self._title(heading(item, place), f"{done:░<{_PROGRESS}}")
        self.tell([item.stem, ""])
        self._prompts(item)
        sys.stdout.flush()

    def _title(self, text: str, beside: str = "") -> None:
        """Write a heading, and what stands beside it if there is room."""
        *most, last = wrapped(text, self._width)
        click.echo()
        for row in most:
            click.echo(click.style(row, bold=True), color=self._color)
        room = beside and cells(last) + 2 + cells(beside) <= self._width
        click.echo(
            click.style(last, bold=True) + (f"  {beside}" if room else ""), color=self._color
        )

    def _prompts(self, item: Item) -> None:
        """Write what a match is asked about."""
        for number, prompt in enumerate(item.prompts if isinstance(item, Match) else (), 1):
            for row in wrapped(prompt, self._width, f"  {number}. "):
                click.echo(row)

    def _response(self, item: Item, place: Place) -> tuple[str, ...] | Command:
        keys, flag = key_line(item, place), flag_key(item, place)
        match item:
            case Choice():
                reply = self._menus.pick("Your answer", _entries(item), keys, flag)
                return reply if isinstance(reply, Command) else (reply,)
            case Multiple():
                return self._menus.tick("All that fit", _entries(item), keys, flag)
            case Order(options=options):
                return self._each(item, len(options), keys, flag)
            case Match(prompts=prompts):
                return self._each(item, len(prompts), keys, flag)
            case Short():
                return self._words(item, keys, flag)
            case _:
                assert_never(item)

    def _each(
        self, item: Match | Order, count: int, keys: str, flag: str
    ) -> tuple[str, ...] | Command:
        """Return a key for each place or prompt; undo takes back the last pick."""
        picked: list[str] = []
        while len(picked) < count:
            entries = [(key, text) for key, text in _entries(item) if _free(item, key, picked)]
            if isinstance(item, Order) and len(entries) == 1:
                return (*picked, entries[0][0])
            reply = self._menus.pick(self._next_message(item, picked), entries, keys, flag)
            if reply is Command.UNDO and picked:
                picked.pop()
            elif isinstance(reply, Command):
                return reply
            else:
                picked.append(reply)
        return tuple(picked)

    def _next_message(self, item: Match | Order, picked: Sequence[str]) -> str:
        if isinstance(item, Match):
            number = len(picked) + 1
            rows = wrapped(item.prompts[number - 1], self._width - 4, f"{number}. ")
            return "\n ".join([f"So far {said(item, picked)}", *rows] if picked else rows)
        return f"So far {said(item, picked)}; next" if picked else "Which comes first"

    def _words(self, item: Short, keys: str, flag: str) -> tuple[str, ...] | Command:
        """Return what was typed in words."""
        while True:
            typed = self._menus.typed("Your answer:", keys, flag)
            if isinstance(typed, Command):
                return typed
            try:
                return parse_response(item, typed)
            except ResponseError as error:
                self.tell([str(error)])


def _how(item: Item) -> str:
    """Return one sentence that says how to answer with a menu."""
    match item:
        case Choice():
            return "Go to an answer with the arrows or its letter, then press Enter."
        case Multiple():
            return "Tick all that fit with Space or their letters, then press Enter."
        case Order():
            return "Choose what comes first, then what comes next; u takes the last choice back."
        case Match():
            return "Choose an answer for each number in turn; u takes the last choice back."
        case Short():
            return "Type your answer in a few words, then press Enter."
        case _:
            assert_never(item)


def _entries(item: Item) -> list[tuple[str, str]]:
    return [(key, f"{key.upper()}. {text}") for key, text in lettered(item.options)]


def _free(item: Match | Order, key: str, picked: Sequence[str]) -> bool:
    """Return whether an option may still be picked; a partner may be picked again."""
    return isinstance(item, Match) or key not in picked
