"""The small lesson on a street, whole and with parts left out, and the questions on it.

Nothing that was generated is kept from one test to the next, so that each test runs all that
it is about.
"""

from copy import deepcopy
from functools import cache
from random import Random

from debatekit.generate import GENERATORS, generate_items
from debatekit.generate.drilling import DRILLS, DrillName, drill_items
from debatekit.generate.flow_round import FlowRound, flow_rounds
from debatekit.generate.whole import whole_items
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from tests.generate.made import material_of
from tests.generate.raw import SMALL, RawLesson, raw_lesson
from tests.generate.thinned import thinned

SEEDS = range(6)
"""So many times parts are left out of the lesson, each time others."""
FLOW = "flow"
OF_DRILLS: tuple[DrillName, ...] = ("cx", "burden")
SORTS = (*GENERATORS, *OF_DRILLS, FLOW)
"""All that finds questions: what makes a quiz, the drills with questions of their own, a round."""

_written = cache(raw_lesson)


def town() -> RawLesson:
    """Return the lesson as it is written, to be changed at will."""
    return deepcopy(_written(SMALL / "town", "street"))


def bare_town() -> RawLesson:
    """Return the lesson without what it could do without, such as paragraphs and short forms."""
    raw = town()
    listed = [*raw.source["claims"].values(), *raw.lesson["claims"].values()]
    listed += raw.source["wording"] + raw.source["statements"]
    for counter in raw.lesson["contentions"][0]["counterarguments"]:
        listed += [counter, *counter.get("replies", [])]
    for entry in listed:
        for key in ("paragraphs", "short", "effect", "charity"):
            entry.pop(key, None)
    return raw


def answered_town() -> RawLesson:
    """Return the lesson with an answer to every counterargument, so that it has a round."""
    raw = town()
    parents = raw.lesson["contentions"][0]["counterarguments"][3]
    parents["replies"] = [
        {"id": "town-decides", "text": "The street belongs to the town.", "answers": "rebuts"}
    ]
    return raw


def without_parts(seed: int) -> RawLesson:
    """Return the lesson with some parts left out, but no reason without a premise."""
    raw = thinned(seed, (0.1, 0.2, 0.35)[seed % 3], [""])
    for holder in (raw.lesson["contentions"], raw.lesson["contentions"][0]["counterarguments"]):
        for entry in holder:
            listed = entry.get("reasons", [])
            entry["reasons"] = [one for one in listed if one.get("premises")]
    return raw


def items_of(raw: RawLesson, seed: int = 0) -> tuple[Item, ...]:
    """Return all questions of a quiz on a lesson."""
    material = material_of(raw)
    return generate_items(material, derive(material), seed)


def items_by(sort: str, raw: RawLesson, seed: int = 0) -> tuple[Item, ...]:
    """Return what one generator, or one drill, asks about a lesson."""
    material = material_of(raw)
    graph = derive(material)
    if sort in GENERATORS:
        found = GENERATORS[sort](material, graph, Random(f"{seed}:{sort}"))
        return tuple(whole_items(found, material, graph, seed))
    if sort == FLOW:
        return tuple(item for one in rounds_of(raw, seed) for item in one.items)
    [drill] = [name for name in DRILLS if name == sort]
    return drill_items(drill, material, graph, seed)


def rounds_of(raw: RawLesson, seed: int = 0) -> list[FlowRound]:
    """Return the rounds that there are on a lesson."""
    material = material_of(raw)
    return list(flow_rounds(material, derive(material), seed))
