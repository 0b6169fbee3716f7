"""`debatekit items`: the teacher's view, in text and as JSON."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from debatekit.cli.main import cli
from tests.generate.raw import ROOT, SMALL

KEYS = {"id", "kind", "generator", "strand", "stem", "options", "about", "difficulty", "proof"}


def items(*arguments: str, workspace: str = "town") -> Result:
    place = ROOT if workspace == "bundled" else SMALL / workspace
    return CliRunner().invoke(cli, ["-C", str(place), "items", *arguments])


def records(*arguments: str, workspace: str = "town") -> list[dict[str, Any]]:
    result = items(*arguments, "--json", workspace=workspace)
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_json_has_the_keys_that_other_programs_read() -> None:
    for record in records("street"):
        assert record.keys() >= KEYS
        assert all(option.keys() == {"text", "correct", "why"} for option in record["options"])
        assert all(isinstance(fact, str) for fact in record["proof"])


def test_a_match_adds_prompts_and_partners_and_an_order_its_order() -> None:
    found = {record["kind"]: record for record in records("street")}

    assert len(found["match"]["prompts"]) == len(found["match"]["partners"])
    assert sorted(found["order"]["order"]) == list(range(len(found["order"]["options"])))
    assert found["choice"].keys() == KEYS


def test_every_kind_says_among_its_options_what_is_right() -> None:
    found = {record["kind"]: record for record in records("common-enemy", workspace="bundled")}
    right = {
        kind: [option["text"] for option in record["options"] if option["correct"]]
        for kind, record in found.items()
    }

    assert len(right["choice"]) == 1 <= len(right["multiple"])
    assert right["short"] == found["short"]["accepted"]
    assert len(right["order"]) == len(found["order"]["options"])
    match = found["match"]
    assert set(right["match"]) == {match["options"][one]["text"] for one in match["partners"]}
    assert len(right["match"]) < len(match["options"])


def test_the_order_lists_the_options_from_first_to_last() -> None:
    chain = next(
        record
        for record in records("street", "--strand", "structure")
        if record["kind"] == "order" and record["about"][0] == "many-cars"
    )

    assert [chain["options"][place]["text"] for place in chain["order"]] == [
        "Three hundred cars pass",
        "The cars harm the pupils",
        "Close the street to cars",
    ]


def test_one_strand_can_be_asked_for() -> None:
    assert {record["strand"] for record in records("street", "--strand", "actors")} == {"actors"}


def test_a_seed_gives_other_items_and_the_same_seed_the_same() -> None:
    first, again, other = (records("street", "--seed", seed) for seed in ("1", "1", "2"))

    assert first == again
    assert {record["id"] for record in first}.isdisjoint(record["id"] for record in other)


def test_the_text_shows_stem_key_reason_and_proof() -> None:
    shown = items("street", "--strand", "structure").stdout

    assert "On the map" in shown
    assert "* " in shown
    assert "Why: " in shown
    assert "Proof: premise(" in shown


@pytest.mark.parametrize("workspace", ["town", "bundled"])
def test_every_line_fits_the_screen(workspace: str) -> None:
    name = "street" if workspace == "town" else "common-enemy"
    shown = items(name, workspace=workspace).stdout

    assert max(len(line) for line in shown.splitlines()) <= 80


def test_items_written_by_hand_come_first() -> None:
    result = items("common-enemy", "--json", workspace="bundled")
    generators = [record["generator"] for record in json.loads(result.stdout)]

    count = generators.count("authored")
    assert count >= 8
    assert generators[:count] == ["authored"] * count


def test_what_a_lesson_lacks_is_told() -> None:
    result = items("thin", "--why-not", workspace="thin")

    assert result.exit_code == 0
    assert "missing_premise finds nothing; it needs a reason with an entry under" in result.stdout


def test_what_a_lesson_lacks_is_told_as_json_too() -> None:
    result = items("thin", "--why-not", "--json", workspace="thin")

    assert {"generator": "dropped"}.items() <= json.loads(result.stdout)[-1].items()


def test_a_lesson_that_lacks_nothing_says_so() -> None:
    assert items("street", "--why-not").stdout == "Every generator finds at least one item.\n"


def test_an_unknown_strand_is_a_wrong_command() -> None:
    assert items("street", "--strand", "poetry").exit_code == 2
