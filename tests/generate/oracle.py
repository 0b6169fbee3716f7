"""What is so in a lesson, found straight from its raw files: a second path for every proof.

Nothing here or in map_oracle imports debatekit; a fact that the program and these files both
bear out rests on two separate readings of the lesson.
"""

from tests.generate.map_oracle import MapOracle
from tests.generate.raw import Raw

STATING = ("says", "asserts", "concedes", "holds")


class Oracle(MapOracle):
    """A lesson's map and its record, with a question for every predicate."""

    def is_states(self, actor: str, claim: str) -> bool:
        said = any(
            (entry["actor"], entry["claim"]) == (actor, claim) and entry["verb"] in STATING
            for entry in self.raw.source.get("statements", [])
        )
        return said or (claim not in self.replies and actor in self.entry(claim).get("held_by", []))

    def is_mentioned(self, actor: str, claim: str) -> bool:
        return self.is_states(actor, claim) or any(
            (entry["actor"], entry["claim"]) == (actor, claim)
            for entry in self.raw.source.get("statements", [])
        )

    def is_role(self, actor: str, role: str) -> bool:
        return actor in self.actors and self.actors[actor].get("role", "") == role

    def is_actor_kind(self, actor: str, kind: str) -> bool:
        return actor in self.actors and self.actors[actor]["kind"] == kind

    def is_before(self, first: str, second: str) -> bool:
        events = [*self.raw.source.get("events", []), *self.raw.lesson.get("events", [])]
        dates = {event["id"]: event["date"] for event in reversed(events)}
        if first not in dates or second not in dates:
            return False
        return _days(dates[first].split("/")[-1])[1] < _days(dates[second].split("/")[0])[0]

    def is_contention(self, claim: str) -> bool:
        return any(contention["claim"] == claim for contention in self.raw.lesson["contentions"])

    def is_kind_arguable(self, claim: str, kind: str) -> bool:
        return kind in self.claims.get(claim, {}).get("kind_arguable", [])

    def is_structure_reviewed(self, reason: str) -> bool:
        return self.reasons.get(reason, {}).get("structure_reviewed", False) is True

    def is_scheme_reviewed(self, reason: str) -> bool:
        return self.reasons.get(reason, {}).get("scheme_reviewed", False) is True

    def is_slot(self, reason: str, slot: str, claim: str) -> bool:
        return bool(self.reasons.get(reason, {}).get("slots", {}).get(slot) == claim)

    def is_confusable(self, first: str, second: str) -> bool:
        schemes = self.raw.schemes
        return second in schemes.get(first, {}).get("confusable", []) or first in schemes.get(
            second, {}
        ).get("confusable", [])

    def is_question(self, scheme: str, question: str) -> bool:
        asked = self.raw.schemes.get(scheme, {}).get("questions", [])
        return question in [entry["id"] for entry in asked]

    def is_hits(self, scheme: str, question: str, what: str) -> bool:
        asked = self.raw.schemes.get(scheme, {}).get("questions", [])
        return {question: what}.items() <= {one["id"]: one["hits"] for one in asked}.items()

    def is_burden(self, claim: str, side: str) -> bool:
        borne = [
            entry.get("burden", "author")
            for entry in self.raw.lesson["contentions"]
            if entry["claim"] == claim
        ]
        return side in borne

    def is_flow_dropped(self, flow: str, speech: str, move: str) -> bool:
        """Whether the first later speech of the other side leaves the move, as it is written."""
        parts = [part.partition(":") for part in flow.split()]
        sides = [head.split("/")[1] for head, _, _ in parts]
        said = [[one.split(">") for one in moves.split(",") if one] for _, _, moves in parts]
        now = [head.split("/")[0] for head, _, _ in parts].index(speech)
        [here] = [n for n, moves in enumerate(said) if move in [one[0] for one in moves]]
        after = [n for n in range(here + 1, now + 1) if sides[n] != sides[here]]
        return bool(after) and not any(move in one[1:] for one in said[after[0]])

    def is_reply(self, counterargument: str, reply: str) -> bool:
        return self.reply_to.get(reply) == counterargument

    def is_answers(self, reply: str, how: str) -> bool:
        return bool(self.replies.get(reply, {}).get("answers") == how)

    def is_answered(self, counterargument: str) -> bool:
        return bool(self.counters.get(counterargument, {}).get("replies"))

    def is_cites(self, thing: str, reference: str) -> bool:
        shown = self.evidence(thing)
        cited = [ref for entry in shown for ref in entry.get("cite", [])]
        own = [] if thing in self.counters else self.entry(thing).get("cite", [])
        return reference in (*own, *cited)

    def evidence(self, thing: str) -> list[Raw]:
        holder = self.claims.get(thing) or self.counters.get(thing) or {}
        found: list[Raw] = holder.get("evidence", [])
        return found

    def is_evidence(self, thing: str) -> bool:
        return any(entry["kind"] != "none" for entry in self.evidence(thing))

    def is_evidence_kind(self, thing: str, kind: str) -> bool:
        return kind in [entry["kind"] for entry in self.evidence(thing)]

    def is_evidence_checked(self, claim: str) -> bool:
        return self.claims.get(claim, {}).get("evidence_checked", False) is True

    def is_equivalent(self, first: str, second: str) -> bool:
        return second in self.claims.get(first, {}).get(
            "equivalent_to", []
        ) or first in self.claims.get(second, {}).get("equivalent_to", [])

    def is_tier(self, reference: str, tier: str) -> bool:
        return bool(self.raw.references.get(reference, {}).get("custom", {}).get("tier") == tier)

    def is_fair(self, claim: str, text: str) -> bool:
        return text in (self.claims.get(claim, {}).get("paraphrases") or {}).get("fair", [])

    def is_unfair(self, claim: str, text: str, flaw: str) -> bool:
        listed = (self.claims.get(claim, {}).get("paraphrases") or {}).get("unfair", [])
        return {"text": text, "flaw": flaw} in listed

    def is_steelman(self, side: str, text: str) -> bool:
        return bool((self.raw.lesson.get("steelman") or {}).get(side, {}).get("text") == text)

    def is_straw(self, side: str, text: str, flaw: str) -> bool:
        listed = (self.raw.lesson.get("steelman") or {}).get(side, {}).get("straw", [])
        return {"text": text, "flaw": flaw} in listed

    def _worded(self, quote: str, key: str, text: str) -> bool:
        return any(
            entry["quote"] == quote and entry.get(key, "") == text
            for entry in self.raw.source.get("wording", [])
        )

    def is_charged(self, quote: str) -> bool:
        return self._worded(quote, "quote", quote)

    def is_device(self, quote: str, device: str) -> bool:
        return self._worded(quote, "device", device)

    def is_device_arguable(self, quote: str, device: str) -> bool:
        return any(
            entry["quote"] == quote and device in entry.get("device_arguable", [])
            for entry in self.raw.source.get("wording", [])
        )

    def is_neutral(self, quote: str, text: str) -> bool:
        return self._worded(quote, "neutral", text)

    def is_still_loaded(self, quote: str, text: str) -> bool:
        return self._worded(quote, "still_loaded", text)

    def is_changes_claim(self, quote: str, text: str) -> bool:
        return self._worded(quote, "changes_claim", text)


def _days(date: str) -> tuple[int, int]:
    """Return the first and last day that a date may mean, as numbers that compare."""
    parts = [int(part) for part in date.split("-")]
    first = [*parts, 1, 1][:3]
    last = [*parts, *(12, 31)[len(parts) - 1 :]][:3]
    return _number(first), _number(last)


def _number(day: list[int]) -> int:
    return day[0] * 10_000 + day[1] * 100 + day[2]
