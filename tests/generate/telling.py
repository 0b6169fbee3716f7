"""What each question must say, found from a lesson's raw files: whom and what it names, and where.

No sentence is compared: an item is looked at for the claims that it quotes, in their order.
"""

from collections.abc import Callable
from typing import NamedTuple

from tests.generate.oracle import STATING, Oracle
from tests.generate.raw import Raw

WEIGHTS = {"remember": 1, "understand": 2, "analyse": 4, "evaluate": 5}


class Told(NamedTuple):
    """What an item on a target says beside its options.

    `stem` and `why` are what these quote, claims by their ids; `hint` is what is looked for,
    nothing where the hint is the same for all; `place` is the claim whose paragraph the reason
    gives; `harder` is what the task adds to its weight.
    """

    strand: str
    bloom: str
    side: str
    about: tuple[str, ...]
    stem: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    hint: tuple[str, ...] = ()
    place: tuple[int, ...] = ()
    harder: float = 0
    says: tuple[str, ...] = ()
    """Words that stem or reason must have, such as the name of an actor."""

    @property
    def difficulty(self) -> float:
        """How hard it is before anybody has answered it."""
        return max(1, WEIGHTS[self.bloom] - 1 + self.harder)


class Teller(Oracle):
    """The oracle, with what is told of claims, steps and actors."""

    def where(self, *ids: str) -> tuple[int, ...]:
        """Return the paragraphs in which the article makes the claims."""
        found = {number for id_ in ids for number in self.claims.get(id_, {}).get("paragraphs", [])}
        return tuple(sorted(found))

    def start(self, reason: str) -> tuple[str, ...]:
        """Return the premises by which a step is named: the stated ones, else all."""
        premises = self.premises(reason)
        stated = [id_ for id_ in premises if not self.is_unstated(id_)]
        return tuple(stated or premises)

    def end_of(self, target: str) -> str:
        return self.ends.get(target, target)

    def spelt(self, target: str) -> tuple[str, ...]:
        """Return what is quoted for the target of an attack: a step by its ends, or a claim."""
        if target in self.reasons:
            return (*self.start(target), self.ends[target])
        return (target,)

    def report(self, actor: str, claim: str) -> list[Raw]:
        """Return where the article reports that the actor says so."""
        return [
            entry
            for entry in self.raw.source.get("statements", [])
            if (entry["actor"], entry["claim"]) == (actor, claim)
        ]

    def reported(self, actor: str, claim: str) -> tuple[int, ...]:
        found = {n for entry in self.report(actor, claim) for n in entry.get("paragraphs", [])}
        return tuple(sorted(found))

    def wording(self, slug: str) -> Raw:
        found: Raw = next(
            entry
            for entry in self.raw.source["wording"]
            if entry["quote"].casefold().replace(" ", "-") == slug
        )
        return found

    def scheme(self, reason: str) -> Raw:
        found: Raw = self.raw.schemes[self.reasons[reason]["scheme"]]
        return found

    def reviewed(self, reason: str) -> bool:
        """Return whether the schemes near to a step's own were weighed, and there are any."""
        name = self.reasons[reason]["scheme"]
        near = [other for other in self.raw.schemes if self.is_confusable(name, other)]
        return bool(near) and self.is_scheme_reviewed(reason)


def _one(strand: str, bloom: str, harder: float = 0) -> Callable[..., Told]:
    """Return how questions on one claim are told, whatever else is in their target."""

    def told(t: Teller, id_: str, *_: str) -> Told:
        spots = t.where(id_)
        return Told(strand, bloom, t.side(id_), (id_,), (id_,), (), spots, (id_,), (), harder)

    return told


def attrib_side(t: Teller, id_: str, side: str) -> Told:
    return _one("claims", "remember")(t, id_)._replace(side=side, place=t.where(id_))


def claim_main(t: Teller, root: str) -> Told:
    found = _one("claims", "understand")(t, root)
    return found._replace(stem=(), place=t.where(root), hint=(root,) if t.where(root) else ())


def premise_or_conclusion(t: Teller, id_: str, _: str) -> Told:
    ends = sorted(t.ends[reason] for reason in t.reasons if id_ in t.premises(reason))
    return _one("structure", "understand")(t, id_)._replace(why=tuple(ends[:1]))


