"""A part of the map worked out as text, shown where questions on it keep going wrong."""

from debatekit.cli.workspace.course import Course
from debatekit.logic.structure import step_end
from debatekit.maps import outline, part_of
from debatekit.model.item import Item

_MOST_LINES = 16


def worked_lines(course: Course, item: Item) -> list[str]:
    """Return the step of the argument that an item is about, as a nested list."""
    graph = course.graph
    tops = [top for name in item.about if (top := step_end(graph, name))]
    if not tops:
        return []
    part = part_of(graph, tops[0], elsewhere=graph.claims)
    shown = outline(part, course.material.others)
    lines = [f"{'  ' * line.depth}{line.text}" for line in shown]
    return lines[:_MOST_LINES]
