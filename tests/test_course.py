"""What the bundled course promises to those who teach it, as far as a machine can keep it."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from debatekit.check import balance_table, check_workspace
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.logic.structure import attack_name
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.lesson import Contention, Reason
from debatekit.model.material import Material
from debatekit.model.quiz import Quiz
from debatekit.read import read_material, read_quiz_of, read_workspace

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data" / "course"
PAGE = (ROOT / "docs" / "course.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMANDS = tuple(line for found in BLOCK.finditer(PAGE) for line in found[1].splitlines())
LESSONS = (
    "common-enemy",
    "map-the-argument",
    "why-invade",
    "words-and-isolation",
    "new-partners",
    "korea",
    "verdict",
)
CHECKED = (DATA / "checked-claims.txt").read_text(encoding="utf-8").split()
"""The article's claims that were held against the record; judgements are not among them."""
MOTIONS = tuple(
    line.split("; ") for line in (DATA / "motions.txt").read_text(encoding="utf-8").splitlines()
)
"""For each of the ten motions some words by which it is known."""
VERBS = frozenset((DATA / "objective-verbs.txt").read_text(encoding="utf-8").split())
"""Verbs of the revised taxonomy of Bloom: what a learner does can be seen."""


@cache
def material(name: str) -> Material:
    return read_material(ROOT, name)


@cache
def graph(name: str) -> Graph:
    return derive(material(name))


@cache
def quiz(name: str) -> Quiz:
    _, found = read_quiz_of(ROOT, name)
    assert found is not None
    return found


@cache
def items(name: str) -> tuple[Item, ...]:
    return generate_items(material(name), graph(name), 0, quiz(name))


def contentions() -> Iterator[tuple[str, Contention]]:
    for name in LESSONS:
        for contention in material(name).lesson.contentions:
            yield name, contention


def reasons(name: str) -> Iterator[Reason]:
    for contention in material(name).lesson.contentions:
        yield from contention.reasons
        for counter in contention.counterarguments:
            yield from counter.reasons


CONTENTIONS = tuple(contentions())
NAMES = [f"{name}:{contention.claim}" for name, contention in CONTENTIONS]


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_has_three_to_six_contentions_and_both_cases_at_their_best(name: str) -> None:
    lesson = material(name).lesson

    assert 3 <= len(lesson.contentions) <= 6
    assert lesson.steelman is not None
    for summary in (lesson.steelman.author, lesson.steelman.counter):
        assert summary.text
        assert len(summary.straw) >= 2


@pytest.mark.parametrize("name", LESSONS)
def test_an_objective_begins_with_something_that_can_be_seen_to_be_done(name: str) -> None:
    objectives = material(name).lesson.objectives

    assert len(objectives) >= 3
    assert {text.split()[0].lower() for text in objectives} <= VERBS


@pytest.mark.parametrize(("name", "contention"), CONTENTIONS, ids=NAMES)
def test_a_contention_meets_several_kinds_of_critic_and_of_attack(
    name: str, contention: Contention
) -> None:
    ids = {counter.id for counter in contention.counterarguments}
    kinds = {attack_name(graph(name), hit) for hit in graph(name).conflicts if hit.source in ids}

    assert len({counter.perspective for counter in contention.counterarguments}) >= 2
    assert len(kinds) >= 2
    assert contention.notes


@pytest.mark.parametrize(("name", "contention"), CONTENTIONS, ids=NAMES)
def test_a_counterargument_has_a_source_and_the_author_s_best_reply(
    name: str, contention: Contention
) -> None:
    for counter in contention.counterarguments:
        cited = [*chain.from_iterable(entry.cite for entry in counter.evidence)]
        assert set(cited) & set(material(name).references), counter.id
        assert [reply.best for reply in counter.replies].count(True) == 1, counter.id


@pytest.mark.parametrize("name", LESSONS)
def test_a_reason_was_thought_through_and_an_unstated_premise_says_why_it_is_needed(
    name: str,
) -> None:
    claims = material(name).claims

    assert [reason.id for reason in reasons(name) if not reason.structure_reviewed] == []
    assert [
        id_ for reason in reasons(name) for id_ in reason.unstated if not claims[id_].charity
    ] == []


@pytest.mark.parametrize("claim", CHECKED)
def test_a_claim_that_can_be_checked_is_held_against_the_record(claim: str) -> None:
    found = [
        finding
        for name in LESSONS
        for finding in material(name).lesson.facts
        if finding.claim == claim
    ]

    assert found
    assert all(finding.cite and finding.record for finding in found)
    assert len({finding.verdict for finding in found}) == 1


