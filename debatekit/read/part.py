"""Part: a place of a file that does not fit, with what is written there."""

from yaml.nodes import MappingNode, ScalarNode

from debatekit.diagnostics import Diagnostic
from debatekit.model.location import Step
from debatekit.read.misfits import Misfit
from debatekit.read.nodes import location, plain
from debatekit.read.places import Tree


class Part:
    """What messages about a misfit are made from."""

    def __init__(self, misfit: Misfit, tree: Tree, shown: str, described: str = "") -> None:
        self.misfit = misfit
        self.described = described
        """What the schema says of the part, or of the list that it is an entry of."""
        self.name = named(misfit.steps)
        self._found = tree.find(misfit.steps)
        self._around = tree.find(misfit.steps[:-1]).value
        self._shown = shown

    @property
    def written(self) -> str:
        """The value as it is written: text in quotation marks, all else without."""
        node = self._found.value
        if not isinstance(node, ScalarNode):
            return "a mapping" if isinstance(node, MappingNode) else "a list"
        return repr(_short(node.value)) if isinstance(plain(node), str) else _short(node.value)

    @property
    def text(self) -> str | None:
        """The value, if it is text."""
        node = self._found.value
        value = plain(node) if isinstance(node, ScalarNode) else None
        return value if isinstance(value, str) else None

    @property
    def is_nothing(self) -> bool:
        """Whether no value is written at all."""
        node = self._found.value
        return isinstance(node, ScalarNode) and plain(node) is None

    @property
    def is_cut_off(self) -> bool:
        """Whether it is the rest of a text that a comma inside braces has cut in two."""
        key, around = self._found.key, self._around
        braces = isinstance(around, MappingNode) and bool(around.flow_style)
        return braces and self.is_nothing and isinstance(key, ScalarNode) and " " in key.value

    @property
    def is_scalar(self) -> bool:
        """Whether the value is a single word, number or text."""
        return isinstance(self._found.value, ScalarNode)

    def fault(self, code: str, message: str, hint: str = "") -> Diagnostic:
        """Return a fault of the value."""
        return Diagnostic(location(self._shown, self._found.shown), code, message, hint)

    def key_fault(self, code: str, message: str, hint: str = "") -> Diagnostic:
        """Return a fault of the key."""
        key = self._found.key or self._found.value
        return Diagnostic(location(self._shown, key), code, message, hint)


def named(steps: tuple[Step, ...]) -> str:
    """Return what a part is called in messages.

    >>> named(("contentions", 0, "claim")), named(("terms", 2)), named(())
    ("'claim'", "entry 3 of 'terms'", 'the file')
    """
    if not steps:
        return "the file"
    if isinstance(steps[-1], str):
        return repr(_short(steps[-1]))
    return f"entry {steps[-1] + 1} of {named(steps[:-1])}"


def _short(text: str) -> str:
    """Return a text as messages quote it: sixty characters at most."""
    return text if len(text) <= 60 else text[:59] + "…"
