"""Whole programs side by side with what a user would pick instead."""

import functools
import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from debatekit.model.item import KEYS
from tools.bench_anki import anki_rows
from tools.browser import QUIET
from tools.measure import DEBATEKIT, SCREEN, Missing, Row, Timer, process, until_shown
from tools.peers import MissingPeerError, node_peer, program, python_peer

Question = tuple[str, Sequence[tuple[str, bool]]]
"""A stem, and its options with whether each is right."""

LESSON = "common-enemy"
QUIZZES = 100
QUESTIONS = 12


def peer_rows(folder: Path) -> Iterator[Row | Missing]:
    """Yield each comparison; one whose peer is not to be had says so."""
    for compare in (
        _against_mkdocs_quiz,
        _against_quizmd,
        _against_text2qti,
        _against_argdown,
        _against_chromium,
        anki_rows,
    ):
        place = folder / compare.__name__.strip("_")
        place.mkdir()
        try:
            yield from compare(place)
        except MissingPeerError as error:
            yield Missing(
                compare.__name__.removeprefix("_against_").removesuffix("_rows").replace("_", "-"),
                str(error),
            )


def _against_mkdocs_quiz(folder: Path) -> Iterator[Row]:
    """Yield mkdocs-quiz: a quiz on the screen, and a site built of a hundred."""
    programs = python_peer("mkdocs-quiz", "mkdocs-quiz")
    pages = folder / "docs"
    pages.mkdir()
    for place in range(QUIZZES):
        (pages / f"quiz-{place}.md").write_text(
            _mkdocs_text(choices()[:QUESTIONS]), encoding="utf-8"
        )
    (folder / "mkdocs.yml").write_text(
        "site_name: Quizzes\nplugins: [mkdocs_quiz]\nuse_directory_urls: false\n", encoding="utf-8"
    )
    command = [str(programs / "mkdocs-quiz"), "run", str(pages / "quiz-0.md")]
    yield Row(
        "debatekit quiz, to its first question",
        "mkdocs-quiz run",
        1.0,
        _first_question(folder),
        until_shown(command, _start(choices()[0][0]), SCREEN),
    )
    yield Row(
        f"debatekit check of {QUIZZES} quizzes of {QUESTIONS} questions, and their lesson",
        f"mkdocs build --strict of {QUIZZES} quizzes of {QUESTIONS} questions",
        1.0,
        process([DEBATEKIT, "-C", str(_workspace(folder / "workspace")), "check"]),
        _inside(folder, [str(programs / "mkdocs"), "build", "--strict", "--quiet"]),
    )


def _against_quizmd(folder: Path) -> Iterator[Row]:
    """Yield quizmd: a quiz on the screen, and a hundred judged one by one."""
    programs = python_peer("quizmd", "quizmd")
    files = [folder / f"quiz-{place}.md" for place in range(QUIZZES)]
    for file in files:
        file.write_text(_quizmd_text(choices()[:QUESTIONS]), encoding="utf-8")
    quizmd = str(programs / "quizmd")
    yield Row(
        "debatekit quiz, to its first question",
        "quizmd, Enter pressed as soon as it asks for it",
        1.0,
        _first_question(folder),
        until_shown([quizmd, str(files[0])], b"Question 1/", SCREEN, (b"Press Enter", b"\r")),
    )
    each = " && ".join(f"{quizmd} --validate {file} >/dev/null" for file in files)
    yield Row(
        f"debatekit check of {QUIZZES} quizzes of {QUESTIONS} questions, and their lesson",
        f"quizmd --validate of {QUIZZES} quizzes of {QUESTIONS} questions, a process each",
        1.0,
        process([DEBATEKIT, "-C", str(_workspace(folder / "workspace")), "check"]),
        process(["sh", "-c", each]),
        runs=5,
    )


def _against_text2qti(folder: Path) -> Iterator[Row]:
    """Yield text2qti: the choices of a lesson as a package for Canvas."""
    programs = python_peer("text2qti", "text2qti")
    source = folder / "quiz.txt"
    source.write_text(_text2qti_text(choices()), encoding="utf-8")
    out = str(folder / "ours.zip")
    export = [DEBATEKIT, "export", LESSON, "--to", "canvas", "--force", "-o", out]
    yield Row(
        f"debatekit export --to canvas: every item of {LESSON} derived and written",
        f"text2qti of its {len(choices())} choices, ready written",
        1.5,
        process(export),
        _inside(folder, [str(programs / "text2qti"), str(source)]),
    )


def _against_argdown(folder: Path) -> Iterator[Row]:
    """Yield Argdown's command line: an argument to a file, a map to Graphviz."""
    programs = node_peer("argdown", "@argdown/cli")
    source = folder / "map.argdown"
    _debatekit("map", LESSON, "--format", "argdown", "-o", str(source))
    argdown = str(programs / "argdown")
    for ours, theirs in (("json", "json"), ("dot", "map")):
        yield Row(
            f"debatekit map --format {ours}",
            f"argdown {theirs} of the same argument",
            1.0,
            process([DEBATEKIT, "map", LESSON, "--format", ours]),
            process([argdown, theirs, str(source), "--stdout", "--silent"]),
        )


