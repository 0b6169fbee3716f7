"""Half-written material: told of once, at its place, and never a crash."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatekit.check import check_workspace
from debatekit.diagnostics import Diagnostic, Severity
from debatekit.read import read_workspace

DATA = Path(__file__).parent.parent / "data"
QUIZ = DATA / "lessons" / "town"
TRAMS = DATA / "workspaces" / "trams"
ID = re.compile(r"(?<=[\[ ])[a-z]+(?:-[a-z0-9]+)+(?=[\],\n}])")


def faults(root: Path) -> list[Diagnostic]:
    workspace, _ = read_workspace(root)
    found = check_workspace(workspace)
    return [fault for fault in found if fault.severity is Severity.ERROR]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TRAMS, tmp_path / "trams"))


def test_a_good_workspace_has_no_errors(root: Path) -> None:
    assert faults(root) == []


def test_a_missing_source_is_told_of_once_and_nothing_follows_from_it(root: Path) -> None:
    (root / "seeds" / "lind-2024.yaml").unlink()

    assert [fault.code for fault in faults(root)] == ["DK311"]


@pytest.mark.parametrize("name", ["lind-2024", "references", "glossary"])
def test_a_file_that_cannot_be_read_makes_no_noise_elsewhere(root: Path, name: str) -> None:
    (root / "seeds" / f"{name}.yaml").write_text("][", encoding="utf-8")

    assert faults(root) == []


def test_without_a_bibliography_every_citation_is_unknown(root: Path) -> None:
    (root / "seeds" / "references.yaml").unlink()

    assert {fault.code for fault in faults(root)} == {"DK304"}


def test_a_quiz_on_a_lesson_that_cannot_be_read_is_not_blamed_for_it(root: Path) -> None:
    (root / "lessons" / "free-trams.yaml").write_text("][", encoding="utf-8")
    (root / "quizzes").mkdir()
    (root / "quizzes" / "trams.yaml").write_text(
        "format: 1\ntitle: Trams\nlesson: free-trams\n", encoding="utf-8"
    )

    assert faults(root) == []


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from([TRAMS, QUIZ]), st.integers(0, 2**30), st.sampled_from(["", "nobody"]))
def test_whatever_id_is_lost_or_mistaken_the_rules_go_on(
    tmp_path: Path, origin: Path, which: int, instead: str
) -> None:
    root = tmp_path / f"{origin.name}-{which}-{instead}"
    shutil.copytree(origin, root, dirs_exist_ok=True)
    files = sorted(root.rglob("*.yaml"))
    path = files[which % len(files)]
    text = path.read_text(encoding="utf-8")
    ids = list(ID.finditer(text))
    if ids:
        lost = ids[which % len(ids)]
        changed = f"{text[: lost.start()]}{instead}{text[lost.end() :]}"
        path.write_text(changed, encoding="utf-8")

    workspace, _ = read_workspace(root)
    found = check_workspace(workspace)

    assert list(found) == sorted(found)
    assert all(fault.message and fault.where.line >= 1 for fault in found)


def test_findings_name_the_ids_that_are_wrong(root: Path) -> None:
    path = root / "lessons" / "free-trams.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "premises: [tickets-cost-much]", "premises: [x]"
    )
    path.write_text(text, encoding="utf-8")

    (fault,) = faults(root)

    assert "'x'" in fault.message
    line = path.read_text(encoding="utf-8").splitlines()[fault.where.line - 1]
    assert line[fault.where.column - 1 :].startswith("x")


@pytest.mark.parametrize(("broken", "told"), [(7, 7), (100, 100), (101, 101), (2_000, 101)])
def test_of_very_many_faults_of_one_sort_a_hundred_are_told(
    root: Path, broken: int, told: int
) -> None:
    steps = "".join(f"      - {{id: reason-{n}, premises: [lost-{n}]}}\n" for n in range(broken))
    (root / "lessons" / "free-trams.yaml").write_text(
        "format: 1\ntitle: Trams\nsource: lind-2024\n"
        f"contentions:\n  - claim: make-trams-free\n    reasons:\n{steps}",
        encoding="utf-8",
    )

    found = faults(root)

    assert len(found) == told
    assert [fault.code for fault in found].count("DK016") == int(broken > 100)


def test_keys_for_which_no_letter_is_left_are_told_of_and_bring_nothing_down(root: Path) -> None:
    options = "".join(
        f"      - {{text: Answer {n}, correct: {str(n == 29).lower()}}}\n" for n in range(30)
    )
    items = "".join(
        f"  - id: item-{n}\n    kind: choice\n    strand: claims\n    stem: What {n}?\n"
        f"    options:\n{options}"
        for n in range(5)
    )
    (root / "quizzes").mkdir()
    (root / "quizzes" / "many.yaml").write_text(
        f"format: 1\ntitle: Many\nlesson: free-trams\nitems:\n{items}", encoding="utf-8"
    )

    told = [fault.message for fault in faults(root) if fault.code == "DK415"]

    assert told == [f"item 'item-{n}' has 30 options" for n in range(5)]


def test_of_very_many_actors_that_are_given_twice_the_first_of_the_file_are_told(
    root: Path,
) -> None:
    names = [f"actor-{n:03}" for n in range(150)]
    actors = "".join(f"  {name}: {{name: {name}, kind: person}}\n" for name in names)
    for path in (root / "seeds" / "lind-2024.yaml", root / "lessons" / "free-trams.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("actors:\n", f"actors:\n{actors}", 1), encoding="utf-8")

    told = [fault for fault in faults(root) if fault.code == "DK221"]

    assert [fault.message.split("'")[3] for fault in told] == names[:100]
