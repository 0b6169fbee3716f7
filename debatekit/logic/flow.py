"""What is live, dropped or answered late on a flow.

A dropped argument is said to be conceded in the flow. That is a convention by which debates
are judged, and no finding of what is true.
"""

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

from debatekit.model.flow import Flow, FlowSpeech, FlowState, Move
from debatekit.model.words import Side

CONVENTION = (
    "Dropped means conceded in the flow: a convention by which debates are judged, not a sign"
    " that the argument is true."
)


class FlowError(ValueError):
    """Moves that do not fit their flow; the message says which."""


class _Places(Struct, frozen=True):
    """In which speech each move was made, first answered there or later, and could be first."""

    made: Mapping[str, int]
    chance: Mapping[str, int]
    answered: Mapping[str, int]


def state_after(flow: Flow, speech: str) -> FlowState:
    """Return what has become of each move made up to the end of a speech.

    A move is dropped once the other side has finished its next speech that may answer, and
    no move made there answers it; a later answer does not undo that. The cost is linear in
    moves and links. Raises FlowError.
    """
    number = {one.name: place for place, one in enumerate(flow.speeches)}
    if speech not in number:
        raise FlowError(f"there is no speech {speech!r}")
    moves = {move.id: move for move in flow.moves}
    _require_sound(flow, number, moves)
    places, now = _places(flow, number, moves), number[speech]
    said = frozenset(id_ for id_, place in places.made.items() if place <= now)
    dropped = frozenset(id_ for id_ in said if _is_dropped(places, id_, now))
    again = {id_ for name in said for id_ in moves[name].extends}
    return FlowState(
        live=said - dropped,
        dropped=dropped,
        kept=dropped & again,
        late=frozenset(id_ for id_ in said if _is_late(places, moves[id_])),
    )


def _require_sound(flow: Flow, number: Mapping[str, int], moves: Mapping[str, Move]) -> None:
    """Raise FlowError for a move that names what is not there, or answers its own side."""
    if len(moves) < len(flow.moves) or len(number) < len(flow.speeches):
        raise FlowError("two speeches or two moves have one name")
    for move in flow.moves:
        if move.speech not in number:
            raise FlowError(f"{move.id!r} was made in an unknown speech {move.speech!r}")
        for other in chain(move.answers, move.extends):
            if other not in moves or number[moves[other].speech] > number[move.speech]:
                raise FlowError(f"{move.id!r} takes up {other!r}, which was not said before it")
        if any(moves[other].side == move.side for other in move.answers):
            raise FlowError(f"{move.id!r} answers a move of its own side")


def _places(flow: Flow, number: Mapping[str, int], moves: Mapping[str, Move]) -> _Places:
    """Return the speeches by place, in one pass over speeches and one over links."""
    chance = _chances(flow.speeches)
    made = {move.id: number[move.speech] for move in flow.moves}
    answered: dict[str, int] = {}
    for move in flow.moves:
        if flow.speeches[made[move.id]].may_answer:
            for other in move.answers:
                answered[other] = min(made[move.id], answered.get(other, made[move.id]))
    return _Places(
        made=made,
        chance={id_: chance[made[id_], move.side] for id_, move in moves.items()},
        answered=answered,
    )


def _chances(speeches: tuple[FlowSpeech, ...]) -> dict[tuple[int, Side], int]:
    """Return, for a speech's place and a side, where the other side may answer next.

    That is past the end where it may not any more.
    """
    found: dict[tuple[int, Side], int] = {}
    sides: tuple[Side, Side] = ("author", "counter")
    upcoming = dict.fromkeys(sides, len(speeches))
    for place in range(len(speeches) - 1, -1, -1):
        found[place, "author"], found[place, "counter"] = upcoming["counter"], upcoming["author"]
        one = speeches[place]
        if one.may_answer and one.side in upcoming:
            upcoming[one.side] = place
    return found


def _is_dropped(places: _Places, move: str, now: int) -> bool:
    chance = places.chance[move]
    return chance <= now and places.answered.get(move, now + 1) > chance


def _is_late(places: _Places, move: Move) -> bool:
    """Return whether a move answers something first, but after the chance to was gone."""
    here = places.made[move.id]
    return any(places.answered.get(other) == here > places.chance[other] for other in move.answers)


def flow_text(flow: Flow) -> str:
    """Return a flow as one text, for the proof of a question.

    >>> from debatekit.model.flow import Flow, FlowSpeech, Move
    >>> a1, n1 = FlowSpeech(name="A1", side="author"), FlowSpeech(name="N1", side="counter")
    >>> a = Move(id="a", speech="A1", side="author")
    >>> n = Move(id="n", speech="N1", side="counter", answers=("a",))
    >>> flow_text(Flow(speeches=(a1, n1), moves=(a, n)))
    'A1/author:a N1/counter:n>a'
    """
    spoken: dict[str, list[str]] = {one.name: [] for one in flow.speeches}
    for move in flow.moves:
        spoken[move.speech].append(">".join((move.id, *move.answers)))
    return " ".join(f"{one.name}/{one.side}:{','.join(spoken[one.name])}" for one in flow.speeches)


def flow_from_text(text: str) -> Flow:
    """Return the flow that flow_text wrote, without what it takes up again."""
    speeches: list[FlowSpeech] = []
    moves: list[Move] = []
    for part in text.split():
        head, _, said = part.partition(":")
        name, _, written = head.partition("/")
        side: Side = "author" if written == "author" else "counter"
        speeches.append(FlowSpeech(name=name, side=side))
        for one in filter(None, said.split(",")):
            id_, *answers = one.split(">")
            moves.append(Move(id=id_, speech=name, side=side, answers=tuple(answers)))
    return Flow(speeches=tuple(speeches), moves=tuple(moves))
