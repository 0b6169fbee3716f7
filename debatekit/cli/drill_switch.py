"""The drill on both sides of one contention: defend the one, then the other."""

from random import Random

import click
from msgspec.structs import replace

from debatekit.cli.context import Settings
from debatekit.cli.drill_parts import MOST, WHOSE, begin, close, drill_options, nothing
from debatekit.cli.drill_round import ask_round, begin_round
from debatekit.generate.phrases import quoted
from debatekit.generate.switch_sides import switch_of
from debatekit.model.progress import Attempt
from debatekit.practice.arrange import arrange

USUAL = 4


@click.command("switch")
@drill_options
@click.option(
    "-n",
    "size",
    type=click.IntRange(1, MOST),
    default=USUAL,
    show_default=True,
    help="How many questions for each side.",
)
@click.pass_obj
def switch(settings: Settings, lesson_id: str, seed: int | None, size: int) -> None:
    """Defend both sides of one contention, one after the other.

    The contention, and the side that comes first, are drawn. Both rounds ask the same number
    of questions of the same sorts, and how they went is shown side by side.
    """
    drill = begin(settings, lesson_id, seed)
    found = switch_of(drill.material, drill.graph, drill.seed, size)
    if found is None:
        raise click.ClickException(nothing("switch", drill.material.id))
    drill.asker.tell([f"The contention: {quoted(drill.graph.claims[found.contention].text)}"])
    rng, made = Random(f"{drill.seed}/options"), tuple[Attempt, ...]()
    items = [item for one in found.rounds for item in one.items]
    for number, one in enumerate(found.rounds, 1):
        drill.asker.tell(["", f"Round {number} of 2: you defend {WHOSE[one.side]}."])
        part = begin_round(drill.material.id, arrange(one.items, rng))
        session, done = ask_round(drill.asker, part, of=(len(made), len(items)))
        if not done:
            return
        made += session.attempts
    close(drill, replace(begin_round(drill.material.id, items), attempts=made))
