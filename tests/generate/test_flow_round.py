"""A round on the flow: who says what, what its four questions ask, and what their answers say."""

import pytest

from debatekit.generate.flow_round import FlowRound
from debatekit.model.item import Choice, Item, Match
from tests.generate.raw import RawLesson
from tests.generate.street import answered_town, rounds_of, town
from tests.generate.telling import Teller
from tests.generate.test_told import ids_by_words, quoted_in

EACH = pytest.mark.parametrize("seed", range(6))


def the_round(seed: int) -> FlowRound:
    """Return the one round on the street."""
    [found] = rounds_of(answered_town(), seed)
    return found


def spoken(one: FlowRound, speech: str) -> list[str]:
    return [move.id for move in one.flow.moves if move.speech == speech]


@EACH
def test_three_arguments_are_answered_and_two_answers_are_replied_to(seed: int) -> None:
    one, teller = the_round(seed), Teller(answered_town())
    answers = {move.id: move.answers for move in one.flow.moves}
    opened, countered, replied = (spoken(one, speech) for speech in ("A1", "N1", "A2"))

    assert (len(opened), len(countered), len(replied)) == (4, 3, 2)
    assert set(countered) == {"count-was-fair-day", "wind-carries", "parents-decide"}
    assert set(opened) >= {"counted-cars", "measured-air", "weigh-goods"}
    for counter in countered:
        (hit,) = answers[counter]
        attacked = teller.counters[counter]["attacks"]
        assert attacked in (hit, *teller.premises(hit))
    for reply in replied:
        assert answers[reply] == (teller.reply_to[reply],)


@EACH
def test_a_move_says_the_stated_premises_of_a_step_or_the_claim_itself(seed: int) -> None:
    one, teller = the_round(seed), Teller(answered_town())
    words = ids_by_words(teller)
    for move in one.flow.moves:
        text = one.texts[move.id]
        told = quoted_in(text, words) if move.id in teller.reasons else (words[text],)
        assert told == (teller.start(move.id) if move.id in teller.reasons else (move.id,))


@EACH
def test_each_side_is_asked_what_answers_what_and_what_was_dropped(seed: int) -> None:
    one = the_round(seed)

    assert [type(item) for item in one.items] == [Match, Choice, Match, Choice]
    assert [item.side for item in one.items] == ["counter", "counter", "author", "author"]
    assert {(item.strand, item.bloom, item.difficulty) for item in one.items} == {
        ("rebuttal", "analyse", 3)
    }
    assert ["dropped" in item.stem for item in one.items] == [False, True, False, True]
    for item, names in zip(one.items, (("A1", "N1"), ("N1",), ("N1", "A2"), ("A2",)), strict=True):
        assert all(name in item.stem for name in names)


@EACH
def test_what_answers_what_rests_on_the_arrows_of_the_map(seed: int) -> None:
    one, teller = the_round(seed), Teller(answered_town())
    first, third = one.items[0], one.items[2]

    assert {fact.predicate for fact in first.proof} == {"attacks"}
    assert {fact.arguments[0] for fact in first.proof} == set(spoken(one, "N1"))
    assert {fact.predicate for fact in third.proof} == {"reply"}
    assert {fact.arguments[1] for fact in third.proof} == set(spoken(one, "A2"))
    for item in (first, third):
        assert all(teller.holds(fact.predicate, fact.arguments) for fact in item.proof)


@EACH
def test_what_is_matched_is_what_the_flow_says(seed: int) -> None:
    one = the_round(seed)
    by_text = {text: id_ for id_, text in one.texts.items()}
    answers = {move.id: move.answers for move in one.flow.moves}
    for item, earlier in ((one.items[0], "A1"), (one.items[2], "N1")):
        assert isinstance(item, Match)
        pairs = zip(item.prompts, item.partners, strict=True)
        for prompt, place in pairs:
            assert (by_text[item.options[place].text],) == answers[by_text[prompt]]
        assert {by_text[option.text] for option in item.options} == set(spoken(one, earlier))
        taken = [place in item.partners for place in range(len(item.options))]
        whys = [option.why for option in item.options]
        assert ["Nothing" in why for why in whys] == [not one for one in taken]


@EACH
def test_what_was_dropped_is_what_its_question_is_about(seed: int) -> None:
    one = the_round(seed)
    for item, earlier, later in ((one.items[1], "A1", "N1"), (one.items[3], "N1", "A2")):
        taken = {id_ for move in one.flow.moves if move.speech == later for id_ in move.answers}
        (dropped,) = set(spoken(one, earlier)) - taken
        assert item.about == (dropped,)
        assert_told_apart(item, one.texts[dropped])


def assert_told_apart(item: Item, right: str) -> None:
    """Check that one option is right, and that the others are said to have been answered."""
    assert [option.text for option in item.options if option.correct] == [right]
    for option in item.options:
        assert option.flaw == ("" if option.correct else "answered")
        assert ("was answered" in option.why) is not option.correct


def test_seeds_draw_rounds_in_other_orders_and_let_other_arguments_drop() -> None:
    found = [the_round(seed) for seed in range(6)]

    assert len({tuple(spoken(one, "A1")) for one in found}) > 1
    assert len({one.items[3].about for one in found}) > 1
    assert len({one.items[1].about for one in found}) > 1


def concession() -> RawLesson:
    raw = answered_town()
    for entry in raw.lesson["contentions"][0]["counterarguments"]:
        if entry["id"] == "parents-decide":
            entry["replies"][0]["answers"] = "concedes"
    return raw


def common_target() -> RawLesson:
    """Return the street where two counterarguments answer the same step."""
    raw = answered_town()
    for entry in raw.lesson["contentions"][0]["counterarguments"]:
        if entry["id"] == "parents-decide":
            entry["attacks"] = "gate-is-busy"
    return raw


def no_spare() -> RawLesson:
    """Return the street without an argument that nobody answers."""
    raw = answered_town()
    reasons = raw.lesson["contentions"][0]["reasons"]
    reasons[:] = [one for one in reasons if one["id"] not in ("stop-harm", "calm-invites")]
    return raw


@pytest.mark.parametrize("changed", [town, concession, common_target, no_spare])
def test_no_round_is_played_where_it_is_open_what_answers_what(changed: object) -> None:
    assert callable(changed)
    assert rounds_of(changed()) == []


def test_a_concession_before_an_answer_is_not_played() -> None:
    raw = answered_town()
    for entry in raw.lesson["contentions"][0]["counterarguments"]:
        if entry["id"] == "wind-carries":
            entry["replies"].insert(
                0, {"id": "so-be-it", "text": "So be it.", "answers": "concedes"}
            )
    for seed in range(4):
        for one in rounds_of(raw, seed):
            assert "so-be-it" not in one.texts
