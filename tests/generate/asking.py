"""What each generator may ask about in a lesson, found from its raw files."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from tests.generate.telling import Teller

CASES = {"author": "counter", "counter": "author"}


def stated(t: Teller) -> list[str]:
    """Return the claims of the map that somebody states, but for counterarguments and replies."""
    return [id_ for id_ in sorted(t.on_map()) if id_ in t.claims and not t.is_unstated(id_)]


def reasons(t: Teller) -> list[str]:
    return sorted(t.reasons)


def said_premises(t: Teller, reason: str) -> list[str]:
    return [id_ for id_ in t.premises(reason) if not t.is_unstated(id_)]


def attacks(t: Teller) -> list[tuple[str, str]]:
    """Return the arrows whose ends are both there."""
    there = {*t.on_map(), *t.reasons}
    return [(arrow[0], arrow[1]) for arrow in t.arrows if arrow[1] in there]


def attrib_side(t: Teller) -> Iterator[str]:
    for id_ in stated(t):
        entry, side = t.claims[id_], t.side(id_)
        others = [i for i in t.actors if i != t.raw.source["author"] and t.is_mentioned(i, id_)]
        relied = any(id_ in t.premises(one) and t.owner[one] == side for one in t.reasons)
        reported = id_ in t.raw.source["claims"] and "side" not in entry and others
        known = (entry.get("kind"), entry.get("contested")) == ("fact", "settled")
        if (relied or not reported) and not (known and side != "shared"):
            yield f"side:{id_}:{side}"


def claim_main(t: Teller) -> Iterator[str]:
    return (f"main:{id_}" for id_ in t.on_map() if t.is_root(id_) and t.side(id_) in CASES)


def claim_kind(t: Teller) -> Iterator[str]:
    return (f"kind:{id_}:{t.entry(id_).get('kind', 'interpretation')}" for id_ in stated(t))


def fact_opinion_sort(t: Teller) -> Iterator[str]:
    views = {"interpretation", "value", "policy", "prediction"}
    sorts = {*views, "fact", "causal"}
    for id_ in stated(t):
        kind = t.entry(id_).get("kind", "interpretation")
        if kind in views or (kind in sorts and t.is_concluded(id_)):
            yield f"sort:{id_}:{kind}"


def paraphrase(t: Teller) -> Iterator[str]:
    for id_ in stated(t):
        if (t.claims[id_].get("paraphrases") or {}).get("fair"):
            yield f"paraphrase:{id_}"


def who_said(t: Teller) -> Iterator[str]:
    for id_ in t.on_map():
        holders = [actor for actor in t.actors if t.is_states(actor, id_)]
        denied = any(one["verb"] == "denies" for actor in holders for one in t.report(actor, id_))
        if len(holders) == 1 and holders != [t.raw.source["author"]] and not denied:
            yield f"said:{holders[0]}:{id_}"


def actor_role(t: Teller) -> Iterator[str]:
    roles = [actor.get("role") for actor in t.actors.values()]
    for id_, actor in t.actors.items():
        own = id_ in t.raw.lesson.get("actors", {})
        alone = roles.count(actor.get("role")) == 1
        if alone and (own or any(t.is_mentioned(id_, claim) for claim in t.on_map())):
            yield f"role:{id_}"


def actor_position(t: Teller) -> Iterator[str]:
    things = [id_ for id_ in t.on_map() if id_ not in t.replies]
    others = [actor for actor in t.actors if actor != t.raw.source["author"]]
    pairs = ((actor, id_) for id_ in things for actor in others if t.is_states(actor, id_))
    return (f"position:{actor}:{id_}" for actor, id_ in pairs)


def chronology(t: Teller) -> Iterator[str]:
    events = t.raw.source.get("events", [])
    return (f"when:{event['id']}" for event in events if not event.get("later"))


def premise_or_conclusion(t: Teller) -> Iterator[str]:
    names = {(True, False): "premise", (False, True): "conclusion", (True, True): "between"}
    for id_ in t.on_map():
        part = (t.is_used(id_), t.is_concluded(id_))
        if part in names and not t.is_unstated(id_):
            yield f"part:{id_}:{names[part]}"


def supports_which(t: Teller) -> Iterator[str]:
    return (f"support:{one}:{id_}" for one in reasons(t) for id_ in said_premises(t, one))


def supports_all(t: Teller) -> Iterator[str]:
    for end in set(t.ends.values()):
        into = [one for one in t.reasons if t.ends[one] == end]
        found = sorted({id_ for one in into for id_ in said_premises(t, one)})
        if 2 <= len(found) <= 4:
            yield f"supports:{end}:{'+'.join(found)}"


def structure_type(t: Teller) -> Iterator[str]:
    sure = [one for one in reasons(t) if t.is_structure_reviewed(one)]
    for one in sure:
        first = sorted(said_premises(t, one))
        if len(first) > 1:
            yield f"structure:linked:{one}:{first[0]}+{first[1]}"
        for other in sure if first else []:
            if t.ends[one] in t.premises(other):
                yield f"structure:serial:{one}+{other}:{first[0]}+{t.ends[one]}"
    for end in set(t.ends.values()):
        for one, other in pairwise([one for one in reasons(t) if t.ends[one] == end]):
            pair = [min(said_premises(t, step), default="") for step in (one, other)]
            if {one, other} <= set(sure) and all(pair):
                yield f"structure:separate:{one}+{other}:{'+'.join(pair)}"


def missing_premise(t: Teller) -> Iterator[str]:
    for one in reasons(t):
        for id_ in t.premises(one):
            if t.is_unstated(id_):
                yield f"missing:{one}:{id_}"


def step_order(t: Teller) -> Iterator[str]:
    for first in t.on_map():
        chain = [first]
        while len(onward := [t.ends[i] for i in t.reasons if chain[-1] in t.premises(i)]) == 1:
            chain += onward
        if not t.is_concluded(first) and not any(map(t.is_unstated, chain)) and len(chain) > 2:
            yield f"chain:{':'.join(chain)}"


def scheme_id(t: Teller) -> Iterator[str]:
    for one in reasons(t):
        if (name := t.reasons[one].get("scheme", "generic")) != "generic":
            yield f"scheme:{one}:{name}"


def slot_fill(t: Teller) -> Iterator[str]:
    for one in reasons(t):
        for slot, id_ in t.reasons[one].get("slots", {}).items():
            if id_ in t.premises(one):
                yield f"slot:{one}:{slot}:{id_}"


def attack_kind(t: Teller) -> Iterator[str]:
    for source, hit in attacks(t):
        if hit in t.reasons or t.is_concluded(hit) or t.is_used(hit):
            yield f"attack:{source}:{hit}"


def attack_target(t: Teller) -> Iterator[str]:
    return (f"attack:{source}:{hit}" for source, hit in attacks(t))


def best_rebuttal(t: Teller) -> Iterator[str]:
    for source, hit in attacks(t):
        entry, best = t.replies.get(source, {}), t.counters.get(hit, {}).get("replies", [])
        if source in t.counters or entry.get("best") or not any(one.get("best") for one in best):
            yield f"meets:{source}:{hit}"


def conclusions(t: Teller, case: str) -> list[str]:
    """Return what stands by reasons in one side's case alone."""
    known = t.statuses(case)
    return [
        id_
        for id_ in sorted(t.on_map())
        if t.is_concluded(id_) and known[id_] == "in" and t.side(id_) == case
        and not t.is_unstated(id_)
    ]  # fmt: skip


