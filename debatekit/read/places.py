"""Where each part of a file was written, looked up only when somebody asks."""

from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from debatekit.model.location import Location, Step
from debatekit.read.bibliography import arranged
from debatekit.read.nodes import compose, location


def composed(text: str, shown: str, kind: str) -> Node:
    """Return a file's root node, in the form that its kind has; raises `InvalidFileError`."""
    if kind == "references":
        return arranged(compose(text, shown, "references:"))
    return compose(text, shown)


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


class Tree:
    """A file's nodes, found by the steps that lead to them; of equal keys the first is found."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self._by_key: dict[int, dict[Step, Found]] = {}
        """The entries of each mapping that was asked for, by the mapping's identity."""

    def find(self, steps: tuple[Step, ...]) -> Found:
        """Return a part, or its nearest parent that is there."""
        found = Found(self.root)
        for step in steps:
            inner = self._entry(found.value, step)
            if inner is None:
                return found
            found = inner
        return found

    def _entry(self, node: Node, step: Step) -> Found | None:
        """Return one entry of a collection, if it has it."""
        if isinstance(node, SequenceNode) and isinstance(step, int):
            return Found(node.value[step]) if 0 <= step < len(node.value) else None
        if not isinstance(node, MappingNode):
            return None
        if id(node) not in self._by_key:
            pairs = (pair for pair in reversed(node.value) if isinstance(pair[0], ScalarNode))
            self._by_key[id(node)] = {key.value: Found(value, key) for key, value in pairs}
        return self._by_key[id(node)].get(step)


class Places:
    """The places of a file's parts. Keeps the text, and reads it again at the first question.

    Nodes with their marks weigh fifty times what the text does; hardly any file is asked.
    """

    def __init__(self, text: str, shown: str, kind: str) -> None:
        self._text = text
        self._shown = shown
        self._kind = kind
        self._tree: Tree | None = None

    def __call__(self, steps: tuple[Step, ...]) -> Location:
        """Return where a part stands, or its nearest parent that is there."""
        if self._tree is None:
            self._tree = Tree(composed(self._text, self._shown, self._kind))
        return location(self._shown, self._tree.find(steps).shown)
