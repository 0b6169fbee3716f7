"""The boxes and links of a picture: a reason is one box, with its premises as rows in it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from debatekit.logic.scenario import mutual
from debatekit.logic.structure import concluding, index_of
from debatekit.maps.letters import broken
from debatekit.maps.words import (
    REASONS,
    attacks_as,
    concessions,
    known_conflicts,
    role_of,
    scheme_name,
    short_of,
)
from debatekit.model.graph import Graph, GraphClaim, Inference
from debatekit.model.text import printable
from debatekit.model.words import Side

SIZE = 10.0
"""The size of letters in points; a box's head and the words on lines are a little smaller."""
HEAD_SIZE = 9.0
LINE = 11.8
"""The distance of lines in points."""
PADDING = 4.5
WIDTH = 132.0
"""How wide boxes are, in points, where nothing else is asked."""

HEAD = "(head)"
"""The name of a box's head where lines end; no claim's id has brackets."""
LinkKind = Literal["support", "attack", "concession"]

_WHOSE: dict[Side, str] = {"author": "author's", "counter": "critics'", "shared": "both sides"}


class Look(Struct, frozen=True, kw_only=True):
    """How large boxes are, and how much larger the whole picture is than its letters' sizes."""

    width: float = WIDTH
    """In points, before all is made larger."""
    scale: float = 1.0
    most_lines: int = 100
    """After so many lines a claim breaks off."""
    widths: Mapping[str, float] = {}
    """The widths of boxes that are not as wide as all others, by id."""

    def inner(self, id_: str) -> float:
        """Return how wide the lines in a box may be."""
        return self.widths.get(id_, self.width) - 2 * PADDING


class Marks(Struct, frozen=True, kw_only=True):
    """What a picture on paper says beside the words of its claims, by id, and its look."""

    labels: Mapping[str, str] = {}
    """What reasons and counterarguments are called where they are read, such as `1A`, `1.1`."""
    notes: Mapping[str, str] = {}
    """Where something goes on."""
    look: Look = Look()


class Row(Struct, frozen=True, kw_only=True):
    """A claim's place in a box; `notes` are lines that say what its words do not."""

    id: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    again: bool = False
    """True where the same claim has its main place in another box."""

    @property
    def height(self) -> float:
        """The row's height in points."""
        return (len(self.lines) + len(self.notes)) * LINE + PADDING


class Box(Struct, frozen=True, kw_only=True):
    """A claim by itself, or a reason with its premises."""

    id: str
    head: tuple[str, ...]
    side: Side
    rows: tuple[Row, ...]
    width: float = WIDTH
    strong: bool = False
    """True for what the map is about: a claim that bears on nothing else."""

    @property
    def head_height(self) -> float:
        """The height of the box's head in points."""
        return len(self.head) * LINE + PADDING

    @property
    def height(self) -> float:
        """The box's height in points."""
        return self.head_height + sum(row.height for row in self.rows)


class Link(Struct, frozen=True, kw_only=True):
    """A line that leads from what bears on something to that; ends are a box and a row in it.

    A row of HEAD is the head of the box, one of '' the box as a whole.
    """

    source: tuple[str, str]
    target: tuple[str, str]
    word: str
    kind: LinkKind
    both: bool = False


def boxes_of(graph: Graph, marks: Marks | None = None) -> tuple[Box, ...]:
    """Return the boxes: every reason, and every claim that is no reason's premise."""
    marks = marks or Marks()
    used = index_of(graph).using.keys()
    first = _first_places(graph)
    alone = [
        _claim_box(graph, claim, marks) for id_, claim in graph.claims.items() if id_ not in used
    ]
    steps = (_reason_box(graph, each, first, marks) for each in graph.inferences.values())
    return (*alone, *steps)


def _first_places(graph: Graph) -> dict[str, str]:
    """Return for each premise the reason in whose box it has its main place."""
    first: dict[str, str] = {}
    for inference in graph.inferences.values():
        for premise in inference.premises:
            if premise in graph.claims:
                first.setdefault(premise, inference.id)
    return first


