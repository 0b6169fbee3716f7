"""Whatever a quiz holds, it is refused, or judged, asked and exported without a stumble."""

from collections.abc import Iterator

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatekit.check import check_items, check_quiz
from debatekit.diagnostics import InvalidFileError
from debatekit.export import EXPORTERS
from debatekit.generate.authored import authored_items
from debatekit.model.document import Document
from debatekit.model.quiz import Quiz
from debatekit.practice.grading import grade
from debatekit.practice.plan import askable
from debatekit.read import read_material, read_workspace
from debatekit.read.files import parse
from tests.check.lessons import nowhere
from tests.check.test_bad_files import DATA
from tests.export.samples import batch, exported
from tests.read.test_any_input import mutated

TRAMS = DATA / "workspaces" / "trams"
TEXTS = sorted(EXPORTERS.keys() - {"anki"})
"""Formats that take no time to write."""
WORKSPACE = read_workspace(TRAMS)[0]
FLAGS = st.booleans()


@st.composite
def thinned(draw: st.DrawFn) -> str:
    """Return a quiz of every kind of item, in which lists lost entries and options their keys."""
    content = yaml.safe_load((DATA / "quizzes" / "all-kinds.yaml").read_text(encoding="utf-8"))
    for item in content["items"]:
        for key in {"options", "pairs", "spare", "steps", "accepted", "rejected"} & item.keys():
            item[key] = [one for one in item[key] if draw(FLAGS)] * draw(st.sampled_from([1, 1, 9]))
        for option in item.get("options", ()):
            option["correct"] = draw(FLAGS)
    return str(yaml.safe_dump(content, allow_unicode=False))


def quizzes_in(text: str) -> Iterator[Document[Quiz]]:
    try:
        content = parse(text, "q.yaml", "quiz", Quiz)
    except InvalidFileError:
        return
    yield Document(id="any", path="q.yaml", content=content, locate=nowhere)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(text=thinned() | mutated(["quiz"]).map(lambda made: made[1]))
def test_whatever_is_written_is_judged_asked_and_exported(text: str) -> None:
    material = read_material(TRAMS, "free-trams")
    for quiz in quizzes_in(text):
        found = {fault.code for fault in check_quiz(quiz, WORKSPACE)}
        items = authored_items(quiz.content)
        check_items(items, WORKSPACE.lessons["free-trams"], WORKSPACE)

        asked = askable(items)

        assert len(asked) == len(items) or found & {"DK401", "DK415", "DK442"}
        assert all(grade(item, item.keys) == 1 for item in asked)
        for form in TEXTS:
            assert exported(form, batch(material, asked))
