"""Handouts on a screen: what follows one another stands apart, and short words stay whole."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.handout import Layout, Reader
from debatekit.handout.preview import Preview, preview_html
from debatekit.handout.write import write
from debatekit.model.graph import Graph
from debatekit.model.material import Material
from tests.handout.browser import told
from tests.handout.sheets import key_of_many_words, sheet
from tests.handout.test_preview import POLICY, preview_of

PHONE, DESK = 320, 1280
TOUCHING = """
const shown = e => { const r = e.getBoundingClientRect(); return r.width > 2 && r.height > 2; };
const sorts = ":is(p, table, section, .pair, .clash, .terms, .box, .sources, article, details)";
const name = e => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 30);
tell([...document.querySelectorAll("main " + sorts + " + " + sorts)].filter(shown).flatMap(e => {
  const before = e.previousElementSibling;
  const [high, low] = [before.getBoundingClientRect(), e.getBoundingClientRect()];
  const beside = low.left >= high.right || high.left >= low.right;
  const framed = getComputedStyle(e).paddingTop !== "0px";
  return beside || framed || low.top - high.bottom >= 2 ? [] : [name(before) + " | " + name(e)];
}));
"""
BROKEN = """
tell([...document.querySelectorAll("thead th, tbody td:not(:nth-child(3))")].flatMap(cell => {
  const text = document.createRange();
  text.selectNodeContents(cell);
  const lines = new Set([...text.getClientRects()].map(line => Math.round(line.top)));
  return lines.size > Math.max(1, cell.textContent.split(" ").length) ? [cell.textContent] : [];
}));
"""
LONG = """
tell([...document.querySelectorAll("main p, main li, main dd")].flatMap(said => {
  const style = getComputedStyle(said);
  const lines = Math.round(said.clientHeight / parseFloat(style.lineHeight));
  const letters = said.textContent.trim().replace(/\\s+/g, " ").length;
  return lines > 1 && letters / lines > 95 ? [said.textContent] : [];
}));
"""


@pytest.mark.parametrize(("kind", "reader"), [("brief", "teacher"), ("quiz", "student")])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_nothing_touches_what_stands_before_it(
    trams: Material, tmp_path: Path, kind: str, reader: Reader, width: int
) -> None:
    page = write(sheet(trams, kind, reader), "html", Layout()).content.decode()

    assert told(page, tmp_path, width, False, TOUCHING) == []


@pytest.fixture(scope="module")
def preview(trams: Material, trams_graph: Graph) -> Preview:
    return preview_of(trams, trams_graph)


def test_nothing_in_a_preview_touches_what_stands_before_it(
    preview: Preview, tmp_path: Path
) -> None:
    page = preview_html(Preview(id=preview.id, sheet=preview.sheet))

    # The policy would keep the script of the test out.
    assert told(POLICY.sub("", page), tmp_path, DESK, True, TOUCHING) == []


def test_no_line_of_a_previews_questions_is_too_long_to_read(
    preview: Preview, tmp_path: Path
) -> None:
    page = preview_html(replace(preview, sheet=replace(preview.sheet, parts=()), pictures=()))

    assert told(POLICY.sub("", page), tmp_path, DESK, False, LONG) == []


def test_on_a_phone_no_word_of_a_keys_short_columns_is_broken(
    trams: Material, tmp_path: Path
) -> None:
    page = write(key_of_many_words(trams), "html", Layout()).content.decode()

    assert told(page, tmp_path, PHONE, False, BROKEN) == []