def own_premises(t: Teller, case: str) -> list[str]:
    return [id_ for id_ in stated(t) if t.side(id_) == case and t.is_used(id_)]


def whatif_set(t: Teller) -> Iterator[str]:
    for case in CASES:
        for id_ in own_premises(t, case):
            known = t.statuses(f"{case} reject={id_}")
            fallen = [end for end in conclusions(t, case) if end != id_ and known[end] == "out"]
            if 1 <= len(fallen) <= 3:
                yield f"fall:{id_}:{'+'.join(fallen)}"


def weakest_link(t: Teller) -> Iterator[str]:
    for case in CASES:
        for end in conclusions(t, case):
            for id_ in own_premises(t, case):
                falls = t.statuses(f"{case} reject={id_}")[end] == "out"
                if falls and t.is_supports(id_, end) and id_ != end:
                    yield f"link:{end}:{id_}"


def evidence_type(t: Teller) -> Iterator[str]:
    for id_ in t.on_map():
        if len(kinds := {entry["kind"] for entry in t.evidence(id_)}) == 1:
            yield f"evidence:{id_}:{kinds.pop()}"


def evidence_for(t: Teller) -> Iterator[str]:
    article = t.raw.source["cite"]
    for id_ in t.on_map():
        for cited in t.raw.references:
            if cited != article and t.is_cites(id_, cited):
                yield f"cites:{id_}:{cited}"


def evidence_gap(t: Teller) -> Iterator[str]:
    for id_ in stated(t):
        found = t.is_evidence(id_) or any(t.is_cites(id_, one) for one in t.raw.references)
        if t.is_evidence_checked(id_) and not found:
            yield f"gap:{id_}"


def source_tier(t: Teller) -> Iterator[str]:
    for cited, entry in t.raw.references.items():
        if any(t.is_cites(id_, cited) for id_ in t.on_map()):
            yield f"tier:{cited}:{entry['custom']['tier']}"


def _wordings(t: Teller, head: str) -> Iterator[str]:
    for entry in t.raw.source.get("wording", []):
        yield f"{head}:{entry['quote'].replace(' ', '-')}"


def rhetoric_device(t: Teller) -> Iterator[str]:
    for entry in t.raw.source.get("wording", []):
        if t.raw.terms.get(entry["device"], {}).get("kind") == "device":
            yield f"device:{entry['quote'].replace(' ', '-')}:{entry['device']}"


def dropped(t: Teller) -> Iterator[str]:
    return (f"dropped:{id_}" for id_, one in t.counters.items() if not one.get("replies"))


ASKED: dict[str, Callable[[Teller], Iterator[str]]] = {
    found.__name__: found
    for found in (
        attrib_side, claim_main, claim_kind, fact_opinion_sort, paraphrase, who_said, actor_role,
        actor_position, chronology, premise_or_conclusion, supports_which, supports_all,
        structure_type, missing_premise, step_order, scheme_id, slot_fill, attack_kind,
        attack_target, best_rebuttal, whatif_set, weakest_link, evidence_type, evidence_for,
        evidence_gap, source_tier, rhetoric_device, dropped,
    )
} | {
    "loaded_spot": lambda t: _wordings(t, "charged"),
    "neutral_reword": lambda t: _wordings(t, "neutral"),
}  # fmt: skip
"""By generator, the targets that a lesson gives it, however many options there are."""
