"""Text full of what is syntax somewhere arrives as it left, in every format."""

import sqlite3
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import assert_never
from zipfile import ZipFile

from hypothesis import Phase, given, settings
from msgspec import json

from debatekit.export.json import ExportFile
from debatekit.model.item import Choice, Item, Match, Multiple, Order, Short
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

    assert list(found.values()) == [carried_by_gift(item) for item in made]


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
    sides = in_anki_notes(exported("anki", batch(trams(), made)))

    for item, fields in zip(made, sides, strict=True):
        front, key, reasons, _ = map(text_of, fields)
        assert item.stem in front
        assert item.why in reasons
        assert key == answer_on_card(item)
        assert all(option.text in front for option in (() if is_typed(item) else item.options))
        assert not any("[sound:" in field or "{{" in field for field in fields)


def carried_by_gift(item: Item) -> Seen:
    """What GIFT carries: no order, and in what is typed no arrow and no stand-in for a sign."""
    must = expected(item, ordering=False)
    if not isinstance(item, Short):
        return must
    typed = [(decoded(text.replace("->", "→")), weight, why) for text, weight, why in must.answers]
    return must._replace(answers=typed)


def carried_by_canvas(item: Item) -> Seen:
    """What Canvas carries: whether an option is right, no order, no mistakes that are typed."""
    return _judged(expected(item, ordering=False))


def carried_by_qti3(item: Item) -> Seen:
    """What QTI 3.0 carries: whether an option is right, no mistakes that are typed."""
    return _judged(expected(item))


def _judged(must: Seen) -> Seen:
    """What is left where an answer has no weight: it is right or not; a typed one is right."""
    if must.kind not in ("choice", "multiple", "short"):
        return must
    marked = [(text, 100.0 * (weight > 0), why) for text, weight, why in must.answers]
    typed = [answer for answer in marked if answer[1]]
    return must._replace(answers=typed if must.kind == "short" else marked)


def unordered(seen: Seen) -> Seen:
    """Pairs may come in any order."""
    pairs = sorted(seen.answers) if seen.kind == "match" else []
    return seen._replace(answers=pairs or seen.answers)


def is_typed(item: Item) -> bool:
    """Whether nothing is offered to choose from."""
    return isinstance(item, Short)


def answer_on_card(item: Item) -> str:
    """What the back of an Anki card must say first, our own markup as [ol] and [li]."""
    match item:
        case Choice() | Multiple():
            lettered = zip("abcdefghijklmnopqrstuvwxyz", item.options, strict=False)
            return "\n".join(f"{key}. {option.text}" for key, option in lettered if option.correct)
        case Match():
            both = zip(item.prompts, item.partners, strict=True)
            told = (f"[li]{prompt}: {item.options[place].text}" for prompt, place in both)
            return "[ol]" + "".join(told)
        case Order():
            ranked = sorted(zip(item.ranks, item.options, strict=True), key=lambda one: one[0])
            return "[ol]" + "".join(f"[li]{option.text}" for _, option in ranked)
        case Short():
            return "\n".join(item.accepted)
        case _:
            assert_never(item)


def in_anki_notes(content: bytes) -> list[list[str]]:
    """The fields of an Anki package's notes, in order."""
    with TemporaryDirectory() as folder, ZipFile(BytesIO(content)) as package:
        path = Path(package.extract("collection.anki2", folder))
        connection = sqlite3.connect(path)
        rows = connection.execute("SELECT flds FROM notes ORDER BY id").fetchall()
        connection.close()
    return [row[0].split("\x1f") for row in rows]
