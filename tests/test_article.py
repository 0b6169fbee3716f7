"""The article itself is nowhere in the repository; these tests need a reader's own copy of it."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from debatekit.model.passage import fingerprint, levelled
from debatekit.read import read_source

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "seeds" / "carpenter-2023.yaml"
LONGEST_RUN = 7
"""So many words in a row may stand both in the article and here; one more is a copy."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every row of words of a text that is one word too long to be shared."""
    words = _WORD.findall(levelled(text))
    return {tuple(words[i : i + LONGEST_RUN + 1]) for i in range(len(words) - LONGEST_RUN)}


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file that git keeps."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue


@pytest.fixture(scope="module")
def article() -> str:
    """Return a reader's own copy of the article."""
    given = os.environ.get("DEBATEKIT_ARTICLE")
    path = Path(given) if given else RECORD.with_suffix(".txt")
    if not path.is_file():
        pytest.skip("no copy of the article: put it beside its record, or set DEBATEKIT_ARTICLE")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ours", "theirs", "copied"),
    [
        ("one two three four five six seven", "one two three four five six seven", False),
        ("a b c d e f g h", "it says: A b c, d e f -\n  g h.", True),
        (
            "he didn't see one of the red cars",
            "\u201cHe didn\u2019t see one of the red cars\u201d",
            True,
        ),
        ("a b c d x e f g h", "a b c d e f g h", False),
    ],
)
def test_eight_words_in_a_row_are_a_copy_however_they_are_set(
    ours: str, theirs: str, copied: bool
) -> None:
    assert bool(runs(ours) & runs(theirs)) == copied


@pytest.mark.parametrize(
    "same",
    ["Don't - stop", "  don\u2019t \u2013\tstop ", "DON\u2018T\u00a0\u2014\nstop"],
)
def test_a_fingerprint_does_not_hang_on_how_a_paragraph_is_set(same: str) -> None:
    assert fingerprint(same) == fingerprint("don't - stop")


def test_a_fingerprint_tells_another_word() -> None:
    assert fingerprint("They stop.") != fingerprint("They stopped.")


def test_no_file_shares_eight_words_in_a_row_with_the_article(article: str) -> None:
    theirs, ours = runs(article), dict(tracked_texts())
    shared = {
        name: sorted(" ".join(run) for run in found)
        for name, text in ours.items()
        if (found := runs(text) & theirs)
    }

    assert {"README.md", "seeds/carpenter-2023.yaml"} <= ours.keys()
    assert shared == {}


def test_the_record_recognises_each_paragraph_of_the_article(article: str) -> None:
    paragraphs = [line for line in article.splitlines() if line.strip()]

    expected = [found.fingerprint for found in read_source(RECORD).content.paragraphs]
    assert expected == [fingerprint(paragraph) for paragraph in paragraphs]


def test_charged_words_are_quoted_as_the_article_has_them(article: str) -> None:
    paragraphs = [levelled(line) for line in article.splitlines() if line.strip()]

    for wording in read_source(RECORD).content.wording:
        for number in wording.paragraphs:
            assert levelled(wording.quote) in paragraphs[number - 1]
