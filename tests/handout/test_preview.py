"""The preview as its reader meets it: one page that holds all, fetches nothing, harms nothing."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.diagnostics import Diagnostic, Severity
from debatekit.generate import generate_items
from debatekit.handout.brief_sheet import brief_sheet
from debatekit.handout.map_sheet import Picture
from debatekit.handout.preview import MARK, Finding, Preview, counted, preview_html
from debatekit.logic.derive import derive
from debatekit.maps import outline, svg
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.location import Location
from debatekit.model.material import Material
from tests.handout.browser import axe, chromium, findings
from tests.handout.pages import Reader

PHONE = 320
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n')
FAULT = Finding(
    diagnostic=Diagnostic(Location("lessons/a.yaml", 7, 3), "DK101", "unknown key 'titel'", "no"),
    line="titel: Trams",
)
HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\" ' & {{ 7 * 7 }}"


def preview_of(material: Material, graph: Graph) -> Preview:
    picture = Picture(
        title=material.lesson.title,
        svg=svg(graph, material.lesson.title),
        reasons=len(graph.inferences),
        counterarguments=3,
        lines=tuple((line.depth, "", line.text) for line in outline(graph, {})),
    )
    return Preview(
        id=material.id,
        sheet=brief_sheet(material, graph, "teacher"),
        pictures=(picture, picture),
        items=generate_items(material, graph, 0),
    )


def policy_of(page: str) -> str:
    [found] = POLICY.findall(page)
    return unescape(found)


def one_of_each(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The first item of each kind: all that looks different."""
    return tuple({type(item): item for item in reversed(items)}.values())


@pytest.fixture(scope="module")
def preview(trams: Material, trams_graph: Graph) -> Preview:
    return preview_of(trams, trams_graph)


@pytest.fixture(scope="module")
def page(preview: Preview) -> str:
    return preview_html(preview, [FAULT])


@pytest.fixture(scope="module")
def live(preview: Preview) -> str:
    return preview_html(preview, [FAULT], [FAULT], live=True)


def test_both_sides_facts_and_steelmen_are_in_it(page: str, trams: Material) -> None:
    said = Reader(page).said()

    [contention] = trams.lesson.contentions
    assert trams.lesson.steelman is not None
    expected = [
        trams.lesson.summary,
        trams.claims[contention.claim].text,
        *(trams.claims[id_].text for reason in contention.reasons for id_ in reason.premises),
        *(counter.text for counter in contention.counterarguments),
        *(reply.text for counter in contention.counterarguments for reply in counter.replies),
        *(fact.record for fact in trams.lesson.facts),
        trams.lesson.steelman.author.text,
        trams.lesson.steelman.counter.text,
    ]
    assert [text for text in expected if text not in said] == []


def test_every_question_has_its_key_its_reasons_and_its_proof(preview: Preview, page: str) -> None:
    said = Reader(page).said()

    def expected(item: Item) -> list[str]:
        whys = [part for option in item.options for part in (option.text, option.why)]
        proofs = [str(fact) for option in item.options for fact in option.proof]
        return [item.id, item.stem, item.why, *whys, *map(str, item.proof), *proofs]

    missing = [
        text
        for item in preview.items
        for text in expected(item)
        if " ".join(text.split()) not in said
    ]
    assert missing == []


def test_the_index_counts_the_questions_of_each_strand(preview: Preview, page: str) -> None:
    said = Reader(page).said()

    for strand in {item.strand for item in preview.items}:
        number = sum(item.strand == strand for item in preview.items)
        assert f"{strand} {number} " in said
    assert f"The questions: {len(preview.items)}" in said


def test_every_link_of_the_page_leads_to_a_place_in_it(page: str) -> None:
    elements = Reader(page).elements
    ids = [found["id"] for _, _, found in elements if "id" in found]
    links = [found["href"] for _, tag, found in elements if tag == "a"]

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert {link.split(":")[0] for link in links if not link.startswith("#")} <= {"https"}


def test_the_map_is_drawn_in_the_page_and_stands_there_as_text(page: str, trams: Material) -> None:
    reader = Reader(page)

    assert reader.tags.count("svg") == 2
    assert reader.said().count("[make-trams-free]") == 2


def test_a_map_that_nobody_can_draw_is_there_as_text(preview: Preview) -> None:
    [picture, _] = preview.pictures
    page = preview_html(replace(preview, pictures=(replace(picture, svg=""),)))

    assert "svg" not in Reader(page).tags
    assert "[make-trams-free]" in Reader(page).said()


