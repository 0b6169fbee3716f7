"""What the questions of the drills tell: what is on the table, and what is at stake."""

import re

import pytest

from debatekit.generate.phrases import STEM_WORDS
from debatekit.model.item import Item
from tests.generate.raw import RawLesson
from tests.generate.street import items_by, town
from tests.generate.telling import Teller
from tests.generate.test_told import ids_by_words, paragraphs_in, quoted_in

BURDENS = pytest.mark.parametrize("burden", ["author", "counter"])
OWNER = {"author": "the author", "counter": "the critics"}
MUST_PROVE = {"author": "close-street", "counter": "trade-suffers"}
"""Which claim would prove what each side has to prove about closing the street."""


def borne_by(burden: str) -> RawLesson:
    raw = town()
    raw.lesson["contentions"][0]["burden"] = burden
    return raw


def scenario_of(item: Item) -> tuple[str, dict[str, set[str]]]:
    """Return whose case is on the table, and what is granted, refused or put beside it."""
    view, *parts = item.target.split(":")[2].split()
    given = (part.split("=") for part in parts)
    return view, {name: set(ids.split(",")) for name, ids in given}


@BURDENS
def test_a_burden_names_what_must_be_proved_and_what_is_changed(burden: str) -> None:
    raw = borne_by(burden)
    teller = Teller(raw)
    words = ids_by_words(teller)
    for item in items_by("burden", raw):
        view, given = scenario_of(item)
        assert (item.generator, item.strand, item.bloom) == ("burden", "rebuttal", "analyse")
        assert (item.side, item.difficulty, view) == (burden, 4, burden)
        assert quoted_in(item.stem, words) == item.about
        assert item.about[0] == "close-street"
        changed = set(item.about[1:])
        assert changed <= set().union(*given.values())
        assert f"{OWNER[burden]} must prove that this is" in item.stem
        assert ("is not so:" in item.stem) is (burden == "counter")
        claim = MUST_PROVE[burden]
        spots = teller.where(claim)
        assert paragraphs_in(item.hint) == spots
        assert spots or quoted_in(item.hint, words) == (claim,)


@BURDENS
def test_a_table_is_told_as_it_is_set(burden: str) -> None:
    raw = borne_by(burden)
    for item in items_by("burden", raw):
        _, given = scenario_of(item)
        told = item.stem.partition("On the table: ")[2]
        several = len(item.about) > 2
        assert told.startswith(f"{OWNER[burden]}{chr(39)}s case".replace("critics's", "critics'"))
        assert ("case alone" in told) is (not given)
        assert ("this refused" in told) is (given.keys() == {"reject"} and not several)
        assert ("these refused" in told) is (given.keys() == {"reject"} and several)
        assert ("granted: " in told) is ("accept" in given)
        beside = "table" in given
        assert ("beside it" in told) is (beside or "accept" in given)
        if beside:
            replies = replies_to(Teller(raw), item.about[1])
            unanswered = given.get("reject", set()) == replies
            assert ("not answered yet" in told) is unanswered
            assert ("with the replies to it" in told) is not unanswered


def replies_to(teller: Teller, claim: str) -> set[str]:
    """Return the replies that attack a claim: what concedes it does not."""
    return {
        source for source, hit, *_ in teller.arrows if hit == claim and source in teller.replies
    }


@BURDENS
def test_every_table_that_a_case_gives_is_set(burden: str) -> None:
    raw = borne_by(burden)
    teller, claim = Teller(raw), MUST_PROVE[burden]
    found = [scenario_of(item)[1] for item in items_by("burden", raw)]
    refused = [given["reject"] for given in found if given.keys() == {"reject"}]
    single = [ids for ids in refused if len(ids) == 1]
    below = {
        id_
        for id_ in teller.on_map()
        if teller.is_supports(id_, claim) and teller.side(id_) == burden
        and not teller.is_unstated(id_)
    }  # fmt: skip

    assert len(single) == 3
    assert all(ids <= below for ids in single)
    assert {} in found
    [together] = [ids for ids in refused if len(ids) > 1]
    steps = [reason for reason, end in teller.ends.items() if end == claim]
    assert len(together) == len(steps)
    assert all(together & set(teller.premises(step)) for step in steps)


@BURDENS
def test_each_point_against_a_case_is_unanswered_answered_and_granted(burden: str) -> None:
    raw = borne_by(burden)
    teller, claim = Teller(raw), MUST_PROVE[burden]
    steps = {one for one in teller.reasons if teller.is_supports(teller.ends[one], claim)}
    steps |= {one for one, end in teller.ends.items() if end == claim}
    spots = {claim, *steps, *(id_ for one in steps for id_ in teller.premises(one))}
    against = {a for a, hit, *_ in teller.arrows if hit in spots and teller.side(a) != burden}
    raised = {
        item.about[1]
        for item in items_by("burden", raw)
        if scenario_of(item)[1].keys() & {"table", "accept"}
    }

    assert raised <= against
    assert len(raised) == min(3, len(against))
    for point in raised:
        kinds = {
            word
            for item in items_by("burden", raw)
            for word in ("not answered yet", "with the replies", "granted")
            if item.about[1:] == (point,) and word in item.stem
        }
        assert kinds >= {"not answered yet"}
        assert ("with the replies" in kinds) is bool(replies_to(teller, point))
        stopped = any(
            hit == point and not both and source in teller.replies
            for source, hit, both, _ in teller.arrows
        )
        assert ("granted" in kinds) is not stopped


