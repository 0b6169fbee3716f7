r"""Argdown read: claims, reasons and attacks of an argument map (argdown.org).

The subset that is read: statements `[id]: text`, arguments `<id>: text`, premises and
conclusions in numbered lines with `----` or a named inference between, and indented
relations below any of them: `+` supports, `-` attacks, `_` undercuts what stands above,
`><` contradicts it; with `<` before or `>` behind the sign, as Argdown has it. Headings,
comments, front matter and `{data}` are passed over; tags are kept.
"""

import re
from typing import Literal

from msgspec import Struct

from debatekit.intake.article import MOST_SIGNS, IntakeError

Sign = Literal["supports", "attacks", "undercuts", "contradicts"]
SIGNS: dict[str, Sign] = {"+": "supports", "-": "attacks", "_": "undercuts", "><": "contradicts"}

_RELATION = re.compile(r"^([ \t]+)(><|<?[-+_]>?)[ \t]+(.*)$")
_NUMBERED = re.compile(r"^\((\d+)\)[ \t]*(.*)$")
_NAMED = re.compile(r"^(\[([^\]]+)\]|<([^>]+)>)(:?)[ \t]*(.*)$")
_TAG = re.compile(r"(?<!\\)#(?:\(([^()]+)\)|([\w-]+))")
_DATA = re.compile(r"(?<!\\)\{[^{}]*\}\s*$")
_ESCAPE = re.compile(r"\\(.)")
_FRONT = re.compile(r"^===+\n.*?^===+$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)(?:/\*|<!--)")
_ENDS = {"/*": "*/", "<!--": "-->"}
_GRANTS = re.compile(r"^// (\S+) grants (\S+)$")
_PREFERS = re.compile(r"^// (\S+) is preferred to (\S+)$")

MOST_NODES = 1000
"""A map of more claims and arguments is no lesson's."""


class Node(Struct, kw_only=True):
    """A statement or an argument, as it is named; its text may come later in the file."""

    name: str
    argument: bool = False
    text: str = ""
    tags: tuple[str, ...] = ()


class Step(Struct, frozen=True, kw_only=True):
    """Premises and their conclusion by name; the argument's name stands with its last step."""

    argument: str
    premises: tuple[str, ...]
    conclusion: str
    rule: str = ""
    last: bool = True


class Relation(Struct, frozen=True, kw_only=True):
    """What one node does to another; each is a name, and whether it is an argument."""

    source: tuple[bool, str]
    sign: Sign
    target: tuple[bool, str]


class ArgdownMap(Struct, kw_only=True):
    """What an Argdown text says."""

    title: str = ""
    nodes: dict[tuple[bool, str], Node] = {}
    steps: list[Step] = []
    relations: list[Relation] = []
    granted: list[tuple[str, str]] = []
    preferred: list[tuple[str, str]] = []


def read_argdown(text: str) -> ArgdownMap:
    """Return the map; raise `IntakeError` with the line of what it cannot read."""
    if len(text) > MOST_SIGNS:
        raise IntakeError("it is longer than a lesson's map", "save the part to be debated alone")
    plain = _FRONT.sub(lambda found: _blank(found[0]), text.replace("\r\n", "\n"))
    reader = _Reader()
    for number, line in enumerate(_without_comments(plain).split("\n"), 1):
        reader.take(number, line.rstrip())
        if len(reader.found.nodes) > MOST_NODES:
            message = f"it has more than {MOST_NODES} claims and arguments"
            raise IntakeError(message, "save the part to be debated alone")
    reader.end_steps()
    return reader.found


def _without_comments(text: str) -> str:
    """Return the text with nothing but line ends in place of comments that are closed."""
    parts, kept = [], 0
    never_closed: set[str] = set()
    for found in _COMMENT.finditer(text):
        sign = found[0]
        if found.start() < kept or sign in never_closed:
            continue
        end = text.find(_ENDS[sign], found.end())
        if end < 0:
            never_closed.add(sign)
            continue
        end += len(_ENDS[sign])
        parts += [text[kept : found.start()], _blank(text[found.start() : end])]
        kept = end
    return "".join([*parts, text[kept:]])


def _blank(text: str) -> str:
    """Return as many line ends as the text has, so that lines keep their numbers."""
    return "\n" * text.count("\n")


