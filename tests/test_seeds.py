"""What the record of the article, the bibliography and the glossary promise to lessons."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from debatekit.logic.dates import interval
from debatekit.model.reference import Bibliography, Glossary, Reference
from debatekit.model.source import Event, Source, Wording
from debatekit.read import read_bibliography, read_glossary, read_source, read_workspace

SEEDS = Path(__file__).parent.parent / "seeds"
DATA = Path(__file__).parent / "data"
SOURCE: Source = read_source(SEEDS / "carpenter-2023.yaml").content
BIBLIOGRAPHY: Bibliography = read_bibliography(SEEDS / "references.yaml").content
GLOSSARY: Glossary = read_glossary(SEEDS / "glossary.yaml").content
KNOWN = {reference.id for reference in BIBLIOGRAPHY.references}

# Lessons and learners' progress hang on these ids: a claim may be reworded, never renamed.
CLAIMS = (DATA / "carpenter-2023-claims.txt").read_text(encoding="utf-8").split()


def cited(thing: Any) -> Iterator[str]:
    """Yield every reference that any part of a file names."""
    if isinstance(thing, dict):
        found = thing.get("cite") or ()
        yield from [found] if isinstance(found, str) else found
        for part in thing.values():
            yield from cited(part)
    elif isinstance(thing, list):
        for part in thing:
            yield from cited(part)


def words(text: str) -> int:
    return len(text.split())


def first_day(event: Event) -> str:
    """Return when an event began; a year or a month counts from its first day."""
    return interval(event.date)[0]


def test_the_record_describes_each_of_the_twelve_paragraphs() -> None:
    assert len(SOURCE.paragraphs) == 12
    assert all(len(found.fingerprint) == 16 for found in SOURCE.paragraphs)
    assert len({found.fingerprint for found in SOURCE.paragraphs}) == 12
    assert all(found.gist for found in SOURCE.paragraphs)


@pytest.mark.parametrize("file", [SOURCE, GLOSSARY], ids=["source", "glossary"])
def test_whatever_is_cited_stands_in_the_bibliography(file: Source | Glossary) -> None:
    names = set(cited(msgspec.to_builtins(file)))

    assert names
    assert names <= KNOWN


@pytest.mark.parametrize("id_", CLAIMS)
def test_the_author_s_claims_keep_their_ids_and_say_where_they_stand(id_: str) -> None:
    claim = SOURCE.claims[id_]

    assert claim.paragraphs
    assert claim.evidence_checked
    assert claim.contested
    assert claim.kind not in claim.kind_arguable
    assert 0 < words(claim.short) <= 8


def test_no_paragraph_number_leads_past_the_end() -> None:
    places = [
        *(claim.paragraphs for claim in SOURCE.claims.values()),
        *(statement.paragraphs for statement in SOURCE.statements),
        *(wording.paragraphs for wording in SOURCE.wording),
    ]

    assert {number for numbers in places for number in numbers} <= set(range(1, 13))


def test_statements_name_actors_and_claims_that_the_record_knows() -> None:
    assert SOURCE.author in SOURCE.actors
    assert {found.actor for found in SOURCE.statements} <= set(SOURCE.actors)
    assert {found.claim for found in SOURCE.statements} <= set(SOURCE.claims)
    assert all(found.paragraphs and found.cite for found in SOURCE.statements)


def test_what_others_hold_is_reported_of_exactly_those_who_hold_it() -> None:
    for id_, claim in SOURCE.claims.items():
        holders = {
            found.actor
            for found in SOURCE.statements
            if found.claim == id_ and found.verb not in {"denies", "does"}
        }

        assert holders == set(claim.held_by or [SOURCE.author]), id_


@pytest.mark.parametrize("id_", ["stoltenberg-concession", "austin-weaken"])
def test_the_author_s_reading_of_a_quotation_is_put_in_nobody_else_s_mouth(id_: str) -> None:
    assert {found.actor for found in SOURCE.statements if found.claim == id_} == {SOURCE.author}


def test_each_actor_plays_a_part_of_its_own_that_does_not_give_away_its_name() -> None:
    actors = SOURCE.actors.values()

    assert len({actor.role for actor in actors}) == len(actors)
    assert len({actor.name for actor in actors}) == len(actors)
    assert not [actor for actor in actors if actor.name.casefold() in actor.role.casefold()]


def test_many_claims_can_be_restated_fairly_and_unfairly() -> None:
    restated = [claim.paraphrases for claim in SOURCE.claims.values() if claim.paraphrases]

    assert len(restated) >= 12
    for paraphrases in restated:
        wrong = [variant.text for variant in paraphrases.unfair]
        assert paraphrases.fair
        assert len(set(wrong)) >= 2
        assert not set(wrong) & set(paraphrases.fair)


@pytest.mark.parametrize("wording", SOURCE.wording, ids=lambda found: found.quote)
def test_charged_words_come_with_three_ways_to_put_them_again(wording: Wording) -> None:
    again = {wording.quote, wording.neutral, wording.still_loaded, wording.changes_claim}
    devices = {id_ for id_, term in GLOSSARY.terms.items() if term.kind == "device"}

    assert words(wording.quote) < 8
    assert wording.effect
    assert len(again) == 4
    assert all(again)
    assert {wording.device, *wording.device_arguable} <= devices
    assert wording.device not in wording.device_arguable


def test_events_are_listed_from_first_to_last() -> None:
    begun = [first_day(event) for event in SOURCE.events]

    assert len({event.id for event in SOURCE.events}) == len(SOURCE.events)
    assert begun == sorted(begun)


@pytest.mark.parametrize("event", SOURCE.events, ids=lambda found: found.id)
def test_what_came_after_the_article_is_marked_as_later_evidence(event: Event) -> None:
    assert event.later == (first_day(event) > SOURCE.date)


def test_what_is_invented_is_cited_in_exercises_alone() -> None:
    workspace, _ = read_workspace(SEEDS.parent)
    invented = {one.id for one in BIBLIOGRAPHY.references if one.custom.status == "invented"}
    real = {id_ for id_, found in workspace.sources.items() if found.content.genre != "exercise"}
    files = [workspace.sources[id_].content for id_ in real]
    lessons = [one.content for one in workspace.lessons.values() if one.content.source in real]

    assert invented
    assert [*files, *lessons]
    for file in (*files, *lessons):
        assert not invented & set(cited(msgspec.to_builtins(file)))


def test_each_reference_is_listed_once() -> None:
    assert len(KNOWN) == len(BIBLIOGRAPHY.references)


@pytest.mark.parametrize("reference", BIBLIOGRAPHY.references, ids=lambda found: found.id)
def test_a_reader_learns_whether_a_source_was_seen(reference: Reference) -> None:
    status = reference.custom.status

    assert reference.note.startswith("Recalled:") == (status == "recalled")
    assert reference.note.startswith("Invented for the tutorial") == (status == "invented")
    assert bool(reference.url) == (status == "verified")
    assert reference.custom.tier
    assert reference.author or reference.publisher or reference.container_title or reference.note


@pytest.mark.parametrize("term", GLOSSARY.terms.values(), ids=lambda found: found.name)
def test_a_term_is_explained_in_a_few_sentences(term: Any) -> None:
    assert term.text.endswith(".")
    assert words(term.text) <= 40
