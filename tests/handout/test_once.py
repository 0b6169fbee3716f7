"""Evidence that is shown twice is told once, and the page says where."""

from msgspec.structs import replace

from debatekit.handout.brief import brief_page
from debatekit.handout.page import Brief, Point
from debatekit.logic.derive import derive
from debatekit.model.claim import Evidence
from debatekit.model.lesson import Reason
from debatekit.model.material import Material

SHOWN = Evidence(text="Gauges at every stop counted it.", kind="statistic")


def doubled(material: Material) -> Material:
    """The lesson with one premise, and its evidence, in two reasons."""
    claims = {
        **material.claims,
        "counted": replace(material.claims["tickets-cost-much"], evidence=(SHOWN,)),
    }
    [contention] = material.lesson.contentions
    more = tuple(Reason(id=f"again-{n}", premises=("counted",)) for n in range(2))
    changed = replace(contention, reasons=(*contention.reasons, *more))
    lesson = replace(material.lesson, contentions=(changed,))
    return replace(material, claims=claims, lesson=lesson)


def shown(brief: Brief) -> list[Point]:
    [contention] = brief.contentions
    reasons = [exchange.reason for exchange in contention.exchanges if exchange.reason]
    return [one for reason in reasons for point in reason.premises for one in point.evidence]


def test_the_same_evidence_is_told_where_it_is_first_read(trams: Material) -> None:
    material = doubled(trams)

    found = shown(brief_page(material, derive(material), "student"))

    assert [one.text for one in found].count(SHOWN.text) == 1
    assert [one.text for one in found[-2:]] == [SHOWN.text, "See reason 1C."]


def test_evidence_that_is_shown_once_stays_as_it_is(trams: Material) -> None:
    found = shown(brief_page(trams, derive(trams), "student"))

    assert found
    assert not [one for one in found if one.text.startswith("See ")]
