"""Figures of the score file: an answer's commit, and progress from very many answers."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from msgspec.structs import replace

from debatekit.cli.store.due import refresh
from debatekit.model.progress import Attempt, Card
from debatekit.model.words import STRANDS
from debatekit.store.cards import Cards
from debatekit.store.merge import Contents, merge
from debatekit.store.scores import Scores, open_scores
from tools.measure import DEBATEKIT, Row, Timer, process

COMMITS = 501
PAGE = 4096
PER_SESSION = 12
TARGETS = 600
LESSONS = 6
START = datetime(2024, 1, 1, 17, tzinfo=UTC)


def store_rows(folder: Path) -> Iterator[Row]:
    """Yield the score file's rows."""
    small, large = folder / "small.db", folder / "large.db"
    fill(small, 1_000)
    fill(large, 1_000_000)
    for file, number in ((small, "1,000"), (large, "1,000,000")):
        yield Row(
            f"one answer's commit, with {number} attempts in the file",
            "fdatasync of 4 KiB more in a file",
            1.5,
            commit_timer(file),
            sync_timer(folder / f"pages-{number}"),
            runs=COMMITS,
        )
    yield Row(
        "debatekit scores, 1,000,000 attempts",
        "the same with 1,000",
        1.3,
        scores_timer(large),
        scores_timer(small),
        runs=21,
    )
    few, many = folder / "few-cards.db", folder / "many-cards.db"
    fill_cards(few, 1_000)
    fill_cards(many, 100_000)
    yield Row(
        "what review picks of 100,000 cards (opening, refreshing, the 12 longest overdue)",
        "the same of 1,000",
        1.5,
        pick_timer(many),
        pick_timer(few),
        runs=201,
    )


def fill(file: Path, number: int) -> None:
    """Make a score file with so many attempts of one student, over two years."""
    chunk = 100_000
    with open_scores(file) as scores:
        for start in range(0, number, chunk):
            made = tuple(attempt(n, number) for n in range(start, min(number, start + chunk)))
            merge(scores, Contents(attempts=made, undone={}))
        _settle_cards(scores)


def _settle_cards(scores: Scores) -> None:
    """Make as if each card had been worked out, as it is in a file that grew day by day."""
    cards = Cards(scores)
    with cards.at_once():
        for lesson, target, changes in cards.changed("me"):
            card = Card(
                student="me",
                lesson=lesson,
                target=target,
                strand=STRANDS[0],
                due="2999-01-01T00:00:00.000+00:00",
                state="",
            )
            cards.keep(card, changes)


def attempt(place: int, number: int) -> Attempt:
    """Return one attempt; the same place gives the same."""
    rng = Random(place)
    target = rng.randrange(TARGETS)
    return Attempt(
        id=f"{place:08x}-0000-4000-8000-{rng.getrandbits(48):012x}",
        student="me",
        lesson=f"lesson-{target % LESSONS}",
        item=f"item-{target}-{rng.randrange(3)}",
        target=f"target-{target}",
        strand=STRANDS[target % len(STRANDS)],
        kind="choice",
        generator="supports_which",
        response=("a",),
        score=float(rng.random() < 0.7),
        certainty=rng.choice([None, 1, 2, 3]),
        took_ms=rng.randrange(2_000, 40_000),
        at=(START + timedelta(days=730 * place / number)).isoformat(timespec="milliseconds"),
        session=f"session-{place // PER_SESSION}",
        bloom=("remember", "analyse", "evaluate")[target % 3],
        chance=1 / 3,
    )


def fill_cards(file: Path, number: int) -> None:
    """Make a score file with so many cards of one student, all of them overdue."""
    with open_scores(file) as scores:
        targets = [f"target-{place}" for place in range(number)]
        made = tuple(
            replace(attempt(place, number), target=target, lesson="lesson-0")
            for place, target in enumerate(targets)
        )
        merge(scores, Contents(attempts=made, undone={}))
        cards = Cards(scores)
        with cards.at_once():
            for place, target in enumerate(targets):
                due = (START + timedelta(minutes=place)).isoformat(timespec="milliseconds")
                card = Card(
                    student="me",
                    lesson="lesson-0",
                    target=target,
                    strand=STRANDS[0],
                    due=due,
                    state="",
                )
                cards.keep(card, 1)


def pick_timer(file: Path) -> Timer:
    """Return a timer for what `review` asks of the file before it reads a lesson."""

    def run() -> float:
        begun = time.perf_counter()
        with open_scores(file) as scores:
            cards = Cards(scores)
            refresh(cards, "me")
            found = cards.due("me", "2999-01-01T00:00:00.000+00:00", most=12)
        took = time.perf_counter() - begun
        if len(found) != 12:
            raise AssertionError(f"{len(found)} cards were picked")
        return took

    return run


def commit_timer(file: Path) -> Timer:
    """Return a timer for committing an answer to an open file, each in its own transaction."""
    scores, places = open_scores(file), count(2_000_000)

    def run() -> float:
        made = attempt(next(places), 3_000_000)
        begun = time.perf_counter()
        scores.add_attempt(made)
        return time.perf_counter() - begun

    return run


def sync_timer(file: Path) -> Timer:
    """Return a timer for adding a page to a file, and having it on the disk: the least a log costs.

    Writing over a page that is there is cheaper: the file system has no new length to note.
    """
    pages, places = os.open(file, os.O_RDWR | os.O_CREAT), count()

    def run() -> float:
        page, place = os.urandom(PAGE), PAGE * next(places)
        begun = time.perf_counter()
        os.pwrite(pages, page, place)
        os.fdatasync(pages)
        return time.perf_counter() - begun

    return run


def scores_timer(file: Path) -> Timer:
    """Return a timer for the whole command; its first run sums up what is there."""
    return process([DEBATEKIT, "scores", "--plain", "--store", str(file)])
