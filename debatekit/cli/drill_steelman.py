"""The drill on fair summaries: pick one, write one, look it over; the writing is never scored."""

from typing import assert_never

import click
from msgspec import Struct
from msgspec.structs import replace

from debatekit.cli.context import Settings
from debatekit.cli.drill_parts import WHOSE, Drill, begin, close, drill_options
from debatekit.cli.drill_round import ask_round, begin_round, stopped
from debatekit.cli.session.ask import Asker, Command, Place
from debatekit.model.item import Item, Multiple, Option, Short
from debatekit.model.progress import Attempt
from debatekit.practice.session import Answer, Session

MOST_WORDS = 40
CHECKS = (
    "It gives the main claim of that side",
    "It gives that side's strongest reason",
    "No word in it is charged",
    "Somebody who holds that position would sign it",
)
_STEPS = 3
"""Picking, writing and looking over, for each side."""
_OVER = (Command.STOP, Command.ENDED)


class _Course(Struct, frozen=True):
    """Who asks, and how many questions there are in all."""

    asker: Asker
    total: int


@click.command("steelman")
@drill_options
@click.pass_obj
def steelman(settings: Settings, lesson_id: str, seed: int | None) -> None:
    """Pick a fair summary of each side, then write one.

    What you write, in 40 words at most, is neither scored nor kept: you look it over
    yourself, by four questions.
    """
    drill = begin(settings, lesson_id, seed)
    items = drill.few("steelman", 2)
    course = _Course(drill.asker, _STEPS * len(items))
    made: tuple[Attempt, ...] = ()
    for place, item in enumerate(items):
        found = _side(drill, course, item, _STEPS * place)
        if found is None:
            return
        made += found.attempts
    close(drill, replace(begin_round(drill.material.id, items), attempts=made))


def _side(drill: Drill, course: _Course, item: Item, before: int) -> Session | None:
    """Go through the steps on one side; return what was picked, or nothing for a stop."""
    one = begin_round(drill.material.id, [item])
    session, done = ask_round(course.asker, one, of=(before, course.total))
    if not done or not _write(course, item, before + 1):
        return None
    return session


def _write(course: _Course, item: Item, before: int) -> bool:
    """Ask for a summary and have it looked over; return whether to go on."""
    summary = _summary(item)
    while True:
        reply = course.asker.ask(summary, _place(course, before))
        match reply:
            case Command.STOP | Command.ENDED:
                stopped(course.asker, before, course.total, ended=reply is Command.ENDED)
                return False
            case Command.SKIP:
                course.asker.tell(["Skipped."])
                return True
            case Answer(response=response) if (over := len(response[0].split())) > MOST_WORDS:
                course.asker.tell([f"That is {over} words, and {MOST_WORDS} at most. Once more:"])
            case Answer(response=response):
                course.asker.options(summary, response)
                checked = _look_over(course, before + 1)
                if checked is not Command.UNDO:
                    return checked not in _OVER
            case Command.UNDO | Command.HELP | Command.FLAG:
                course.asker.tell(["There is no answer to take back."])
            case _:
                assert_never(reply)


def _look_over(course: _Course, before: int) -> Answer | Command:
    """Ask which of the four hold, and say which are open."""
    checks = _checks()
    reply = course.asker.ask(checks, _place(course, before))
    if reply in _OVER:
        stopped(course.asker, before, course.total, ended=reply is Command.ENDED)
    elif reply is not Command.UNDO:
        held = reply.response if isinstance(reply, Answer) else ()
        course.asker.options(checks, held)
        left = [said for key, said in zip("abcd", CHECKS, strict=True) if key not in held]
        course.asker.tell(["All four hold."] if not left else ["Still open:", *_listed(left)])
        course.asker.pause(before + 1 < course.total)
    return reply


def _listed(left: list[str]) -> list[str]:
    return [f"  - {said}." for said in left]


def _place(course: _Course, before: int) -> Place:
    return Place(number=before + 1, total=course.total, kept=False)


def _summary(item: Item) -> Short:
    """Return the task to write a summary of the item's side."""
    return Short(
        id="summary",
        generator="drill",
        strand=item.strand,
        stem=f"Now write, in {MOST_WORDS} words at most, a summary that {WHOSE[item.side]} would"
        " sign. It is not scored.",
        target=item.target,
        hint="Give its main claim and its strongest reason, in words it could use itself.",
        side=item.side,
        accepted=(),
    )


def _checks() -> Multiple:
    """Return the list by which somebody looks over a summary."""
    return Multiple(
        id="checks",
        generator="drill",
        strand="rebuttal",
        stem="Look your summary over: which of these hold? Skip it if none does yet; u goes"
        " back to writing.",
        target="checks",
        hint="Read it as somebody who holds the position would.",
        options=tuple(Option(text=said, correct=True) for said in CHECKS),
    )
