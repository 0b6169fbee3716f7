"""All faults of a file at once, and nothing heavy loaded before there is one."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.diagnostics import InvalidFileError
from debatekit.model.lesson import Lesson
from debatekit.model.location import Location
from debatekit.read import KINDS, read_lesson
from debatekit.read.files import parse
from debatekit.read.schema import strict_schema
from debatekit.read.wording import RULES

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
GOOD = "format: 1\ntitle: Trams\nsource: lind-2024\ncontentions: []\n"
ANNOTATIONS = {"$schema", "$ref", "$defs", "title", "description", "default", "examples"}
SHAPES = {"properties", "items", "anyOf", "discriminator"}


def codes(text: str) -> list[str]:
    """Return the codes of a lesson's faults, in file order."""
    with pytest.raises(InvalidFileError) as caught:
        parse(text, "lesson.yaml", "lesson", Lesson)
    return [fault.code for fault in caught.value.diagnostics]


def test_faults_of_every_sort_are_told_in_one_run_and_in_file_order() -> None:
    text = "format: 1\ntitle: 5\ntitle: x\nsource: A B\nlevel: old\nminutes: 0\n"
    text += "contentions: x\nfoo: y\n"
    assert codes(text) == ["DK104", "DK007", "DK110", "DK107", "DK108", "DK105", "DK101"]


def test_a_newer_format_is_the_only_fault_of_its_file() -> None:
    assert codes("format: 2\ntitle: [1]\nnovelty: true\n") == ["DK003"]


def test_a_misspelt_key_is_not_also_missing() -> None:
    assert codes(GOOD.replace("title", "titel")) == ["DK101"]


def test_text_of_one_quotation_may_hold_line_ends_and_tabs_but_nothing_that_steers() -> None:
    assert parse(GOOD.replace("Trams", r'"a\n\tb"'), "x", "lesson", Lesson).title == "a\n\tb"
    assert codes(GOOD.replace("Trams", r'"a\rb"')) == ["DK012"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_empty_file_is_told_how_one_of_its_kind_begins(kind: str) -> None:
    with pytest.raises(InvalidFileError) as caught:
        parse("# nothing yet\n", "x.yaml", kind, KINDS[kind])

    (fault,) = caught.value.diagnostics
    begun = re.search("'([a-z]+):", fault.hint)
    assert begun is not None
    assert begun[1] in strict_schema(kind)["$defs"][KINDS[kind].__name__]["properties"]


@given(st.integers(101, 400))
def test_at_most_a_hundred_faults_are_told_and_that_there_are_more(number: int) -> None:
    found = codes(GOOD + "".join(f"novelty-{n}: 1\n" for n in range(number)))
    assert found == ["DK101"] * 100 + ["DK016"]


def test_a_good_file_costs_no_schema() -> None:
    code = (
        "import sys; from pathlib import Path; from debatekit.read import *; "
        f"read_material(Path({str(TRAMS)!r}), 'free-trams'); "
        "print([name for name in sys.modules if 'jsonschema' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def rules_of(schema: Any) -> Iterator[str]:
    """Yield every rule that a schema sets, by JSON Schema's word for it."""
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            for part in value.values():
                yield from rules_of(part)
        elif key == "anyOf":
            for part in value:
                yield from rules_of(part)
        elif key == "items" or (key == "additionalProperties" and isinstance(value, dict)):
            yield from rules_of(value)
        elif key not in ANNOTATIONS | SHAPES:
            yield key


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_rule_of_every_schema_has_its_words(kind: str) -> None:
    assert set(rules_of(strict_schema(kind))) <= set(RULES)


PLACED = GOOD.replace("[]", "") + (
    "  - claim: free-trams\n"
    "    reasons:\n"
    "      - {id: fares, premises: [a, b]}\n"
    "      - id: air\n"
    "        premises:\n"
    "          - c\n"
)


@pytest.mark.parametrize(
    ("steps", "line", "column"),
    [
        ((), 1, 1),
        (("title",), 2, 8),
        (("contentions",), 4, 1),
        (("contentions", 0, "claim"), 5, 12),
        (("contentions", 0, "reasons", 0), 7, 9),
        (("contentions", 0, "reasons", 0, "premises", 1), 7, 35),
        (("contentions", 0, "reasons", 1), 8, 9),
        (("contentions", 0, "reasons", 1, "premises"), 9, 9),
        (("contentions", 0, "reasons", 1, "premises", 0), 10, 13),
        (("contentions", 0, "reasons", 1, "scheme"), 8, 9),
        (("contentions", 0, "reasons", 9, "scheme"), 6, 5),
        (("level",), 1, 1),
    ],
)
def test_a_part_stands_where_its_value_or_key_or_nearest_parent_is_written(
    tmp_path: Path, steps: tuple[str | int, ...], line: int, column: int
) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_text(PLACED, encoding="utf-8")
    assert read_lesson(path, "shown.yaml").at(*steps) == Location("shown.yaml", line, column)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_message_quotes_whatever_was_written_on_one_line(text: str) -> None:
    with pytest.raises(InvalidFileError) as caught:
        parse(GOOD + "terms: [" + _quoted("!" + text) + "]\n", "x", "lesson", Lesson)
    for fault in caught.value.diagnostics:
        assert re.fullmatch(r"x:\d+:\d+: DK\d{3} [^\n]+(\n  hint: [^\n]+)?", str(fault))


def _quoted(text: str) -> str:
    """Return a text in YAML's double quotes, everything unusual escaped."""
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'
