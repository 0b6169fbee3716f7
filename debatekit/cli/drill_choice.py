"""The drills in which one of three is right: rebut, cx, burden."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from threading import Timer

import click

from debatekit.cli.context import Settings
from debatekit.cli.drill_parts import begin, close, drill_options, size_option
from debatekit.cli.drill_round import ask_round, begin_round
from debatekit.generate.burden import is_discharged
from debatekit.model.progress import Attempt
from debatekit.practice.drilling import FLOOR_MS, usual_s

CLOCK_S = 20
LONGEST_CLOCK_S = 3600


@click.command("rebut")
@drill_options
@size_option()
@click.option(
    "--clock",
    "clock_s",
    type=click.IntRange(1, LONGEST_CLOCK_S),
    metavar="SECONDS",
    help="How long each choice may take; 20 on a terminal, no clock in plain mode.",
)
@click.option("--no-clock", is_flag=True, help="No clock.")
@click.pass_obj
def rebut(
    settings: Settings,
    lesson_id: str,
    size: int,
    seed: int | None,
    clock_s: int | None,
    no_clock: bool,
) -> None:
    """Choose, in time, what meets an argument directly.

    Only what is right counts. The time is told beside it; an answer in less than 8 seconds
    counts as one in 8, and one after the clock has run out still counts.
    """
    if no_clock and clock_s is not None:
        raise click.UsageError("--clock and --no-clock exclude each other")
    usual = None if settings.plain or no_clock else CLOCK_S
    clock_s = usual if clock_s is None else clock_s
    drill = begin(settings, lesson_id, seed)
    session = begin_round(drill.material.id, drill.few("rebut", size))
    rings = clock_s is not None and not settings.plain
    if clock_s is not None:
        then = ", then rings" if rings else ""
        said = f"The clock gives {clock_s} seconds for each choice{then}; late ones count."
        drill.asker.tell([said])
    clock = partial(_ringing, clock_s) if rings and clock_s else nullcontext
    session, done = ask_round(drill.asker, session, timed(clock_s), clock=clock)
    if done:
        drill.asker.tell(times([made for _, made in session.answered], clock_s))
        close(drill, session)


@contextmanager
def _ringing(after_s: int) -> Iterator[None]:
    """Ring once if what is done within takes longer than that; it goes on all the same."""
    bell = Timer(after_s, lambda: click.echo("\a", nl=False))
    bell.daemon = True
    bell.start()
    try:
        yield
    finally:
        bell.cancel()


def timed(clock_s: int | None) -> Callable[[Attempt], Sequence[str]]:
    """Return what is said of an answer's time."""

    def told(made: Attempt) -> Sequence[str]:
        took = f"Time: {_seconds(made.took_ms)}"
        if clock_s is None:
            return [f"{took}."]
        late = made.took_ms > clock_s * 1000
        return [f"{took}, {'after' if late else 'within'} the {clock_s} of the clock."]

    return told


def _seconds(took_ms: int) -> str:
    """Return a time in words, those below the least one as that."""
    if took_ms < FLOOR_MS:
        return f"under {FLOOR_MS // 1000} seconds"
    return f"{took_ms / 1000:.0f} seconds"


def times(attempts: Sequence[Attempt], clock_s: int | None) -> list[str]:
    """Return the usual time, and how many were in time."""
    usual = usual_s(attempts)
    if usual is None:
        return []
    lines = ["", f"Usual time: {usual:.0f} seconds; less than 8 counts as 8."]
    if clock_s is not None:
        in_time = sum(made.took_ms <= clock_s * 1000 for made in attempts)
        lines.append(f"Within the clock: {in_time} of {len(attempts)}.")
    return lines


@click.command("cx")
@drill_options
@size_option()
@click.pass_obj
def cx(settings: Settings, lesson_id: str, size: int, seed: int | None) -> None:
    """Choose the question for cross-examination.

    Right is one that tests what the other side's step still needs. A point of your own, a
    question for another pattern, and one that has been answered already are not.
    """
    drill = begin(settings, lesson_id, seed)
    session, done = ask_round(drill.asker, begin_round(drill.material.id, drill.few("cx", size)))
    if done:
        close(drill, session)


@click.command("burden")
@drill_options
@size_option()
@click.pass_obj
def burden(settings: Settings, lesson_id: str, size: int, seed: int | None) -> None:
    """Say whether the burden of proof is discharged.

    It is where the claim that must be proved stands on what is on the table. What is
    contested is not proved; that is a rule of debate, not a finding of what is true.
    """
    drill = begin(settings, lesson_id, seed)
    items = drill.few("burden", size, is_discharged)
    session, done = ask_round(drill.asker, begin_round(drill.material.id, items))
    if done:
        close(drill, session)
