"""The brief as HTML: whole in itself, safe with any text, and silent about keys."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from syrupy.assertion import SnapshotAssertion

from debatekit.generate import generate_items
from debatekit.handout import Paper, Size, brief_html
from debatekit.handout import Reader as For
from debatekit.handout.html import css_string
from debatekit.handout.page import READERS
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.material import Material
from debatekit.model.text import printable
from tests.handout.pages import Reader

AWKWARD = (
    "<script>alert(1)</script>",
    "</style><b>",
    "{{ brief.title }} {% raw %}",
    "\"quoted\" & 'single' &amp; &lt;",
    "עברית تجربة",
    "e\u0301 o\u0308\u0304",
    '=1+1 $x$ #read("/etc/passwd") \\u{41}',
    "\x1b[31mred\x07\u202e",
    "w" * 300,
)
PROSE = frozenset({"text", "title", "short", "name", "role", "record", "charity", "notes", "note"})


def refilled(part: object, text: str) -> object:
    """The part with one text in every field that holds prose."""
    if isinstance(part, Struct):
        fields = {name: getattr(part, name) for name in part.__struct_fields__}
        return type(part)(
            **{
                name: text if name in PROSE and isinstance(value, str) else refilled(value, text)
                for name, value in fields.items()
            }
        )
    if isinstance(part, tuple):
        return tuple(refilled(one, text) for one in part)
    if isinstance(part, dict):
        return {key: refilled(one, text) for key, one in part.items()}
    return part


def filled_page(material: Material, text: str, reader: For) -> Reader:
    filled = refilled(material, text)
    assert isinstance(filled, Material)
    return Reader(brief_html(filled, derive(filled), reader))


def addresses(page: Reader) -> Iterator[str]:
    for _, _, attributes in page.elements:
        yield from (attributes[name] for name in ("href", "src", "srcset") if name in attributes)


@pytest.mark.parametrize("reader", READERS)
def test_the_structure_of_a_brief(
    trams: Material, trams_graph: Graph, reader: For, snapshot: SnapshotAssertion
) -> None:
    page = Reader(brief_html(trams, trams_graph, reader))

    assert page.outline() == snapshot(name="outline")
    assert page.lines() == snapshot(name="text")


@pytest.mark.parametrize("reader", READERS)
def test_a_brief_needs_nothing_outside_itself(
    trams: Material, trams_graph: Graph, reader: For
) -> None:
    html = brief_html(trams, trams_graph, reader)
    page = Reader(html)

    assert not {"script", "link", "img", "iframe", "object", "base"} & set(page.tags)
    assert not [name for _, _, given in page.elements for name in given if name.startswith("on")]
    assert all(re.match(r"(https://|#)", address) for address in addresses(page))
    assert "url(" not in html
    assert "@import" not in html


@pytest.mark.parametrize("reader", READERS)
def test_every_link_inside_a_brief_leads_somewhere(
    trams: Material, trams_graph: Graph, reader: For
) -> None:
    page = Reader(brief_html(trams, trams_graph, reader))
    ids = [attributes["id"] for _, _, attributes in page.elements if "id" in attributes]
    named = [a["aria-labelledby"] for _, _, a in page.elements if "aria-labelledby" in a]

    assert len(ids) == len(set(ids))
    assert {a[1:] for a in addresses(page) if a.startswith("#")} <= set(ids)
    assert set(named) <= set(ids)


@pytest.mark.parametrize("reader", READERS)
def test_headings_go_down_one_level_at_a_time(
    trams: Material, trams_graph: Graph, reader: For
) -> None:
    tags = Reader(brief_html(trams, trams_graph, reader)).tags
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("reader", READERS)
def test_awkward_text_is_printed_as_exactly_those_characters(
    trams: Material, text: str, reader: For
) -> None:
    letters = "p" * len(text)
    plain, page = filled_page(trams, letters, reader), filled_page(trams, text, reader)

    assert page.tags == plain.tags
    assert [said for tag, said in page.texts if tag == "h1"] == [printable(text)]
    told = [said for tag, said in plain.texts if said == letters]
    assert [said for tag, said in page.texts].count(printable(text)) == len(told)


@settings(max_examples=30, deadline=None)
@given(text=st.text(min_size=1, max_size=12).filter(lambda text: printable(text).strip() != ""))
def test_any_text_leaves_the_page_as_it_is(trams: Material, text: str) -> None:
    page = filled_page(trams, text, "student")

    assert page.tags == tags_of_plain(trams, len(text))
    assert [said for tag, said in page.texts if tag == "h1"] == [printable(text)]


_TAGS: dict[int, list[str]] = {}


def tags_of_plain(trams: Material, length: int) -> list[str]:
    """The elements of a page with so many harmless letters in every field; each made once."""
    if length not in _TAGS:
        _TAGS[length] = filled_page(trams, "p" * length, "student").tags
    return _TAGS[length]


@given(text=st.text())
def test_a_running_head_cannot_leave_its_string(text: str) -> None:
    string = css_string(text)

    body = string.removeprefix('"').removesuffix('"')
    assert re.fullmatch(r"([A-Za-z0-9]|\\[0-9a-f]{6})*", body)
    decoded = re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), body)
    assert decoded == " ".join(printable(text).split())


def test_the_students_file_holds_no_key_and_nothing_for_the_teacher(
    trams: Material, trams_graph: Graph
) -> None:
    html = brief_html(trams, trams_graph, "student")
    lesson = trams.lesson
    [contention] = lesson.contentions
    assert lesson.steelman is not None
    secret = [
        contention.notes,
        trams.claims["trial-like-our-city"].charity,
        *(version.text for version in lesson.steelman.author.straw),
        *(version.text for version in lesson.steelman.counter.straw),
        *lesson.objectives,
        "Best reply",
        "best",
        "correct",
        "<!--",
        "(paragraph",
    ]

    assert [text for text in secret if text and text in html] == []
    assert all(reply.id not in html for c in contention.counterarguments for reply in c.replies)


def test_no_question_and_no_reason_for_an_answer_stands_in_the_students_file(
    trams: Material, trams_graph: Graph
) -> None:
    said = Reader(brief_html(trams, trams_graph, "student")).said()

    items = generate_items(trams, trams_graph, 7)
    assert len(items) > 5
    assert [item.stem for item in items if item.stem in said] == []
    whys = {option.why for item in items for option in item.options if option.why}
    assert [why for why in whys if why in said] == []


def test_the_teachers_file_holds_what_the_students_lacks(
    trams: Material, trams_graph: Graph
) -> None:
    said = Reader(brief_html(trams, trams_graph, "teacher")).said()
    [contention] = trams.lesson.contentions

    assert contention.notes in said
    assert said.count("Best reply.") == 3
    assert trams.claims["trial-like-our-city"].charity in said
    assert all(objective in said for objective in trams.lesson.objectives)
    assert "(paragraph 2)" in said
    assert "Timing: 45 minutes" in said


@pytest.mark.parametrize(("paper", "size"), [("a4", "size: A4;"), ("letter", "size: letter;")])
def test_the_sheet_has_the_size_that_was_asked_for(
    trams: Material, trams_graph: Graph, paper: Paper, size: str
) -> None:
    assert size in brief_html(trams, trams_graph, "student", paper=paper)


@pytest.mark.parametrize("size", ["standard", "large-print", "dyslexia"])
def test_the_letters_have_the_size_that_was_asked_for(
    trams: Material, trams_graph: Graph, size: Size
) -> None:
    page = Reader(brief_html(trams, trams_graph, "student", size=size))

    [body] = [attributes for _, tag, attributes in page.elements if tag == "body"]
    assert body["class"].split()[0] == size
    assert ("softly coloured paper" in page.said()) is (size == "dyslexia")
