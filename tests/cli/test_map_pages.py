"""The text of a printed map: pages that are filled, columns that end together, no ids."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.handout.layout import Layout
from debatekit.handout.sheet import Block, Branch, Outline, Paragraph, Section
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.read import read_material
from tests.cli.test_map_pictures import map_of
from tests.handout.papers import pdf_text
from tests.handout.test_flow_pages import BOX, pages_of


@pytest.mark.parametrize("lesson", ["common-enemy", "tutorial-1-claims", "map-the-argument"])
def test_no_page_of_a_map_ends_after_a_few_lines_of_its_text(lesson: str, tmp_path: Path) -> None:
    content = write(map_of(lesson, "standard"), "pdf", Layout()).content

    pages = [page.splitlines() for page in pdf_text(content, tmp_path).split("\f")]
    lines = [sum(bool(line.strip()) for line in page) for page in pages if any(page)]
    assert len(lines) > 2
    assert min(lines) > 12


def test_how_to_read_the_signs_is_said_under_each_contention() -> None:
    parts = map_of("common-enemy", "standard").parts

    assert len(parts) > 2
    for part in parts:
        [signs] = [one for one in part.opening if isinstance(one, Paragraph)]
        said = "".join(span.text for span in signs.line)
        assert [
            word for word in ("round", "broken", "two arrowheads", "dotted") if word not in said
        ] == []


def test_a_printed_list_names_no_ids_but_says_what_is_meant() -> None:
    parts = map_of("common-enemy", "standard").parts
    claims = derive(read_material(bundled_workspace(), "common-enemy")).claims
    lines = [line for part in parts for line in texts(part.blocks)]

    assert len(lines) > 50
    assert [
        line for line in lines for id_ in claims if f"[{id_}]" in line or f"({id_})" in line
    ] == []
    assert any(line.startswith("Undermined by counterargument 1.2") for line in lines)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Each line of the lists that stand in sections."""
    for section in blocks:
        for one in section.blocks if isinstance(section, Section) else ():
            if isinstance(one, Outline):
                yield from walked(one.branches)


def walked(branches: Iterable[Branch]) -> Iterator[str]:
    for one in branches:
        yield "".join(span.text for span in one.line)
        yield from walked(one.branches)


def test_the_two_columns_of_a_maps_text_end_together(tmp_path: Path) -> None:
    content = write(map_of("tutorial-4-debate", "standard"), "pdf", Layout()).content
    texts = [page for page in pages_of(content, tmp_path) if ">text,</word>" in page]
    assert len(texts) == 2
    for page in texts:
        placed = [[float(edge) for edge in one[:4]] for one in BOX.findall(page)]
        body = [(left, low) for left, _, _, low in placed if low < 550]
        ends = [max(low for left, low in body if (left > 421) == right) for right in (False, True)]
        assert abs(ends[0] - ends[1]) < 60