def evidence_type(t: Teller, id_: str, kind: str) -> Told:
    shown = () if kind == "none" else (t.evidence(id_)[0]["text"],)
    return _one("evidence", "understand")(t, id_)._replace(why=shown)


def evidence_gap(t: Teller, id_: str) -> Told:
    file = "article" if id_ in t.raw.source["claims"] else "lesson"
    hint = (id_,) if t.where(id_) else ()
    return _one("evidence", "analyse")(t, id_)._replace(stem=(), hint=hint, says=(file,))


def who_said(t: Teller, actor: str, claim: str) -> Told:
    said = [entry for entry in t.report(actor, claim) if entry["verb"] in STATING]
    side = "author" if said else t.side(claim)
    verb = said[-1]["verb"].replace("asserts", "says") if said else "holds"
    spots = tuple(said[-1].get("paragraphs", [])) if said else ()
    lead = {"author": "According to the author,", "counter": "In the lesson's counter case,"}
    asked = lead[side] if side == "counter" or spots else "On the map,"
    says = (f"{asked} who {verb} this", t.actors[actor]["name"])
    about = (actor, claim)
    return Told("actors", "remember", side, about, (claim,), (), spots, (), spots, 0, says)


def actor_position(t: Teller, actor: str, claim: str) -> Told:
    side, spots = "author" if claim in t.claims else "counter", t.reported(actor, claim)
    says = (t.actors[actor]["name"],)
    return Told("actors", "understand", side, (actor, claim), (), (), spots, (), spots, 0, says)


def supports_which(t: Teller, reason: str, premise: str) -> Told:
    end, side, place = t.ends[reason], t.owner[reason], t.where(premise)
    spots, about = t.where(premise, end), (reason, premise, end)
    return Told("structure", "analyse", side, about, (end,), (end,), spots, (end,), place)


def supports_all(t: Teller, end: str, premises: str) -> Told:
    about = (end, *sorted(premises.split("+")))
    side, spots = t.side(end), t.where(*about)
    return Told("structure", "analyse", side, about, (end,), (end,), spots, (end,), (), 0.5)


def structure_type(t: Teller, _: str, steps: str, pair: str) -> Told:
    first, *_rest = names = steps.split("+")
    end = t.ends[names[-1]]
    about = (*pair.split("+"), end)
    return Told("structure", "analyse", t.owner[first], about, about, (), t.where(*about), (end,))


def missing_premise(t: Teller, reason: str, premise: str) -> Told:
    end = t.ends[reason]
    stated = [id_ for id_ in t.premises(reason) if not t.is_unstated(id_)]
    about, said = (reason, premise, end), t.claims[premise].get("charity", "")
    stem, spots = (*stated, end), t.where(*stated, end)
    return Told(
        "structure", "analyse", t.owner[reason], about, stem, (), spots, (end,), says=(said,)
    )


def step_order(t: Teller, *chain: str) -> Told:
    spots, harder = t.where(*chain), 0.5 + (len(chain) > 3)
    hint = chain if spots else ()
    return Told(
        "structure", "understand", t.side(chain[-1]), chain, (), (), spots, hint, (), harder
    )


def scheme_id(t: Teller, reason: str, _: str) -> Told:
    end, premises = t.ends[reason], t.premises(reason)
    stem, spots = (*t.start(reason), end), t.where(*premises, end)
    about, harder = (reason, *premises, end), float(t.reviewed(reason))
    return Told("structure", "analyse", t.owner[reason], about, stem, (), spots, (end,), (), harder)


def slot_fill(t: Teller, reason: str, slot: str, claim: str) -> Told:
    end, scheme = t.ends[reason], t.scheme(reason)
    about, spots = (reason, claim, end), t.where(claim, end)
    stem = (end, scheme["name"], slot)
    return Told("structure", "analyse", t.owner[reason], about, stem, (), spots, (end,))


def cq_match(t: Teller, reason: str, _: str) -> Told:
    end, name = t.ends[reason], t.scheme(reason)["name"]
    stem, spots = (*t.start(reason), end, name), t.where(*t.premises(reason), end)
    return Told(
        "structure", "evaluate", t.owner[reason], (reason, end), stem, (name,), spots, (end,)
    )


