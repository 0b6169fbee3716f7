"""What is so on a lesson's map, found straight from its raw files."""

from collections.abc import Callable
from typing import Any

from tests.generate.raw import Raw, RawLesson


class MapOracle:
    """A lesson's claims, steps and arrows as sets of tuples, and questions about them."""

    def __init__(self, raw: RawLesson) -> None:
        self.raw = raw
        self.claims: Raw = {**raw.source["claims"], **raw.lesson.get("claims", {})}
        self.actors: Raw = {**raw.source["actors"], **raw.lesson.get("actors", {})}
        self.counters: Raw = {}
        self.replies: Raw = {}
        self.reply_to: dict[str, str] = {}
        self.reasons: Raw = {}
        self.ends: dict[str, str] = {}
        self.owner: dict[str, str] = {}
        for contention in raw.lesson["contentions"]:
            self._list_reasons(contention.get("reasons", []), contention["claim"], "author")
            for entry in contention.get("counterarguments", []):
                self.counters[entry["id"]] = entry
                self._list_reasons(entry.get("reasons", []), entry["id"], "counter")
                for reply in entry.get("replies", []):
                    self.replies[reply["id"]] = reply
                    self.reply_to[reply["id"]] = entry["id"]
        self.arrows = list(self._arrows())
        self.known: dict[str, dict[str, str]] = {}

    def _list_reasons(self, reasons: list[Raw], end: str, owner: str) -> None:
        for reason in reasons:
            self.reasons[reason["id"]] = reason
            self.ends[reason["id"]] = reason.get("concludes") or end
            self.owner[reason["id"]] = owner

    def _arrows(self) -> Any:
        """Yield attacker, target, whether it goes both ways, and the question pressed."""
        for id_, entry in self.counters.items():
            on_step = entry["attacks"] in self.reasons
            both = not on_step and not entry.get("one_way", False)
            yield id_, entry["attacks"], both, entry.get("question", "")
        for id_, reply in self.replies.items():
            if reply["answers"] != "concedes":
                yield id_, self.reply_to[id_], reply["answers"] == "rebuts", ""

    def holds(self, predicate: str, arguments: tuple[str, ...]) -> bool:
        """Return whether the fact is so."""
        ask: Callable[..., bool] = getattr(self, f"is_{predicate}")
        return bool(ask(*arguments))

    # What the map shows.

    def on_map(self) -> set[str]:
        """Return every claim that takes part in the lesson."""
        used = {contention["claim"] for contention in self.raw.lesson["contentions"]}
        for id_ in self.reasons:
            used |= {*self.premises(id_), self.ends[id_]}
        used |= {entry["attacks"] for entry in self.counters.values()}
        return {id_ for id_ in used if id_ in self.claims} | {*self.counters, *self.replies}

    def premises(self, reason: str) -> list[str]:
        entry = self.reasons.get(reason, {})
        return [*entry.get("premises", []), *entry.get("unstated", [])]

    def entry(self, id_: str) -> Raw:
        found: Raw = self.counters.get(id_) or self.replies.get(id_) or self.claims.get(id_) or {}
        return found

    def is_claim(self, claim: str) -> bool:
        return claim in self.on_map()

    def is_premise(self, reason: str, claim: str) -> bool:
        return claim in self.premises(reason)

    def is_concludes(self, reason: str, claim: str) -> bool:
        return self.ends.get(reason) == claim

    def is_reason_for(self, first: str, second: str) -> bool:
        return any(first in self.premises(id_) and self.ends[id_] == second for id_ in self.reasons)

    def is_used(self, claim: str) -> bool:
        return any(claim in self.premises(id_) for id_ in self.reasons)

    def is_concluded(self, claim: str) -> bool:
        return claim in self.ends.values()

    def is_root(self, claim: str) -> bool:
        return self.is_concluded(claim) and not self.is_used(claim)

    def is_linked(self, reason: str) -> bool:
        return len(set(self.premises(reason))) > 1

    def is_together(self, first: str, second: str) -> bool:
        return any({first, second} <= set(self.premises(id_)) for id_ in self.reasons)

    def is_apart(self, first: str, second: str) -> bool:
        ends = [
            {self.ends[id_] for id_ in self.reasons if claim in self.premises(id_)}
            for claim in (first, second)
        ]
        return bool(ends[0] & ends[1]) and not self.is_together(first, second)

    def is_chain(self, *claims: str) -> bool:
        for place, claim in enumerate(claims[:-1]):
            if [self.ends[id_] for id_ in self.reasons if claim in self.premises(id_)] != [
                claims[place + 1]
            ]:
                return False
        return True

    def is_supports(self, first: str, second: str) -> bool:
        reached: set[str] = set()
        grown = True
        while grown:
            more = {
                self.ends[id_]
                for id_ in self.reasons
                if any(claim == first or claim in reached for claim in self.premises(id_))
            }
            grown = not more <= reached
            reached |= more
        return second in reached

    def is_side(self, claim: str, side: str) -> bool:
        return claim in self.on_map() and self.side(claim) == side

    def side(self, claim: str) -> str:
        if claim in self.counters:
            return "counter"
        if claim in self.replies:
            return "author"
        if self.claims[claim].get("side"):
            return str(self.claims[claim]["side"])
        if claim in self.raw.source["claims"]:
            return "author"
        owners = {self.owner[i] for i in self.reasons if claim in (*self.premises(i), self.ends[i])}
        if any(contention["claim"] == claim for contention in self.raw.lesson["contentions"]):
            owners.add("author")
        return "author" if not owners else "shared" if len(owners) > 1 else owners.pop()

    def is_kind(self, claim: str, kind: str) -> bool:
        default = "interpretation"
        return claim in self.on_map() and self.entry(claim).get("kind", default) == kind

    def is_unstated(self, claim: str) -> bool:
        return claim in self.on_map() and self.entry(claim).get("unstated", False) is True

    def is_scheme(self, reason: str, scheme: str) -> bool:
        return reason in self.reasons and self.reasons[reason].get("scheme", "generic") == scheme

    def is_attacks(self, source: str, target: str) -> bool:
        return any(arrow[:2] == (source, target) for arrow in self.arrows)

    def is_attacked(self, target: str) -> bool:
        return any(arrow[1] == target for arrow in self.arrows)

    def is_presses(self, source: str, question: str) -> bool:
        return any(arrow[0] == source and arrow[3] == question for arrow in self.arrows)

    def is_attack(self, source: str, name: str) -> bool:
        return any(arrow[0] == source and self.name(arrow[1]) == name for arrow in self.arrows)

    def name(self, target: str) -> str:
        if target in self.reasons:
            return "undercut"
        return "rebut" if self.is_concluded(target) else "undermine"

    def is_status(self, scenario: str, thing: str, status: str) -> bool:
        return self.statuses(scenario).get(thing) == status

    # What stands: the alternating fixpoint (Van Gelder 1993), round by round, no counters.

    def statuses(self, scenario: str) -> dict[str, str]:
        if scenario not in self.known:
            self.known[scenario] = self._statuses(scenario)
        return self.known[scenario]

    def _statuses(self, scenario: str) -> dict[str, str]:
        view, *parts = scenario.split()
        given = {name: set(ids.split(",")) for name, ids in (part.split("=") for part in parts)}
        accept = given.get("accept", set())
        hidden = {"author": "counter", "counter": "author"}.get(view)
        sides = {**{claim: self.side(claim) for claim in self.on_map()}, **self.owner}
        off = {id_ for id_, side in sides.items() if side == hidden}
        reject = given.get("reject", set()) | (off - accept - given.get("table", set()))
        start = accept | (self.asserted() - given.get("withdraw", set()))
        hits = self._hits(accept)
        sure: set[str] = set()
        while True:
            possible = self._reach(start, reject, {t for s, t in hits if s in sure})
            surer = self._reach(start, reject, {t for s, t in hits if s in possible})
            if surer == sure:
                break
            sure = surer
        return {
            id_: "in" if id_ in sure else "undecided" if id_ in possible else "out" for id_ in sides
        }

    def asserted(self) -> set[str]:
        return {
            id_
            for id_ in self.on_map()
            if self.entry(id_).get("asserted") is True or not self.is_concluded(id_)
        }

    def _hits(self, accept: set[str]) -> set[tuple[str, str]]:
        weaker = {
            (entry["weaker"], entry["stronger"])
            for entry in self.raw.lesson.get("preferences", [])
            if entry["weaker"] not in accept
        }
        found: set[tuple[str, str]] = set()
        for source, target, both, _ in self.arrows:
            pairs = {(source, target), (target, source)} - weaker if both else {(source, target)}
            found |= pairs
        return {(source, target) for source, target in found if target not in accept}

    def _reach(self, start: set[str], reject: set[str], hit: set[str]) -> set[str]:
        out = reject | hit
        reached = start - out
        while True:
            steps = {
                id_ for id_ in self.reasons if id_ not in out and set(self.premises(id_)) <= reached
            }
            more = ({self.ends[id_] for id_ in steps} - out) | steps
            if more <= reached:
                return reached
            reached |= more
