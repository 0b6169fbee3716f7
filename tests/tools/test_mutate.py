"""Mutation testing is set up for one package, its own tests, and the same sample each time."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tools.mutate import TESTS, drawn, narrow

ROOT = Path(__file__).parents[2]
NAMES = [f"mutant-{number}" for number in range(50)]


def settings(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("package", TESTS)
def test_one_package_alone_is_changed_and_its_own_tests_are_run(
    package: str, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(ROOT / "pyproject.toml", tmp_path))

    narrow(copy, package)

    changed = {
        "only_mutate": [f"debatekit/{package}/*"],
        "pytest_add_cli_args_test_selection": TESTS[package],
    }
    ours, theirs = settings(ROOT / "pyproject.toml"), settings(copy)
    assert theirs["tool"]["mutmut"] == {**ours["tool"]["mutmut"], **changed}
    assert {**theirs["tool"], "mutmut": None} == {**ours["tool"], "mutmut": None}


def test_settings_that_lack_a_key_are_refused(tmp_path: Path) -> None:
    bare = tmp_path / "pyproject.toml"
    bare.write_text("[tool.mutmut]\n", encoding="utf-8")

    with pytest.raises(SystemExit, match="only_mutate"):
        narrow(bare, "logic")


@pytest.mark.parametrize("package", TESTS)
def test_the_tests_that_are_run_or_left_out_are_there(package: str) -> None:
    paths = [one.removeprefix("--ignore=") for one in TESTS[package] if "tests/" in one]

    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_a_seed_draws_the_same_sample_again_and_another_seed_another() -> None:
    first = drawn(NAMES, 20, seed=1)

    assert drawn(NAMES, 20, seed=1) == first == sorted(set(first) & set(NAMES))
    assert len(first) == 20
    assert drawn(NAMES, 20, seed=2) != first


@pytest.mark.parametrize("size", [0, 50, 51])
def test_no_size_or_one_too_large_draws_all(size: int) -> None:
    assert drawn(NAMES, size, seed=1) == NAMES
