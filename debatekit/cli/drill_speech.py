"""The drill on time: speeches of a format, one after another, with a timekeeper's signals."""

import time
from collections.abc import Mapping, Sequence

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.drill_timekeeper import KEYS, Timekeeper
from debatekit.cli.drill_timekeeper_screen import LineBoard, StandardEar, TerminalBoard
from debatekit.cli.screen.output import say
from debatekit.cli.workspace.places import workspace_of
from debatekit.diagnostics import did_you_mean
from debatekit.model.lesson import Lesson, MotionFormat
from debatekit.model.speech import SPEECH_FORMATS, Speech, SpeechFormat, Style
from debatekit.practice.signals import clock_text
from debatekit.read import read_material

CHECK = "Check your tournament's rules."
STYLES: Mapping[MotionFormat, Style] = {
    "pf": "pf",
    "ld": "ld",
    "policy": "policy_hs",
    "bp": "bp",
    "wsdc": "wsdc",
}
"""The format that is meant where a motion names one."""
Numbered = Sequence[tuple[int, Speech]]


@click.command("speech")
@click.argument("lesson_id", metavar="[LESSON]", required=False)
@click.option(
    "--format",
    "style",
    type=click.Choice(list(SPEECH_FORMATS)),
    help="The speech format; left out, that of the lesson's first motion, or pf.",
)
@click.option("--speech", "wanted", metavar="NAME", help="One speech alone, by name or number.")
@click.option("--list", "listed", is_flag=True, help="Only list the speeches.")
@shared_options
@click.pass_obj
def speech(
    settings: Settings, lesson_id: str | None, style: Style | None, wanted: str | None, listed: bool
) -> None:
    """Keep the time of speeches, with a timekeeper's signals.

    Signals come when points of information open and close, with a minute left, at time, and
    15 seconds later. LESSON, which may be left out, gives the motion.
    """
    lesson = read_material(workspace_of(settings), lesson_id).lesson if lesson_id else None
    style = style or _usual(lesson)
    form = SPEECH_FORMATS[style]
    speeches = _chosen(form, wanted)
    board = LineBoard(settings.width) if settings.plain else TerminalBoard(settings.width)
    for line in (*_head(form), *_motion(lesson, style)):
        board.say(line)
    if listed:
        for number, one in speeches:
            board.say(_told(form, number, one))
        return
    _keep(board, form, speeches)


def _usual(lesson: Lesson | None) -> Style:
    """Return the format of a lesson's first motion, else Public Forum."""
    return STYLES[lesson.motions[0].format] if lesson and lesson.motions else "pf"


def _motion(lesson: Lesson | None, style: Style) -> list[str]:
    """Return the lesson's first motion that is meant for the format, as a line."""
    motions = lesson.motions if lesson else ()
    found = [motion.text for motion in motions if STYLES[motion.format] == style]
    return [f"Motion: {found[0]}"] if found else []


def _head(form: SpeechFormat) -> list[str]:
    """Return what is to be known of a format before its speeches."""
    lines = [f"{form.name}, {form.minutes} minutes. {CHECK}", f"Preparation: {form.preparation}."]
    return [*lines, form.note] if form.note else lines


def _told(form: SpeechFormat, number: int, one: Speech) -> str:
    """Return a speech as it is listed."""
    who = {"first": form.first, "second": form.second, "both": "both sides"}[one.team]
    place = f"Speech {number} of {len(form.speeches)}"
    return f"{place}: {one.name}, {who}, {clock_text(one.minutes * 60)}"


def _chosen(form: SpeechFormat, wanted: str | None) -> Numbered:
    """Return the speeches with their numbers: all, or the first of that name or number."""
    numbered = [*enumerate(form.speeches, 1)]
    if wanted is None:
        return numbered
    named = wanted.casefold()
    for number, one in numbered:
        if named in (str(number), one.name.casefold()):
            return [(number, one)]
    hint = did_you_mean(wanted, [one.name for one in form.speeches]) or "--list shows them all"
    raise click.UsageError(f"{form.name} has no speech {wanted!r}; {hint}")


def _keep(board: LineBoard, form: SpeechFormat, speeches: Numbered) -> None:
    """Run the speeches, each once somebody is ready for it."""
    ear = StandardEar()
    keeper = Timekeeper(now=time.monotonic, ear=ear, board=board)
    for done, (number, one) in enumerate(speeches):
        board.say("")
        board.say(f"{_told(form, number, one)}.")
        ready = _ready(board, ear)
        ending = keeper.run(one) if ready == "" else "next"
        if ready is None or ready == "q" or ending == "stop":
            _stopped(board, done, len(speeches), ended=ready is None)
            return
    board.say("")
    board.say("All speeches are over." if len(speeches) > 1 else "The speech is over.")


def _stopped(board: LineBoard, done: int, total: int, *, ended: bool) -> None:
    said = f"{done} of {total} done."
    if ended:
        say(f"The input ended. {said}")
    else:
        board.say(f"Stopped. {said}")


def _ready(board: LineBoard, ear: StandardEar) -> str | None:
    """Wait until a speech is to begin, and return what was typed: '', 's' or 'q'.

    Nothing is returned if the input has ended.
    """
    while True:
        board.prompt("Enter starts it (? help, s skip, q stop):")
        typed = ear.line(None)
        board.answered(typed or "")
        if typed is None:
            return None
        if (word := typed.strip().casefold()) in ("", "s", "q"):
            return word
        board.say(f"Enter starts the speech, s skips it, q stops. {KEYS}")
