"""Small lessons at the edge of a rule: with one thing less, or one more, nothing is asked."""

from typing import Any

import pytest

from debatekit.generate.build import Candidate, Question, choice, multiple
from debatekit.model.item import Fact
from tests.generate.made import SCHEMES
from tests.generate.raw import Raw, RawLesson, bare_source
from tests.generate.street import items_by, town

PROOF = (Fact("claim", ("x",)),)
WORDS = ("cars", "boats", "trains", "planes", "bikes", "trams", "carts", "ships", "coaches")
"""A word for each claim, so that none says what another does."""


def lesson(reasons: list[Raw], counterarguments: list[Raw] | None = None, **more: Raw) -> RawLesson:
    """Return a lesson whose claims are named by the words; the first is the contention."""
    claims: Raw = {
        word: {"text": f"It is about {word} here.", "short": f"About {word}", "kind": "fact"}
        for word in WORDS
    }
    for word, fields in more.items():
        claims[word].update(fields)
    source = bare_source(claims, {"ann": {"name": "Ann Brook", "kind": "person"}})
    contention = {"claim": "cars", "reasons": reasons, "counterarguments": counterarguments or []}
    made = {"format": 1, "title": "A lesson", "source": "article", "contentions": [contention]}
    return RawLesson(made, source, [], {}, SCHEMES)


def reason(premise: str, end: str, *more: str, **fields: Any) -> Raw:
    return {"id": f"{premise}-{end}", "premises": [premise, *more], "concludes": end, **fields}


def targets(generator: str, raw: RawLesson) -> list[str]:
    return [item.target for item in items_by(generator, raw)]


def texts(generator: str, raw: RawLesson) -> list[set[str]]:
    return [{option.text for option in item.options} for item in items_by(generator, raw)]


def star(ends: int, left: int) -> RawLesson:
    """Return a lesson in which so many conclusions hang on one claim, and others on another."""
    names = [name for name in WORDS if name not in ("cars", "boats")]
    fall = [reason("boats", name) for name in names[:ends]]
    stay = [reason("cars", name) for name in names[ends : ends + left]]
    return lesson([*fall, *stay])


@pytest.mark.parametrize(
    ("ends", "left", "asked"),
    [(1, 2, True), (2, 2, True), (3, 2, True), (3, 1, False), (4, 2, False)],
)
def test_one_to_three_conclusions_fall_beside_two_that_stand(
    ends: int, left: int, asked: bool
) -> None:
    found = [one for one in items_by("whatif_set", star(ends, left)) if one.about[0] == "boats"]

    assert len(found) == asked
    for item in found:
        assert len([option for option in item.options if option.correct]) == ends
        assert len(item.about) == ends + 1


LINKED = reason("boats", "cars", "trains", structure_reviewed=True)
APART = [
    reason("boats", "cars", structure_reviewed=True),
    reason("trains", "cars", structure_reviewed=True),
]


@pytest.mark.parametrize(
    ("reasons", "asked"),
    [
        ([LINKED], {"linked"}),
        ([LINKED, reason("boats", "trains")], set()),
        ([LINKED, reason("trains", "boats")], set()),
        ([LINKED, reason("trains", "planes"), reason("planes", "boats")], set()),
        (APART, {"separate"}),
        ([*APART, reason("boats", "trains")], set()),
        ([*APART, reason("trains", "boats")], set()),
        ([APART[0], {**APART[1], "structure_reviewed": False}], set()),
        ([{**LINKED, "structure_reviewed": False}], set()),
    ],
)
def test_how_two_claims_work_is_asked_where_neither_supports_the_other(
    reasons: list[Raw], asked: set[str]
) -> None:
    found = {target.split(":")[1] for target in targets("structure_type", lesson(reasons))}

    assert found - {"serial"} == asked


def test_premises_that_two_steps_share_are_not_told_apart_by_them() -> None:
    both = [
        reason("boats", "cars", "trains", structure_reviewed=True),
        {**reason("boats", "cars", "planes", structure_reviewed=True), "id": "again"},
    ]
    pairs = [one.split(":")[-1] for one in targets("structure_type", lesson(both))]
    same = [both[0], {**both[0], "id": "again"}]

    assert "planes+trains" in pairs
    assert not [one for one in targets("structure_type", lesson(same)) if "separate" in one]


def test_one_premise_that_another_step_has_too_is_passed_over() -> None:
    both = [
        reason("boats", "cars", structure_reviewed=True),
        {**reason("boats", "cars", "planes", structure_reviewed=True), "id": "again"},
    ]

    assert not [one for one in targets("structure_type", lesson(both)) if "separate" in one]


def test_a_chain_of_two_is_no_chain_nor_is_one_that_branches() -> None:
    chain = [reason("boats", "trains"), reason("trains", "cars")]

    assert targets("step_order", lesson(chain)) == ["chain:boats:trains:cars"]
    assert targets("step_order", lesson(chain[1:])) == []
    assert targets("step_order", lesson([*chain, reason("trains", "planes")])) == []


def test_a_chain_in_which_one_claim_is_within_another_is_not_put_in_order() -> None:
    chain = [reason("boats", "trains"), reason("trains", "cars")]
    within = lesson(chain, boats={"short": "About trains"})

    assert targets("step_order", within) == []


POINT: Raw = {"id": "point", "text": "It is about points here.", "short": "About points"}


def test_common_ground_and_counterarguments_are_options_where_there_is_nothing_else() -> None:
    point = {**POINT, "attacks": "cars-premise", "reasons": [reason("planes", "point")]}
    step = {**reason("boats", "cars"), "id": "cars-premise"}
    with_both = lesson([step], [point], planes={"side": "shared"})
    without = lesson([step], [point], planes={"unstated": True})

    [shown] = [one.options for one in items_by("supports_which", with_both) if "boats" in one.about]
    assert {option.text for option in shown} == {"About boats", "About planes", "About points"}
    assert "support:cars-premise:boats" not in targets("supports_which", without)


