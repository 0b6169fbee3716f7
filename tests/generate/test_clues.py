"""Nothing in an item tells its key but the lesson: no word, no name, no topic, no length."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from debatekit.check import check_items
from debatekit.diagnostics import Severity
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Choice, Item
from debatekit.model.material import Material
from debatekit.read import read_workspace
from tests.generate.made import material_at, material_of
from tests.generate.raw import LESSONS, ROOT, SMALL, RawLesson, raw_lesson

BUNDLED = [name for root, name in LESSONS if root == ROOT]
TOWN = SMALL / "town"
SHARE_OF_WARNINGS = {"DK403": 0.02, "DK404": 0.04, "DK406": 0.005}
"""What may remain, of all items: options that somebody wrote are taken as they are."""


def items_at(root: Path, name: str) -> tuple[Item, ...]:
    material = material_at(root, name)
    return generate_items(material, derive(material), 0)


@cache
def items_by_lesson() -> list[tuple[RawLesson, Material, tuple[Item, ...]]]:
    """Return every lesson here, raw and joined, with its items."""
    return [
        (raw_lesson(root, name), material_at(root, name), items_at(root, name))
        for root, name in LESSONS
    ]


def asked_by(*generators: str) -> list[tuple[RawLesson, Material, Choice]]:
    """Return the items to choose from that the generators make on any lesson."""
    return [
        (raw, material, item)
        for raw, material, items in items_by_lesson()
        for item in items
        if item.generator in generators and isinstance(item, Choice)
    ]


def texts_of_town(raw: RawLesson, generator: str) -> dict[str, str]:
    """Return a town's stems by target."""
    material = material_of(raw)
    items = generate_items(material, derive(material), 0)
    return {item.target: item.stem for item in items if item.generator == generator}


@pytest.mark.parametrize("name", BUNDLED)
def test_few_items_repeat_a_word_of_the_stem_in_the_key_alone(name: str) -> None:
    workspace, _ = read_workspace(ROOT)
    items = items_at(ROOT, name)
    found: dict[str, int] = defaultdict(int)
    for fault in check_items(items, workspace.lessons[name], workspace):
        found[fault.code] += 1

    for code, share in SHARE_OF_WARNINGS.items():
        assert found[code] <= share * len(items), code


@pytest.mark.parametrize("name", BUNDLED)
def test_no_item_of_the_course_breaks_a_rule_that_is_an_error(name: str) -> None:
    workspace, _ = read_workspace(ROOT)

    found = check_items(items_at(ROOT, name), workspace.lessons[name], workspace)

    assert [str(fault) for fault in found if fault.severity is Severity.ERROR] == []


def names_of(raw: RawLesson, actor: str) -> list[str]:
    known = {**raw.source["actors"], **raw.lesson.get("actors", {})}[actor]
    return [known["name"].removeprefix("the "), *known.get("also", [])]


def names(text: str, name: str) -> bool:
    """Return whether a text has a name as a word of its own."""
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None


def test_no_claim_names_who_says_it_or_who_else_is_offered() -> None:
    for raw, material, item in asked_by("who_said"):
        offered = {option.text for option in item.options}
        shown = [id_ for id_, actor in material.actors.items() if actor.name in offered]
        claim = item.stem.partition(": ")[2]
        assert not [n for id_ in shown for n in names_of(raw, id_) if names(claim, n)], item.target


def test_no_position_names_the_actor_asked_about() -> None:
    for raw, _, item in asked_by("actor_position"):
        for option in item.options:
            told = [name for name in names_of(raw, item.about[0]) if names(option.text, name)]
            assert not told, item.target


@pytest.mark.parametrize("also", ["Three Hundred", "hundred cars"])
def test_a_claim_with_its_speakers_other_name_is_not_asked_about(also: str) -> None:
    raw = raw_lesson(TOWN, "street")
    assert "said:mayor:many-cars" in texts_of_town(raw, "who_said")
    raw.source["actors"]["mayor"]["also"] = [also]

    assert "said:mayor:many-cars" not in texts_of_town(raw, "who_said")
    assert "position:mayor:many-cars" not in texts_of_town(raw, "actor_position")


