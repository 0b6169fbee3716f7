"""An open player in Chromium shows and marks the items; the package holds together."""

from io import BytesIO
from pathlib import Path
from typing import Any, assert_never
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given

from debatekit.export import Batch
from debatekit.model.item import Choice, Item, Match, Multiple, Order, Short
from debatekit.model.material import Material
from debatekit.practice.grading import grade
from tests.export.clients import well_formed
from tests.export.player import played
from tests.export.samples import batch, exported, items, items_of
from tests.export.seen import QTI3, in_qti3, text_in
from tests.export.test_any_text import OFTEN, carried_by_qti3
from tests.export.test_any_text import trams as read_trams

PACKAGE = "{http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1}"
ODD = ['s"t\nem', "why ]]> </script>", "hint", "one <b>", "two &amp;", "שלום {3}", "four 😀"]


def files_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def played_items(made: Batch, responses: list[tuple[str, ...]], folder: Path) -> list[Any]:
    """What the player makes of a batch's items, in order, each with a response."""
    files = files_of(exported("qti3", made))
    xml = [content.decode() for name, content in files.items() if name.startswith("items/")]
    values = [_value(item, given_) for item, given_ in zip(made.items, responses, strict=True)]
    parts = [{"xml": one, "response": value} for one, value in zip(xml, values, strict=True)]
    return played(parts, folder)


def _value(item: Item, response: tuple[str, ...]) -> Any:
    """A response as the player takes it."""
    match item:
        case Choice():
            return f"option-{response[0]}"
        case Multiple() | Order():
            return [f"option-{key}" for key in response]
        case Match():
            return [f"prompt-{place} option-{key}" for place, key in enumerate(response)]
        case Short():
            return response[0]
        case _:
            assert_never(item)


def test_the_right_response_earns_full_marks_and_none_earns_nothing(
    course: list[Batch], tmp_path: Path
) -> None:
    one_each = {(type(item), item.generator): item for lesson in course for item in lesson.items}
    made = batch(course[0].material, list(one_each.values()))

    found = played_items(made, [item.keys for item in made.items], tmp_path)

    assert [(one.get("nothing"), one.get("score")) for one in found] == [(0, 1)] * len(one_each)


def test_other_responses_are_marked_as_in_practice(trams: Material, tmp_path: Path) -> None:
    choice, several, match, order, short = items_of(ODD)
    asked = [
        (choice, ("b",)),
        (several, ("a",)),
        (several, ("a", "c")),
        (several, ("a", "b", "c", "d")),
        (match, ("c", "a")),
        (match, ("a", "a")),
        (order, ("a", "b", "d", "c")),
        (short, ("TWO &AMP;",)),
        (short, ("something else",)),
    ]
    files = files_of(exported("qti3", batch(trams, items_of(ODD))))
    xml = {name: content.decode() for name, content in files.items() if name.startswith("items/")}
    of_kind = dict(zip(map(type, items_of(ODD)), xml.values(), strict=True))

    found = played(
        [{"xml": of_kind[type(item)], "response": _value(item, said)} for item, said in asked],
        tmp_path,
    )

    must = [0.0 if isinstance(item, Order) else grade(item, said) for item, said in asked]
    assert [one["score"] for one in found] == pytest.approx(must, abs=0.00001)


def test_the_player_shows_text_and_reasons_as_they_left(trams: Material, tmp_path: Path) -> None:
    stem, why, _, *options = ODD
    made = batch(trams, items_of(ODD))

    found = played_items(made, [item.keys for item in made.items], tmp_path)

    assert {one["stem"] for one in found} == {stem}
    assert [one["choices"] for one in found] == [
        options,
        options,
        [options[3], options[0], *options],
        options,
        [],
    ]
    assert found[0]["feedback"] == [[why]] * 3 + [[why, "Paragraphs 2, 3 of the article."]]
    assert found[1]["open"] == ["option-a", "option-b"]


@OFTEN
@given(made=items())
def test_qti_carries_any_text(made: tuple[Item, ...]) -> None:
    content = exported("qti3", batch(read_trams(), made))
    files = files_of(content)
    roots = [ElementTree.fromstring(files[name]) for name in files if name.startswith("items/")]

    assert in_qti3(content) == [carried_by_qti3(item) for item in made]
    for item, root in zip(made, roots, strict=True):
        assert item.why in [text_in(one) for one in root.iter() if one.tag == f"{QTI3}p"]


def test_the_manifest_and_the_tests_lead_to_every_file(course: list[Batch]) -> None:
    files = files_of(exported("qti3", *course))
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    resources = {one.get("href"): one for one in manifest.iter(f"{PACKAGE}resource")}
    tests = [name for name in files if "/" not in name and name != "imsmanifest.xml"]

    assert set(resources) == set(files) - {"imsmanifest.xml"}
    assert len(tests) == len(course)
    for name in (*tests, "imsmanifest.xml", *list(files)[:40]):
        well_formed(files[name])
    for name in tests:
        refs = list(ElementTree.fromstring(files[name]).iter(f"{QTI3}qti-assessment-item-ref"))
        needed = [one.get("identifierref") for one in resources[name].iter(f"{PACKAGE}dependency")]
        assert [one.get("identifier") for one in refs] == needed
        assert all(one.get("href") in files for one in refs)
