"""Where a copy of the article is at hand, its words are quoted; nowhere more than is cited."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.cli.main import run as run_here
from debatekit.cli.screen.wrap import cells
from debatekit.cli.study_pages import study_pages
from debatekit.cli.study_passages import with_passages
from debatekit.cli.study_screen import screens
from debatekit.handout.brief import brief_page
from debatekit.logic.derive import derive
from debatekit.model.passage import Passages
from debatekit.read import read_material
from tests.cli.quiz_talk import run
from tests.cli.test_quiz_screen import ENTER, Terminal, letter_of
from tests.copies import COPY, LONG, TRAMS, make_copied

SURE = ("--certainty", "-n", "1", "--seed", "7")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return make_copied(tmp_path / "ws")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A workspace whose copy has a title more, and another text for paragraph 2."""
    return make_copied(tmp_path / "odd", ("A title.", COPY[0], "Another text.", COPY[2]))


def flat(text: str) -> str:
    return " ".join(text.split())


def studied(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert run_here(["-C", str(root), "study", "free-trams", *options]) == 0
    return capsys.readouterr().out


def test_study_quotes_after_a_contention_what_it_cites(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = flat(studied(copied, capsys))

    places = [said.find(f"Paragraph {number}: “{text}”") for number, text in enumerate(COPY, 1)]
    assert places == sorted(places)
    assert said.find("Contention 1 of 1") < places[0]
    assert places[-1] < said.find("Each side at its strongest")


def test_study_says_once_which_paragraph_it_does_not_quote(
    odd: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = flat(studied(odd, capsys))

    assert said.count("Not quoted: paragraph 2;") == 1
    assert f"“{COPY[0]}”" in said
    assert "Another text." not in said
    assert "A title." not in said


def test_a_record_without_fingerprints_says_why_nothing_is_quoted(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = copied / "seeds" / "lind-2024.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"    fingerprint: .*\n", "", text), encoding="utf-8")

    said = flat(studied(copied, capsys))

    assert said.count("Not quoted: paragraphs 1, 2 and 3; the record has no fingerprint") == 1
    assert not [text for text in COPY if text in said]


def test_study_without_a_copy_is_as_it_was(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copied / "seeds" / "lind-2024.txt").unlink()

    assert studied(copied, capsys) == studied(TRAMS, capsys)


def test_a_passage_cited_twice_is_quoted_once() -> None:
    material = read_material(TRAMS, "free-trams")
    [contention] = material.lesson.contentions
    twice = replace(material, lesson=replace(material.lesson, contentions=(contention, contention)))
    pages = study_pages(brief_page(twice, derive(material), "student"), ())
    passages = Passages(copied=True, texts=dict(enumerate(COPY, 1)))

    lines = [line.text for page in with_passages(pages, twice, passages) for line in page.lines]

    assert lines.count(f"“{COPY[0]}”") == 1
    assert lines.count("stands with contention 1.") == 3


@pytest.mark.parametrize("width", [40, 80])
def test_a_long_passage_is_wrapped_and_cut_into_screens(width: int) -> None:
    material = read_material(TRAMS, "free-trams")
    pages = study_pages(brief_page(material, derive(material), "student"), ())
    passages = Passages(copied=True, texts={2: LONG})

    [page] = [one for one in with_passages(pages, material, passages) if "own words" in one.title]
    shown = screens(page, width, 20, color=False)

    assert max(map(len, shown)) <= 20
    assert max(cells(line) for screen in shown for line in screen) <= width
    assert LONG in flat(" ".join(line for screen in shown for line in screen))


def quiz(root: Path, store: Path, strand: str, *options: str) -> list[str]:
    return ["-C", str(root), "--store", str(store), "quiz", "two", "--strand", strand, *options]


def test_after_a_sure_error_the_passage_stands_in_full(copied: Path, tmp_path: Path) -> None:
    for letter in "abc":
        asked = quiz(copied, tmp_path / "scores.db", "evidence", *SURE, "--new")
        found = run(asked, f"{letter}\n3\n")
        said = flat(found.stdout)
        wrong = "Not this one." in said
        assert (f"Paragraph 2, quoted from the copy: “{LONG}”" in said) == wrong
        assert max(map(cells, found.stdout.splitlines())) <= 80


def test_a_sure_error_without_a_copy_shows_the_gist(copied: Path, tmp_path: Path) -> None:
    (copied / "seeds" / "lind-2024.txt").unlink()
    said = [
        flat(
            run(quiz(copied, tmp_path / "scores.db", "claims", *SURE, "--new"), f"{x}\n3\n").stdout
        )
        for x in "abc"
    ]

    gist = "Paragraph 1: The city should stop charging fares on its trams."
    assert sorted(gist in one for one in said) == [False, True, True]
    assert not any("quoted from the copy" in one for one in said)


def test_a_session_says_once_what_it_cannot_quote(odd: Path, tmp_path: Path) -> None:
    asked = quiz(odd, tmp_path / "scores.db", "evidence", "--certainty", "-n", "3", "--seed", "7")
    said = flat(run(asked, "a\n3\n" * 3).stdout)

    assert said.count("Not quoted: paragraph 2;") == 1
    assert "Another text." not in said


def test_in_a_pipe_nothing_is_asked_about_passages(copied: Path, tmp_path: Path) -> None:
    found = run(quiz(copied, tmp_path / "scores.db", "claims", "-n", "1", "--seed", "7"), "a\n")

    assert "passage" not in found.stdout
    assert "To practise next" in found.stdout


@pytest.fixture
def terminal(copied: Path, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def opening(strand: str, *options: str, columns: int) -> Terminal:
        asked = quiz(copied, tmp_path / "scores.db", strand, "-n", "1", "--seed", "7", *options)
        opened.append(Terminal(asked, columns, 24))
        return opened[-1]

    yield opening
    for one in opened:
        one.child.close(force=True)


def answer_right(session: Terminal, words: str) -> None:
    """Go past a worked example, where there is one first, and choose the option."""

    def asked(text: str) -> bool:
        return "q stop" in flat(text)

    shown = session.until(lambda text: asked(text) or "Enter" in text)
    if not asked(shown):
        session.press(ENTER)
        shown = session.until(asked)
    session.press(letter_of(shown, words) + ENTER)


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_a_key_shows_a_long_passage_by_screenfuls(
    terminal: Callable[..., Terminal], columns: int
) -> None:
    session = terminal("evidence", columns=columns)
    answer_right(session, "Empty")
    first = session.until(lambda text: "p: the passage." in text)
    session.press("p")
    more = session.until(lambda text: "Enter: more" in text or "number 53 " in flat(text))
    shown = [more]
    while "number 53 " not in flat(shown[-1]):
        session.press(ENTER)
        before = shown[-1]
        shown.append(session.until(lambda text, old=before: text != old and "Enter:" in text))  # type: ignore[misc]
    session.press(ENTER)
    session.until(lambda text: "To practise next:" in text)

    assert "quoted from the copy" not in first
    seen = {int(number) for one in shown for number in re.findall(r"number\s+(\d+)", one)}
    assert seen >= set(range(2, 54))


def test_on_a_terminal_enter_goes_on_without_the_passage(
    terminal: Callable[..., Terminal],
) -> None:
    session = terminal("claims", columns=80)
    answer_right(session, "The till")
    session.until(lambda text: "p: the passage." in text)
    session.press(ENTER)

    assert "quoted from the copy" not in session.until(lambda text: "To practise next:" in text)


def test_at_a_keyboard_in_plain_mode_p_shows_the_passage(
    terminal: Callable[..., Terminal],
) -> None:
    session = terminal("claims", "--plain", columns=40)
    answer_right(session, "The till")
    session.until(lambda text: "p: Show the passage." in flat(text))
    session.press("p" + ENTER)
    shown = session.until(lambda text: "To practise next:" in text)

    assert "\x1b" not in session.raw.decode()
    assert flat(COPY[0]) in flat(shown)
