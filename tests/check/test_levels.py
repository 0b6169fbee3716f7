"""How much each finding weighs, and that written and generated items are judged alike."""

from pathlib import Path

import pytest

from debatekit.check import check_items, check_workspace
from debatekit.diagnostics import Severity
from debatekit.generate.authored import authored_items
from debatekit.read import read_workspace
from tests.check.test_bad_files import CASES, DATA, diagnosed, put_in_place

ERRORS = (
    {f"DK{number}" for number in (201, 202, 204, 205, 206, 207, 208, 210, 212, 263)}
    | {f"DK{number}" for number in (220, 221, 223, 224, 225, 226, 227, 228)}
    | {f"DK{number}" for number in (301, 302, 303, 304, 305, 306, 308, 309, 310, 311, 312, 313)}
    | {f"DK{number}" for number in (401, 402, 409, 412, 415, 417, 418, 419, 423, 424)}
    | {f"DK{number}" for number in (321, 440, 441, 442, 443)}
)
NOTES = {f"DK{number}" for number in (231, 254, 262, 264, 307, 316, 317, 408)}
OF_RULES = [case for case in CASES if case.name.startswith(("DK2", "DK3", "DK4"))]
ONLY_IN_FILES = {"DK416", "DK423", "DK424", "DK427"}
"""A program that lists numbers, orders events or sorts into few classes does so on purpose."""

OF_ITEMS = [
    case
    for case in OF_RULES
    if (case.name[:5] == "DK263" or "DK401" <= case.name[:5] <= "DK419")
    and case.name[:5] not in ONLY_IN_FILES
]


@pytest.mark.parametrize("case", OF_RULES, ids=lambda case: case.name)
def test_a_finding_weighs_what_its_rule_says(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = case.name[:5]
    expected = Severity.NOTE if code in NOTES else Severity.WARNING
    path = put_in_place(case, tmp_path)
    monkeypatch.chdir(tmp_path)

    weights = {fault.severity for fault in diagnosed(Path(), code, path) if fault.code == code}

    assert weights == {Severity.ERROR if code in ERRORS else expected}


@pytest.mark.parametrize("case", OF_ITEMS, ids=lambda case: case.name)
def test_a_generated_item_is_judged_like_a_written_one(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_in_place(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    workspace, _ = read_workspace(Path())
    quiz = workspace.quizzes[Path(path).stem].content

    written = {fault.code for fault in check_workspace(workspace) if fault.where.path == path}
    items = authored_items(quiz)
    generated = {
        fault.code for fault in check_items(items, workspace.lessons["free-trams"], workspace)
    }

    assert case.name[:5] in generated
    assert generated <= written


def test_the_bundled_course_breaks_no_rule() -> None:
    workspace, unreadable = read_workspace(DATA.parent.parent)

    assert unreadable == ()
    assert check_workspace(workspace) == ()
