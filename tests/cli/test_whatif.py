"""`debatekit whatif`: what stands under a supposition, on screen and as JSON."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from debatekit.cli.main import run

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
NO_VERDICT = "An argument falls here because no reply was entered, not because it is wrong."


def said(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    code = run(["-C", str(TRAMS), "whatif", "free-trams", *options])
    heard = capsys.readouterr()
    assert (code, heard.err) == (0, "")
    return heard.out


def as_json(capsys: pytest.CaptureFixture[str], *options: str) -> Any:
    return json.loads(said(capsys, "--json", *options))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", {"make-trams-free": "undecided", "tickets": "in", "other-lines": "out"}),
        ("--view author", {"make-trams-free": "in", "trial": "in", "money-lost": "out"}),
        ("--view author --reject tickets-cost-much", {"tickets": "out", "make-trams-free": "in"}),
        ("--view author --reject tickets --reject trial", {"make-trams-free": "out"}),
        ("--accept money-lost", {"make-trams-free": "out", "money-lost": "in"}),
        ("--view author --accept other-lines --reject line-was-short", {"trial": "out"}),
        ("--view author --withdraw tickets-cost-much", {"tickets-cost-much": "out"}),
    ],
)
def test_statuses_follow_the_supposition(
    options: str, expected: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, *options.split())["status"]

    assert {id_: found[id_] for id_ in expected} == expected


def test_json_has_a_status_and_a_sentence_for_everything(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = as_json(capsys, "--reject", "tickets-cost-much")

    assert list(found) == ["status", "why"]
    assert found["status"].keys() == found["why"].keys()
    assert set(found["status"].values()) <= {"in", "out", "undecided"}
    assert all(why.endswith(".") and "on this map" in why for why in found["why"].values())
    assert "it is refused for the sake of argument" in found["why"]["tickets-cost-much"]


def test_the_screen_tells_what_a_supposition_changed(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "--view", "author", "--reject", "tickets-cost-much").splitlines()

    assert "  - Reason tickets (stood before)" in lines
    assert NO_VERDICT not in " ".join(lines)


def test_the_view_of_everything_says_that_a_fall_is_no_verdict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys).rstrip().endswith(NO_VERDICT)


def test_it_reads_at_forty_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    assert max(map(len, said(capsys, "--view", "counter").splitlines())) <= 40


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "--accept walker-came",
            "there is no claim or reason 'walker-came' in free-trams; did you mean 'walkers-came'?",
        ),
        (
            "--reject xyz",
            "there is no claim or reason 'xyz' in free-trams;"
            " 'debatekit map free-trams' shows them all",
        ),
        (
            "--accept walkers-came --accept trial-moved-drivers",
            "'walkers-came' and 'trial-moved-drivers' are in conflict; accept only one of them",
        ),
        ("--accept trial --reject trial", "'trial' is both accepted and rejected"),
        (
            "--withdraw trial",
            "'trial' is a reason; only a claim can be left to its reasons, so reject it instead",
        ),
    ],
)
def test_what_cannot_be_supposed_is_said_and_ends_with_1(
    options: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(TRAMS), "whatif", "free-trams", *options.split()]) == 1
    assert capsys.readouterr() == ("", f"Error: {message}\n")


def test_a_lesson_without_contentions_has_nothing_to_ask_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lessons").mkdir()
    copytree(TRAMS / "seeds", tmp_path / "seeds")
    (tmp_path / "lessons" / "empty.yaml").write_text(
        "format: 1\ntitle: Empty\nsource: lind-2024\ncontentions: []\n", encoding="utf-8"
    )

    assert run(["-C", str(tmp_path), "whatif", "empty"]) == 1
    assert "lesson 'empty' has no contention" in capsys.readouterr().err