def test_a_finding_shows_its_place_its_line_and_what_to_do(page: str) -> None:
    said = Reader(page).said()

    assert "What check finds: 1 error" in said
    assert "error DK101: unknown key 'titel' lessons/a.yaml:7:3 titel: Trams" in said
    assert "What to do: no" in said


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ([], "nothing"),
        ([Severity.NOTE], "1 note"),
        ([Severity.WARNING, Severity.ERROR, Severity.WARNING], "1 error, 2 warnings"),
    ],
)
def test_findings_are_counted_by_weight(weights: list[Severity], words: str) -> None:
    found = [
        Finding(diagnostic=Diagnostic(Location("a"), "DK101", "m", "", weight))
        for weight in weights
    ]

    assert counted(found) == words


def test_what_cannot_be_read_stands_before_what_could(live: str, trams: Material) -> None:
    said = Reader(live).said()

    assert said.index("Not readable as it is now") < said.index("below stands what was last")
    assert trams.lesson.summary in said


def test_without_a_lesson_the_faults_alone_are_there() -> None:
    page = preview_html(None, (), [FAULT], name="free-trams")

    said = Reader(page).said()
    assert "lesson free-trams" in said
    assert "lessons/a.yaml:7:3" in said
    assert "The questions" not in said


@pytest.mark.parametrize("which", ["page", "live"])
def test_nothing_is_fetched_from_elsewhere(
    which: str, page: str, live: str, request: pytest.FixtureRequest
) -> None:
    shown = page if which == "page" else live
    sources = [
        found[name]
        for _, _, found in Reader(shown).elements
        for name in ("src", "srcset", "data", "poster", "action", "style")
        if name in found
    ]

    assert not [source for source in sources if "//" in source or "url(" in source]
    assert not re.findall(r"@import|url\(", shown)
    assert not {"link", "object", "embed", "iframe", "form", "base"} & set(Reader(shown).tags)


def test_a_page_that_is_not_live_runs_no_script(page: str) -> None:
    policy = policy_of(page)

    assert "script" not in Reader(page).tags
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_a_live_page_may_run_its_one_script_and_no_other(live: str) -> None:
    policy = policy_of(live)
    [script] = re.findall(r"<script>(.*?)</script>", live, re.DOTALL)

    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")


def test_pages_that_say_the_same_have_one_stamp(preview: Preview) -> None:
    def stamp(page: str) -> str:
        [found] = re.findall(r'<meta name="stamp" content="([0-9a-f]{16})">', page)
        return str(found)

    first, again = preview_html(preview, live=True), preview_html(preview, live=True)
    other = preview_html(preview, [FAULT], live=True)

    assert stamp(first) == stamp(again)
    assert stamp(first) != stamp(other)


def test_a_preview_is_known_by_its_beginning(page: str) -> None:
    assert MARK in page[:500]


def hostile(trams: Material, text: str) -> str:
    lesson = replace(trams.lesson, title=text, summary=text)
    claims = {
        id_: replace(claim, text=f"{text} {id_}", short="") for id_, claim in trams.claims.items()
    }
    material = replace(trams, lesson=lesson, claims=claims)
    fault = Finding(
        diagnostic=Diagnostic(Location(text), text, text, text, Severity.WARNING), line=text
    )
    made = preview_of(material, derive(material))
    made = replace(made, pictures=made.pictures[:1], items=one_of_each(made.items))
    return preview_html(made, [fault], [fault], name=text, live=True)


def test_text_of_a_lesson_stays_text(trams: Material, page: str, live: str) -> None:
    reader = Reader(hostile(trams, HOSTILE))

    assert set(reader.tags) <= set(Reader(live).tags)
    assert not [found for _, _, found in reader.elements if "onerror" in found]
    assert " ".join(HOSTILE.split()) in reader.said()


@settings(max_examples=5, deadline=None)
@given(text=st.text(alphabet="<>&\"'/=! -abid\x1b\u202e{}%#;:", min_size=1, max_size=30))
def test_no_text_makes_an_element_or_steers_a_screen(trams: Material, text: str) -> None:
    shown = hostile(trams, text)
    reader, plain = Reader(shown), Reader(hostile(trams, "x"))

    assert set(reader.tags) <= set(plain.tags)
    assert reader.tags.count("script") == 1
    names = {name for _, _, found in reader.elements for name in found}
    assert names <= {name for _, _, found in plain.elements for name in found}
    assert not set("\x1b\u202e") & set(shown)


@pytest.mark.parametrize(("width", "dark"), [(1200, True), (PHONE, False)])
def test_a_checker_finds_no_barrier(
    tmp_path: Path, preview: Preview, width: int, dark: bool
) -> None:
    chromium(), axe()
    shown = preview_html(replace(preview, items=one_of_each(preview.items)), [FAULT], [FAULT])

    # The policy would keep the checker's own script out.
    assert findings(POLICY.sub("", shown), tmp_path, width, dark) == []
