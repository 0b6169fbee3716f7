"""A graph as a nested list on paper: in words alone, what each entry is set apart from its text."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from debatekit.maps.text import BOTH_WAYS, Step, noted, steps
from debatekit.maps.words import REASONS, role_of, scheme_name, short_of
from debatekit.model.graph import Graph


class Entry(Struct, frozen=True):
    """One entry of the list; `depth` says under how many others it lies."""

    depth: int
    head: str
    """What it is, and how it bears on the entry that it stands under."""
    text: str
    """What follows on the same line: its own words, and what is known of it."""


def page_outline(
    graph: Graph,
    names: Mapping[str, str],
    labels: Mapping[str, str],
    notes: Mapping[str, str] | None = None,
) -> Iterator[Entry]:
    """Yield the map as a list of every node and every edge; readers on paper need no ids.

    What was met before is named again, in few words, where another edge leads to it. `names`
    gives, by id, the names of the holders that are to be told, and `labels` what reasons and
    counterarguments are called elsewhere; `notes` says where claims go on. The texts are as the
    lesson has them.
    """
    further = {id_: f" ({_unbroken(note)})" for id_, note in (notes or {}).items()}
    for step, seen in steps(graph):
        head = _head(graph, step, labels)
        both = BOTH_WAYS if step.both else ""
        told = _again(graph, step.id) if seen else _text(graph, step.id, names)
        text = f"{both}{told}{further.get(step.id, '')}"
        yield Entry(step.depth, head[0].upper() + head[1:], text)
    for one in graph.preferences:
        yield Entry(0, "Preferred", f": {_quoted(graph, one.stronger, one.weaker)}")


def _unbroken(note: str) -> str:
    return note.replace(" ", "\N{NO-BREAK SPACE}")


def _head(graph: Graph, step: Step, labels: Mapping[str, str]) -> str:
    """Return what an entry is; a premise's side is that of its reason where nothing is said."""
    label = f" {labels[step.id]}" if step.id in labels else ""
    if step.id in graph.inferences:
        return f"{step.tie or REASONS[graph.inferences[step.id].side]}{label}"
    claim = graph.claims[step.id]
    role = role_of(claim)
    if not step.tie:
        return role + label
    above = graph.inferences.get(step.above)
    if step.tie == "premise" and above is not None and claim.side == above.side:
        return step.tie + label
    between = ", " if step.tie == "premise" else " "
    return f"{step.tie}{between}{role[0].lower()}{role[1:]}{label}"


def _text(graph: Graph, id_: str, names: Mapping[str, str]) -> str:
    if id_ in graph.claims:
        claim = graph.claims[id_]
        known = " (unstated)" if claim.unstated else noted(graph, id_, names)
        return f": {claim.text}{known}"
    scheme = scheme_name(graph.inferences[id_])
    return f", by the scheme {scheme}" if scheme else ""


def _again(graph: Graph, id_: str) -> str:
    """Return how an entry points to where it stands already."""
    if id_ in graph.claims:
        return f": as above, “{short_of(graph.claims[id_])}”"
    return ": see above"


def _quoted(graph: Graph, stronger: str, weaker: str) -> str:
    one, other = (
        short_of(graph.claims[id_]) if id_ in graph.claims else id_ for id_ in (stronger, weaker)
    )
    return f"“{one}” over “{other}”"
