"""Where each part of a lesson is listed; of two with one id the first in the file counts."""

from msgspec.structs import replace

from debatekit.logic.parts import (
    PlacedCounterargument,
    PlacedReason,
    PlacedReply,
    listed_reasons,
    parts_of,
)
from debatekit.model.lesson import Contention, Counterargument, Reason, Reply
from debatekit.model.material import Material
from tests.generate.made import material_at
from tests.generate.raw import SMALL


def reason(name: str, premise: str, concludes: str | None = None) -> Reason:
    return Reason(id=name, premises=(premise,), concludes=concludes)


def contention(claim: str, name: str) -> Contention:
    """Return a contention whose parts are called after a name, but for a reason both have."""
    return Contention(
        claim=claim,
        reasons=(reason(f"{name}-reason", "p"), reason("twice", name)),
        counterarguments=(
            Counterargument(
                id=f"{name}-counter",
                text="It is not so.",
                attacks=claim,
                reasons=(reason(f"{name}-inner", "q", concludes="elsewhere"),),
                replies=(Reply(id=f"{name}-reply", text="It is.", answers="rebuts"),),
            ),
        ),
    )


def made() -> Material:
    street = material_at(SMALL / "town", "street")
    both = (contention("first-claim", "one"), contention("second-claim", "two"))
    return replace(street, lesson=replace(street.lesson, contentions=both))


def test_each_part_knows_its_contention() -> None:
    parts = parts_of(made())
    every: dict[str, PlacedReason | PlacedCounterargument | PlacedReply]
    every = {**parts.reasons, **parts.counterarguments, **parts.replies}

    assert {id_: placed.contention for id_, placed in every.items()} == {
        "one-reason": "first-claim",
        "twice": "first-claim",
        "one-inner": "first-claim",
        "one-counter": "first-claim",
        "one-reply": "first-claim",
        "two-reason": "second-claim",
        "two-inner": "second-claim",
        "two-counter": "second-claim",
        "two-reply": "second-claim",
    }


def test_of_two_parts_with_one_id_the_first_counts() -> None:
    assert parts_of(made()).reasons["twice"].reason.premises == ("one",)
    assert [placed.reason.id for placed in listed_reasons(made().lesson)].count("twice") == 2


def test_a_reply_knows_what_it_answers() -> None:
    replies = parts_of(made()).replies

    assert {id_: placed.counterargument for id_, placed in replies.items()} == {
        "one-reply": "one-counter",
        "two-reply": "two-counter",
    }


def test_a_reason_concludes_what_it_names_or_else_what_it_is_listed_under() -> None:
    reasons = parts_of(made()).reasons

    assert (reasons["one-reason"].conclusion, reasons["one-reason"].side) == (
        "first-claim",
        "author",
    )
    assert (reasons["one-inner"].conclusion, reasons["one-inner"].side) == ("elsewhere", "counter")