def rescued(**more: Any) -> set[str]:
    """Return which conclusions of the street a reply brings back, with more in the lesson."""
    raw = town()
    raw.lesson["contentions"][0]["counterarguments"][1]["attacks"] = "gate-is-busy"
    raw.lesson.update(more)
    return {target.rpartition(":")[2] for target in targets("reinstate", raw)}


def test_a_reply_is_asked_for_where_it_is_needed_for_a_claim_of_one_side() -> None:
    prefers = {"weaker": "trade-suffers", "stronger": "close-street"}

    assert rescued() == {"close-street"}
    assert rescued(preferences=[prefers]) == set()


def test_of_several_replies_the_best_is_asked_for_and_without_a_best_all_are() -> None:
    raw = town()
    replies = raw.lesson["contentions"][0]["counterarguments"][2]["replies"]
    replies.append({"id": "no-road", "text": "The main road is far away.", "answers": "rebuts"})
    with_best = set(targets("best_rebuttal", raw))
    del replies[0]["best"]
    without = set(targets("best_rebuttal", raw))

    assert "meets:wind-measured:wind-carries" in with_best
    assert "meets:no-road:wind-carries" not in with_best
    assert {"meets:wind-measured:wind-carries", "meets:no-road:wind-carries"} <= without


def test_an_arrow_to_the_attackers_own_side_is_no_option() -> None:
    raw = town()
    by_words = {entry["short"]: id_ for id_, entry in raw.source["claims"].items()}
    for item in items_by("attack_target", raw):
        if item.side == "author":
            assert not {option.text for option in item.options} & by_words.keys()


# How options are chosen.


def question(stem: str = "On the map, which?", **more: Any) -> Question:
    return Question(
        generator="g", strand="claims", stem=stem, target="t", bloom="analyse", side="author",
        about=(), proof=PROOF, **more,
    )  # fmt: skip


def candidate(text: str, long: str = "") -> Candidate:
    return Candidate(text=text, long=long, why="So.", proof=PROOF)


def chosen(key: str, *wrong: str, **more: Any) -> set[str]:
    """Return the options that are shown beside the key, none if there is no item."""
    found = list(choice(question(**more), candidate(key), map(candidate, wrong)))
    return {option.text for item in found for option in item.options if not option.correct}


def test_the_first_two_that_fit_are_taken() -> None:
    assert chosen("red hat", "blue hat", "green hat", "grey hat") == {"blue hat", "green hat"}
    assert chosen("red hat", "blue hat") == set()


@pytest.mark.parametrize("place", range(3))
def test_an_absolute_word_is_in_all_options_or_in_none(place: int) -> None:
    wrong = ["blue hats", "green hats", "grey hats"]
    wrong[place] = "never hats"

    assert chosen("red hats", *wrong) == {"blue hats", "green hats", "grey hats"} - {
        *wrong[place : place + 1],
        *({"blue hats", "green hats", "grey hats"} - {*wrong}),
    }


def test_where_the_key_alone_is_absolute_others_that_are_so_too_come_first() -> None:
    wrong = ("blue hats", "green hats", "only caps", "all scarves")

    assert chosen("never red hats", *wrong) == {"only caps", "all scarves"}


def test_a_word_of_the_stem_is_in_a_wrong_option_too_where_it_can_be() -> None:
    stem = "On the map, which is about rivers?"

    assert "wide rivers" in chosen(
        "deep rivers", "tall trees", "red houses", "wide rivers", stem=stem
    )


def test_the_keys_length_is_within_a_third_less_and_a_half_more() -> None:
    assert chosen("x" * 15, "y" * 10, "z" * 10)
    assert not chosen("x" * 16, "y" * 10, "z" * 10)
    assert chosen("x" * 67, "y" * 100, "z" * 100)
    assert not chosen("x" * 66, "y" * 100, "z" * 100)


def ticked(keys: int, wrong: int, most: int = 6) -> tuple[int, int]:
    """Return how many right and wrong options an item has where several can be ticked."""
    right = [candidate(f"right {WORDS[n]}") for n in range(keys)]
    others = [candidate(f"wrong {WORDS[n]}") for n in range(wrong)]
    for item in multiple(question(), right, others, most):
        known = [option.correct for option in item.options]
        return known.count(True), known.count(False)
    return 0, 0


@pytest.mark.parametrize(
    ("keys", "wrong", "shown"),
    [
        (1, 1, (0, 0)),
        (1, 2, (1, 2)),
        (1, 5, (1, 2)),
        (2, 5, (2, 2)),
        (3, 5, (3, 3)),
        (3, 2, (3, 2)),
        (4, 5, (4, 2)),
        (4, 1, (0, 0)),
        (5, 5, (0, 0)),
    ],
)
def test_as_many_wrong_as_right_are_shown_but_two_at_least_and_six_in_all(
    keys: int, wrong: int, shown: tuple[int, int]
) -> None:
    assert ticked(keys, wrong) == shown


def test_four_in_all_where_no_more_are_wanted() -> None:
    assert ticked(2, 5, most=4) == (2, 2)
    assert ticked(3, 5, most=4) == (0, 0)


def test_right_options_that_say_the_same_make_no_item_and_such_wrong_ones_are_passed_over() -> None:
    wrong = [candidate("blue"), candidate("green")]
    same = [candidate("red"), candidate("Red.")]
    found = list(multiple(question(), [candidate("red")], [candidate("RED"), *wrong]))

    assert list(multiple(question(), same, wrong)) == []
    assert {option.text for option in found[0].options} == {"red", "blue", "green"}
