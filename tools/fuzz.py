"""Fuzzing guided by coverage: whatever a file holds, what opens it ends in a value or a fault.

`python -m tools.fuzz yaml -max_total_time=60`; what comes after the target goes to libFuzzer.
A crash is left as `build/fuzz/<target>/crash-…`; it becomes a test before it is mended.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["debatekit"]):
    from debatekit.check import check_workspace
    from debatekit.diagnostics import InvalidFileError, NotFoundError
    from debatekit.export import EXPORTERS, Batch
    from debatekit.generate import generate_items
    from debatekit.generate.authored import authored_items
    from debatekit.intake.argdown import read_argdown
    from debatekit.intake.article import IntakeError
    from debatekit.intake.map_lesson import map_lesson_text
    from debatekit.intake.map_plan import plan_of
    from debatekit.intake.take import TAKERS, take_article
    from debatekit.logic.derive import derive
    from debatekit.logic.status import statuses
    from debatekit.maps import argdown, outline
    from debatekit.model.graph import Scenario
    from debatekit.model.lesson import Lesson
    from debatekit.practice.grading import grade
    from debatekit.practice.plan import askable
    from debatekit.read import (
        KINDS,
        json_schema,
        read_material,
        read_quizzes_of,
        read_schemes,
        read_workspace,
    )
    from debatekit.read.files import parse
    from debatekit.store.exchange import (
        Header,
        InvalidExchangeError,
        parse_lines,
        read_lines,
        write_lines,
    )

from tests.intake import made
from tools.bench_store import attempt

FOUND = Path("build/fuzz")
DATA = Path("tests/data")
TRAMS = DATA / "workspaces" / "trams"
LONGEST = 16_384
"""Most bytes of an input: room for a lesson."""

TEXTS = ("moodle", "gift", "json")
"""Formats that take no time to write; their parts are those of the others."""

Target = Callable[[Path, bytes], None]
"""Do what debatekit does with these bytes, in a folder; lets through no fault that is foreseen."""


def as_yaml(root: Path, data: bytes) -> None:
    """Read the bytes as one of a workspace's files; check it, and ask and draw what it says."""
    places = sorted(path for path in root.glob("*/*.yaml"))
    place = places[data[0] % len(places)] if data else places[0]
    before = place.read_bytes()
    try:
        place.write_bytes(data[1:])
        workspace, _ = read_workspace(root)
        check_workspace(workspace)
        for lesson in workspace.lessons:
            _use(root, lesson)
    except (InvalidFileError, NotFoundError):
        pass
    finally:
        place.write_bytes(before)


def _use(root: Path, lesson: str) -> None:
    """Do with a lesson what follows from its argument, and send out what is written for it."""
    material = read_material(root, lesson)
    graph = derive(material)
    statuses(graph, Scenario())
    outline(graph)
    read_argdown(argdown(graph, "A map"))
    generate_items(material, graph, 0)
    for quiz in read_quizzes_of(root, lesson):
        items = askable(authored_items(quiz))
        batch = Batch(quiz="fuzzed", title=quiz.title, material=material, items=items)
        for name in TEXTS:
            b"".join(EXPORTERS[name]([batch], lambda message, item: None))
        for item in items:
            grade(item, item.keys)


def as_argdown(root: Path, data: bytes) -> None:
    """Begin a lesson from the bytes as an argument map; whatever it is, it reads back."""
    source = read_material(root, "free-trams").source
    try:
        plan = plan_of(read_argdown(data.decode("utf-8", "replace")), source, read_schemes())
    except IntakeError:
        return
    text = map_lesson_text("fuzzed", "lind-2024", plan, source, "lesson.json")
    parse(text, "fuzzed.yaml", "lesson", Lesson)


def as_scores(_: Path, data: bytes) -> None:
    """Read the bytes as what a student hands in."""
    for read in (parse_lines, lambda content: read_lines(content.split(b"\n"))):
        try:
            read(data)
        except InvalidExchangeError:
            continue


def as_article(root: Path, data: bytes) -> None:
    """Take an article out of the bytes, as a file of some ending."""
    endings = sorted(TAKERS)
    file = root / f"article{endings[data[0] % len(endings)] if data else '.txt'}"
    file.write_bytes(data[1:])
    with suppress(IntakeError):
        take_article(file)


TARGETS: dict[str, Target] = {
    "yaml": as_yaml,
    "argdown": as_argdown,
    "scores": as_scores,
    "article": as_article,
}


def seeds(target: str) -> Iterator[bytes]:
    """Yield inputs to begin with: sound files and broken ones."""
    if target == "yaml":
        with tempfile.TemporaryDirectory() as folder:
            for place, file in enumerate(sorted(workspace(Path(folder)).glob("*/*.yaml"))):
                yield bytes([place]) + file.read_bytes()
        for file in sorted((DATA / "bad").glob("*.yaml")):
            content = file.read_bytes()
            if len(content) < LONGEST:
                yield bytes([content.startswith(b"# kind: quiz")]) + content
    elif target == "argdown":
        yield argdown(derive(read_material(TRAMS, "free-trams")), "Trams").encode()
    elif target == "scores":
        header = Header(student="Ada", exported_at="2026-01-01T00:00:00.000+00:00")
        yield write_lines(header, [attempt(place, 9) for place in range(9)], ["9" * 8])
    else:
        files = {".docx": made.word_file(), ".pdf": made.pdf_file("Text"), ".md": made.markdown()}
        files |= {".html": made.web_page(), ".txt": made.text()}
        for ending, content in files.items():
            yield bytes([sorted(TAKERS).index(ending)]) + content


def workspace(root: Path) -> Path:
    """Make a small workspace: a lesson, a quiz with an item of each kind, and what they name."""
    shutil.copytree(TRAMS, root, dirs_exist_ok=True)
    (root / "quizzes").mkdir()
    shutil.copy(DATA / "quizzes" / "all-kinds.yaml", root / "quizzes")
    return root


def words() -> str:
    """Return libFuzzer's dictionary: every key of a file, and what is syntax."""
    keys = {key for kind in KINDS for key in _keys(json_schema(kind))}
    signs = ["- ", ": ", "\\x0a", "|", ">", "&a", "*a", "!!str ", "---", "<<", "{", "}", "[", "]"]
    signs += ["(1)", "----", "  + ", "  - ", "  _ ", "<a>", "#tag", "[[", "<p>", "</p>", "/Type"]
    return "\n".join(f'"{word}"' for word in [*sorted(keys), *signs]) + "\n"


def _keys(schema: object) -> Iterator[str]:
    """Yield every key of every object that a schema describes."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from _keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _keys(value)


def main(target: str, *flags: str) -> None:
    """Fuzz one target until libFuzzer's flags say stop; ends with 1 and a file at a crash."""
    found = FOUND / target
    with tempfile.TemporaryDirectory() as folder:
        root, corpus, dictionary = (Path(folder) / name for name in ("root", "corpus", "words"))
        workspace(root)
        corpus.mkdir()
        found.mkdir(parents=True, exist_ok=True)
        dictionary.write_text(words(), encoding="utf-8")
        for place, seed in enumerate(seeds(target)):
            (corpus / f"seed-{place}").write_bytes(seed)
        ours = [f"-artifact_prefix={found}/", f"-dict={dictionary}", f"-max_len={LONGEST}"]
        atheris.Setup(
            ["fuzz", *ours, *flags, str(corpus)], lambda data: TARGETS[target](root, data)
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