@pytest.mark.parametrize("claim", ["washington-to-blame", "trends-reversed"])
def test_the_thesis_is_debated_and_no_verdict_is_given_on_it(claim: str) -> None:
    checked = {finding.claim for name in LESSONS for finding in material(name).lesson.facts}
    debated = {contention.claim for _, contention in CONTENTIONS}

    assert claim in debated - checked


def test_all_ten_motions_are_there_each_in_one_wording() -> None:
    texts = {motion.text for name in LESSONS for motion in material(name).lesson.motions}
    known = [[text for text in texts if all(word in text for word in words)] for words in MOTIONS]

    assert len(MOTIONS) == 10
    assert [len(found) for found in known] == [1] * 10
    assert set(chain.from_iterable(known)) == texts


@pytest.mark.parametrize("name", LESSONS)
def test_a_quiz_has_ten_written_items_in_four_strands(name: str) -> None:
    written = quiz(name).items

    assert len(written) >= 10
    assert len({item.strand for item in written}) >= 4


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_yields_sixty_items_of_which_twenty_five_are_on_structure(name: str) -> None:
    strands = Counter(item.strand for item in items(name))

    assert sum(strands.values()) >= 60
    assert strands["structure"] >= 25
    assert min(strands[strand] for strand in ("claims", "actors", "evidence", "rebuttal")) >= 10


@pytest.mark.parametrize("name", LESSONS)
def test_every_claim_and_actor_of_a_lesson_is_asked_about(name: str) -> None:
    asked = set(chain.from_iterable(item.about for item in items(name)))
    holders = {actor for id_ in graph(name).claims if (actor := graph(name).claims[id_].holder)}
    used = {*graph(name).claims, *material(name).lesson.actors, *holders}

    assert sorted(used - asked) == []


def test_gaps_in_the_evidence_are_asked_about_on_both_sides() -> None:
    gaps = [item for name in LESSONS for item in items(name) if item.generator == "evidence_gap"]

    assert {item.side for item in gaps} == {"author", "counter"}


def test_the_course_has_no_fault_and_no_warning() -> None:
    workspace, faults = read_workspace(ROOT)
    on_the_article = {
        name
        for name, document in workspace.lessons.items()
        if document.content.source == "carpenter-2023"
    }

    assert on_the_article == set(LESSONS)
    assert [*faults, *check_workspace(workspace)] == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_measure_of_balance_keeps_its_bounds(name: str) -> None:
    workspace, _ = read_workspace(ROOT)
    generated = generate_items(material(name), graph(name), 0)
    rows = balance_table(workspace.lessons[name], workspace, generated)

    assert [row.metric for row in rows if not row.passes] == []


def test_all_six_kinds_of_critic_are_heard() -> None:
    kinds = {counter.perspective for _, found in CONTENTIONS for counter in found.counterarguments}

    assert kinds >= {
        "restraint",
        "liberal-internationalist",
        "eastern-european",
        "korean-japanese",
        "non-proliferation",
        "global-south",
    }


def test_later_events_are_marked_as_later() -> None:
    source = material("verdict").source

    assert [e.id for e in source.events if e.later != (e.date[:10] > source.date)] == []
    assert any(event.later for event in source.events)


@pytest.mark.parametrize("name", LESSONS)
def test_the_page_on_the_course_plans_forty_minutes_for_each_lesson(name: str) -> None:
    _, _, rest = PAGE.partition(f"(`{name}`)\n")
    plan = rest.partition("\n## ")[0]
    times = [tuple(map(int, row)) for row in re.findall(r"^\| (\d+)-(\d+) \|", plan, re.MULTILINE)]

    assert times[0][0] == 0
    assert times[-1][1] == 40
    assert [start for start, _ in times[1:]] == [end for _, end in times[:-1]]
    assert f"debatekit quiz {name}" in plan


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_page_does_its_work(command: str, tmp_path: Path) -> None:
    program = [sys.executable, "-m", *command.split()]
    settings = {**os.environ, "DEBATEKIT_STORE": str(tmp_path / "scores.db")}
    done = subprocess.run(
        program,
        cwd=tmp_path,
        env=settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout + done.stderr
    if "-o" in program:
        assert (tmp_path / program[-1]).stat().st_size > 0
