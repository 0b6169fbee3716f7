"""Every file under tests/data/good is the twin of a bad one, with its fault put right.

It has no error and no finding of the bad one's code.
"""

from pathlib import Path

import pytest

from tests.check.test_bad_files import DATA, diagnosed, put_in_place

CASES = sorted(path.with_suffix("") for path in (DATA / "good").glob("*.yaml"))
RULES = ("DK2", "DK3", "DK4")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_whose_fault_is_put_right_passes(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_in_place(case, tmp_path)
    monkeypatch.chdir(tmp_path)

    found = diagnosed(Path(), case.name[:5], path)

    assert found == []


def test_every_fault_of_a_rule_has_its_twin() -> None:
    bad = {path.stem for path in (DATA / "bad").glob("*.yaml") if path.stem.startswith(RULES)}

    assert bad == {case.name for case in CASES}