def _against_chromium(folder: Path) -> Iterator[Row]:
    """Yield Chromium: a brief's page printed to PDF."""
    chromium = program("chromium")
    page = folder / "brief.html"
    _debatekit("handout", LESSON, "--format", "html", "-o", str(page))
    printed = [f"--print-to-pdf={folder / 'theirs.pdf'}", f"--user-data-dir={folder / 'profile'}"]
    out = str(folder / "ours.pdf")
    yield Row(
        "debatekit handout --format pdf",
        "chromium --print-to-pdf of our page of the same brief",
        1.0,
        process([DEBATEKIT, "handout", LESSON, "--format", "pdf", "--force", "-o", out]),
        process([chromium, *QUIET, "--no-pdf-header-footer", *printed, page.as_uri()]),
    )


def _first_question(folder: Path) -> Timer:
    """Return a timer from the start of a new quiz until its first question stands there."""
    store = str(folder / "scores.db")
    return until_shown(
        [DEBATEKIT, "quiz", LESSON, "--new", "--store", store], b"Question 1 of", SCREEN
    )


def _inside(folder: Path, command: list[str]) -> Timer:
    """Return a timer for a process that works in a folder, and writes there alone."""
    return process(["sh", "-c", 'cd "$0" && exec "$@"', str(folder), *command])


def _debatekit(*arguments: str) -> bytes:
    """Run debatekit and return what it writes."""
    return subprocess.run([DEBATEKIT, *arguments], check=True, capture_output=True).stdout


def _workspace(root: Path) -> Path:
    """Write a workspace of one lesson and many quizzes, all questions written out."""
    for part in ("seeds", "lessons", "quizzes"):
        (root / part).mkdir(parents=True)
    for file in Path("seeds").glob("*.yaml"):
        shutil.copy(file, root / "seeds")
    shutil.copy(Path("lessons", f"{LESSON}.yaml"), root / "lessons")
    for place in range(QUIZZES):
        quiz = {"format": 1, "title": f"Quiz {place}", "lesson": LESSON, "items": _written(place)}
        text = yaml.safe_dump(quiz, sort_keys=False, allow_unicode=True)
        (root / "quizzes" / f"quiz-{place}.yaml").write_text(text, encoding="utf-8")
    return root


def _written(place: int) -> list[dict[str, object]]:
    """Return a quiz's questions as a teacher would write them by hand."""
    return [
        {
            "id": f"question-{place}-{number}",
            "strand": "claims",
            "kind": "choice",
            "stem": stem,
            "options": [
                {"text": text, "why": "See the lesson.", **({"correct": True} if right else {})}
                for text, right in options
            ],
        }
        for number, (stem, options) in enumerate(choices()[:QUESTIONS])
    ]


@functools.cache
def choices() -> tuple[Question, ...]:
    """Return all questions of the lesson that have one right option."""
    items = json.loads(_debatekit("items", LESSON, "--json"))
    return tuple(
        (item["stem"], [(one["text"], one["correct"]) for one in item["options"]])
        for item in items
        if item["kind"] == "choice"
    )


def _start(stem: str) -> bytes:
    """Return the words of a stem that surely stand on the first line of a narrow box."""
    return " ".join(stem.split()[:4]).encode()


def _mkdocs_text(questions: Sequence[Question]) -> str:
    """Return questions as mkdocs-quiz reads them."""
    blocks = [
        "\n".join(
            ["<quiz>", stem, *(f"- [{'x' if right else ' '}] {text}" for text, right in options)]
        )
        for stem, options in questions
    ]
    return "# Quiz\n\n" + "\n\n".join(f"{block}\n</quiz>" for block in blocks) + "\n"


def _quizmd_text(questions: Sequence[Question]) -> str:
    """Return questions as quizmd reads them."""
    blocks = []
    for number, (stem, options) in enumerate(questions, 1):
        right = 1 + [correct for _, correct in options].index(True)
        listed = "\n".join(f"- {text}" for text, _ in options)
        blocks.append(
            f"## Question {number}\n{stem}\n\n{listed}\n\nAnswer: {right}\nType: single\nTime: 60\n"
            "Explanation: See the lesson.\n"
        )
    return "# Quiz\n\n" + "\n".join(blocks)


def _text2qti_text(questions: Sequence[Question]) -> str:
    """Return questions as text2qti reads them."""
    blocks = []
    for number, (stem, options) in enumerate(questions, 1):
        listed = [
            f"{'*' if right else ''}{letter}) {text}"
            for letter, (text, right) in zip(KEYS, options, strict=False)
        ]
        blocks.append("\n".join([f"{number}. {stem}", *listed]))
    return "Quiz title: Quiz\n\n" + "\n\n".join(blocks) + "\n"
