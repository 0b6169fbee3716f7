"""The map of the code shows the code: each folder is on it, and each module it names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (`[^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE))
"""What is said of each place, by the places as they are written."""
PLACES = [place for written in ROWS for place in re.findall(r"`([^`]+)`", written)]
PACKAGES = [place for place in PLACES if re.fullmatch(r"debatekit/\w+/", place)]


def test_every_part_of_the_package_has_its_row() -> None:
    parts = {
        f"debatekit/{path.name}{'/' if path.is_dir() else ''}"
        for path in (ROOT / "debatekit").iterdir()
        if path.name not in {"__init__.py", "__pycache__", "py.typed"}
    }

    assert parts == {place for place in PLACES if place.startswith("debatekit/")}


def test_every_place_is_there() -> None:
    assert [place for place in PLACES if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_that_a_row_names_lies_there(package: str) -> None:
    named = re.findall(r"`(\w+/?)`", ROWS[f"`{package}`"])
    inside = [*(ROOT / package).rglob("*")]
    there = {path.stem for path in inside if path.suffix == ".py"}
    there |= {f"{path.name}/" for path in inside if path.is_dir()}

    assert [name for name in named if name not in there] == []


def test_the_modules_of_the_logic_are_all_named() -> None:
    modules = {path.stem for path in (ROOT / "debatekit" / "logic").glob("*.py")} - {"__init__"}

    assert modules == set(re.findall(r"`(\w+)`", ROWS["`debatekit/logic/`"]))
