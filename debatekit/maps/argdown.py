"""A graph as Argdown, for people who edit argument maps as text (argdown.org).

The subset that is written: headings, statements with tags for their side, the relations
`<-` (attacks, one way), `><` (contradicts) and `<_` (undercuts), and arguments with numbered
premises, a named inference and a conclusion. Concessions and preferences become comments.
"""

import re
from collections.abc import Iterator

from debatekit.logic.scenario import mutual
from debatekit.maps.words import concessions, known_conflicts, scheme_name
from debatekit.model.graph import Conflict, Graph
from debatekit.model.text import printable

_SPECIAL = re.compile(r"[\\\[\]<>#{}*_@/=:]|\.(?=\S)")
"""A full stop too where a word follows: between two of them Argdown looks for a sign's name."""


def argdown(graph: Graph, title: str) -> str:
    """Return the graph as Argdown source."""
    attacks: dict[str, list[Conflict]] = {}
    for conflict in known_conflicts(graph):
        attacks.setdefault(conflict.target, []).append(conflict)
    blocks = [f"# {escaped(title)}", "## Claims"]
    blocks += ["\n".join(_statement(graph, id_, attacks.get(id_, []))) for id_ in graph.claims]
    blocks += ["## Reasons"] if graph.inferences else []
    for id_ in graph.inferences:
        blocks += _argument(graph, id_, attacks.get(id_, []))
    blocks += [f"// {reply} grants {granted}" for reply, granted in concessions(graph)]
    blocks += [f"// {one.stronger} is preferred to {one.weaker}" for one in graph.preferences]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    r"""Return a text on one line in which Argdown finds no syntax.

    >>> print(escaped("[a] is <b> #1"))
    \[a\] is \<b\> \#1
    """
    return _SPECIAL.sub(r"\\\g<0>", " ".join(printable(text).split()))


def _statement(graph: Graph, id_: str, attacks: list[Conflict]) -> Iterator[str]:
    """Yield a claim with its side, and what attacks it."""
    claim = graph.claims[id_]
    unstated = " #unstated" if claim.unstated else ""
    yield f"[{id_}]: {escaped(claim.text)} #{claim.side}{unstated}"
    for conflict in attacks:
        yield f"  {'><' if mutual(graph, conflict) else '<-'} [{conflict.source}]"


def _argument(graph: Graph, id_: str, attacks: list[Conflict]) -> Iterator[str]:
    """Yield an inference as premises and conclusion, then what undercuts it."""
    inference = graph.inferences[id_]
    if attacks:
        yield "\n".join((f"<{id_}>", *(f"  <_ [{conflict.source}]" for conflict in attacks)))
    else:
        yield f"<{id_}>"
    premises = [one for one in dict.fromkeys(inference.premises) if one in graph.claims]
    numbered = [f"({place}) [{one}]" for place, one in enumerate(premises, 1)]
    scheme = scheme_name(inference)
    step = f"--\n{scheme[0].upper()}{scheme[1:]}\n--" if scheme else "----"
    yield "\n".join((*numbered, step, f"({len(premises) + 1}) [{inference.conclusion}]"))
