"""What the reason of an option must say, by generator: checks against a lesson's raw files."""

from collections.abc import Callable

from debatekit.model.item import Item, Match, Option
from tests.generate.raw import Raw
from tests.generate.telling import Teller
from tests.generate.test_told import ids_by_words, paragraphs_in, quoted_in

Check = Callable[[Teller, Item, Option, str], None]
"""Look at one option of an item; the last is the claim, or what else, that its text stands for."""


def wrong(check: Check) -> Check:
    """Return the check for wrong options alone."""

    def checked(t: Teller, item: Item, option: Option, id_: str) -> None:
        if not option.correct:
            check(t, item, option, id_)

    return checked


def named(t: Teller, text: str) -> tuple[str, ...]:
    """Return what a reason quotes."""
    return quoted_in(text, ids_by_words(t))


def parts(item: Item) -> list[str]:
    return item.target.split(":")[1:]


@wrong
def claim_main(t: Teller, item: Item, option: Option, id_: str) -> None:
    [root], (onward,) = parts(item), named(t, option.why)
    assert t.is_reason_for(id_, onward)
    assert onward == root or t.is_supports(onward, root)
    assert option.flaw == "scope"


@wrong
def premise_or_conclusion(t: Teller, item: Item, option: Option, _: str) -> None:
    id_ = parts(item)[0]
    is_end = "is a conclusion" in option.text
    on_reasons = "is a premise" in option.text or not (is_end or t.is_concluded(id_))
    assert ("reason" in option.why) is on_reasons
    has = t.is_concluded(id_) if on_reasons else t.is_used(id_)
    assert (" no " in option.why) is not has
    assert option.flaw == ""


@wrong
def no_support(t: Teller, item: Item, option: Option, id_: str) -> None:
    end = parts(item)[0] if item.generator == "supports_all" else t.ends[parts(item)[0]]
    steps = [reason for reason in t.reasons if id_ in t.premises(reason)]
    if t.is_supports(end, id_):
        assert (option.flaw, named(t, option.why)) == ("reversed", ())
        return
    assert option.flaw == "off-target"
    there = {*t.reasons, *t.on_map()}
    objects = any(arrow[0] == id_ and arrow[1] in there for arrow in t.arrows)
    assert ("objection" in option.why) is (not steps and objects)
    assert ("no step leads from it" in option.why) is (not steps and not objects)
    assert not steps or t.is_reason_for(id_, *named(t, option.why))


def supports_all(t: Teller, item: Item, option: Option, id_: str) -> None:
    if option.correct:
        assert named(t, option.why) == (parts(item)[0],)
        assert paragraphs_in(option.why) == t.where(id_)
        assert option.flaw == ""
    no_support(t, item, option, id_)


@wrong
def missing_premise(t: Teller, item: Item, option: Option, id_: str) -> None:
    own = id_ in t.premises(parts(item)[0])
    assert ("a stated one" in option.why) is own
    assert option.flaw == ("repeats" if own else "off-target")
    assert own or t.is_unstated(id_)


@wrong
def slot_fill(t: Teller, item: Item, option: Option, id_: str) -> None:
    reason = t.reasons[parts(item)[0]]
    in_part = id_ in reason["slots"].values()
    assert len(named(t, option.why)) == in_part
    is_end = id_ == t.ends[reason["id"]] and not in_part
    assert ("where the step ends" in option.why) is is_end
    assert option.flaw == ("reversed" if is_end else "off-target")


@wrong
def cq_match(t: Teller, item: Item, option: Option, _: str) -> None:
    (other,) = named(t, option.why)
    [scheme] = [one for one in t.raw.schemes.values() if one["name"] == other]
    _, asked = option.proof[0].arguments
    assert asked in [entry["id"] for entry in scheme["questions"]]
    assert other not in item.stem
    assert option.flaw == "off-target"


@wrong
def scheme_id(t: Teller, item: Item, option: Option, _: str) -> None:
    own, (other,) = t.scheme(parts(item)[0]), [
        one for one in t.raw.schemes.values() if one["name"] == option.text
    ]  # fmt: skip
    near = t.is_confusable(own["id"], other["id"])
    assert ("near pattern" in option.why) is near
    assert option.flaw == "off-target"
    assert option.why.count(";") == len(other["slots"]) - 1
    assert not near or t.is_scheme_reviewed(parts(item)[0])


