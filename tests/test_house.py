"""The limits on size that keep every file readable, and the words that keep the house in order."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path for folder in ("debatekit", "tools") for path in (ROOT / folder).rglob("*.py")
)
MOST_LINES_IN_A_MODULE = 300
MOST_LINES_IN_A_FUNCTION = 50


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_there_are_modules_to_measure() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_and_no_function_outgrows_a_screen(module: Path) -> None:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    long = [
        f"{found.name}: {found.end_lineno - found.lineno + 1} lines"
        for found in functions(module)
        if found.end_lineno is not None
        and found.end_lineno - found.lineno + 1 > MOST_LINES_IN_A_FUNCTION
    ]

    assert lines <= MOST_LINES_IN_A_MODULE
    assert long == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_in_its_first_line_what_lives_there(module: Path) -> None:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))

    assert said
    assert said.splitlines()[0].rstrip().endswith((".", ":"))


CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
FORBIDDEN = [found for found in CONTRACTS if found["type"] == "forbidden"]


def folders() -> set[str]:
    """Return the folders and single modules that lie in the package."""
    return {
        path.stem
        for path in (ROOT / "debatekit").iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }


def test_every_folder_of_the_package_is_placed_in_a_layer() -> None:
    layers = next(found for found in CONTRACTS if found["type"] == "layers")["layers"]

    assert folders() == {name.strip() for layer in layers for name in layer.split("|")}


@pytest.mark.parametrize("contract", FORBIDDEN, ids=lambda found: str(found["name"]))
def test_an_outside_library_is_forbidden_to_all_but_those_whom_the_rule_names(
    contract: dict[str, Any],
) -> None:
    homes = set(re.findall(r"\w+", contract["name"])) & folders()
    kept_out = {name.removeprefix("debatekit.") for name in contract["source_modules"]}

    assert homes
    assert kept_out == folders() - homes


def test_the_newest_release_of_the_changelog_is_the_version_of_the_package() -> None:
    from debatekit import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\S+)", changelog, re.MULTILINE)
    released = [heading for heading in headings if heading != "Unreleased"]

    assert headings[0] in {"Unreleased", __version__}
    assert released[:1] in ([], [__version__])
