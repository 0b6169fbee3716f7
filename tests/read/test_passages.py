"""A copy beside a record is read for quoting; what is wrong with it stops nobody."""

from pathlib import Path

import pytest

from debatekit.model.passage import NO_PASSAGES, Passages
from debatekit.read import read_material, read_passages
from tests.copies import COPY, make_copied


def passages(root: Path) -> Passages:
    return read_passages(root, "lind-2024", read_material(root, "free-trams").source)


def test_the_paragraphs_are_numbered_as_in_the_record(tmp_path: Path) -> None:
    root = make_copied(tmp_path / "ws", ("A title.", *COPY))

    assert passages(root).texts == dict(enumerate(COPY, 1))


def test_without_a_copy_there_is_nothing_to_quote(tmp_path: Path) -> None:
    root = make_copied(tmp_path / "ws")
    (root / "seeds" / "lind-2024.txt").unlink()

    assert passages(root) == NO_PASSAGES


def test_a_copy_that_is_no_text_fits_nothing(tmp_path: Path) -> None:
    root = make_copied(tmp_path / "ws")
    (root / "seeds" / "lind-2024.txt").write_bytes(b"\xff\xfe\x00")

    assert passages(root) == Passages(copied=True)


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    root = make_copied(tmp_path / "ws")
    copy = root / "seeds" / "lind-2024.txt"
    outside = copy.rename(tmp_path / "elsewhere.txt")
    try:
        copy.symlink_to(outside)
    except OSError:
        pytest.skip("no links here")

    assert passages(root) == Passages(copied=True)
