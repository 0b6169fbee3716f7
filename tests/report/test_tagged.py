"""Which options were taken: over all who were asked, however each session arranged them."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.item import KEYS
from debatekit.model.progress import Attempt
from debatekit.report import Asked, ClassReport, OptionText, Outline, class_report
from debatekit.report.findings import Choosing
from debatekit.report.measures import pearson
from tests.report.make import NAMES, answers, digits, made, table

TEN = table("ten-students.yaml")
TAGS = {"a": "dear", "b": "late", "c": "slow"}
RIGHT = "late"


def asked(attempt: Attempt, chosen: str, shown: tuple[str, ...]) -> Attempt:
    """The attempt with the option of that tag chosen, where options stand as told."""
    return replace(
        attempt,
        response=(KEYS[shown.index(chosen)],),
        score=float(chosen == RIGHT),
        flaw="" if chosen == RIGHT else "off-target",
        item=f"seed-{'-'.join(shown)}",
        shown=shown,
    )


def at_home(seed: int = 1) -> list[Attempt]:
    """The worked example, where each student saw the fifth item's options in an order of her own.

    What they chose is the same as in the example, by option and not by letter.
    """
    rng, chosen = Random(seed), iter(TEN["choices"].lower())
    made_ = []
    for one in answers(digits(TEN["rows"])):
        if one.item == "q5":
            order = list(TAGS.values())
            rng.shuffle(order)
            one = asked(one, TAGS[next(chosen)], tuple(order))
        made_.append(one)
    return made_


def options(report: ClassReport, target: str = "support:claim-5") -> dict[str, Choosing]:
    (lesson,) = report.lessons
    (found,) = [one for one in lesson.questions if one.target == target]
    return {one.tag: one for one in found.options}


@pytest.mark.parametrize("seed", range(5))
def test_the_worked_example_comes_out_the_same_in_any_arrangement(seed: int) -> None:
    found = options(class_report(at_home(seed)))

    assert found.keys() == set(TAGS.values())
    for letter, expected in TEN["options"].items():
        one = found[TAGS[letter]]
        assert one.right == (TAGS[letter] == RIGHT)
        assert one.key == ""
        assert (one.shown, one.share) == (10, expected["share"])
        assert one.correlation == pytest.approx(expected["correlation"], abs=5e-5)
        assert list(one.flags) == expected["flags"]


def test_where_all_saw_one_arrangement_options_keep_their_letters() -> None:
    attempts = [asked(made(name, 1), "late", ("slow", "late", "dear")) for name in NAMES]
    found = options(class_report(attempts), "support:claim-1")

    assert [(one.tag, one.key) for one in found.values()] == [
        ("slow", "a"),
        ("late", "b"),
        ("dear", "c"),
    ]


def test_a_share_is_of_those_who_were_shown_the_option() -> None:
    attempts = [asked(made(name, 1), "dear", ("dear", "late", "slow")) for name in NAMES[:3]]
    attempts += [asked(made(name, 1), "late", ("late", "slow", "new")) for name in NAMES[3:9]]
    found = options(class_report(attempts), "support:claim-1")

    assert {tag: (one.count, one.shown) for tag, one in found.items()} == {
        "late": (6, 9),
        "dear": (3, 3),
        "slow": (0, 9),
        "new": (0, 6),
    }
    assert found["dear"].share == 1


def test_who_is_no_complete_case_counts_among_those_who_chose() -> None:
    attempts = at_home()
    attempts.append(asked(made("Zoe", 5), "slow", ("slow", "late", "dear")))
    report = class_report(attempts)
    (lesson,) = report.lessons

    assert lesson.analysis.dropped == 1
    assert options(report)["slow"].shown == 11
    without = options(class_report(at_home()))["slow"].correlation
    assert options(report)["slow"].correlation == without


def test_answers_of_an_old_file_do_not_hide_those_that_tell() -> None:
    attempts = [asked(made(name, 1), "late", ("late", "dear", "slow")) for name in NAMES[:5]]
    attempts += [made(name, 1) for name in NAMES[5:]]
    found = options(class_report(attempts), "support:claim-1")

    assert {tag: one.shown for tag, one in found.items()} == dict.fromkeys(TAGS.values(), 5)


def test_options_are_named_in_the_lesson_s_words_else_in_those_of_their_claims() -> None:
    shown = ("not supports(dear, thesis)", "supports(late, thesis)", "not scheme(x, fear-appeal)")
    attempts = [replace(made(name, 1), shown=shown) for name in NAMES]
    outline = Outline(
        id="trams",
        claims={"dear": "Trams are dear", "late": "Trams are late", "thesis": "Ban trams"},
        questions={
            ("supports_which", "support:claim-1"): Asked(
                stem="Which?",
                about=("thesis",),
                options={shown[1]: OptionText("They come late", True)},
            )
        },
    )
    found = options(class_report(attempts, {"trams": outline}), "support:claim-1")

    assert [found[tag].text for tag in shown] == [
        "Trams are dear",
        "They come late",
        "fear appeal",
    ]
    assert found[shown[1]].right


def test_the_wrong_options_taken_most_come_surest_first() -> None:
    two = ("dear", "late", "slow")
    attempts = [asked(made(name, 1), "dear", two) for name in NAMES[:6]]
    attempts += [asked(made(name, 1), "late", two) for name in NAMES[6:9]]
    attempts += [asked(made(name, 2), "slow", two) for name in NAMES[:2]]
    attempts += [asked(made(NAMES[2], 2), "late", two)]
    attempts += [asked(made(name, 3), "slow", two) for name in NAMES[:2]]
    attempts += [asked(made(NAMES[0], 4), "slow", two)]
    (lesson,) = class_report(attempts).lessons

    assert [(one.question, one.text, one.count, one.shown) for one in lesson.lures] == [
        (1, "dear", 6, 9),
        (2, "slow", 2, 3),
    ]
    assert lesson.lures[0].because == "took a claim beside the step for a premise"


@given(st.lists(st.tuples(st.permutations(sorted(TAGS.values())), st.integers(0, 2)), min_size=1))
def test_every_choice_is_counted_once_and_no_share_leaves_its_range(
    drawn: list[tuple[list[str], int]],
) -> None:
    attempts = [
        asked(made(f"s{place:03}", 1), shown[chosen], tuple(shown))
        for place, (shown, chosen) in enumerate(drawn)
    ]
    found = options(class_report(attempts), "support:claim-1").values()

    assert sum(one.count for one in found) == len(drawn)
    assert all(one.shown == len(drawn) and 0 <= one.share <= 1 for one in found)


def test_the_correlation_is_that_of_those_who_were_shown_it() -> None:
    rng = Random(3)
    shown, attempts, seen = [("dear", "late", "new"), ("slow", "late", "dear")], [], []
    for place in range(40):
        others = [float(rng.random() < place / 40) for _ in range(5)]
        mine = shown[place % 2]
        chosen = rng.choice(mine)
        name = f"s{place:02}"
        attempts += answers([others], [name])
        attempts.append(asked(made(name, 9), chosen, mine))
        if "new" in mine:
            seen.append((float(chosen == "new"), sum(others)))
    found = options(class_report(attempts), "support:claim-9")["new"]

    chose, rest = zip(*seen, strict=True)
    assert found.shown == 20
    assert found.correlation == pytest.approx(pearson(chose, rest))
