"""The page: every number in words, whatever the texts hold, and no barrier that axe-core finds."""

import re
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit import report
from debatekit.report import Asked, Outline, class_report
from debatekit.report.page import report_html
from tests.handout.browser import axe, chromium, findings
from tests.handout.pages import Reader
from tests.handout.test_theme import contrast
from tests.report.make import answers, digits, table

SHEET = (Path(report.__file__).parent / "theme" / "report.css.j2").read_text(encoding="utf-8")
COLOUR = re.compile(r"--((?:text|surface|line)-[a-z]+): (#[0-9a-f]{6});")
PALETTES = [dict(COLOUR.findall(block)) for block in re.findall(r"\{([^{}]*)\}", SHEET)]
LIGHT, DARK = [palette for palette in PALETTES if palette]
OUTLINE = Outline(
    id="trams",
    title="Free trams",
    claims={f"claim-{n}": f"What is claimed in place number {n} of all" for n in range(1, 7)},
    questions={
        ("supports_which", f"support:claim-{n}"): Asked(stem=f"Stem {n}?", about=(f"claim-{n}",))
        for n in range(1, 7)
    },
)


def page(rows: list[list[float | None]] | None = None) -> str:
    rows = rows or digits(table("ten-students.yaml")["rows"])
    return report_html(class_report(answers(rows, flaw="reversed"), {"trams": OUTLINE}))


def test_the_page_says_what_matters_before_the_numbers() -> None:
    read = Reader(page())

    assert [text.strip() for tag, text in read.texts if tag in ("h1", "h3")] == [
        "Class report",
        "What to reteach",
        "Misconceptions",
        "Claim by claim",
        "Student by student",
        "Questions",
    ]
    assert "10 of 10 took the conclusion for a premise" not in read.said()
    assert "9 of 10 took the conclusion for a premise" in read.said()
    assert "Reliability (KR-20) 0.634, 95 % interval 0.12 to 0.89" in read.said()


def test_every_field_of_a_map_has_a_number_and_a_word_and_is_in_a_table_too() -> None:
    read = Reader(page())
    drawn = [text for tag, text in read.texts if tag == "text"]
    told = " ".join(text for tag, text in read.texts if tag == "td")
    fields = [(number, word) for number, word in pairwise(drawn) if number.endswith(" %")]

    assert len(fields) == 2 * 6 + 2 * 10
    assert {word for _, word in fields} <= {"low", "partly", "secure", "too few"}
    assert all(f"{number}, {word} (" in told for number, word in fields)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ([1.0], "1 student, 1 first answer to 1 question."),
        ([1.0, 0.0], "1 student, 2 first answers to 2 questions."),
    ],
)
def test_one_is_told_as_one(row: list[float | None], said: str) -> None:
    assert said in Reader(page([row])).said()


def test_who_is_left_out_of_the_item_analysis_is_told_before_how_far_it_can_be_trusted() -> None:
    gaps = digits(table("with-gaps.yaml")["rows"])
    said = Reader(page(gaps)).said()
    dropped = table("with-gaps.yaml")["dropped"]

    assert f"Dropped for missing answers: {dropped} student" in said
    assert "left out: 0 questions. Note: " in said


def test_what_is_undefined_reads_n_a() -> None:
    assert "n/a" in Reader(page([[1, place % 2] for place in range(12)])).said()


def test_nothing_is_fetched_and_nothing_runs() -> None:
    html = page()

    assert set(Reader(html).tags) & {"script", "img", "link", "iframe", "object"} == set()
    assert re.findall(r"(?:https?:|//|url\(|@import)", html) == []


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1, max_size=30))
def test_any_text_stays_text(text: str) -> None:
    hostile = f"<script>x</script>\"'&\x1b[31m\u202e{text}"
    attempts = [replace(one, student=hostile) for one in answers([[1, 0, 0]])]
    outline = replace(
        OUTLINE,
        title=hostile,
        claims=dict.fromkeys(OUTLINE.claims, hostile),
        questions={key: replace(one, stem=hostile) for key, one in OUTLINE.questions.items()},
    )
    html = report_html(class_report(attempts, {"trams": outline}))
    plain = Reader(report_html(class_report(attempts, {"trams": OUTLINE})))

    assert Reader(html).tags == plain.tags
    assert "\x1b" not in html
    assert "\u202e" not in html


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_seen_on_every_surface(palette: dict[str, str]) -> None:
    pale = [
        (one, ground)
        for one, ground in product(palette, palette)
        if not one.startswith("surface") and ground.startswith("surface")
        if contrast(palette[one], palette[ground]) < (4.5 if one.startswith("text") else 3)
    ]

    assert LIGHT.keys() == DARK.keys()
    assert pale == []


@pytest.mark.parametrize(
    ("width", "dark"), [(1200, False), (1200, True), (320, False), (320, True)]
)
def test_a_checker_finds_no_barrier(tmp_path: Path, width: int, dark: bool) -> None:
    chromium(), axe()

    assert findings(page(), tmp_path, width, dark) == []
