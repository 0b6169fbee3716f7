"""Flow: who said what in which speech of a debate, and what it answers or takes up again."""

from msgspec import Struct

from debatekit.model.words import Side


class FlowSpeech(Struct, frozen=True, kw_only=True):
    """A speech, and whether an argument that is answered there counts as answered."""

    name: str
    side: Side
    may_answer: bool = True
    """A round of questions answers nothing."""


class Move(Struct, frozen=True, kw_only=True):
    """One argument as it was made in a speech."""

    id: str
    speech: str
    side: Side
    answers: tuple[str, ...] = ()
    """The other side's moves to which it replies."""
    extends: tuple[str, ...] = ()
    """Its own side's earlier moves that it takes up again."""


class Flow(Struct, frozen=True, kw_only=True):
    """A debate's speeches in their order, and the moves made in them."""

    speeches: tuple[FlowSpeech, ...]
    moves: tuple[Move, ...]


class FlowState(Struct, frozen=True, kw_only=True):
    """What has become of the moves after a speech, by their ids."""

    live: frozenset[str]
    """Made, and not dropped."""
    dropped: frozenset[str]
    """The other side has had its next chance to answer, and has not."""
    kept: frozenset[str]
    """Dropped, and taken up again by its own side since."""
    late: frozenset[str]
    """Moves that are the first to answer something, but after it was dropped."""
