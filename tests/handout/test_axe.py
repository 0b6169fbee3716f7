"""No barrier that axe-core finds, on any reader's page, in any size, light, dark and narrow."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.handout import Layout, Reader, Size, brief_html
from debatekit.handout.map_sheet import Drawing, map_sheet
from debatekit.handout.write import write
from debatekit.model.graph import Graph
from debatekit.model.material import Material
from tests.handout.browser import axe, chromium, findings
from tests.handout.sheets import key_of_many_words, picture, sheet

PHONE = 320


@pytest.mark.parametrize(
    ("reader", "size", "width", "dark"),
    [
        ("student", "standard", 1200, False),
        ("teacher", "standard", 1200, True),
        ("teacher", "standard", PHONE, False),
        ("student", "large-print", PHONE, True),
        ("teacher", "dyslexia", 1200, False),
    ],
)
def test_a_checker_finds_no_barrier(
    trams: Material,
    trams_graph: Graph,
    tmp_path: Path,
    reader: Reader,
    size: Size,
    width: int,
    dark: bool,
) -> None:
    chromium(), axe()
    page = brief_html(trams, trams_graph, reader, size=size)

    assert findings(page, tmp_path, width, dark) == []


@pytest.mark.parametrize(
    ("kind", "reader", "width", "dark"),
    [
        ("quiz", "student", 1200, False),
        ("quiz", "teacher", PHONE, True),
        ("flow", "student", 1200, True),
        ("flow", "teacher", PHONE, False),
        ("map", "student", 1200, False),
        ("map", "teacher", PHONE, True),
        ("glossary", "student", PHONE, False),
    ],
)
def test_a_checker_finds_no_barrier_in_other_kinds(
    trams: Material, tmp_path: Path, kind: str, reader: Reader, width: int, dark: bool
) -> None:
    chromium(), axe()
    page = write(sheet(trams, kind, reader), "html", Layout()).content.decode()

    assert findings(page, tmp_path, width, dark) == []


@pytest.mark.parametrize("width", [1200, PHONE])
def test_a_key_of_many_words_is_no_wider_than_its_page(
    trams: Material, tmp_path: Path, width: int
) -> None:
    chromium(), axe()
    page = write(key_of_many_words(trams), "html", Layout()).content.decode()

    assert findings(page, tmp_path, width, False) == []


def test_a_checker_finds_no_barrier_where_several_maps_follow_one_another(
    trams: Material, tmp_path: Path
) -> None:
    chromium(), axe()
    drawn = Drawing(name="1.1", about="What is said", svg=picture(trams).svg)
    pieces = replace(picture(trams), drawings=(drawn, drawn))
    made = map_sheet(trams, "student", [picture(trams), pieces])
    page = write(made, "html", Layout()).content.decode()

    assert findings(page, tmp_path, PHONE, True) == []


def test_the_checker_does_find_a_barrier(tmp_path: Path) -> None:
    chromium(), axe()
    page = "<!doctype html><html><body><p style='color:#ccc'>Pale.</p></body></html>"

    found = findings(page, tmp_path, 1200, dark=False)

    assert {line.split()[0] for line in found} >= {"color-contrast", "html-has-lang"}
