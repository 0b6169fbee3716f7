"""Which items a session asks, and in which order."""

from collections import Counter
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.item import KEYS, Choice, Item, Multiple, Short
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.plan import DEFAULT_MIX, askable, plan, quota
from tests.practice.make import choice, fields, match, multiple, options, order, pools

SEEDS = st.integers(0, 1000)
PLENTY: Mapping[Strand, int] = dict.fromkeys(STRANDS, 100)


def distinct(strands: Mapping[Strand, int]) -> tuple[Item, ...]:
    """Return as many choices of each strand as are wanted, each with a target of its own."""
    return tuple(
        choice(f"{strand}-{number}", strand=strand)
        for strand, count in strands.items()
        for number in range(count)
    )


def runs(items: tuple[Item, ...]) -> list[tuple[Strand, ...]]:
    """Return every three neighbours' strands."""
    strands = [item.strand for item in items]
    return list(zip(strands, strands[1:], strands[2:], strict=False))


@given(pools(), SEEDS)
def test_no_target_is_asked_twice_within_five(pool: tuple[Item, ...], seed: int) -> None:
    targets = [item.target for item in plan(pool, Random(seed))]

    assert all(
        len(set(targets[start : start + 5])) == len(targets[start : start + 5])
        for start in range(len(targets))
    )


@given(st.fixed_dictionaries({strand: st.integers(0, 9) for strand in STRANDS}), SEEDS)
def test_a_strand_runs_longer_than_two_only_where_it_must(
    counts: Mapping[Strand, int], seed: int
) -> None:
    total, most = sum(counts.values()), max(counts.values())
    found = plan(distinct(counts), Random(seed), mix=counts, size=total or None)

    assert len(found) == total
    if most <= 2 * (total - most + 1):
        assert not [run for run in runs(found) if len(set(run)) == 1]


@given(pools(), SEEDS)
def test_items_written_by_hand_come_first_in_their_strand(
    pool: tuple[Item, ...], seed: int
) -> None:
    one_target_each = tuple(
        choice(item.id, strand=item.strand, generator=item.generator) for item in pool
    )
    found = plan(one_target_each, Random(seed), size=len(pool))

    for strand in STRANDS:
        written = [item.generator == "authored" for item in found if item.strand == strand]
        assert written == sorted(written, reverse=True)


@given(pools(), SEEDS)
def test_the_same_seed_plans_the_same_session(pool: tuple[Item, ...], seed: int) -> None:
    assert plan(pool, Random(seed)) == plan(pool, Random(seed))


def test_a_strand_alone_fills_the_session() -> None:
    found = plan(distinct({"claims": 20, "actors": 20}), Random(1), strands=["actors"])

    assert Counter(item.strand for item in found) == {"actors": 12}


@pytest.mark.parametrize(
    ("size", "share"),
    [
        (None, {"claims": 4, "structure": 2}),
        (3, {"claims": 2, "structure": 1}),
        (12, {"claims": 8, "structure": 4}),
        (500, {"claims": 100, "structure": 100}),
    ],
)
def test_the_mix_keeps_its_proportions(size: int | None, share: dict[Strand, int]) -> None:
    found = quota({"claims": 4, "structure": 2}, PLENTY, size=size)

    assert {strand: count for strand, count in found.items() if count} == share


def test_what_a_strand_lacks_the_others_make_up() -> None:
    found = quota({"claims": 4, "structure": 2}, {**PLENTY, "claims": 1})

    assert (found["claims"], found["structure"]) == (1, 5)


def test_generators_take_turns() -> None:
    names = ["who_said"] * 9 + ["claim_kind"] * 9
    pool = tuple(choice(f"q{n}", generator=name) for n, name in enumerate(names))
    found = plan(pool, Random(3), mix={"claims": 6})

    assert Counter(item.generator for item in found) == {"who_said": 3, "claim_kind": 3}


@given(SEEDS)
def test_a_session_opens_with_questions_that_have_one_answer(seed: int) -> None:
    easy = distinct({"claims": 3, "actors": 3})
    hard = tuple(Multiple(options=options(3, 0), **fields(f"m{n}", "structure")) for n in range(3))
    found = plan((*hard, *easy), Random(seed), size=9)

    assert all(isinstance(item, Choice) for item in found[:2])
    assert any(isinstance(item, Multiple) for item in found)


def test_items_that_cannot_be_answered_are_left_out() -> None:
    facts = fields("k")
    broken: list[Item] = [
        Choice(options=options(3), **facts),
        Short(accepted=(), **facts),
        multiple(3, ()),
        multiple(30, (1,)),
        order((0,)),
        match((5,), 2),
        match((2,), 2),
        match((), 2),
    ]
    sound = choice("sound")

    assert askable([*broken, sound, choice("sound", count=5)]) == (sound,)


def test_the_smallest_and_the_widest_items_that_can_be_answered_are_kept() -> None:
    smallest = (order((0, 1)), match((0,), 2))
    widest = choice("widest", len(KEYS))
    uneven = replace(match((1, 0)), id="uneven", prompts=("only one",))

    assert askable([*smallest, widest, uneven]) == (*smallest, widest)


def test_a_lesson_without_items_gives_an_empty_session() -> None:
    assert plan((), Random(1)) == ()


def test_a_mix_of_nothing_is_the_usual_one() -> None:
    pool = distinct(dict.fromkeys(STRANDS, 9))

    assert Counter(item.strand for item in plan(pool, Random(1), mix={})) == DEFAULT_MIX


def test_a_strand_asked_for_by_name_counts_as_one_where_the_mix_has_none() -> None:
    found = quota({"claims": 6}, PLENTY, ["claims", "rhetoric"], size=14)
    pool = distinct({"claims": 9, "rhetoric": 9})
    asked = plan(pool, Random(1), mix={"claims": 3}, strands=["rhetoric"])

    assert (found["claims"], found["rhetoric"]) == (12, 2)
    assert [item.strand for item in asked] == ["rhetoric"] * 3
