"""The site of the documents: whole, without a network, and open to every reader."""

import json
import re
import subprocess
from base64 import b64decode
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest

from tests.handout.browser import QUIET, axe, chromium
from tests.test_docs import BLOCK
from tools.site.build import ROOT, build
from tools.site.markdown import page_of

LOADING = {"src", "srcset", "data", "poster", "action", "background"}
"""Attributes that make a browser fetch something."""
DRAWN = "data:image/svg+xml;base64,"
"""A drawing that is part of the page itself."""
HANDBOOK = sorted(
    [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"],
)
CHECKED = ("index", "tutorial", "exports", "decisions/index")
"""Pages of every sort: prose, sessions, tables, long lists, links alone."""


class Reader(HTMLParser):
    """What a page links to, fetches, calls by an id, and says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.language = ""
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.language += given.get("lang", "")
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self.fetched += [
            value
            for name, value in given.items()
            if name in LOADING and not value.startswith(DRAWN)
        ]
        self.fetched += [given.get("href", "")] if tag == "link" else []

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents") / "site"
    assert build(folder) == []
    return folder


@cache
def read(page: Path) -> Reader:
    return Reader(page.read_text(encoding="utf-8"))


def pages(site: Path) -> dict[str, Reader]:
    return {path.relative_to(site).as_posix(): read(path) for path in site.rglob("*.html")}


def test_every_document_is_a_page_with_its_language_and_one_main_heading(site: Path) -> None:
    found = pages(site)

    assert len(found) >= len(HANDBOOK)
    assert {page.language for page in found.values()} == {"en"}
    assert [name for name, page in found.items() if page.tags.count("h1") != 1] == []


def test_every_link_leads_to_a_page_and_to_a_place_in_it(site: Path) -> None:
    found = pages(site)
    lost = []
    for name, page in found.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            path = normpath(PurePosixPath(name).parent / parts.path) if parts.path else name
            anchors = found[path].ids if path in found else []
            if not (site / path).is_file() or (
                parts.fragment and unquote(parts.fragment) not in anchors
            ):
                lost.append(f"{name}: {link}")

    assert sum(len(page.links) for page in found.values()) > 500
    assert lost == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    assert [name for name, page in pages(site).items() if len(set(page.ids)) != len(page.ids)] == []


def test_a_page_fetches_nothing_and_runs_nothing(site: Path) -> None:
    for name, page in pages(site).items():
        text = (site / name).read_text(encoding="utf-8")

        assert page.fetched == [], name
        assert {"script", "iframe", "object", "embed"}.isdisjoint(page.tags), name
        assert (
            re.findall(r"@import|url\(", "".join(re.findall(r"<style>.*?</style>", text, re.S)))
            == []
        )


@pytest.mark.parametrize("document", HANDBOOK, ids=lambda path: path.name)
def test_code_blocks_stand_on_the_page_as_they_were_written(document: Path, site: Path) -> None:
    blocks = [found[2] for found in BLOCK.finditer(document.read_text(encoding="utf-8"))]
    shown = "".join(page.said for page in pages(site).values())

    assert [block for block in blocks if block not in shown] == []


def test_every_page_of_the_navigation_is_reached_by_turning_pages(site: Path) -> None:
    listed = {link for link in read(site / "index.html").links if link.endswith(".html")}
    name, turned = "index.html", {"index.html"}
    while after := re.search(r'<a href="([^"]+)">Next: ', (site / name).read_text("utf-8")):
        name = normpath(PurePosixPath(name).parent / after[1])
        turned.add(name)

    assert len(turned) > 10
    assert turned <= listed


def test_the_plots_stand_in_their_page_with_words_for_who_cannot_see_them(site: Path) -> None:
    text = (site / "performance.html").read_text(encoding="utf-8")
    drawings = re.findall(r'<img src="([^"]*)" alt="([^"]*)"', text)

    assert len(drawings) == len([*(ROOT / "docs" / "performance").glob("*.svg")])
    for source, words in drawings:
        assert b"<svg" in b64decode(source.removeprefix(DRAWN))
        assert "seconds" in words


def test_a_link_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"# {name}\n", encoding="utf-8")
    for source in (ROOT / "docs").rglob("*"):
        if source.is_file():
            copy = root / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
    (root / "LICENSE").write_text("MIT\n", encoding="utf-8")
    (root / "docs" / "students.md").write_text("# S\n\n[gone](nowhere.md)\n", encoding="utf-8")

    faults = build(tmp_path / "site", root)

    ours = [fault for fault in faults if fault.startswith("docs/students.md")]
    assert ours == ["docs/students.md: nowhere.md leads nowhere"]


def test_text_of_a_document_is_shown_as_text() -> None:
    page = page_of("# A\n\n```console\n$ echo '<b>'\n<i>\n```\n\n<!-- a remark -->\n", str)

    assert "<b>$ echo &#x27;&lt;b&gt;&#x27;</b>" in page.html
    assert "&lt;i&gt;" in page.html
    assert "a remark" not in page.html


def test_a_document_may_not_bring_html_of_its_own() -> None:
    with pytest.raises(ValueError, match="script"):
        page_of("# A\n\n<script>alert(1)</script>\n", str)


def test_headings_that_read_alike_have_anchors_of_their_own() -> None:
    page = page_of("# A\n\n## What\n\n## What\n", str)

    assert [one.anchor for one in page.headings] == ["a", "what", "what-1"]


_ASK = """
const told = [];
async function look(names) {
  for (const name of names) {
    const frame = document.createElement("iframe");
    frame.title = name; frame.width = WIDTH; frame.height = 900; frame.src = name;
    document.body.append(frame);
    await new Promise(done => { frame.onload = done; });
    const inner = frame.contentWindow;
    const found = await inner.axe.run(inner.document, {resultTypes: ["violations"]});
    for (const one of found.violations) for (const node of one.nodes)
      told.push(name + ": " + one.id + " " + node.html.slice(0, 120));
    const wide = inner.document.documentElement.scrollWidth - inner.innerWidth;
    if (wide > 0) told.push(name + ": wider than its window by " + wide);
    frame.remove();
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.title = "told:" + JSON.stringify({told, dark, seen: names.length});
}
look(NAMES);
"""


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
def test_a_checker_finds_no_barrier_on_the_pages(
    site: Path, tmp_path: Path, width: int, dark: bool
) -> None:
    script = axe().read_text(encoding="utf-8").replace("</script", "<\\/script")
    names = [f"{name.replace('/', '-')}.html" for name in CHECKED]
    for name, page in zip(names, CHECKED, strict=True):
        text = (site / f"{page}.html").read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("</body>", f"<script>{script}</script></body>"))
    ask = _ASK.replace("WIDTH", str(width)).replace("NAMES", json.dumps(names))
    outer = f"<!doctype html><title>none</title><body><script>{ask}</script></body>"
    (tmp_path / "outer.html").write_text(outer, encoding="utf-8")

    answer = _answer(tmp_path, dark)

    assert answer["seen"] == len(CHECKED)
    assert answer["dark"] is dark
    assert answer["told"] == []


_OPEN = ("--allow-file-access-from-files", "--window-size=1400,1000", "--dump-dom")


def _answer(folder: Path, dark: bool) -> dict[str, object]:
    """Return what the pages of a folder told, in light or in dark."""
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    profile = f"--user-data-dir={folder / 'profile'}"
    where = (folder / "outer.html").as_uri()
    done = subprocess.run(
        [chromium(), *QUIET, *_OPEN, scheme, profile, where],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told = re.search(r"<title>told:(.*?)</title>", done.stdout)
    assert told, done.stderr[-300:]
    answer: dict[str, object] = json.loads(unescape(told[1]))
    return answer
