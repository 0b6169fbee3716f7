"""A bibliography drops in as reference managers export it, and every fault keeps its place."""

from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json

from debatekit.diagnostics import InvalidFileError
from debatekit.model.reference import Bibliography
from debatekit.read import json_schema, read_bibliography
from debatekit.read.files import parse
from debatekit.read.nodes import compose, plain

DATA = Path(__file__).parent.parent / "data" / "references"
FORMS = sorted(path.name for path in DATA.glob("*.yaml"))


def read(text: str) -> Bibliography:
    return parse(text, "seeds/references.yaml", "references", Bibliography)


@pytest.mark.parametrize("name", FORMS)
def test_an_export_says_the_same_in_every_form(name: str) -> None:
    expected = read_bibliography(DATA / "plain.yaml").content

    assert read_bibliography(DATA / name).content == expected


@pytest.mark.parametrize("name", FORMS)
def test_an_export_is_good_to_the_schema_that_editors_use(name: str) -> None:
    value = plain(compose((DATA / name).read_text(encoding="utf-8"), name))

    assert [*map(str, jsonschema_rs.iter_errors(json_schema("references"), value))] == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "- {id: a, type: book}\n- id: b c\n  type: book\n  title: B\n",
            ["1:3 DK102", "2:7 DK113"],
        ),
        ("- id: a\n  type: book\n  title: A\n  issued: [{year: soon}]\n", ["4:19 DK111"]),
        (
            "- id: a\n  type: book\n  title: [A]\n  issued:\n    - - x\n",
            ["3:10 DK103", "5:9 DK111"],
        ),
        ("references:\n  id: a\n", ["1:1 DK105"]),
        ("- just text\n", ["1:3 DK106"]),
    ],
)
def test_a_fault_of_an_export_is_told_where_it_stands(text: str, faults: list[str]) -> None:
    with pytest.raises(InvalidFileError) as told:
        read(text)

    found = told.value.diagnostics
    assert [f"{one.where.line}:{one.where.column} {one.code}" for one in found] == faults


def test_a_reference_of_a_bare_list_is_found_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "references.yaml"
    path.write_text("- {id: a, type: book, title: A}\n- {id: b, type: book, title: B}\n")

    assert read_bibliography(path).at("references", 1, "id").line == 2


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "issued", "year", "raw", "date-parts", "author", "family", "title"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(values, max_size=3) | st.fixed_dictionaries({"references": values}))
def test_whatever_stands_there_is_read_or_told_of(value: object) -> None:
    try:
        found = len(read(json.encode(value).decode()).references)
    except InvalidFileError as error:
        found = len(error.diagnostics) - 1

    assert found >= 0
