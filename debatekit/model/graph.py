"""Graph: what the logic works on, derived from a lesson; Scenario: what a what-if fixes."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from debatekit.model.words import ClaimKind, Side

Role = Literal["claim", "counterargument", "reply"]
View = Literal["author", "counter", "all"]
Status = Literal["in", "out", "undecided"]


class GraphClaim(Struct, frozen=True, kw_only=True):
    """A claim as the logic sees it; counterarguments and replies are claims too."""

    id: str
    text: str = ""
    short: str = ""
    kind: ClaimKind = "interpretation"
    holder: str = ""
    """An actor's id; empty where nobody in particular holds it."""
    side: Side = "author"
    asserted: bool = True
    """Put forward on its own; a claim that only reasons support is not."""
    unstated: bool = False
    role: Role = "claim"
    concedes: str = ""
    """For a reply that grants a counterargument: that counterargument's id."""


class Inference(Struct, frozen=True, kw_only=True):
    """A reason as one step: its premises jointly give the conclusion."""

    id: str
    premises: tuple[str, ...]
    conclusion: str
    scheme: str = "generic"
    side: Side = "author"


class Conflict(Struct, frozen=True, kw_only=True):
    """An attack of a claim on a claim or an inference; mutual if each denies the other."""

    source: str
    target: str
    mutual: bool = False
    question: str = ""
    """The critical question it presses, if one is named."""


class Preference(Struct, frozen=True, kw_only=True):
    """Of two claims that contradict each other, the stronger prevails."""

    stronger: str
    weaker: str


class Graph(Struct, frozen=True, kw_only=True):
    """Claims, inferences, conflicts and preferences; order carries no meaning."""

    claims: Mapping[str, GraphClaim]
    inferences: Mapping[str, Inference] = {}
    conflicts: tuple[Conflict, ...] = ()
    preferences: tuple[Preference, ...] = ()


class Scenario(Struct, frozen=True, kw_only=True):
    """What is granted, refused and left off the table for the sake of argument.

    `view` leaves the other side's claims and inferences off the table; `table` puts
    claims back on it without granting them; `accept` grants, `reject` refuses, and
    `withdraw` takes back that a claim is asserted on its own.
    """

    view: View = "all"
    table: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    withdraw: frozenset[str] = frozenset()