@pytest.mark.parametrize("said", ["Marsh would lose.", "It is Marsh's loss."])
def test_a_surname_gives_its_holder_away_too(said: str) -> None:
    raw = raw_lesson(TOWN, "street")
    raw.lesson["contentions"][0]["counterarguments"][0]["text"] = said

    assert "said:shopkeeper:trade-suffers" not in texts_of_town(raw, "who_said")


def test_who_said_it_is_asked_of_the_map_alone() -> None:
    for _, material, item in asked_by("who_said", "actor_position"):
        assert item.about[1] in derive(material).claims, item.target


def test_what_the_article_does_not_report_is_not_asked_by_its_author() -> None:
    for _, _, item in asked_by("who_said"):
        assert item.paragraphs or not item.stem.startswith("According to the author"), item.target


def words(text: str) -> set[str]:
    found = {word.casefold()[:6] for word in re.findall(r"[^\W\d_]{5,}|\d{4}", text)}
    return found - {"about", "after", "agains", "before", "their", "there", "which", "would"}


def test_no_source_is_told_by_a_word_or_year_that_it_alone_shares_with_the_claim() -> None:
    for _, _, item in asked_by("evidence_for"):
        key = next(option.text for option in item.options if option.correct)
        others = " ".join(option.text for option in item.options if not option.correct)
        claim = item.stem.partition(": ")[2]
        assert not {w for w in words(key) & words(claim) if w not in others.casefold()}, item.target


@pytest.mark.parametrize(
    ("generator", "share"), [("missing_premise", 0.8), ("supports_which", 0.8), ("weakest_link", 1)]
)
def test_most_wrong_options_are_of_the_side_asked_about(generator: str, share: float) -> None:
    own, wrong = 0, 0
    for _, material, item in asked_by(generator):
        claims = derive(material).claims.values()
        mine = {text for c in claims if c.side == item.side for text in (c.text, c.short)}
        own += sum(option.text in mine for option in item.options if not option.correct)
        wrong += len(item.options) - 1

    assert own >= share * wrong


def test_gaps_are_asked_for_among_claims_of_one_side_and_one_file() -> None:
    found = asked_by("evidence_gap")

    assert found
    for _, material, item in found:
        graph, article = derive(material), material.source.claims
        shown = {option.text for option in item.options}
        ids = [c.id for c in graph.claims.values() if c.text in shown or c.short in shown]
        assert {graph.claims[id_].side for id_ in ids} == {item.side}, item.target
        assert len({id_ in article for id_ in ids}) == 1, item.target
        where = "article" if ids[0] in article else "lesson"
        assert f"for which of these claims does the {where} show no evidence?" in item.stem


@pytest.mark.parametrize(
    ("claim", "target"),
    [("many-cars", "side:many-cars:author"), ("shops-need-cars", "side:shops-need-cars:counter")],
)
def test_a_settled_fact_is_nobodys_case(claim: str, target: str) -> None:
    raw = raw_lesson(TOWN, "street")
    assert target in texts_of_town(raw, "attrib_side")
    {**raw.source["claims"], **raw.lesson["claims"]}[claim]["contested"] = "settled"

    assert target not in texts_of_town(raw, "attrib_side")


@pytest.mark.parametrize("generator", ["cq_match", "scheme_id", "missing_premise"])
def test_a_step_is_named_by_each_of_its_stated_premises(generator: str) -> None:
    for _, material, item in asked_by(generator):
        graph = derive(material)
        step = graph.inferences[item.about[0]]
        for claim in (graph.claims[id_] for id_ in step.premises):
            named = any(text and text in item.stem for text in (quoted(claim.text), claim.short))
            assert named or claim.unstated, item.target


def quoted(text: str) -> str:
    return text.replace('"', "'")


@pytest.mark.parametrize("generator", ["whatif_one", "whatif_set", "weakest_link", "reinstate"])
def test_what_ifs_are_short(generator: str) -> None:
    for _, _, items in items_by_lesson():
        long = [i.stem for i in items if i.generator == generator and len(i.stem.split()) > 45]
        assert long == []