@wrong
def attack_target(t: Teller, item: Item, option: Option, _: str) -> None:
    source, other = option.proof[0].arguments
    noun = "reply" if source in t.replies else "counterargument"
    assert f"this {noun} has no arrow" in option.why
    assert option.flaw == "off-target"
    assert (t.owner.get(other) or t.side(other)) != t.side(source)
    assert source == parts(item)[0]


@wrong
def best_rebuttal(t: Teller, _: Item, option: Option, id_: str) -> None:
    met = [arrow[1] for arrow in t.arrows if arrow[0] == id_]
    assert named(t, option.why) in [t.spelt(hit) for hit in met]
    assert option.flaw == "off-target"


@wrong
def dropped(t: Teller, _: Item, option: Option, id_: str) -> None:
    best = [reply["id"] for reply in t.counters[id_]["replies"] if reply.get("best")]
    shown = best or sorted(reply for reply, to in t.reply_to.items() if to == id_)
    assert named(t, option.why) == (shown[0],)
    assert option.flaw == "off-target"


@wrong
def reinstate(t: Teller, _: Item, option: Option, id_: str) -> None:
    assert named(t, option.why) == (t.reply_to[id_],)
    assert option.flaw == "off-target"


@wrong
def weakest_link(t: Teller, item: Item, option: Option, _: str) -> None:
    assert named(t, option.why) == (parts(item)[0],)
    assert ("still stands" in option.why, option.flaw) == (True, "off-target")


@wrong
def who_said(t: Teller, _: Item, option: Option, _id: str) -> None:
    assert option.text in option.why
    assert option.flaw == "attribution"
    assert option.text in [actor["name"] for actor in t.actors.values()]


@wrong
def actor_position(t: Teller, item: Item, option: Option, id_: str) -> None:
    author, names = t.raw.source["author"], {i: actor["name"] for i, actor in t.actors.items()}
    holders = [names[actor] for actor in t.actors if actor != author and t.is_states(actor, id_)]
    assert [name for name in holders or [names[author]] if name in option.why]
    assert not any(names[actor] in option.why for actor in parts(item)[:1])
    assert option.flaw == "attribution"


@wrong
def evidence_for(t: Teller, _: Item, option: Option, _id: str) -> None:
    [shown], cited = named(t, option.why), option.proof[0].arguments[1]
    assert t.is_cites(shown, cited)
    assert t.raw.references[cited]["title"] in option.text
    assert option.flaw == "off-target"


@wrong
def evidence_gap(t: Teller, item: Item, option: Option, id_: str) -> None:
    first = next(entry["text"] for entry in t.evidence(id_) if entry["kind"] != "none")
    assert named(t, option.why) == (first,)
    assert option.flaw == "off-target"
    in_article = [claim in t.raw.source["claims"] for claim in (id_, *item.about)]
    assert len(set(in_article)) == 1
    assert t.side(id_) == item.side


def by_flaw(listed: Callable[[Teller, Item], list[Raw]]) -> Check:
    """Return a check that a wrong wording has the flaw that the lesson gives it."""

    @wrong
    def check(t: Teller, item: Item, option: Option, _: str) -> None:
        assert {"text": option.text, "flaw": option.flaw} in listed(t, item)

    return check


def unfair(t: Teller, item: Item) -> list[Raw]:
    return list(t.claims[parts(item)[0]]["paraphrases"]["unfair"])


def straw(t: Teller, item: Item) -> list[Raw]:
    return list(t.raw.lesson["steelman"][parts(item)[0]]["straw"])


def reworded(t: Teller, item: Item) -> list[Raw]:
    entry = t.wording(parts(item)[0])
    return [
        {"text": entry["still_loaded"], "flaw": "still-loaded"},
        {"text": entry["changes_claim"], "flaw": "changes-claim"},
    ]


@wrong
def rhetoric_device(t: Teller, _: Item, option: Option, _id: str) -> None:
    [term] = [one for one in t.raw.terms.values() if one["name"] == option.text]
    assert term["text"] in option.why
    assert option.flaw == "off-target"


