"""Flow sheets in large letters: which columns and rows stand on which page."""

from itertools import chain

import pytest
from msgspec.structs import replace

from debatekit.handout.flow_sheet import flow_sheet
from debatekit.handout.page import Size
from debatekit.handout.sheet import PageBreak, Table
from debatekit.handout.two_sheets import MOST_COLUMNS, for_letters
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from debatekit.model.speech import SPEECH_FORMATS, Style
from tests.handout.sheets import sheet


@pytest.mark.parametrize("kind", ["brief", "quiz", "flow", "map", "glossary"])
def test_a_sheet_in_letters_of_the_usual_size_is_as_it_was(trams: Material, kind: str) -> None:
    made = sheet(trams, kind, "teacher")

    assert for_letters(made, "standard") == made
    assert kind == "flow" or for_letters(made, "large-print") == made


@pytest.mark.parametrize("size", ["large-print", "dyslexia"])
@pytest.mark.parametrize("style", list(SPEECH_FORMATS))
def test_in_large_letters_every_page_has_few_speeches_and_what_its_rows_are_about(
    trams: Material, style: Style, size: Size
) -> None:
    made = flow_sheet(trams, derive(trams), "teacher", style)
    [whole] = [block for block in made.parts[0].blocks if isinstance(block, Table)]

    blocks = for_letters(made, size).parts[0].blocks

    tables = [block for block in blocks if isinstance(block, Table)]
    assert all(len(one.head) <= MOST_COLUMNS for one in tables)
    assert whole.head == (*tables[0].head, *chain(*(one.head[1:] for one in tables[1:])))
    for one in tables:
        assert len(one.head) == len(one.shares)
        assert [row[0] for row in one.rows] == [row[0] for row in whole.rows[: len(one.rows)]]
    assert sum(isinstance(block, PageBreak) for block in blocks) == len(tables) - 1


@pytest.mark.parametrize(("reasons", "rows"), [(0, 3), (1, 3), (2, 3), (3, 4)])
def test_in_large_letters_there_are_fewer_empty_rows_but_one_at_least(
    trams: Material, reasons: int, rows: int
) -> None:
    [contention] = trams.lesson.contentions
    some = tuple(replace(contention.reasons[0], id=f"reason-{n}") for n in range(reasons))
    lesson = replace(trams.lesson, contentions=(replace(contention, reasons=some),))
    material = replace(trams, lesson=lesson)

    made = for_letters(flow_sheet(material, derive(material), "student", "ld"), "dyslexia")

    [table] = [block for block in made.parts[0].blocks if isinstance(block, Table)]
    assert [any(row) for row in table.rows] == [True] * reasons + [False] * (rows - reasons)
