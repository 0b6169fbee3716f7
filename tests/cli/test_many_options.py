"""A question with more options than there are letters is never asked, but its writer can see it."""

import json
import shutil
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from debatekit.cli.main import cli
from tests.copies import TRAMS

MANY = 30
TEXTS = [f"This is wording {place:02}." for place in range(MANY)]
SHARED = {"strand": "claims", "stem": "According to the author, what holds?"}


def question(name: str) -> dict[str, Any]:
    """Return a question of very many options, the last of which is right."""
    options = [{"text": text, "why": "It is so.", "correct": text == TEXTS[-1]} for text in TEXTS]
    kinds: dict[str, Any] = {
        "multiple": {"options": options},
        "order": {"steps": options},
        "match": {"pairs": [{"prompt": f"Part {text}", "partner": text} for text in TEXTS]},
    }
    return {"id": name, "kind": name, **SHARED, **kinds[name]}


@pytest.fixture(params=["multiple", "order", "match"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    root = Path(shutil.copytree(TRAMS, tmp_path / "trams"))
    quiz = {
        "format": 1,
        "title": "Many",
        "lesson": "free-trams",
        "items": [question(request.param)],
    }
    (root / "quizzes").mkdir()
    (root / "quizzes" / "free-trams.yaml").write_text(yaml.safe_dump(quiz), encoding="utf-8")
    return root


def said(workspace: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["-C", str(workspace), *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_the_list_of_items_shows_each_option(workspace: Path) -> None:
    shown = said(workspace, "items", "free-trams")

    assert [text for text in TEXTS if text not in shown] == []
    assert "z. " in shown
    assert "30. " in shown


def test_json_has_each_option(workspace: Path) -> None:
    record = json.loads(said(workspace, "items", "free-trams", "--json"))[0]

    assert sorted(option["text"] for option in record["options"]) == TEXTS


def test_the_preview_shows_each_option(workspace: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    said(workspace, "preview", "free-trams", "-o", str(page))

    shown = unescape(page.read_text(encoding="utf-8"))
    assert [text for text in TEXTS if text not in shown] == []


def test_a_session_leaves_it_out(workspace: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "scores.db")

    shown = said(workspace, "quiz", "free-trams", "--plain", "--strand", "claims", "--store", store)

    assert "Question 1 of" in shown
    assert not [text for text in TEXTS if text in shown]