class _Reader:
    """Takes lines; knows what stands above, and the argument whose steps are being listed."""

    def __init__(self) -> None:
        self.found = ArgdownMap()
        self._above: list[tuple[int, tuple[bool, str]]] = []
        self._argument = ""
        self._open: Node | None = None
        self._premises: list[str] = []
        self._rule: list[str] | None = None
        self._steps: list[tuple[tuple[str, ...], str, str]] = []
        self._closing = False

    def take(self, number: int, line: str) -> None:
        """Take one line."""
        if not line.strip():
            self._open = None
        elif line.startswith(("//", "#")):
            self._aside(line)
        elif line.startswith("--"):
            self._rule_line(line)
        elif self._rule is not None and not self._closing:
            self._rule.append(line.strip())
        elif (relation := _RELATION.match(line)) is not None:
            self._relation(number, relation)
        elif (numbered := _NUMBERED.match(line)) is not None:
            self._numbered(numbered[2])
        elif _NAMED.match(line) is not None or self._open is None:
            self._top(line)
        else:
            self._more(line)

    def _aside(self, line: str) -> None:
        """Take a heading, or a comment in which our own maps say more than Argdown can."""
        if line.startswith("# ") and not self.found.title:
            self.found.title = _plain(line[2:])
        elif (granted := _GRANTS.match(line)) is not None:
            self.found.granted.append((granted[1], granted[2]))
        elif (preferred := _PREFERS.match(line)) is not None:
            self.found.preferred.append((preferred[1], preferred[2]))

    def _rule_line(self, line: str) -> None:
        """Take a line of hyphens: four are a whole inference, two open or close a named one."""
        if len(line.rstrip()) >= len("----"):
            self._rule, self._closing = [], True
        elif self._rule is None:
            self._rule, self._closing = [], False
        else:
            self._closing = True

    def _numbered(self, text: str) -> None:
        """Take a premise, or the conclusion if an inference stands before it."""
        node = self._node(text, numbered=True)
        if self._rule is None:
            self._premises.append(node.name)
        else:
            rule = _plain(" ".join(self._rule))
            self._steps.append((tuple(self._premises), node.name, rule))
            self._premises, self._rule, self._closing = [node.name], None, False
        self._above = [(0, (False, node.name))]
        self._open = node

    def _top(self, line: str) -> None:
        """Take a statement or an argument that begins a block."""
        self.end_steps()
        node = self._node(line)
        self._argument = node.name if node.argument else ""
        self._above = [(0, (node.argument, node.name))]
        self._open = node

    def _relation(self, number: int, found: re.Match[str]) -> None:
        """Take a line that is tied to one further left above it."""
        depth, sign = len(found[1].expandtabs(4)), found[2]
        while self._above and self._above[-1][0] >= depth:
            self._above.pop()
        if not self._above:
            raise IntakeError(f"line {number} hangs on nothing: {found[0].strip()[:60]!r}")
        node = self._node(found[3])
        this, above = (node.argument, node.name), self._above[-1][1]
        outward = sign.endswith(">") and sign != "><"
        self.found.relations.append(
            Relation(
                source=above if outward else this,
                sign=SIGNS[sign if sign == "><" else sign.strip("<>")],
                target=this if outward else above,
            )
        )
        self._above.append((depth, this))
        self._open = node

    def _more(self, line: str) -> None:
        """Take a line that goes on with the text above it."""
        if self._open is not None:
            text, tags = _text_and_tags(line)
            self._open.text = f"{self._open.text} {text}".strip()
            self._open.tags += tags

    def _node(self, written: str, numbered: bool = False) -> Node:
        """Return the statement or argument of that name, with what is new of it.

        What is numbered is a statement, though it be written as an argument.
        """
        named = _NAMED.match(written)
        text, tags = _text_and_tags(named[5] if named else written)
        name = _plain(named[2] or named[3]) if named else text
        argument = bool(named and named[3]) and not numbered
        node = self.found.nodes.setdefault((argument, name), Node(name=name, argument=argument))
        node.text = node.text or text
        node.tags += tuple(tag for tag in tags if tag not in node.tags)
        return node

    def end_steps(self) -> None:
        """Keep the steps of the argument that ends here."""
        for place, (premises, conclusion, rule) in enumerate(self._steps, 1):
            self.found.steps.append(
                Step(
                    argument=self._argument,
                    premises=premises,
                    conclusion=conclusion,
                    rule=rule,
                    last=place == len(self._steps),
                )
            )
        self._premises, self._steps, self._rule, self._closing = [], [], None, False


def _text_and_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without tags and data, and the tags."""
    bare = _DATA.sub("", text)
    tags = tuple(first or second for first, second in _TAG.findall(bare))
    return _plain(_TAG.sub("", bare)), tags


def _plain(text: str) -> str:
    """Return a text on one line without escapes."""
    return " ".join(_ESCAPE.sub(r"\1", text).split())
