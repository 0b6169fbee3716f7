"""Where runs of a strand end, and when they cannot be helped."""

import pytest

from debatekit.model.item import Item
from debatekit.model.words import Strand
from debatekit.practice.interleave import fits, run_avoidable, spaced
from tests.practice.make import choice


def asked(*strands: Strand) -> list[Item]:
    """Return what was asked, a target each."""
    return [choice(f"q{place}", strand=strand) for place, strand in enumerate(strands)]


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