@BURDENS
def test_a_verdict_is_whether_the_claim_stands_and_why(burden: str) -> None:
    raw = borne_by(burden)
    teller = Teller(raw)
    has = "The author has" if burden == "author" else "The critics have"
    ends = {"in": "stands", "out": "falls", "undecided": "contested"}
    for item in items_by("burden", raw):
        _, scenario = item.target.rsplit(":", 1)
        status = teller.statuses(scenario)[MUST_PROVE[burden]]
        [right] = [option.text for option in item.options if option.correct]
        assert right.endswith(ends[status])
        assert all(option.text.startswith(has) for option in item.options)
        assert (" not discharged" in right) is (status != "in")
        assert item.why.endswith("is not proved.") is (status == "undecided")
        assert {option.text.split()[-1] for option in item.options} == set(ends.values())
        whys = {option.text.split()[-1]: option.why for option in item.options}
        del whys[ends[status]]
        assert all(word in why for word, why in whys.items() if word != "falls")
        assert len(set(whys.values())) == 2


def test_a_burden_is_put_in_whole_sentences_until_it_grows_too_long() -> None:
    raw = town()
    claim = raw.source["claims"]["close-street"]
    claim["text"], claim["short"] = "Close it.", "Close"
    for id_ in ("cars-harm", "health-first", "dirty-air"):
        raw.source["claims"][id_]["text"] = f"{' '.join('abcdefghij')} {id_}."
    by_change = {item.about[1:]: item.stem for item in items_by("burden", raw)}

    assert '"Close it." On the table: the author\'s case alone.' in by_change[()]
    for changed, stem in by_change.items():
        if len(changed) == 1 and "this refused" in stem:
            words = len(stem.split())
            assert "a b c" not in stem or words <= 45
            assert '"Close".' in stem
    assert any("a b c" in stem for stem in by_change.values())

    claim["text"] = f"{' '.join('abcdefghijklmnopqrstuvwxyz')}."
    for item in items_by("burden", raw):
        assert '"Close".' in item.stem or len(item.stem.split()) <= 45


# Cross-examination.


@pytest.fixture
def asked() -> list[Item]:
    return list(items_by("cx", town()))


def test_a_question_in_cross_examination_says_what_it_tests_and_what_falls(
    asked: list[Item],
) -> None:
    teller = Teller(town())
    words = ids_by_words(teller)
    assert asked
    for item in asked:
        reason, question = item.target.split(":")[1:]
        [_, claim], end, side = item.about, teller.ends[reason], teller.owner[reason]
        assert (item.generator, item.strand, item.bloom) == (
            "cross_examination",
            "rebuttal",
            "evaluate",
        )
        assert (item.side, item.difficulty, item.about[0]) == (side, 4, reason)
        stem = quoted_in(item.stem, words)
        named = (*teller.start(reason), end, teller.scheme(reason)["name"])
        assert stem[: len(named)] == named
        assert paragraphs_in(item.hint) == teller.where(end)
        [entry] = [q for q in teller.scheme(reason)["questions"] if q["id"] == question]
        slot = entry["hits"].removeprefix("undermine:")
        assert teller.reasons[reason]["slots"][slot] == claim
        stake = stake_of(teller, side, reason, claim)
        at_stake = () if stake == reason else (stake,)
        assert quoted_in(item.why, words) == (claim, *at_stake)
        assert ("this step falls" in item.why) is (stake == reason)


def stake_of(teller: Teller, side: str, reason: str, claim: str) -> str:
    """Return the first of contention, end and step that stands and falls without the claim."""
    alone, without = teller.statuses(side), teller.statuses(f"{side} reject={claim}")
    for end in ("close-street", teller.ends[reason], reason):
        if alone.get(end) == "in" and without.get(end) == "out":
            return end
    return ""


def test_what_rests_on_a_step_is_said_where_it_is_further_on() -> None:
    raw = town()
    reasons = raw.lesson["contentions"][0]["reasons"]
    reasons[:] = [one for one in reasons if one["id"] in ("stop-harm", "counted-cars")]
    teller = Teller(raw)
    words = ids_by_words(teller)
    found = {item.about: item for item in items_by("cx", raw)}
    near, far = ("stop-harm", "cars-harm"), ("counted-cars", "many-cars")

    assert quoted_in(found[far].stem, words)[-1] == "close-street"
    assert "rests on it" in found[far].stem
    assert "rests on it" not in found[near].stem
    assert all(quoted_in(found[one].why, words)[-1] == "close-street" for one in (near, far))
    assert all(len(item.stem.split()) <= STEM_WORDS for item in found.values())


def test_the_other_options_in_cross_examination_say_what_is_wrong_with_them(
    asked: list[Item],
) -> None:
    teller, seen = Teller(town()), set()
    words = ids_by_words(teller)
    for item in asked:
        other = "critics'" if item.side == "author" else "author's"
        for option in (one for one in item.options if not one.correct):
            named = quoted_in(option.why, words)
            seen.add(option.flaw)
            if option.flaw == "answered":
                assert teller.reply_to[named[0]] == option.proof[0].arguments[0]
            if option.flaw == "argumentative":
                (point,) = quoted_in(option.text, words)
                assert teller.side(point) not in (item.side, "shared")
                assert f"the {other} own point" in option.why
            if option.flaw == "off-target":
                assert named[0] in [one["name"] for one in teller.raw.schemes.values()]
                assert named[0] not in item.stem

    assert seen == {"answered", "argumentative", "off-target"}


def test_each_premise_is_asked_about_once_and_no_question_that_was_put() -> None:
    found = [item.about for item in items_by("cx", town())]

    assert len(found) == len(set(found))
    targets = {item.target for item in items_by("cx", town())}
    assert "asks:measured-air:other-source" not in targets
    assert {re.sub(":.*", "", one.removeprefix("asks:")) for one in targets} == {
        "stop-harm", "weigh-goods", "counted-cars", "measured-air", "lost-shoppers",
    }  # fmt: skip
