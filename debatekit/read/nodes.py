"""YAML text to nodes that know their places, and nodes to plain values, under guard.

libyaml composes the nodes; PyYAML's own reading of scalars, tags and references is not used.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from debatekit.diagnostics import Diagnostic, InvalidFileError
from debatekit.model.location import Location
from debatekit.read.scalars import scalar
from debatekit.read.syntax import control_fault, syntax_fault

MOST_LEVELS = 50
MOST_FAULTS = 100
"""As many faults of one file are told; the rest is said to be there."""
MOST_EXPLAINED = 30_000
"""As many list entries of a faulty file are looked at; a 1 MiB bibliography has fewer."""

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""What no text may hold: control characters other than tab and line feed."""

_MAY_REFER = re.compile(r"[&*!](?<!\w.)")
"""Wherever YAML could see an anchor, an alias or a tag: not after a letter or digit.

Most files have no such place. The sign comes first because that is five times faster to search.
"""


class IrregularError(Exception):
    """A mapping has a key twice, or a key that is no text; the careful pass says which."""


class _TooDeepError(Exception):
    """A part lies more than `MOST_LEVELS` levels deep; carries the part above it."""

    def __init__(self, parent: Node) -> None:
        self.parent = parent
        super().__init__()


class _Composer(CParser):
    """libyaml's composer, which counts levels and leaves scalars as they are written."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.level = 0

    def resolve(self, *_: object) -> str:
        """Return no tag: what a scalar means is decided by `scalar`."""
        return ""

    def descend_resolver(self, parent: Node | None, _: object) -> None:
        """Go one level down."""
        self.level += 1
        if self.level > MOST_LEVELS and parent is not None:
            raise _TooDeepError(parent)

    def ascend_resolver(self) -> None:
        """Come one level up."""
        self.level -= 1


def compose(text: str, shown: str, first: str = "format: 1") -> Node:
    """Return the root node of a file's one document; raises `InvalidFileError`.

    `first` is the line with which such a file begins, for whoever left it empty.
    """
    refuse_references(text, shown)
    try:
        root = _Composer(text).get_single_node()
    except _TooDeepError as error:
        place = location(shown, error.parent)
        message = f"more than {MOST_LEVELS} levels lie inside one another"
        hint = "no kind of file needs ten; put a text that is full of brackets in quotes"
        raise InvalidFileError([Diagnostic(place, "DK010", message, hint)]) from None
    except yaml.YAMLError as error:
        raise InvalidFileError([syntax_fault(error, text, shown)]) from None
    if root is None or (isinstance(root, ScalarNode) and not root.value and not root.style):
        hint = f"begin with {first!r}, or delete the file"
        raise InvalidFileError([Diagnostic(Location(shown), "DK005", "the file is empty", hint)])
    return root


def location(shown: str, node: Node) -> Location:
    """Return where a node begins."""
    return Location(shown, node.start_mark.line + 1, node.start_mark.column + 1)


def refuse_references(text: str, shown: str) -> None:
    """Raise `InvalidFileError` if the text has an anchor, an alias or a tag.

    They are looked for event by event, so that none is ever followed; each is told of once.
    """
    if not _MAY_REFER.search(text):
        return
    first = {fault.message: fault for fault in reversed([*_references(text, shown)])}
    if first:
        raise InvalidFileError(first.values())


def _references(text: str, shown: str) -> Iterator[Diagnostic]:
    """Yield a fault for each of the first anchors, aliases and tags, up to a syntax error."""
    referring = (event for event in _events(text) if _refers(event))
    for event in islice(referring, MOST_FAULTS):
        mark = event.start_mark
        place = Location(shown, mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            message = f"'*{event.anchor}' refers to another part of the file"
            yield Diagnostic(place, "DK008", message, "write it out, or put it in quotes")
        elif getattr(event, "anchor", None):
            message = f"'&{event.anchor}' names this part of the file"
            yield Diagnostic(place, "DK008", message, "leave it out, or put the text in quotes")
        if getattr(event, "tag", None):
            message = f"the tag {event.tag!r} is not allowed"
            yield Diagnostic(place, "DK009", message, "leave it out, or put the text in quotes")


def _refers(event: Any) -> bool:
    """Return whether an event is an alias, or has an anchor or a tag."""
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))


def _events(text: str) -> Iterator[Any]:
    """Yield libyaml's events until the end, a syntax error or too many levels."""
    parser, level = CParser(text), 0
    try:
        while (event := parser.get_event()) is not None and level <= MOST_LEVELS:
            level += isinstance(event, yaml.CollectionStartEvent)
            level -= isinstance(event, yaml.CollectionEndEvent)
            yield event
    except yaml.YAMLError:
        return


def plain(node: Node) -> Any:
    """Return a node's value; raises `IrregularError` on a key given twice or no text."""
    if isinstance(node, ScalarNode):
        return node.value if node.style else scalar(node.value)
    if isinstance(node, SequenceNode):
        return [plain(entry) for entry in node.value]
    value = {}
    for key_node, value_node in node.value:
        key = plain(key_node)
        if key.__class__ is not str or key in value:
            raise IrregularError
        value[key] = plain(value_node)
    return value


def forgiving(node: Node, left: Iterator[int] | None = None) -> Any:
    """Return a node's value where the first of two equal keys wins and odd keys are left out.

    Lists end early once `MOST_EXPLAINED` entries were seen, so that explaining a hostile
    file takes no longer than explaining a long one.
    """
    left = iter(range(MOST_EXPLAINED)) if left is None else left
    if isinstance(node, SequenceNode):
        return [forgiving(entry, left) for entry, _ in zip(node.value, left, strict=False)]
    if isinstance(node, MappingNode):
        value: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if isinstance(key_node, ScalarNode) and key_node.value not in value:
                value[key_node.value] = forgiving(value_node, left)
        return value
    return plain(node)


def irregularities(node: Node, shown: str) -> Iterator[Diagnostic]:
    """Yield a fault for each key given twice, odd key, and text with control characters."""
    if isinstance(node, ScalarNode):
        if (found := CONTROL.search(node.value)) is not None:
            yield control_fault(found[0], location(shown, node))
    elif isinstance(node, SequenceNode):
        for entry in node.value:
            yield from irregularities(entry, shown)
    elif isinstance(node, MappingNode):
        yield from _odd_keys(node, shown)
        for pair in node.value:
            for part in pair:
                yield from irregularities(part, shown)


def _odd_keys(node: MappingNode, shown: str) -> Iterator[Diagnostic]:
    """Yield a fault for each key that is given twice or is no text."""
    first: dict[str, int] = {}
    for key, _ in node.value:
        place = location(shown, key)
        if not isinstance(key, ScalarNode):
            message = "a list or a mapping stands where a key belongs"
            hint = "write a word as the key; put text that begins with '[' or '{' in quotes"
            yield Diagnostic(place, "DK013", message, hint)
            continue
        if not isinstance(plain(key), str):
            message = f"the key {key.value} is no text"
            yield Diagnostic(place, "DK013", message, f'put it in quotes: "{key.value}"')
        if key.value in first:
            message = f"the key {key.value!r} is given twice; first in line {first[key.value]}"
            yield Diagnostic(place, "DK007", message, "keep one of the two")
        first.setdefault(key.value, place.line)
