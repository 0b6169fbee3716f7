"""Asker: whatever puts an item to a learner and brings back the answer."""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from msgspec import Struct

from debatekit.cli.context import Settings
from debatekit.model.item import KEYS, Item, Match, Option, Short
from debatekit.practice.feedback import hint
from debatekit.practice.session import Answer

SOLVED = "This one is solved for you and does not count."


class Command(Enum):
    """What a learner may do instead of answering."""

    STOP = "q"
    SKIP = "s"
    UNDO = "u"
    HELP = "?"
    FLAG = "f"
    ENDED = ""
    """The input has ended: nobody is there any more."""


class Place(Struct, frozen=True, kw_only=True):
    """Where in the session an item stands, and what may be asked or done there."""

    number: int
    total: int
    certainty: bool = False
    second: bool = False
    """The same question once more, after a hint."""
    above: bool = False
    """The question already stands on the screen, just above."""
    flags: bool = False
    """The question can be flagged, to come back at the end."""
    kept: bool = True
    """What was answered is kept when the learner stops; of a drill nothing is."""


class Asker(Protocol):
    """Puts items to a learner, one at a time, and shows lines of text."""

    def ask(self, item: Item, place: Place) -> Answer | Command:
        """Return the answer, or what is to be done instead (never HELP)."""

    def tell(self, lines: Sequence[str]) -> None:
        """Show lines of text, wrapped to the screen."""

    def example(self, item: Item, place: Place, solution: Sequence[str]) -> None:
        """Show a question solved, before another one; a key passes it by."""

    def options(self, item: Item, chosen: Sequence[str]) -> None:
        """Show the options again, if they are gone from the screen, with what was chosen."""

    def page(self, lines: Sequence[str]) -> None:
        """Show what may be longer than a screen; on a terminal a screenful at a time."""

    def pause(self, more: bool, passage: Sequence[str] = ()) -> None:
        """Wait until what was said has been read; `more` questions follow, or the end.

        Where there is somebody to press a key, one shows the passage.
        """

    def wants(self, what: str, key: str) -> bool:
        """Return whether the learner wants what is offered; its key stands for yes."""


def asker(settings: Settings) -> Asker:
    """Return the asker for this screen; only a real terminal imports the prompts."""
    if settings.plain:
        from debatekit.cli.session.ask_plain import PlainAsker

        return PlainAsker(settings.width)
    from debatekit.cli.session.ask_terminal import TerminalAsker

    return TerminalAsker(settings.width, settings.color)


def heading(item: Item, place: Place) -> str:
    """Return the line that says where in the session we are."""
    again = ", second try" if place.second else ""
    return f"Question {place.number} of {place.total}, {item.strand}{again}"


def example_heading(item: Item, place: Place) -> str:
    """Return the line above a worked example."""
    return f"{heading(item, place)}: first a worked example"


def flag_key(item: Item, place: Place) -> str:
    """Return the key that flags the question; nothing where flags lead nowhere.

    It is `f`, or a star where `f` is one of the options.
    """
    if not place.flags:
        return ""
    return "*" if len(item.options) > KEYS.index("f") else "f"


def key_line(item: Item, place: Place) -> str:
    """Return which keys work beside the answer."""
    flag = flag_key(item, place)
    keys = ["? help", "s skip", "u undo", *([f"{flag} flag"] if flag else []), "q stop"]
    return ", ".join(keys)


def told_flag(flagged: bool) -> str:
    """Return what is said when a flag is set or taken off."""
    return "Flagged: it comes back at the end." if flagged else "The flag is off."


def lettered(options: Sequence[Option]) -> list[tuple[str, str]]:
    """Return each option's key and text."""
    return [(KEYS[place], option.text) for place, option in enumerate(options)]


def shown_options(item: Item) -> list[tuple[str, str]]:
    """Return what stands below the stem: a label and a text for each line."""
    prompts = item.prompts if isinstance(item, Match) else ()
    options = () if isinstance(item, Short) else item.options
    numbered = [(f"{number}.", prompt) for number, prompt in enumerate(prompts, 1)]
    return numbered + [(f"{key.upper()}.", text) for key, text in lettered(options)]


def help_lines(item: Item, place: Place, how: str) -> list[str]:
    """Return how to answer on this screen, which keys work, and the item's hint if it has one."""
    flag = flag_key(item, place)
    mark = f" {flag} flag the question, to come back to it," if flag else ""
    stop = "q stop and keep all." if place.kept else "q stop."
    keys = f"? this help, s skip the question, u take back the last answer,{mark} {stop}"
    return [how, f"Keys: {keys}", hint(item) or "This question has no hint."]


def indent_of(line: str) -> str:
    """Return the spaces that a line begins with."""
    return " " * (len(line) - len(line.lstrip(" ")))


def said(item: Item, response: Sequence[str]) -> str:
    """Return a response as it is typed in plain mode, in capitals."""
    if isinstance(item, Short):
        return " ".join(response)
    if isinstance(item, Match):
        return " ".join(f"{number}{key.upper()}" for number, key in enumerate(response, 1))
    return " ".join(key.upper() for key in response)
