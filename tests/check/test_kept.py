"""Checking again after a change finds just what checking anew finds, whatever has changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatekit.check import Kept, check_workspace
from debatekit.cli.main import run
from debatekit.diagnostics import Diagnostic
from debatekit.read import read_workspace
from debatekit.read.kept import Kept as KeptFiles

CHANGES = {
    "lessons/river-path.yaml": ("minutes: 30", "minutes: forty"),
    "lessons/mine.yaml": ("minutes: 30", "minuets: 30"),
    "quizzes/river-path.yaml": ("lesson: river-path", "lesson: river-bath"),
    "quizzes/mine.yaml": ("lesson: river-path", "lesson: mine"),
    "seeds/river-path.yaml": ("claims:", "claims_gone:"),
    "seeds/references.yaml": ("id: ", "id: other-"),
    "seeds/glossary.yaml": ("terms:", "terms: {}\nnot-terms:"),
    "seeds/river-path.txt": ("the", "a"),
}
"""A change of each file that something else may be judged by."""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kept") / "class"
    assert run(["new", "workspace", str(root)]) == 0
    for folder in ("lessons", "quizzes"):
        shutil.copyfile(root / folder / "river-path.yaml", root / folder / "mine.yaml")
    return root


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text or new in text
    path.write_text(text.replace(*((old, new) if new not in text else (new, old))), "utf-8")


def deed(what: str, name: str, root: Path, start: Path) -> Callable[[], object]:
    """Return a deed: change a file, take it away, put it back, or write it as it is."""
    path = root / name
    if what == "change" and path.exists():
        return lambda: changed(path, *CHANGES[name])
    if what == "take away":
        return lambda: path.unlink(missing_ok=True)
    return lambda: shutil.copyfile(start / name, path)


DEEDS = st.tuples(st.sampled_from(["change", "take away", "put back"]), st.sampled_from([*CHANGES]))


def found(root: Path, files: KeptFiles | None, findings: Kept | None) -> list[Diagnostic]:
    workspace, unreadable = read_workspace(root, files)
    return sorted({*unreadable, *check_workspace(workspace, findings)})


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=st.lists(DEEDS, min_size=1, max_size=6))
def test_what_was_kept_leads_to_the_same_findings_as_nothing(
    deeds: list[tuple[str, str]], start: Path, tmp_path: Path
) -> None:
    root = tmp_path / "again"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(start, root)
    files, findings = KeptFiles(), Kept()
    found(root, files, findings)

    for what, name in deeds:
        deed(what, name, root, start)()
        assert found(root, files, findings) == found(root, None, None)


def test_only_what_was_written_is_read_again(start: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(start, tmp_path / "again"))
    files = KeptFiles()
    before, _ = read_workspace(root, files)

    changed(root / "lessons/river-path.yaml", "minutes: 30", "minutes: 50")
    after, _ = read_workspace(root, files)

    assert after.lessons["river-path"].content.minutes == 50
    assert after.lessons["mine"] is before.lessons["mine"]
    assert after.sources["river-path"] is before.sources["river-path"]
    assert after.copies["river-path"] is before.copies["river-path"]


def test_a_file_that_became_a_link_out_of_the_workspace_is_refused(
    start: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(start, tmp_path / "again"))
    files = KeptFiles()
    read_workspace(root, files)
    lesson = root / "lessons" / "river-path.yaml"
    lesson.rename(tmp_path / "outside.yaml")
    try:
        lesson.symlink_to(tmp_path / "outside.yaml")
    except OSError:
        pytest.skip("this account may make no links")

    _, faults = read_workspace(root, files)

    assert [fault.code for fault in faults] == ["DK015"]