def _claim_box(graph: Graph, claim: GraphClaim, marks: Marks) -> Box:
    """Return a box for a claim by itself."""
    attacks = any(conflict.source == claim.id for conflict in known_conflicts(graph))
    strong = not attacks and not claim.concedes
    inner = marks.look.inner(claim.id)
    notes = ["unstated"] if claim.unstated else []
    row = Row(
        id=claim.id,
        lines=_shown(claim, inner, marks.look, strong),
        notes=_noted((*notes, marks.notes.get(claim.id, "")), inner),
    )
    head = f"{role_of(claim)} {marks.labels.get(claim.id, '')}"
    return Box(
        id=claim.id,
        head=broken(printable(head), HEAD_SIZE, inner, bold=True),
        side=claim.side,
        rows=(row,),
        width=inner + 2 * PADDING,
        strong=strong,
    )


def _reason_box(graph: Graph, inference: Inference, first: dict[str, str], marks: Marks) -> Box:
    """Return a box for a reason, with a row for each premise."""
    name = REASONS[inference.side]
    scheme = scheme_name(inference)
    label = marks.labels.get(inference.id, "")
    parts = (f"{name[0].upper()}{name[1:]}", label, f"({scheme})" if scheme else "")
    inner = marks.look.inner(inference.id)
    head = broken(printable(" ".join(filter(None, parts))), HEAD_SIZE, inner, bold=True)
    note = _noted((marks.notes.get(inference.id, ""),), inner, bold=True)
    premises = [one for one in dict.fromkeys(inference.premises) if one in graph.claims]
    return Box(
        id=inference.id,
        head=(*head, *note),
        side=inference.side,
        rows=tuple(
            _premise_row(graph.claims[one], inference, first[one] != inference.id, marks)
            for one in premises
        ),
        width=inner + 2 * PADDING,
    )


def _premise_row(claim: GraphClaim, inference: Inference, again: bool, marks: Marks) -> Row:
    """Return a row for a premise; its notes tell what the box's head does not."""
    notes = ["unstated"] if claim.unstated else []
    notes += [_WHOSE[claim.side]] if claim.side != inference.side else []
    notes += ["also in another box"] if again else []
    inner = marks.look.inner(inference.id)
    return Row(
        id=claim.id,
        lines=_shown(claim, inner, marks.look),
        notes=_noted((*notes, marks.notes.get(claim.id, "")), inner),
        again=again,
    )


def _shown(claim: GraphClaim, inner: float, look: Look, strong: bool = False) -> tuple[str, ...]:
    """Return a claim in few words, in lines; one that is far too long breaks off."""
    lines = broken(printable(short_of(claim)), SIZE, inner, bold=strong)
    if len(lines) <= look.most_lines:
        return lines
    *kept, last = lines[: look.most_lines]
    return (*kept, f"{last.rpartition(' ')[0]} …".lstrip())


def _noted(notes: Iterable[str], inner: float, bold: bool = False) -> tuple[str, ...]:
    """Return what is to be noted in brackets, in lines."""
    told = "; ".join(filter(None, notes))
    return broken(f"({told})", HEAD_SIZE, inner, bold) if told else ()


def links_of(graph: Graph, whole: Graph | None = None) -> Iterator[Link]:
    """Yield the lines between boxes: from reasons to conclusions, from attackers to targets.

    What an attack is called follows from the whole map, of which this may be a piece.
    """
    whole = whole or graph
    first = _first_places(graph)

    def place(id_: str, alone: str) -> tuple[str, str]:
        return (first[id_], id_) if id_ in first else (id_, alone)

    for claim in graph.claims:
        for inference in concluding(graph, claim):
            target = place(claim, claim)
            yield Link(source=(inference.id, ""), target=target, word="supports", kind="support")
    for conflict in known_conflicts(graph):
        yield Link(
            source=place(conflict.source, ""),
            target=place(conflict.target, HEAD),
            word=attacks_as(whole, conflict),
            kind="attack",
            both=mutual(graph, conflict),
        )
    for reply, granted in concessions(graph):
        target = place(granted, HEAD)
        yield Link(source=place(reply, ""), target=target, word="grants", kind="concession")
