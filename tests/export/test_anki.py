"""Anki itself imports the packages: what is on the cards, and that a second import is idle."""

from pathlib import Path
from typing import Any

import pytest

from debatekit.export import Batch
from debatekit.model.item import Item, Match, Short
from debatekit.model.material import Material
from tests.export.clients import in_anki
from tests.export.samples import batch, exported, items_of
from tests.export.seen import text_of

TEXTS = ["stem", "why", "hint", "one", "two", "three", "four"]


@pytest.fixture(scope="module")
def twice(course: list[Batch], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What Anki says and holds after importing the whole course, and after doing so again."""
    folder = tmp_path_factory.mktemp("anki")
    package = _package(folder, exported("anki", *course))
    return in_anki([package, package], folder)


def test_a_second_import_changes_nothing(course: list[Batch], twice: Any) -> None:
    count = sum(len(list(lesson.items)) for lesson in course)
    first, second = twice

    assert (first["new"], first["conflicting"]) == (count, 0)
    assert (second["new"], second["updated"], second["duplicate"]) == (0, 0, count)
    assert second["held"] == first["held"]


def test_every_item_of_the_course_is_a_card_with_its_reasons(
    course: list[Batch], twice: Any
) -> None:
    cards = {(card["deck"], text_of(card["fields"]["Question"])): card for card in twice[0]["held"]}

    for lesson in course:
        for item in lesson.items:
            card = cards[f"debatekit::{lesson.title}", _front(item)]
            front, back = text_of(card["front"]), text_of(card["back"])
            assert lesson.material.source.title in front
            assert all(text in back for text in [item.why, *(one.why for one in item.options)])
            assert f"strand::{item.strand}" in card["tags"]
            assert not any(" " in tag for tag in card["tags"])


def test_one_lesson_s_cards_stay_when_another_s_come(course: list[Batch], tmp_path: Path) -> None:
    packages = [_package(tmp_path, exported("anki", one), one.lesson) for one in course[:2]]

    first, second = in_anki(packages, tmp_path)

    counts = [len(list(lesson.items)) for lesson in course[:2]]
    assert [first["new"], second["new"]] == counts
    assert len(second["held"]) == sum(counts)


def test_nothing_in_a_text_plays_a_sound_or_fills_a_field(trams: Material, tmp_path: Path) -> None:
    odd = [
        "{{Answer}}",
        "[sound:a.mp3]",
        "hint",
        "\\(x\\)",
        "{{c1::one}}",
        "[latex]",
        "<img src=x>",
    ]
    made = batch(trams, items_of(odd))

    (done,) = in_anki([_package(tmp_path, exported("anki", made))], tmp_path)

    assert len(done["held"]) == 5
    for card in done["held"]:
        assert card["sounds"] == 0
        assert "{{Answer}}" in text_of(card["front"])
        assert "[sound:a.mp3]" in text_of(card["back"])
        assert "[img]" not in text_of(card["back"])


def test_a_reworded_item_stays_the_same_note(trams: Material, tmp_path: Path) -> None:
    packages = [
        _package(tmp_path, exported("anki", batch(trams, items_of([stem, *TEXTS[1:]]))), stem)
        for stem in ("before", "after")
    ]

    first, second = in_anki(packages, tmp_path)

    assert [card["guid"] for card in first["held"]] == [card["guid"] for card in second["held"]]


def _front(item: Item) -> str:
    """The question as it must stand on the card, with [p], [ol] and [li] for our own markup."""
    prompts = item.prompts if isinstance(item, Match) else ()
    listed = "[ol]" * bool(prompts) + "".join(f"[li]{prompt}" for prompt in prompts)
    shown = () if isinstance(item, Short) else item.options
    lines = (f"{key}. {one.text}" for key, one in zip("abcdefghijkl", shown, strict=False))
    return f"[p]{item.stem}{listed}" + "\n".join(lines)


def _package(folder: Path, content: bytes, name: str = "deck") -> Path:
    path = folder / f"{name}.apkg"
    path.write_bytes(content)
    return path
