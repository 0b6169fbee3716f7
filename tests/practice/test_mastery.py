"""How evidence adds up and fades, and the words for it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.progress import Attempt
from debatekit.practice.mastery import Estimate, Evidence, estimate, masteries

THIRD = 1 / 3
MIXED = [
    (0, 1, THIRD),
    (0, 0, THIRD),
    (2, 1, THIRD),
    (2, 1, 0),
    (9, 1, THIRD),
    (9, 1, 1 / 4),
    (9, 0.5, 0),
    (16, 1, THIRD),
]
TWELVE_RIGHT = [(0, 1, THIRD)] * 6 + [(7, 1, THIRD)] * 6
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ATTEMPT = Attempt(
    id="1",
    student="Ada",
    lesson="allies",
    item="q",
    target="t",
    strand="structure",
    kind="choice",
    generator="who_said",
    response=("a",),
    score=1.0,
    at=NOON.isoformat(),
    bloom="analyse",
    chance=THIRD,
)


def on_day(day: int, rows: list[tuple[float, float, float]]) -> Estimate:
    return estimate(Evidence(day - t, score, chance, str(t)) for t, score, chance in rows)


@pytest.mark.parametrize(
    ("rows", "day", "a", "b", "value", "low"),
    [
        (MIXED, 16, 4.9638, 2.1163, 0.7011, 0.4947),
        (MIXED, 76, 1.9910, 1.2791, 0.6088, 0.3062),
        (TWELVE_RIGHT, 7, 8.4027, 1.0, 0.8936, 0.7711),
    ],
)
def test_evidence_fades_by_half_in_thirty_days(
    rows: list[tuple[float, float, float]], day: int, a: float, b: float, value: float, low: float
) -> None:
    found = on_day(day, rows)

    assert (found.a, found.b, found.value, found.low) == pytest.approx((a, b, value, low), abs=5e-5)


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        (TWELVE_RIGHT, "mastered"),
        ([(7, 1, THIRD)] * 12, "learning"),
        ([(7, 1, THIRD)] * 3, "too little data"),
        ([(7, 0, THIRD)] * 6, "start here"),
        ([], "too little data"),
    ],
)
def test_the_word_follows_from_value_certainty_and_days(
    rows: list[tuple[float, float, float]], word: str
) -> None:
    assert on_day(7, rows).word == word


ROWS = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0, 1), st.sampled_from([0, 0.25, 0.5])), max_size=30
)


@given(ROWS, st.sampled_from([0, 0.25, 0.5]))
def test_a_right_answer_never_lowers_mastery(
    rows: list[tuple[float, float, float]], chance: float
) -> None:
    evidence = [Evidence(*row) for row in rows]
    before, after = estimate(evidence), estimate([*evidence, Evidence(0, 1, chance)])

    assert 0 <= before.value <= after.value <= 1


@given(st.floats(-400, 0))
def test_a_clock_that_was_set_back_makes_no_answer_weigh_more(age_days: float) -> None:
    assert estimate([Evidence(age_days, 1, 0)]) == estimate([Evidence(0, 1, 0)])


def test_each_strand_and_skill_is_told_apart_and_skips_are_no_evidence() -> None:
    other = replace(ATTEMPT, item="q2", strand="claims", bloom="remember", score=0.0)
    skipped = replace(ATTEMPT, strand="rebuttal", skipped=True, response=())
    now = NOON + timedelta(days=30)
    found = masteries([ATTEMPT, other, skipped], now)

    assert [(m.strand, m.skill, m.evidence) for m in found] == [
        ("claims", "recall", 0.5),
        ("structure", "analyse", 0.5),
    ]


@pytest.mark.parametrize(("days", "word"), [(0, "learning"), (7, "mastered")])
def test_right_answers_show_mastery_only_if_they_came_on_two_days(days: int, word: str) -> None:
    later = (NOON + timedelta(days=days)).isoformat()
    made = [replace(ATTEMPT, item=f"q{n}") for n in range(6)]
    made += [replace(ATTEMPT, item=f"later-{n}", at=later) for n in range(6)]

    assert [found.word for found in masteries(made, NOON + timedelta(days=7))] == [word]
