"""Item analysis as a teacher gets it: complete cases, and no more than the numbers bear."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.progress import Attempt
from debatekit.report import Outline, class_report
from debatekit.report.analysis import desk_of, flags, quality, trust_in
from debatekit.report.findings import LessonReport
from debatekit.report.firsts import complete_block, first_answers
from debatekit.report.measures import alpha
from tests.report.make import answers, digits, made, table

TEN = table("ten-students.yaml")


def lesson(attempts: list[Attempt]) -> LessonReport:
    (only,) = class_report(attempts).lessons
    return only


def ten_students() -> list[Attempt]:
    """The worked example, with what was chosen at the fifth item."""
    attempts = answers(digits(TEN["rows"]))
    chosen = iter(TEN["choices"].lower())
    return [replace(one, response=(next(chosen),)) if one.item == "q5" else one for one in attempts]


def rounded(values: list[float | None], places: int) -> list[float | None]:
    return [None if value is None else round(value, places) + 0.0 for value in values]


def test_the_worked_example_comes_out_whole() -> None:
    found = lesson(ten_students())
    analysis, questions = found.analysis, found.questions

    assert (analysis.students, analysis.dropped, analysis.questions) == (10, 0, 6)
    assert analysis.name == "KR-20"
    assert rounded([analysis.reliability, analysis.standard_error], 6)[0] == TEN["kr20"]
    assert rounded([analysis.standard_error], 4) == [TEN["standard_error"]]
    assert [one.difficulty for one in questions] == TEN["difficulty"]
    assert rounded([one.discrimination for one in questions], 4) == TEN["corrected"]
    assert rounded([one.alpha_without for one in questions], 4) == TEN["alpha_without"]
    assert [one.quality for one in questions] == TEN["quality"]
    assert [list(one.flags) for one in questions] == TEN["flags"]


def test_the_options_of_the_fifth_item_come_out_whole() -> None:
    options = {one.key: one for one in lesson(ten_students()).questions[4].options}

    assert options.keys() == TEN["options"].keys()
    for key, expected in TEN["options"].items():
        found = options[key]
        assert found.right == (key == "b")
        assert found.share == expected["share"]
        assert rounded([found.correlation], 4) == [expected["correlation"]]
        assert list(found.flags) == expected["flags"]


def test_ten_students_get_intervals_and_a_warning_that_says_why() -> None:
    found = lesson(ten_students())

    assert found.analysis.trust == "unstable"
    assert "-0.19 to 0.86" in found.analysis.note
    assert rounded(list(found.analysis.reliability_interval or ()), 3) == TEN["kr20_interval"]
    for one in found.questions:
        assert one.discrimination_interval
        assert one.difficulty_interval
        assert one.alpha_without_interval


def test_answers_that_are_missing_take_their_student_out() -> None:
    gaps = table("with-gaps.yaml")
    attempts = answers(digits(gaps["rows"]))
    found = lesson(attempts).analysis
    firsts = first_answers(attempts)
    desk = desk_of(Outline(id="trams"), firsts, complete_block(firsts))

    assert (found.students, found.dropped, found.left_out) == (gaps["complete"], gaps["dropped"], 0)
    assert rounded([alpha(list(desk.columns.values()))], 6) == [gaps["alpha"]]


@pytest.mark.parametrize(
    ("students", "trust"),
    [(1, "counts only"), (9, "counts only"), (10, "unstable"), (29, "unstable"), (30, "plain")],
)
def test_how_much_is_shown_depends_on_the_number_of_students(students: int, trust: str) -> None:
    rows = [[float(place % 3 > 0), float(place % 2), 1.0] for place in range(students)]
    found = lesson(answers(rows, [f"s{place:02}" for place in range(students)]))
    first = found.questions[0]

    assert trust_in(students) == trust
    if students >= 3:
        assert found.analysis.trust == trust
    assert (first.discrimination is not None) == (students >= 10)
    assert (first.difficulty_interval is not None) == (10 <= students < 30)
    assert (found.analysis.reliability is not None) == (students >= 10)
    chosen = [option for option in first.options if option.count]
    assert all((option.correlation is None) == (students < 10) for option in chosen)
    assert sum(option.count for option in first.options) == students


def test_what_nobody_varies_in_has_no_discrimination() -> None:
    rows = [[1.0, float(place % 2), float(place % 3 > 0)] for place in range(12)]
    easy = lesson(answers(rows)).questions[0]

    assert easy.discrimination is None
    assert easy.flags == ("very easy",)


@pytest.mark.parametrize(
    ("difficulty", "r", "expected"),
    [
        (0.19, 0.5, ("very hard",)),
        (0.2, 0.1, ()),
        (0.95, 0.09, ("review",)),
        (0.96, 0.0, ("very easy", "review")),
        (0.5, -0.01, ("check the key",)),
        (0.5, None, ()),
    ],
)
def test_flags_begin_where_they_should(
    difficulty: float, r: float | None, expected: tuple[str, ...]
) -> None:
    assert flags(difficulty, r) == expected


@pytest.mark.parametrize(
    ("r", "word"), [(0.4, "very good"), (0.39, "good"), (0.2, "marginal"), (0.19, ""), (None, "")]
)
def test_the_words_for_discrimination_follow_ebel(r: float | None, word: str) -> None:
    assert quality(r) == word


def test_an_option_that_nobody_chose_is_seen_and_flagged() -> None:
    rows = [[float(place > 5), float(place % 2), float(place % 3 > 0)] for place in range(12)]
    options = lesson(answers(rows)).questions[0].options

    assert [(one.key, one.count, one.flags) for one in options if not one.count] == [
        ("c", 0, ("not working",))
    ]


@pytest.mark.parametrize(
    "change",
    [{"item": "another-seed"}, {"response": ("c",)}, {"flaw": "reversed"}, {"score": 0.5}],
    ids=str,
)
def test_options_that_were_arranged_otherwise_are_not_compared(change: dict[str, Any]) -> None:
    attempts = answers([[1.0]] * 4, flaw="")
    attempts.append(replace(made("Zoe", 1), **change))

    assert lesson(attempts).questions[0].options == ()


def test_fractions_make_it_alpha_and_not_kr_20() -> None:
    rows = [[place % 3 / 2, float(place % 2)] for place in range(12)]

    assert lesson(answers(rows)).analysis.name == "alpha"


def test_only_a_first_answer_counts_and_a_skip_is_none() -> None:
    attempts = [
        made("Ada", 1, 0, id="skip", skipped=True),
        made("Ada", 1, 0, id="first"),
        made("Ada", 1, 1, id="second"),
    ]
    found = lesson(attempts)

    assert found.answers == 1
    assert found.scores == {"Ada": (0,)}


def test_students_who_drew_other_questions_share_what_they_have_in_common() -> None:
    rows: list[list[float | None]] = [
        [float(place % 2), 1.0, None, None] if place < 4 else [float(place % 2), 0.0, 1.0, 1.0]
        for place in range(6)
    ]
    found = lesson(answers(rows))

    assert (found.analysis.students, found.analysis.questions) == (6, 2)
    assert (found.analysis.dropped, found.analysis.left_out) == (0, 2)
    assert [one.complete for one in found.questions] == [True, True, False, False]


def test_students_with_nothing_in_common_are_no_test() -> None:
    found = lesson(answers([[1, None, None], [None, 0, None], [None, None, 1]]))

    assert (found.analysis.students, found.analysis.questions) == (0, 0)
    assert found.analysis.note.startswith("no two questions have the same three students")
    assert [one.answers for one in found.questions] == [1, 1, 1]


def test_one_question_on_another_seed_is_the_same_question() -> None:
    attempts = [made("Ada", 1), replace(made("Ben", 1, 0), item="seed-2")]
    (only,) = lesson(attempts).questions

    assert (only.answers, only.difficulty) == (2, 0.5)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(st.sampled_from([None, 0.0, 0.5, 1.0]), min_size=4, max_size=4),
        min_size=1,
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_no_number_leaves_its_range_and_no_order_matters(
    rows: list[list[float | None]], chance: Any
) -> None:
    attempts = answers(rows)
    shuffled = list(attempts)
    chance.shuffle(shuffled)
    report = class_report(attempts)

    assert class_report(shuffled) == report
    for found in report.lessons:
        assert found.analysis.students + found.analysis.dropped == len(found.students)
        assert found.analysis.questions + found.analysis.left_out == len(found.questions)
        assert found.analysis.reliability is None or found.analysis.reliability <= 1 + 1e-9
        for one in found.questions:
            assert 0 <= one.difficulty <= 1
            assert one.discrimination is None or -1 <= one.discrimination <= 1
            assert all(0 <= option.share <= 1 for option in one.options)
