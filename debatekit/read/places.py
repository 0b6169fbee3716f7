"""Where each part of a file was written, looked up only when somebody asks."""

from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from debatekit.model.document import Location, Step
from debatekit.read.nodes import compose, location


class Found(NamedTuple):
    """A part of a file: its value, and its key where it has one."""

    value: Node
    key: Node | None = None

    @property
    def shown(self) -> Node:
        """The node to point at: the value if it stands beside its key, else the key."""
        if self.key is None:
            return self.value
        block = isinstance(self.value, CollectionNode) and not self.value.flow_style
        empty = isinstance(self.value, ScalarNode) and not (self.value.value or self.value.style)
        return self.key if block or empty else self.value


class Places:
    """The places of a file's parts. Keeps the text, and reads it again at the first question.

    Nodes with their marks weigh fifty times what the text does; hardly any file is asked.
    """

    def __init__(self, text: str, shown: str) -> None:
        self._text = text
        self._shown = shown
        self._root: Node | None = None

    def __call__(self, steps: tuple[Step, ...]) -> Location:
        """Return where a part stands, or its nearest parent that is there."""
        if self._root is None:
            self._root = compose(self._text, self._shown)
        return location(self._shown, find(self._root, steps).shown)


def find(root: Node, steps: tuple[Step, ...]) -> Found:
    """Return a part of a file, or its nearest parent that is there."""
    found = Found(root)
    for step in steps:
        inner = _entry(found.value, step)
        if inner is None:
            return found
        found = inner
    return found


def _entry(node: Node, step: Step) -> Found | None:
    """Return one entry of a collection, if it has it."""
    if isinstance(node, SequenceNode) and isinstance(step, int):
        return Found(node.value[step]) if 0 <= step < len(node.value) else None
    if isinstance(node, MappingNode):
        pairs = (Found(value, key) for key, value in node.value)
        return next((pair for pair in pairs if pair.key and pair.key.value == step), None)
    return None
