"""Menus on a real terminal, by questionary: arrows, letters, and keys for commands."""

from collections.abc import Callable, Sequence
from typing import Any

import click
import questionary
from msgspec import Struct
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth
from questionary.prompts.common import InquirerControl

from debatekit.cli.screen.wrap import wrapped
from debatekit.cli.session.ask import Command
from debatekit.model.text import printable

_COMMANDS = tuple(c for c in Command if c.value and c is not Command.FLAG)

_LABEL = len("A. ")
NO_KEYS = ""
"""No command works: something is chosen that is no answer."""
Pairs = Sequence[tuple[str, str]]
"""What a menu offers: for each entry what it gives back, and its text."""


class Menus(Struct, frozen=True):
    """Asks with menus that are taken off the screen once they are answered."""

    width: int
    color: bool

    def pick(self, message: str, entries: Pairs, keys: str, flag: str = "") -> str | Command:
        """Return what one entry stands for, or a command.

        `keys` says which commands work, if any; `flag` is the key that flags the question.
        """
        how = "Arrows or a letter, then Enter." if keys else "Choose, then Enter."
        question = questionary.select(
            printable(message),
            choices=self._choices(entries, indent=6),
            instruction=self._below(how, keys),
            use_jk_keys=False,
            **self._look(),
            qmark="",
        )
        reply: str | Command = _asked(_with_keys(question, entries, _commands(keys, flag)))
        return reply

    def tick(
        self, message: str, entries: Pairs, keys: str, flag: str = ""
    ) -> tuple[str, ...] | Command:
        """Return what the ticked entries stand for, sorted; at least one must be ticked."""
        question = questionary.checkbox(
            printable(message),
            choices=self._choices(entries, indent=8),
            instruction=self._below("Space or a letter ticks, Enter is done.", keys),
            use_jk_keys=False,
            **self._look(),
            qmark="",
        )
        reply = _asked(_with_keys(question, entries, _commands(keys, flag)))
        if reply == []:
            click.echo("Nothing is ticked.")
            return self.tick(message, entries, keys, flag)
        return reply if isinstance(reply, Command) else tuple(sorted(reply))

    def typed(self, message: str, keys: str, flag: str = "") -> str | Command:
        """Return the words that were typed; a single letter may be a command."""
        for row in self._keys("Type, then Enter.", keys):
            click.echo(row)
        reply = _asked(questionary.text(message, **self._look(), qmark=""))
        if isinstance(reply, Command):
            return reply
        return _commands(keys, flag).get(reply.strip().casefold(), str(reply))

    def level(self, message: str) -> int | Command:
        """Return a certainty, 1 to 3; its number moves there, Enter is done."""
        reply = self.pick(message, [(level, level) for level in "123"], NO_KEYS)
        return reply if isinstance(reply, Command) else int(reply)

    def wait(self, message: str, key: str = "") -> bool:
        """Wait for any key; return whether it was the one that is named."""
        question = questionary.press_any_key_to_continue(message, **self._look())
        if not key:
            return bool(_asked(question))
        keys = KeyBindings()
        for sign in (key, key.upper()):
            keys.add(sign, eager=True)(lambda event: event.app.exit(result=True))
        own = question.application.key_bindings
        question.application.key_bindings = merge_key_bindings([own, keys] if own else [keys])
        return _asked(question) is True

    def _keys(self, how: str, keys: str) -> list[str]:
        """Return the lines that say which keys work."""
        return wrapped(f"{how} {keys}", self.width - 1)

    def _below(self, how: str, keys: str) -> str:
        """Return the keys as lines below a menu's message, gone with the menu."""
        return "".join(f"\n {row}" for row in self._keys(how, keys))

    def _choices(self, entries: Pairs, indent: int) -> list[questionary.Choice]:
        """Return the entries, wrapped by words; further lines stand below the text.

        What the menu writes before an entry takes up all of the indent but a letter's label.
        """
        before, rest = " " * (indent - _LABEL), " " * indent
        rows = ((wrapped(text, self.width - 1, before, rest), value) for value, text in entries)
        return [questionary.Choice("\n".join(found)[len(before) :], value) for found, value in rows]

    def _look(self) -> dict[str, Any]:
        depth = None if self.color else ColorDepth.DEPTH_1_BIT
        return {"erase_when_done": True, "color_depth": depth}


def _asked(question: questionary.Question) -> Any:
    """Return the answer; Ctrl-C is passed on, the end of the input is a command."""
    try:
        return question.unsafe_ask()
    except EOFError:
        return Command.ENDED


def _commands(keys: str, flag: str) -> dict[str, Command]:
    """Return the commands that work, by their keys."""
    found: dict[str, Command] = {c.value: c for c in _COMMANDS} if keys else {}
    return {**found, flag: Command.FLAG} if flag else found


def _with_keys(
    question: questionary.Question, entries: Pairs, commands: dict[str, Command]
) -> questionary.Question:
    """Return the menu with letters that move to an entry, or tick it, and with commands."""
    app = question.application
    found = (c for c in app.layout.find_all_controls() if isinstance(c, InquirerControl))
    control, keys = next(found), KeyBindings()
    # Some terminals, and whatever types ahead, end a line with a line feed.
    keys.add("c-j", eager=True)(lambda event: event.key_processor.feed(KeyPress(Keys.ControlM)))
    for key, command in commands.items():
        keys.add(key, eager=True)(_leave_with(command))
    for place, (value, _) in enumerate(entries):
        if len(value) == 1 and value not in commands:
            keys.add(value, eager=True)(_go_to(control, place, value))
            keys.add(value.upper(), eager=True)(_go_to(control, place, value))
    app.key_bindings = merge_key_bindings([app.key_bindings, keys] if app.key_bindings else [keys])
    return question


def _leave_with(command: Command) -> Callable[[KeyPressEvent], None]:
    return lambda event: event.app.exit(result=command)


def _go_to(control: InquirerControl, place: int, value: str) -> Callable[[KeyPressEvent], None]:
    """Return what a letter does: move there; in a menu with ticks, tick or untick as well."""

    def act(event: KeyPressEvent) -> None:
        control.pointed_at = place
        if control.use_indicator:
            ticked = control.selected_options
            ticked.remove(value) if value in ticked else ticked.append(value)

    return act
