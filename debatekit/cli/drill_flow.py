"""The drill on the flow: what answers what, and what was dropped."""

from collections.abc import Iterator
from itertools import islice

import click
from msgspec.structs import replace

from debatekit.cli.context import Settings
from debatekit.cli.drill_parts import begin, close, drill_options, nothing
from debatekit.cli.drill_round import ask_round, begin_round
from debatekit.generate.flow_round import FlowRound, flow_rounds
from debatekit.logic.flow import CONVENTION, state_after
from debatekit.model.flow import Flow, Move
from debatekit.model.progress import Attempt

USUAL, MOST = 2, 20
SPEECHES = (
    "A1 is the author's speech, N1 what the critics answer, A2 what the author's side replies."
)


@click.command("flow")
@drill_options
@click.option(
    "--rounds",
    type=click.IntRange(1, MOST),
    default=USUAL,
    show_default=True,
    help="How many rounds of four questions, if the lesson has as many.",
)
@click.pass_obj
def flow(settings: Settings, lesson_id: str, seed: int | None, rounds: int) -> None:
    """Link replies to what they answer, and spot what was dropped.

    In each round both sides let one argument drop. Dropped means conceded in the flow: a
    convention by which debates are judged, not a sign that the argument is true.
    """
    drill = begin(settings, lesson_id, seed)
    found = [*islice(flow_rounds(drill.material, drill.graph, drill.seed), rounds)]
    if not found:
        raise click.ClickException(nothing("flow", drill.material.id))
    items = [item for one in found for item in one.items]
    made: tuple[Attempt, ...] = ()
    for number, one in enumerate(found, 1):
        drill.asker.tell(["", f"Round {number} of {len(found)}. {SPEECHES}"])
        part = begin_round(drill.material.id, one.items)
        session, done = ask_round(drill.asker, part, of=(len(made), len(items)))
        if not done:
            return
        made += session.attempts
        drill.asker.tell(["", "The flow of this round:", *_lines(one)])
    drill.asker.tell(["", CONVENTION])
    close(drill, replace(begin_round(drill.material.id, items), attempts=made))


def _lines(one: FlowRound) -> Iterator[str]:
    """Yield the flow as a nested list: each argument, below it what answers it."""
    end = state_after(one.flow, one.flow.speeches[-1].name)
    first = one.flow.speeches[0].name
    for move in one.flow.moves:
        if move.speech == first:
            yield from _below(one, move, end.dropped, "  ")


def _below(one: FlowRound, move: Move, dropped: frozenset[str], indent: str) -> Iterator[str]:
    """Yield a move and what answers it."""
    end = ": dropped" if move.id in dropped else ""
    yield f"{indent}- {move.speech} {one.texts[move.id]}{end}"
    for answer in _answers(one.flow, move.id):
        yield from _below(one, answer, dropped, f"{indent}  ")


def _answers(flow: Flow, move: str) -> Iterator[Move]:
    return (other for other in flow.moves if move in other.answers)
