"""The limits on size that keep every file readable, and the words that keep the house in order."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "debatekit").rglob("*.py"))
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


def test_every_folder_of_the_package_is_placed_in_a_layer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(found for found in contracts if found["type"] == "layers")["layers"]
    placed = {name.strip() for layer in layers for name in layer.split("|")}
    folders = {
        path.stem
        for path in (ROOT / "debatekit").iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }

    assert folders == placed


def test_versions_in_the_changelog_and_the_package_agree() -> None:
    from debatekit import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert "## Unreleased" in changelog or f"## {__version__}" in changelog
