"""What the drills have in common: their options, the lesson, how they end."""

from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

import click
from msgspec import Struct

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.session.ask import Asker, asker
from debatekit.cli.workspace.places import workspace_of
from debatekit.generate.drilling import DrillName, drill_items
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.practice.drilling import SIDES, chosen, of_the_author, tally
from debatekit.practice.session import Session
from debatekit.read import read_material

F = TypeVar("F", bound=Callable[..., Any])
USUAL, MOST = 8, 100
"""How many questions a drill asks, and how many may be asked for."""
LARGEST_SEED = 2**63 - 1
_SEED_BITS = 31
WHOSE = {"author": "the author's side", "counter": "the critics' side"}


class Drill(Struct, frozen=True, kw_only=True):
    """A lesson to be drilled on, and who asks."""

    material: Material
    graph: Graph
    seed: int
    asker: Asker

    def few(
        self, name: DrillName, most: int, halves: Callable[[Item], bool] = of_the_author
    ) -> tuple[Item, ...]:
        """Return the questions of this run, at most so many; stop with a message for none."""
        items = drill_items(name, self.material, self.graph, self.seed)
        found = chosen(items, most, Random(f"{self.seed}/drill"), halves)
        if not found:
            raise click.ClickException(nothing(name, self.material.id))
        return found


def nothing(name: str, lesson: str) -> str:
    """Return that a lesson has nothing for a drill."""
    return f"{lesson} has nothing for the drill {name}; 'debatekit map {lesson}' shows its argument"


def drill_options(command: F) -> F:
    """Let a drill take a lesson and a seed."""
    most = click.IntRange(0, LARGEST_SEED)
    command = shared_options(command)
    command = click.option("--seed", type=most, help="The same questions again.")(command)
    return click.argument("lesson_id", metavar="LESSON")(command)


def size_option(usual: int = USUAL) -> Callable[[F], F]:
    """Let a drill take how many questions it asks."""
    size = click.IntRange(1, MOST)
    return click.option(
        "-n", "size", type=size, default=usual, show_default=True, help="How many questions."
    )


def begin(settings: Settings, lesson_id: str, seed: int | None) -> Drill:
    """Return the drill on a lesson, its questions drawn by the seed or by chance."""
    material = read_material(workspace_of(settings), lesson_id)
    return Drill(
        material=material,
        graph=derive(material),
        seed=Random().getrandbits(_SEED_BITS) if seed is None else seed,
        asker=asker(settings),
    )


def close(drill: Drill, session: Session) -> None:
    """Say how it went, by side where both were asked about, and that nothing is kept."""
    answered = session.answered
    lines = ["", f"Done: {tally(answered)}."]
    sides = [(side, tally(answered, side)) for side in SIDES]
    if all(found.asked for _, found in sides):
        lines.append(
            "; ".join(f"{WHOSE[side]} {found}" for side, found in sides).capitalize() + "."
        )
    drill.asker.tell([*lines, not_kept(drill.material.id)])


def not_kept(lesson: str) -> str:
    """Return that a drill leaves no trace, and what does."""
    return f"A drill is not kept. What counts is 'debatekit quiz {lesson}'."