def attack_kind(t: Teller, source: str, hit: str) -> Told:
    noun = "reply" if source in t.replies else "counterargument"
    return Told(
        "structure", "analyse", t.side(source), (source, hit), (source,), (t.end_of(hit),), (),
        (source,), says=(f"this {noun} attack",),
    )  # fmt: skip


def attack_target(t: Teller, source: str, hit: str) -> Told:
    said = "this reply answer" if source in t.replies else "this counterargument attack"
    return Told(
        "structure", "analyse", t.side(source), (source, hit), (source,), t.spelt(hit), (),
        (source,), says=(said,),
    )  # fmt: skip


def best_rebuttal(t: Teller, source: str, hit: str) -> Told:
    said = "reply directly answers" if source in t.replies else "counterargument directly attacks"
    said += "" if hit in t.reasons else " this "
    return Told(
        "rebuttal", "evaluate", t.side(source), (source, hit), t.spelt(hit),
        () if hit in t.reasons else (hit,), (), (t.end_of(hit),), says=(said,),
    )  # fmt: skip


def whatif_one(t: Teller, how: str, claim: str, asked: str, status: str) -> Told:
    other = "counter" if t.side(claim) == "author" else "author"
    side = t.side(claim) if how == "refuse" else other
    owner = "the author's" if t.side(claim) == "author" else "the critics'"
    noun = "reply" if claim in t.replies else "counterargument"
    says = f"{how} this" if how == "refuse" else f"{owner} {noun}: "
    return Told(
        "structure", "analyse", side, (claim, asked), (claim, asked), ("status",), (), (asked,),
        (), 2 if status == "in" else 1, (says,),
    )  # fmt: skip


def whatif_set(t: Teller, refused: str, fallen: str) -> Told:
    about = (refused, *fallen.split("+"))
    return Told(
        "structure", "analyse", t.side(refused), about, (refused,), (), (), (refused,), (), 1.5
    )


def weakest_link(t: Teller, end: str, key: str) -> Told:
    return Told("structure", "evaluate", t.side(end), (end, key), (end,), (end,), (), (end,), (), 1)


def reinstate(t: Teller, counter: str, reply: str, end: str) -> Told:
    about, side = (counter, reply, end), t.side(end)
    return Told("structure", "evaluate", side, about, (counter, end), (), (), (counter,), (), 2)


def evidence_for(t: Teller, id_: str, cited: str) -> Told:
    return Told("evidence", "remember", t.side(id_), (id_, cited), (id_,), hint=(id_,))


def source_tier(t: Teller, cited: str, _: str) -> Told:
    title = t.raw.references[cited]["title"]
    return Told("evidence", "understand", "shared", (cited,), (cited,), says=(title,))


def neutral_reword(t: Teller, slug: str) -> Told:
    entry = t.wording(slug)
    spots = tuple(entry.get("paragraphs", []))
    return Told("rhetoric", "evaluate", "author", (slug,), (entry["quote"],), (), spots)


def rhetoric_device(t: Teller, slug: str, device: str) -> Told:
    entry = t.wording(slug)
    spots, says = tuple(entry.get("paragraphs", [])), t.raw.terms[device]["text"]
    about, stem = (slug, device), (entry["quote"],)
    return Told("rhetoric", "analyse", "author", about, stem, (), spots, says=(says,))


TOLD: dict[str, Callable[..., Told]] = {
    "claim_kind": _one("claims", "analyse"), "paraphrase": _one("claims", "understand"),
} | {
    found.__name__: found
    for found in (
        attrib_side, claim_main, who_said, actor_position, premise_or_conclusion, supports_which,
        supports_all, structure_type, missing_premise, step_order, scheme_id, slot_fill, cq_match,
        attack_kind, attack_target, whatif_one, whatif_set, weakest_link, reinstate, evidence_type,
        evidence_for, evidence_gap, source_tier, neutral_reword, rhetoric_device, best_rebuttal,
    )
}  # fmt: skip
"""How each generator's items are told; those with several things at once are tried elsewhere."""
