"""Text full of what is syntax somewhere arrives as it left, in every format."""

import sqlite3
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from hypothesis import Phase, given, settings
from msgspec import json

from debatekit.export.json import ExportFile
from debatekit.model.item import Item, Short, kind_of
from debatekit.model.material import Material
from debatekit.read import read_material
from tests.export.clients import in_node
from tests.export.conftest import TRAMS
from tests.export.samples import batch, exported, items
from tests.export.seen import Seen, decoded, expected, in_canvas, in_gift, in_moodle, text_of

OFTEN = settings(max_examples=60, deadline=None, derandomize=True, database=None)
SELDOM = settings(OFTEN, max_examples=15, phases=[Phase.generate])
"""For clients that take a moment to start."""


def trams() -> Material:
    return read_material(TRAMS, "free-trams")


@OFTEN
@given(made=items())
def test_moodle_carries_any_text(made: tuple[Item, ...]) -> None:
    found = in_moodle(exported("moodle", batch(trams(), made)))

    assert list(found.values()) == [expected(item) for item in made]


@OFTEN
@given(made=items())
def test_canvas_carries_any_text(made: tuple[Item, ...]) -> None:
    found = in_canvas(exported("canvas", batch(trams(), made)))

    assert list(map(unordered, found)) == [unordered(carried_by_canvas(item)) for item in made]


@SELDOM
@given(made=items())
def test_gift_carries_any_text(made: tuple[Item, ...]) -> None:
    found = in_gift(in_node("gift.mjs", "gift-pegjs", exported("gift", batch(trams(), made))))

    assert list(found.values()) == [_in_gift(item) for item in made]


@OFTEN
@given(made=items())
def test_json_carries_any_text(made: tuple[Item, ...]) -> None:
    found = json.decode(exported("json", batch(trams(), made)), type=ExportFile)

    assert found.lessons[0].items == made
    assert found.lessons[0].lesson == trams().lesson
    assert found.lessons[0].source == trams().source


@OFTEN
@given(made=items())
def test_anki_carries_any_text(made: tuple[Item, ...]) -> None:
    sides = _anki_fields(exported("anki", batch(trams(), made)))

    for item, fields in zip(made, sides, strict=True):
        front, key, reasons, _ = map(text_of, fields)
        assert item.stem in front
        assert item.why in reasons
        shown = () if isinstance(item, Short) else item.options
        assert all(option.text in front for option in shown)
        right = [option.text for option in shown if option.correct and kind_of(item) != "match"]
        assert all(text in key for text in right)
        assert not any("[sound:" in field or "{{" in field for field in fields)


def _in_gift(item: Item) -> Seen:
    """What GIFT carries: no order, and in what is typed no arrow and no stand-in for a sign."""
    must = expected(item, ordering=False)
    if not isinstance(item, Short):
        return must
    typed = [(decoded(text.replace("->", "→")), weight, why) for text, weight, why in must.answers]
    return must._replace(answers=typed)


def carried_by_canvas(item: Item) -> Seen:
    """What Canvas carries: whether an option is right, no order, no mistakes that are typed."""
    must = expected(item, ordering=False)
    if must.kind not in ("choice", "multiple", "short"):
        return must
    marked = [(text, 100.0 * (weight > 0), why) for text, weight, why in must.answers]
    typed = [answer for answer in marked if answer[1]]
    return must._replace(answers=typed if must.kind == "short" else marked)


def unordered(seen: Seen) -> Seen:
    """Pairs may come in any order."""
    pairs = sorted(seen.answers) if seen.kind == "match" else []
    return seen._replace(answers=pairs or seen.answers)


def _anki_fields(content: bytes) -> list[list[str]]:
    with TemporaryDirectory() as folder, ZipFile(BytesIO(content)) as package:
        path = Path(package.extract("collection.anki2", folder))
        connection = sqlite3.connect(path)
        rows = connection.execute("SELECT flds FROM notes ORDER BY id").fetchall()
        connection.close()
    return [row[0].split("\x1f") for row in rows]
