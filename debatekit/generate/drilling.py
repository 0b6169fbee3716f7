"""The questions of a drill, by its name; they need not be among those of a quiz."""

from collections.abc import Mapping
from importlib import import_module
from random import Random
from typing import Literal

from debatekit.generate.catalogue import Generator
from debatekit.generate.whole import whole_items
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material

DrillName = Literal["steelman", "rebut", "cx", "burden"]

DRILLS: Mapping[DrillName, str] = {
    "steelman": "steelman",
    "rebut": "best_rebuttal",
    "cx": "cross_examination",
    "burden": "burden",
}
"""By the drill's name, the module and function that find its questions."""


def drill_items(name: DrillName, material: Material, graph: Graph, seed: int) -> tuple[Item, ...]:
    """Return all the questions that a drill has on a lesson; the same seed gives the same.

    As in a quiz, none is there without proof, nor with a fact that does not hold.
    """
    module = DRILLS[name]
    generator: Generator = getattr(import_module(f"debatekit.generate.{module}"), module)
    found = generator(material, graph, Random(f"{seed}:{module}"))
    return tuple(whole_items(found, material, graph, seed))
