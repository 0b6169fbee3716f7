"""What is exported as JSON fits the published schema and reads back as it was."""

import json
from typing import Any

import jsonschema_rs

from debatekit.export import Batch
from debatekit.model.item import kind_of
from tests.export.samples import exported
from tests.handout.browser import ROOT
from tools.schemas import schema_text


def published() -> Any:
    return json.loads((ROOT / "docs" / "schemas" / "export.json").read_text(encoding="utf-8"))


def test_the_published_schema_is_that_of_the_types() -> None:
    assert published() == json.loads(schema_text("export"))


def test_the_whole_course_fits_the_schema(course: list[Batch]) -> None:
    found = json.loads(exported("json", *course))

    assert [str(fault) for fault in jsonschema_rs.iter_errors(published(), found)] == []
    for lesson, written in zip(course, found["lessons"], strict=True):
        assert [(one["id"], one["kind"], one["stem"]) for one in written["items"]] == [
            (item.id, kind_of(item), item.stem) for item in lesson.items
        ]


def test_a_number_that_counts_up_says_how_to_read_it(course: list[Batch]) -> None:
    found = json.loads(exported("json", *course[:1]))
    other = {**found, "format": 2}

    assert jsonschema_rs.is_valid(published(), found)
    assert not jsonschema_rs.is_valid(published(), other)
