"""Where runs of a strand end, and when they cannot be helped."""

from itertools import product
from random import Random

import pytest

from debatekit.model.item import Choice, Item, Multiple
from debatekit.model.words import Strand
from debatekit.practice.interleave import fits, interleave, run_avoidable, spaced
from tests.practice.make import choice, multiple, order

THREE: tuple[Strand, ...] = ("claims", "actors", "structure")


def asked(*strands: Strand) -> list[Item]:
    """Return what was asked, a target each."""
    return [choice(f"q{place}", strand=strand) for place, strand in enumerate(strands)]


def several(strand: Strand, count: int, options: int = 3) -> list[Item]:
    return [choice(f"{strand}-{n}", options, strand=strand) for n in range(count)]


def test_the_third_of_a_strand_in_a_row_does_not_fit() -> None:
    more = choice("more", strand="claims")

    assert fits(asked("claims"), more)
    assert not fits(asked("claims", "claims"), more)
    assert fits(asked("claims", "claims", "actors"), more)


def test_where_nothing_fits_all_is_asked_in_its_order() -> None:
    rest = asked("claims", "claims", "claims", "claims")

    assert spaced((), rest) == tuple(rest)


@pytest.mark.parametrize("since", [1, 2, 3, 4, 5])
def test_a_target_fits_again_five_questions_later(since: int) -> None:
    between: tuple[Strand, ...] = ("actors", "evidence", "actors", "evidence")
    before = asked("claims", *between[: since - 1])

    assert fits(before, choice("again", target=before[0].target)) == (since >= 5)


@pytest.mark.parametrize(
    ("left", "order", "next_", "avoidable"),
    [
        ({"claims": 2}, (), "claims", True),
        ({"claims": 3}, (), "claims", False),
        ({"claims": 5, "actors": 1}, (), "actors", False),
        ({"claims": 4, "actors": 1}, (), "claims", True),
        ({"claims": 3, "actors": 1}, ("claims",), "claims", True),
        ({"claims": 4, "actors": 1}, ("claims",), "claims", False),
        ({"claims": 1, "actors": 1}, ("claims", "claims"), "claims", False),
    ],
)
def test_a_run_can_be_helped_as_long_as_there_are_gaps_enough(
    left: dict[Strand, int], order: tuple[Strand, ...], next_: Strand, avoidable: bool
) -> None:
    assert run_avoidable(left, asked(*order), next_) == avoidable


def test_where_the_end_is_fixed_no_other_strand_has_the_last_gap() -> None:
    left: dict[Strand, int] = {"claims": 2, "actors": 1}

    assert run_avoidable(left, (), "actors", last="claims")
    assert not run_avoidable({"claims": 3, "actors": 1}, (), "actors", last="evidence")


@pytest.mark.parametrize("seed", range(5))
def test_strands_run_no_longer_than_two_in_any_mix_that_can_help_it(seed: int) -> None:
    for counts in product(range(5), range(5), range(3)):
        queues = {
            strand: several(strand, count) for strand, count in zip(THREE, counts, strict=True)
        }
        everything = [item for queue in queues.values() for item in queue]
        ids = {item.id for item in everything}
        found = interleave(queues, Random(seed), ids)
        strands = [item.strand for item in found]
        total, most = sum(counts), max(counts)

        assert sorted(map(str, found)) == sorted(map(str, everything))
        if most <= 2 * (total - most + 1):
            assert all(len(set(strands[n : n + 3])) > 1 for n in range(total - 2)), counts


def test_a_strand_alone_keeps_its_order_whatever_may_come_last() -> None:
    queue = asked("claims", "claims", "claims", "claims")

    assert interleave({"claims": queue}, Random(1), {item.id for item in queue}) == tuple(queue)


@pytest.mark.parametrize("seed", range(8))
def test_two_questions_too_end_on_the_one_that_is_likely_to_succeed(seed: int) -> None:
    likely, hard = asked("claims", "actors")
    found = interleave({"claims": [likely], "actors": [hard]}, Random(seed), {likely.id})

    assert found == (hard, likely)


@pytest.mark.parametrize("seed", range(8))
def test_where_all_was_written_by_hand_a_likely_success_comes_last_all_the_same(
    seed: int,
) -> None:
    written: list[Item] = [choice(f"w{n}", 5, generator="authored") for n in range(2)]
    likely = choice("likely", 5, strand="actors", generator="authored")
    found = interleave({"claims": written, "actors": [likely]}, Random(seed), {"likely"})

    assert found[-1] == likely


@pytest.mark.parametrize("seed", range(8))
def test_easy_questions_are_kept_for_the_start_where_they_are_few(seed: int) -> None:
    easy, more = several("actors", 2), several("evidence", 3)
    wide = several("claims", 3, options=5), several("structure", 3, options=5)
    queues: dict[Strand, list[Item]] = {"actors": easy, "claims": wide[0], "structure": wide[1]}
    ids = {item.id for queue in queues.values() for item in queue}
    few = interleave(queues, Random(seed), ids)
    many = interleave(queues | {"evidence": more}, Random(seed), ids)

    assert set(few[:2]) == set(easy)
    assert many[-1] == easy[-1]


def test_after_the_first_two_a_strand_is_asked_in_its_order() -> None:
    hard = choice("hard", 5, generator="authored")
    easy = [choice(f"easy-{n}", generator="authored") for n in range(3)]
    found = interleave({"claims": [hard, *easy]}, Random(1))

    assert found == (*easy[:2], hard, easy[2])


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    ("first", "later"),
    [
        (choice("few", 3), choice("wide", 5, strand="actors")),
        (choice("wide", 5), multiple(strand="actors")),
        (choice("few", 3), multiple(strand="actors")),
    ],
)
def test_a_session_opens_with_what_needs_least_explaining(
    first: Item, later: Item, seed: int
) -> None:
    assert interleave({"actors": [later], "claims": [first]}, Random(seed)) == (first, later)


def test_from_the_third_question_on_any_kind_may_come() -> None:
    queues: dict[Strand, list[Item]] = {
        "claims": several("claims", 3),
        "evidence": several("evidence", 3),
        "actors": [multiple(strand="actors")],
    }
    third = {type(interleave(queues, Random(seed))[2]) for seed in range(20)}

    assert third == {Choice, Multiple}


def test_a_question_of_a_rare_strand_comes_anywhere_not_only_early() -> None:
    rare = several("actors", 1)
    queues: dict[Strand, list[Item]] = {
        "claims": several("claims", 4),
        "structure": several("structure", 4),
        "actors": rare,
    }
    places = [interleave(queues, Random(seed)).index(rare[0]) for seed in range(100)]

    assert sum(place >= 4 for place in places) > 40


def test_a_session_of_harder_kinds_alone_is_asked_all_the_same() -> None:
    hard: list[Item] = [multiple(), order(strand="structure")]

    assert set(interleave({"claims": hard[:1], "structure": hard[1:]}, Random(1))) == set(hard)


def test_a_target_is_asked_again_after_four_others() -> None:
    again = choice("again", target="target-q0")
    queue = [*asked("claims", "claims", "claims", "claims", "claims"), again]

    assert interleave({"claims": queue}, Random(1)) == tuple(queue)
