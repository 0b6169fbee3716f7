"""A part of the map worked out as text, shown where questions on it keep going wrong."""

from debatekit.cli.course import Course
from debatekit.maps import outline, part_of
from debatekit.model.graph import Graph
from debatekit.model.item import Item

_MOST_LINES = 16


def worked_lines(course: Course, item: Item) -> list[str]:
    """Return the step of the argument that an item is about, as a nested list."""
    graph = course.graph
    tops = [top for name in item.about if (top := _top(graph, name))]
    if not tops:
        return []
    part = part_of(graph, tops[0], elsewhere=graph.claims)
    actors = {**course.material.source.actors, **course.material.lesson.actors}
    names = {name: actor.name for name, actor in actors.items()}
    lines = [f"{'  ' * line.depth}{line.text}" for line in outline(part, names)]
    return lines[:_MOST_LINES]


def _top(graph: Graph, name: str) -> str:
    """Return the claim that the step around a claim, a reason or an attack leads to."""
    if name in graph.inferences:
        return graph.inferences[name].conclusion
    if name not in graph.claims:
        return ""
    if any(step.conclusion == name for step in graph.inferences.values()):
        return name
    for step in graph.inferences.values():
        if name in step.premises:
            return step.conclusion
    attacked = next((one.target for one in graph.conflicts if one.source == name), name)
    return graph.inferences[attacked].conclusion if attacked in graph.inferences else attacked
