"""What each option's reason says: it is true of that option, and names what it should."""

import pytest

from debatekit.generate import GENERATORS
from debatekit.model.item import Choice, Match, Multiple, Order
from tests.generate.because import CHECKS, assert_status_told
from tests.generate.raw import RawLesson
from tests.generate.street import SEEDS, bare_town, items_by, town, without_parts
from tests.generate.telling import Teller
from tests.generate.test_told import ids_by_words


def check(generator: str, raw: RawLesson) -> int:
    """Look at every option of a generator's items, and return how many there are."""
    teller, items = Teller(raw), items_by(generator, raw)
    words, seen = ids_by_words(teller), 0
    for item in items:
        for option in item.options:
            CHECKS[generator](teller, item, option, words.get(option.text, ""))
            seen += 1
    return seen


@pytest.mark.parametrize("generator", sorted(CHECKS))
def test_the_reason_of_each_option_is_true_of_it(generator: str) -> None:
    assert check(generator, town()) > 2


@pytest.mark.parametrize("generator", sorted(CHECKS))
def test_with_parts_left_out_the_reason_of_each_option_is_still_true(generator: str) -> None:
    assert sum(check(generator, raw) for raw in (bare_town(), *map(without_parts, SEEDS))) > 2


@pytest.mark.parametrize("sort", ["whatif_one", "burden"])
def test_what_becomes_of_a_conclusion_is_told_by_what_brings_it_about(sort: str) -> None:
    for raw in (town(), *map(without_parts, SEEDS)):
        teller = Teller(raw)
        for item in items_by(sort, raw):
            [fact] = [one for one in item.proof if one.predicate == "status"]
            assert_status_told(teller, item.why, *fact.arguments[:2])


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_right_option_gives_the_reason_of_its_question_and_no_mistake(generator: str) -> None:
    for item in items_by(generator, town()):
        for option in item.options:
            if isinstance(item, Choice) and option.correct:
                assert (option.why, option.flaw) == (item.why, ""), item.target
                assert option.proof == item.proof, item.target
            assert not isinstance(item, Match | Order) or option.flaw == ""


ALWAYS = {
    "attack_kind": "off-target", "structure_type": "off-target", "evidence_type": "off-target",
    "whatif_one": "", "source_tier": "", "claim_kind": "",
}  # fmt: skip
"""Questions whose options are the same each time, with what their mistakes are called."""


@pytest.mark.parametrize("generator", sorted(ALWAYS))
def test_where_options_are_the_same_each_time_so_are_their_reasons(generator: str) -> None:
    told: dict[str, set[str]] = {}
    for item in items_by(generator, town()):
        for option in item.options:
            if not option.correct:
                told.setdefault(option.text, set()).add(option.why)
                assert option.flaw == ALWAYS[generator]

    assert len(told) > 2
    assert all(len(reasons) == 1 for reasons in told.values())


def test_what_asks_for_several_answers_is_the_same_in_every_lesson() -> None:
    several = {"supports_all", "whatif_set", "loaded_spot"}
    for generator in GENERATORS:
        kinds = {isinstance(item, Multiple) for item in items_by(generator, town())}
        assert kinds == {generator in several}
