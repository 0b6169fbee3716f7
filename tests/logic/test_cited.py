"""Which paragraphs of its article, and which events, a contention or a lesson speaks of."""

from msgspec.structs import replace

from debatekit.logic.cited import cited_by, cited_by_lesson, events_resting_on
from debatekit.model.lesson import Finding
from debatekit.model.source import Event
from tests.generate.made import material_at
from tests.generate.raw import SMALL

STREET = material_at(SMALL / "town", "street")
CLAIMS = {
    **STREET.claims,
    "close-street": replace(STREET.claims["close-street"], paragraphs=(8,)),
    "dirty-air": replace(STREET.claims["dirty-air"], paragraphs=(12, 5)),
    "was-crowded": replace(STREET.claims["was-crowded"], paragraphs=(9,)),
}
MADE = replace(STREET, claims=CLAIMS)


def test_a_contention_cites_where_its_claim_and_its_premises_stand_rising() -> None:
    (contention,) = MADE.lesson.contentions

    assert cited_by(contention, MADE) == (1, 2, 5, 8, 12)


def test_a_premise_that_the_article_does_not_make_cites_nothing() -> None:
    (contention,) = MADE.lesson.contentions
    bare = replace(MADE, claims={"close-street": CLAIMS["close-street"]})

    assert cited_by(contention, bare) == (8,)


def test_a_lesson_cites_what_is_looked_up_as_well() -> None:
    checked = Finding(
        claim="was-crowded", verdict="supported", record="It was.", cite=("traffic-count",)
    )
    lesson = replace(MADE.lesson, facts=(checked,))

    assert cited_by_lesson(MADE) == (1, 2, 5, 8, 12)
    assert cited_by_lesson(replace(MADE, lesson=lesson)) == (1, 2, 5, 8, 9, 12)


def test_events_rest_on_a_reference_belong_to_the_lesson_or_rest_on_nothing() -> None:
    def event(id_: str, *cited: str) -> Event:
        return Event(id=id_, text="It happened.", date="2020", cite=cited)

    own = event("own", "far")
    near, far, bare = event("near", "other", "count"), event("far", "far"), event("bare")
    lesson = replace(MADE.lesson, events=(own,))
    made = replace(MADE, lesson=lesson, events=(near, far, bare, own))

    assert events_resting_on({"count"}, made) == {"own", "near", "bare"}
    assert events_resting_on((), made) == {"own", "bare"}
