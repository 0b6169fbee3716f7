"""Every bad file under tests/data/bad is told of in exactly the words beside it.

A file is a lesson, or of the kind that its first line names (`# kind: quiz`); `# times: 9` repeats
the rest. It is put into a small good workspace. A folder is a workspace of its own.
"""

import re
import shutil
from pathlib import Path

import pytest

from debatekit.check import check_items, check_workspace
from debatekit.codes import CODES
from debatekit.diagnostics import Diagnostic, Severity
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.document import Workspace
from debatekit.read import read_material, read_workspace

DATA = Path(__file__).parent.parent / "data"
CASES = sorted(path.with_suffix("") for path in (DATA / "bad").glob("*.txt"))
PLACES = {
    "lesson": "lessons/{slug}.yaml",
    "quiz": "quizzes/{slug}.yaml",
    "source": "seeds/{slug}.yaml",
    "references": "seeds/references.yaml",
    "glossary": "seeds/glossary.yaml",
}
OF_GENERATED_ITEMS = {"DK259", "DK260"}
HEADER = re.compile(rb"# (kind|times): (\S+)\n")


def put_in_place(case: Path, root: Path) -> str:
    """Copy a case into the folder; return the path of the file that is bad, if it is one."""
    if case.is_dir():
        shutil.copytree(case, root, dirs_exist_ok=True, symlinks=True)
        return ""
    shutil.copytree(DATA / "workspaces" / "trams", root, dirs_exist_ok=True)
    content = case.with_suffix(".yaml").read_bytes()
    header = HEADER.match(content)
    name, value = (header[1], header[2].decode()) if header else (b"", "")
    path = PLACES[value if name == b"kind" else "lesson"].format(slug=case.name[6:])
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_bytes(content * int(value) if name == b"times" else content)
    return path


def diagnosed(root: Path, code: str, path: str) -> list[Diagnostic]:
    """Return the faults of the bad file, and what else has its code."""
    workspace, unreadable = read_workspace(root)
    found = sorted({*unreadable, *check_workspace(workspace)})
    if code in OF_GENERATED_ITEMS:
        found += in_items(root, workspace, Path(path).stem)
    return [
        fault
        for fault in found
        if fault.where.path == (path or fault.where.path)
        and (fault.severity is Severity.ERROR or fault.code == code)
    ]


def in_items(root: Path, workspace: Workspace, lesson: str) -> tuple[Diagnostic, ...]:
    """Return the faults of the items that a lesson yields."""
    material = read_material(root, lesson)
    items = generate_items(material, derive(material), seed=1)
    return check_items(items, workspace.lessons[lesson], workspace)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_file_is_told_of_in_these_words(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_in_place(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    found = diagnosed(Path(), case.name[:5], path)
    expected = Path(f"{case}.txt").read_text(encoding="utf-8")
    assert expected == "".join(f"{fault}\n" for fault in found)
    assert case.name[:5] in {fault.code for fault in found}


def test_every_bad_file_has_its_words_beside_it() -> None:
    files = {path for path in (DATA / "bad").iterdir() if path.suffix != ".txt"}
    assert files == {case if case.is_dir() else case.with_suffix(".yaml") for case in CASES}


def test_every_code_is_explained_and_provoked_by_a_bad_file() -> None:
    assert set(CODES) == {case.name[:5] for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_finding_says_what_to_do(case: Path) -> None:
    lines = Path(f"{case}.txt").read_text(encoding="utf-8").splitlines()

    assert len(lines) > 1
    assert [line.startswith("  hint: ") for line in lines] == [False, True] * (len(lines) // 2)