def loaded_spot(t: Teller, item: Item, option: Option, _: str) -> None:
    [entry] = [
        one for one in t.raw.source["wording"] if option.text in (one["quote"], one["neutral"])
    ]
    if option.correct:
        assert option.why.startswith(entry.get("effect") or "The lesson lists it")
        assert paragraphs_in(option.why) == tuple(entry.get("paragraphs", []))
    else:
        assert named(t, option.why) == (entry["quote"],)
    assert option.flaw == ("" if option.correct else "off-target")
    assert entry["quote"] not in item.about


def step_order(t: Teller, item: Item, option: Option, id_: str) -> None:
    place = item.about.index(id_)
    assert named(t, option.why) == item.about[place - 1 : place]
    assert ("begins" in option.why) is (place == 0)


def chronology(t: Teller, _: Item, option: Option, _id: str) -> None:
    [event] = [one for one in t.raw.source["events"] if one["text"] == option.text]
    assert event["date"] in option.why
    assert event["id"] in option.proof[0].arguments


def actor_role(t: Teller, item: Item, option: Option, _: str) -> None:
    [actor] = [one for one in t.actors.values() if one["role"] == option.text]
    assert isinstance(item, Match)
    assert (actor["name"] in option.why) is (actor["name"] in item.prompts)
    asked = {t.actors[fact.arguments[0]]["name"] for fact in option.proof}
    assert asked == ({actor["name"]} & {*item.prompts} or {*item.prompts})


def fact_opinion_sort(t: Teller, item: Item, option: Option, _: str) -> None:
    kinds = {t.entry(id_)["kind"]: id_ for id_ in item.about}
    [kind] = {fact.arguments[1] for fact in option.proof if fact.predicate == "kind"}
    fits = [kinds[kind]] if kind in kinds else []
    assert list(named(t, option.why)) == fits
    doubted = {one.arguments[0] for one in option.proof if one.predicate == "kind_arguable"}
    assert doubted == {*item.about}.difference(fits)


def falls(t: Teller, _: Item, option: Option, id_: str) -> None:
    assert_status_told(t, option.why, option.proof[0].arguments[0], id_)


def assert_status_told(t: Teller, why: str, scenario: str, claim: str) -> None:
    """Check that what a sentence gives for a claim's status is so under the scenario."""
    known, said = t.statuses(scenario), named(t, why)
    status, to_it = known[claim], [reason for reason in t.reasons if t.ends[reason] == claim]
    word = {"in": "It stands", "out": "It falls", "undecided": "deny each other"}[status]
    assert word in why
    if status == "in":
        carried = [t.start(reason) for reason in to_it if known[reason] == "in"]
        assert any(set(said) <= set(start) for start in carried) if carried else said == ()
        assert len(said) == bool(carried)
    if status == "out":
        against = [arrow[0] for arrow in t.arrows if arrow[1] == claim or arrow[2]]
        attackers = [id_ for id_ in against if known[id_] == "in" and t.is_attacks(id_, claim)]
        lost = [id_ for reason in to_it for id_ in t.premises(reason) if known[id_] == "out"]
        assert ("attacks it" in why) is bool(attackers)
        assert set(said) <= set(attackers or lost)
        assert len(said) == bool(attackers or lost)


CHECKS: dict[str, Check] = {
    found.__name__: found
    for found in (
        supports_all, loaded_spot, step_order, chronology, actor_role, fact_opinion_sort,
    )
} | {
    "claim_main": claim_main, "supports_which": no_support, "missing_premise": missing_premise,
    "slot_fill": slot_fill, "premise_or_conclusion": premise_or_conclusion,
    "cq_match": cq_match, "scheme_id": scheme_id,
    "attack_target": attack_target, "best_rebuttal": best_rebuttal, "dropped": dropped,
    "reinstate": reinstate, "weakest_link": weakest_link, "who_said": who_said,
    "actor_position": actor_position, "evidence_for": evidence_for,
    "evidence_gap": evidence_gap, "paraphrase": by_flaw(unfair), "steelman": by_flaw(straw),
    "neutral_reword": by_flaw(reworded), "rhetoric_device": rhetoric_device,
    "whatif_set": falls,
}  # fmt: skip
"""By generator, what is looked at for each option."""
