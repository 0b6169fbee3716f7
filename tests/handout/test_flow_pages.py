"""Flow sheets on paper: every row has room for a hand, and a page is filled to its foot."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.handout import Layout
from debatekit.handout.flow_sheet import flow_sheet
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.model.material import Material

LABEL = re.compile(r'yMin="([\d.]+)"[^>]*>(?:1([A-Z])|(Page))</word>')
POINTS_PER_MM = 72 / 25.4
TWO_LINES_MM = 16


def with_reasons(material: Material, number: int) -> Material:
    """The lesson with so many reasons, and nothing said against them."""
    [contention] = material.lesson.contentions
    reasons = tuple(
        replace(contention.reasons[n % len(contention.reasons)], id=f"reason-{n}")
        for n in range(number)
    )
    changed = replace(contention, reasons=reasons, counterarguments=())
    return replace(material, lesson=replace(material.lesson, contentions=(changed,)))


def rows_of_pages(content: bytes, folder: Path) -> list[list[float]]:
    """Where the reasons begin on each page, and where its foot does, in mm from the top."""
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    (folder / "flow.pdf").write_bytes(content)
    command = [reader, "-bbox", str(folder / "flow.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        [float(found[1]) / POINTS_PER_MM for found in LABEL.finditer(page)]
        for page in read.stdout.split("<page ")[1:]
    ]


@pytest.mark.parametrize(("reasons", "pages"), [(3, 1), (9, 2), (26, 3)])
def test_the_rows_of_a_flow_take_even_shares_of_its_pages(
    trams: Material, tmp_path: Path, reasons: int, pages: int
) -> None:
    material = with_reasons(trams, reasons)
    made = flow_sheet(material, derive(material), "student", "ld")

    found = rows_of_pages(write(made, "pdf", Layout()).content, tmp_path)

    assert len(found) == pages
    assert sum(len(page) - 1 for page in found) == reasons
    for page in found:
        assert all(below - above >= TWO_LINES_MM for above, below in pairwise(page))
    if pages > 1:
        heights = [(page[-1] - page[0]) / (len(page) - 1) for page in found[:-1]]
        assert max(heights) < 2 * min(heights)
        assert len(found[-1]) > 2
