"""A bibliography as reference managers export it, arranged as its type has it.

Zotero writes CSL-JSON as a bare list, with years as text; Better BibTeX writes CSL YAML with
dates as lists of year, month and day. Both are arranged node by node, so that every fault
keeps its place. Sources: CSL-JSON's schema 1.0; Pandoc user's guide, "Citations in YAML".
"""

import re
from collections.abc import Iterable, Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from debatekit.read.scalars import scalar

_TEXTS = frozenset({"id", "type", "title", "publisher", "container-title", "URL", "note"})
_NAME_TEXTS = frozenset({"family", "given", "literal"})
_PARTICLES = ("dropping-particle", "non-dropping-particle")
_DAY_PARTS = ("year", "month", "day")
_DATE = re.compile(r"\d{4}(?:-\d{1,2}){0,2}(?:/\d{4}(?:-\d{1,2}){0,2})?")


def arranged(root: Node) -> Node:
    """Return a bibliography's root as a mapping with `references`, each entry in its one form."""
    if isinstance(root, SequenceNode):
        key = ScalarNode("", "references", root.start_mark, root.start_mark, style='"')
        root = _mapping([(key, root)], root)
    if not isinstance(root, MappingNode):
        return root
    pairs = []
    for key, value in root.value:
        if _word(key) == "references" and isinstance(value, SequenceNode):
            value = _sequence(map(_entry, value.value), value)
        pairs.append((key, value))
    return _mapping(pairs, root)


def _entry(node: Node) -> Node:
    """Return one reference with numbers as text, and its dates and names in their one form."""
    if not isinstance(node, MappingNode):
        return node
    pairs = []
    for key, value in node.value:
        match _word(key):
            case "issued":
                value = _issued(value)
            case "author" if isinstance(value, SequenceNode):
                value = _sequence(map(_name, value.value), value)
            case word if word in _TEXTS:
                value = _as_text(value)
        pairs.append((key, value))
    return _mapping(pairs, node)


def _name(node: Node) -> Node:
    """Return a name whose particles, such as 'van', stand before the family name."""
    if not isinstance(node, MappingNode):
        return node
    said = {_word(key): _word(value) for key, value in node.value}
    before = [word for part in _PARTICLES if (word := said.get(part))]
    pairs = []
    for key, value in node.value:
        if _word(key) in _NAME_TEXTS:
            value = _as_text(value)
        if _word(key) == "family" and before and isinstance(value, ScalarNode):
            value = _scalar(" ".join([*before, value.value]), value)
        pairs.append((key, value))
    return _mapping(pairs, node)


def _issued(node: Node) -> Node:
    """Return a date as CSL's `date-parts`, or as `literal` where it has none."""
    if isinstance(node, ScalarNode):
        return _mapping([_dated(node)], node) if node.value.strip() else node
    if isinstance(node, SequenceNode):
        days = [_day(part) for part in node.value]
        return _mapping([_parts(days, node)], node)
    said = {_word(key): value for key, value in node.value}
    if "year" in said:
        return _mapping([_parts([_day(node)], node)], node)
    pairs = []
    for key, value in node.value:
        if _word(key) == "date-parts" and isinstance(value, SequenceNode):
            value = _sequence(map(_numbers, value.value), value)
        if _word(key) == "raw" and "date-parts" not in said and isinstance(value, ScalarNode):
            key, value = _dated(value)
        pairs.append((key, value))
    return _mapping(pairs, node)


def _dated(node: ScalarNode) -> tuple[Node, Node]:
    """Return the key and value for a date on one line: its parts, or its words."""
    if not _DATE.fullmatch(node.value.strip()):
        return _scalar("literal", node), _scalar(node.value, node)
    days = [
        _sequence((_plain(part, node) for part in day.split("-")), node)
        for day in node.value.strip().split("/")
    ]
    return _parts(days, node)


def _parts(days: Iterable[Node], node: Node) -> tuple[Node, Node]:
    return _scalar("date-parts", node), _sequence(days, node)


def _day(node: Node) -> Node:
    """Return a day given as a mapping of year, month and day as a list of the three."""
    if isinstance(node, ScalarNode):
        return _sequence([_plain(part, node) for part in node.value.split("-")], node)
    if not isinstance(node, MappingNode):
        return _numbers(node)
    said = {_word(key): value for key, value in node.value}
    return _numbers(_sequence([said[part] for part in _DAY_PARTS if part in said], node))


def _numbers(node: Node) -> Node:
    """Return a list whose numbers in quotation marks are numbers."""
    if not isinstance(node, SequenceNode):
        return node
    return _sequence(_unquoted(node.value), node)


def _unquoted(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        number = isinstance(node, ScalarNode) and node.style and node.value.strip().isdecimal()
        yield _plain(node.value, node) if number else node


def _as_text(node: Node) -> Node:
    """Return a number or a truth value as the text that is written there."""
    if not isinstance(node, ScalarNode) or node.style or scalar(node.value) is None:
        return node
    return _scalar(node.value, node)


def _word(node: Node) -> str:
    return str(node.value) if isinstance(node, ScalarNode) else ""


def _plain(text: str, near: Node) -> Node:
    return ScalarNode("", text.strip(), near.start_mark, near.end_mark)


def _scalar(text: str, near: Node) -> Node:
    return ScalarNode("", text, near.start_mark, near.end_mark, style='"')


def _sequence(nodes: Iterable[Node], near: Node) -> Node:
    return SequenceNode("", list(nodes), near.start_mark, near.end_mark, flow_style=_flow(near))


def _mapping(pairs: list[tuple[Node, Node]], near: Node) -> Node:
    return MappingNode("", pairs, near.start_mark, near.end_mark, flow_style=_flow(near))


def _flow(near: Node) -> bool:
    """Return whether something stands on one line, so that messages point at it, not its key."""
    return bool(getattr(near, "flow_style", True))
