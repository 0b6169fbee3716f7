"""Files that others open: a browser runs nothing of a lesson, a spreadsheet works nothing out."""

import csv
import io
import os
import re
import stat
import sys
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import click
import pytest
from lxml import etree

from debatekit.cli.main import run
from debatekit.cli.screen.csv_text import csv_text
from debatekit.cli.screen.output import write_file
from tests.security.hostile import STEERING, hostile_workspace

LESSON = "free-trams"
RUNS = frozenset({"script", "iframe", "object", "embed", "form", "base", "link", "frame", "img"})
FETCHES = frozenset({"src", "srcset", "data", "action", "formaction", "background", "poster"})
ADDRESSES = (
    "javascript:alert(1)",
    " https://a.example",
    "data:text/html,<script>",
    "http://a.example",
    "//a.example",
    'https://a.example/"onmouseover="alert(1)',
    "file:///etc/passwd",
    "HTTPS://a.example/\\u202e",
)


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = hostile_workspace(tmp_path_factory.mktemp("hostile"))
    quoted = [address.replace('"', '\\"') for address in ADDRESSES]
    references = "references:\n" + "".join(
        f'  - {{id: r{n}, type: report, title: T, URL: "{address}"}}\n'
        for n, address in enumerate(quoted)
    )
    path = made / "seeds" / "references.yaml"
    rest = path.read_text(encoding="utf-8").removeprefix("references:\n")
    path.write_text(references + "".join(f"  {line}\n" for line in rest.splitlines()), "utf-8")
    lesson = made / "lessons" / f"{LESSON}.yaml"
    cited = ", ".join(f"r{n}" for n in range(len(ADDRESSES)))
    text = re.sub(r"cite:\n\s+- okoro-2021\n", f"cite: [{cited}]\n", lesson.read_text("utf-8"))
    assert cited in text
    lesson.write_text(text, encoding="utf-8")
    return made


def written(root: Path, path: Path, *command: str) -> str:
    assert run(["-C", str(root), *command, "-o", str(path)]) == 0
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["brief", "quiz", "flow", "map", "glossary"])
@pytest.mark.parametrize("reader", ["student", "teacher"])
def test_a_page_runs_and_fetches_nothing(
    kind: str, reader: str, root: Path, tmp_path: Path
) -> None:
    text = written(root, tmp_path / "h.html", "handout", LESSON, "--kind", kind, "--for", reader)
    tags = Page(text).tags
    pictures = [attributes for tag, attributes in tags if tag == "img"]
    assert {tag for tag, _ in tags} & (RUNS - {"img"}) == set()
    assert all((one["src"] or "").startswith("data:image/") for one in pictures)
    for tag, attributes in tags:
        assert not any(name.startswith("on") for name in attributes), tag
        assert tag == "img" or not FETCHES.intersection(attributes), tag
        address = attributes.get("href")
        assert address is None or address.lower().startswith(("https://", "#"))
    assert STEERING.findall(text) == []
    assert re.findall(r"@import|url\((?!data:|['\"]?data:)", text) == []


def test_a_picture_is_xml_with_nothing_that_runs(root: Path, tmp_path: Path) -> None:
    text = written(root, tmp_path / "m.svg", "map", LESSON, "--format", "svg")
    tree = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))
    for part in tree.iter():
        name = etree.QName(part).localname
        assert name not in ("script", "foreignObject", "image", "use", "a", "style") or (
            name == "style" and "@import" not in "".join(part.itertext())
        )
        assert not any(etree.QName(key).localname.startswith("on") for key in part.attrib)
        assert not any("href" in key for key in part.attrib)


@pytest.mark.parametrize("tool", ["moodle", "canvas", "qti3"])
def test_an_export_is_xml_without_entities_of_its_own(
    tool: str, root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "export"
    assert run(["-C", str(root), "export", LESSON, "--to", tool, "-o", str(path)]) == 0
    texts = [path.read_bytes()]
    if is_zipfile(path):
        with ZipFile(path) as package:
            texts = [package.read(name) for name in package.namelist()]
    assert texts
    for text in texts:
        assert b"<!DOCTYPE" not in text
        assert b"<!ENTITY" not in text
        etree.fromstring(text)


def test_html_inside_an_export_holds_line_breaks_alone(root: Path, tmp_path: Path) -> None:
    text = written(root, tmp_path / "e.xml", "export", LESSON, "--to", "moodle")
    parts = etree.fromstring(text.encode()).xpath("//*[@format='html']/text")
    assert parts
    assert {tag for part in parts for tag, _ in Page(part.text or "").tags} <= {"br"}


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n"])
@pytest.mark.parametrize("before", ["", "a\r", "a\r\n", "a\n", 'a"\r', 'a",\r'])
def test_no_row_holds_a_cell_that_begins_as_a_formula(first: str, before: str) -> None:
    evil = f"{before}{first}cmd|' /C calc'!A0"
    text = csv_text(("a", "b"), [{"a": evil, "b": [evil, "x"]}])
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 2
    assert [cell[0] for cell in rows[1]] == ["a" if before else "'"] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="links and rights are others there")
def test_a_file_is_made_anew_and_never_through_what_somebody_put_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    monkeypatch.setattr("os.urandom", lambda size: b"\0" * size)
    (tmp_path / f".debatekit-{'00' * 8}.tmp").symlink_to(victim)
    with pytest.raises(click.ClickException):
        write_file(tmp_path / "new", b"theirs")
    assert victim.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_file_that_is_written_over_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "private"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = os.umask(0o077)
    try:
        write_file(tmp_path / "other", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "other").stat().st_mode) == 0o600
