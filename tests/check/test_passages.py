"""A copy of the article beside its record is compared with it, and never asked for."""

import shutil
from pathlib import Path

import pytest

from debatekit.check import check_workspace
from debatekit.read import read_workspace
from tests.check.test_bad_files import DATA

CODES = {"DK318", "DK319", "DK320", "DK321"}
CASE = DATA / "bad" / "DK320-other-words"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    shutil.copytree(CASE, tmp_path, dirs_exist_ok=True)
    return tmp_path / "seeds"


def told(seeds: Path) -> set[str]:
    workspace, unreadable = read_workspace(seeds.parent)
    return {fault.code for fault in (*unreadable, *check_workspace(workspace))}


def test_without_a_copy_nothing_is_said_of_it(seeds: Path) -> None:
    (seeds / "lind-2024.txt").unlink()

    assert not told(seeds) & CODES


def test_quotes_dashes_case_and_white_space_of_the_copy_may_differ(seeds: Path) -> None:
    record = seeds / "lind-2024.yaml"
    text = (seeds / "lind-2024.txt").read_text(encoding="utf-8")
    (seeds / "lind-2024.txt").write_text(
        text.replace("“", '"')
        .replace("”", '"')
        .replace("\u2011", "\u2013")
        .replace(". F", ".   F")
        .upper(),
        encoding="utf-8",
    )
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    del lines[8]

    record.write_text("".join(lines), encoding="utf-8")

    assert not told(seeds) & CODES


def test_an_open_gist_shows_how_its_paragraph_begins(seeds: Path) -> None:
    record = seeds / "lind-2024.yaml"
    text = record.read_text(encoding="utf-8").replace("What paragraph 2 says.", '""')
    record.write_text(text, encoding="utf-8")

    workspace, _ = read_workspace(seeds.parent)
    [found] = [fault for fault in check_workspace(workspace) if fault.code == "DK318"]

    assert "In Dunmark they tried it" in found.message


@pytest.mark.parametrize(
    ("content", "code"), [(b"caf\xe9 " * 9, "DK002"), (b"a" * (1024 * 1024 + 1), "DK004")]
)
def test_a_copy_that_cannot_be_read_is_a_fault_of_the_copy(
    seeds: Path, content: bytes, code: str
) -> None:
    (seeds / "lind-2024.txt").write_bytes(content)

    found = {(fault.where.path[-4:], fault.code) for fault in read_workspace(seeds.parent)[1]}

    assert found == {(".txt", code)}


def test_a_copy_that_is_a_link_out_of_the_workspace_is_not_followed(
    seeds: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("A secret.", encoding="utf-8")
    (seeds / "lind-2024.txt").unlink()
    (seeds / "lind-2024.txt").symlink_to(outside)

    workspace, faults = read_workspace(seeds.parent)

    assert "DK015" in {fault.code for fault in faults}
    assert not workspace.copies
