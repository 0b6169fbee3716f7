"""The flow: what is live, dropped, taken up again or answered late."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.logic.flow import FlowError, flow_from_text, flow_text, state_after
from debatekit.model.flow import Flow, FlowSpeech, Move
from debatekit.model.words import Side

SPEECHES = (
    FlowSpeech(name="A1", side="author"),
    FlowSpeech(name="N1", side="counter"),
    FlowSpeech(name="A2", side="author"),
    FlowSpeech(name="N2", side="counter"),
)
SIDES = {one.name: one.side for one in SPEECHES}


def move(id_: str, speech: str, *answers: str, extends: tuple[str, ...] = ()) -> Move:
    return Move(id=id_, speech=speech, side=SIDES[speech], answers=answers, extends=extends)


def flow(*moves: Move, speeches: tuple[FlowSpeech, ...] = SPEECHES) -> Flow:
    return Flow(speeches=speeches, moves=moves)


FIXTURE = (
    move("a", "A1"),
    move("b", "A1"),
    move("n1", "N1", "a"),
    move("c", "N1"),
    move("x", "A2", "n1"),
)


@pytest.mark.parametrize(
    ("speech", "dropped"),
    [("A1", set()), ("N1", {"b"}), ("A2", {"b", "c"}), ("N2", {"b", "c", "x"})],
)
def test_what_the_next_speech_leaves_is_dropped(speech: str, dropped: set[str]) -> None:
    found = state_after(flow(*FIXTURE), speech)
    said = {one.id for one in FIXTURE if list(SIDES).index(one.speech) <= list(SIDES).index(speech)}

    assert found.dropped == dropped
    assert found.live == said - dropped


def test_a_late_answer_is_told_of_and_saves_nothing() -> None:
    found = state_after(flow(*FIXTURE, move("late", "N2", "b")), "N2")

    assert "b" in found.dropped
    assert found.late == {"late"}


def test_a_second_answer_to_what_was_answered_in_time_is_not_late() -> None:
    found = state_after(flow(*FIXTURE, move("more", "N2", "a")), "N2")

    assert found.late == frozenset()


def test_what_was_dropped_is_kept_by_taking_it_up_again() -> None:
    again = move("b-again", "A2", extends=("b",))

    assert state_after(flow(*FIXTURE), "A2").kept == frozenset()
    assert state_after(flow(*FIXTURE, again), "A2").kept == {"b"}
    assert state_after(flow(*FIXTURE, again), "N1").kept == frozenset()


def test_a_round_of_questions_answers_nothing_and_lets_nothing_drop() -> None:
    asked = FlowSpeech(name="CX", side="counter", may_answer=False)
    first, second = SPEECHES[:2]
    asking = Move(id="q", speech="CX", side="counter", answers=("a",))
    found = flow(move("a", "A1"), asking, speeches=(first, asked, second))

    assert state_after(found, "CX").dropped == frozenset()
    assert "a" in state_after(found, "N1").dropped


def test_two_speeches_of_one_side_in_a_row_are_two_chances_of_which_the_first_counts() -> None:
    speeches = (SPEECHES[0], SPEECHES[1], FlowSpeech(name="N1b", side="counter"))
    second = Move(id="n", speech="N1b", side="counter", answers=("a",))
    found = state_after(flow(move("a", "A1"), second, speeches=speeches), "N1b")

    assert found.dropped == {"a"}
    assert found.late == {"n"}


@pytest.mark.parametrize(
    ("moves", "because"),
    [
        ((move("a", "A1"), move("a", "N1")), "^two speeches or two moves have one name$"),
        ((move("a", "A1"), move("b", "A2", "a")), "'b' answers a move of its own side"),
        ((move("a", "A1", "n"), move("n", "N1")), "'a' takes up 'n', which was not said before"),
        ((move("n", "N1", "gone"),), "'n' takes up 'gone', which was not said before"),
        ((move("a", "A1", extends=("gone",)),), "'a' takes up 'gone', which was not said before"),
        ((Move(id="a", speech="Z9", side="author"),), "'a' was made in an unknown speech 'Z9'"),
    ],
)
def test_moves_that_do_not_fit_their_flow_are_refused(
    moves: tuple[Move, ...], because: str
) -> None:
    with pytest.raises(FlowError, match=because):
        state_after(flow(*moves), "A1")


def test_two_speeches_of_one_name_are_refused() -> None:
    with pytest.raises(FlowError, match="two speeches"):
        state_after(flow(move("a", "A1"), speeches=(*SPEECHES, SPEECHES[0])), "A1")


def test_what_was_said_in_the_same_round_can_be_taken_up_there() -> None:
    asked = FlowSpeech(name="CX", side="counter", may_answer=False)
    moves = (
        Move(id="q", speech="CX", side="counter"),
        Move(id="a", speech="CX", side="author", answers=("q",)),
        Move(id="q-again", speech="CX", side="counter", extends=("q",)),
    )

    assert state_after(flow(*moves, speeches=(asked, SPEECHES[2])), "CX").live == {
        "q",
        "a",
        "q-again",
    }


def test_an_unknown_speech_is_refused() -> None:
    with pytest.raises(FlowError, match="Z9"):
        state_after(flow(*FIXTURE), "Z9")


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Return a flow in which each move answers some of the other side's earlier ones."""
    count = draw(st.integers(2, 7))
    sides: list[Side] = ["author", "counter"]
    speeches = tuple(
        FlowSpeech(name=f"s{n}", side=draw(st.sampled_from(sides))) for n in range(count)
    )
    moves: list[Move] = []
    for one in speeches:
        earlier = [m.id for m in moves if m.side != one.side]
        for _ in range(draw(st.integers(0, 3))):
            answers = draw(st.lists(st.sampled_from(earlier), unique=True)) if earlier else []
            made = Move(id=f"m{len(moves)}", speech=one.name, side=one.side, answers=tuple(answers))
            moves.append(made)
    return Flow(speeches=speeches, moves=tuple(moves))


def dropped_by_reading(found: Flow, now: int) -> set[str]:
    """Return what is dropped by the rule as it is written, the long way."""
    order = [one.name for one in found.speeches]
    gone = set()
    for one in found.moves:
        here = order.index(one.speech)
        chances = [n for n in range(here + 1, now + 1) if found.speeches[n].side != one.side]
        if here <= now and chances:
            there = [m for m in found.moves if m.speech == order[chances[0]]]
            if not any(one.id in m.answers for m in there):
                gone.add(one.id)
    return gone


@given(flows())
def test_the_quick_way_finds_what_the_rule_says(found: Flow) -> None:
    for now, one in enumerate(found.speeches):
        assert state_after(found, one.name).dropped == dropped_by_reading(found, now)


@given(flows())
def test_what_was_dropped_stays_dropped(found: Flow) -> None:
    states = [state_after(found, one.name).dropped for one in found.speeches]

    assert all(one <= other for one, other in pairwise(states))


@given(flows())
def test_a_flow_comes_back_from_its_text(found: Flow) -> None:
    again = flow_from_text(flow_text(found))

    assert again.speeches == found.speeches
    assert sorted(again.moves, key=lambda m: m.id) == sorted(found.moves, key=lambda m: m.id)
