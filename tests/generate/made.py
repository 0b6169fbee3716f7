"""Lessons for tests: from raw files, and made up by Hypothesis."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from msgspec import convert

from debatekit.model.lesson import Lesson
from debatekit.model.material import Material, join_material
from debatekit.model.reference import Reference, Term
from debatekit.model.scheme import Scheme
from debatekit.model.source import Source
from tests.generate.raw import Raw, RawLesson, bare_source, raw_lesson, raw_schemes

SCHEMES = raw_schemes()
BRIEF = settings(
    max_examples=100,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

_KINDS = ["fact", "causal", "interpretation", "value", "prediction", "policy", "quote-report"]
_SIDES: list[str | None] = [None, None, "author", "counter", "shared"]
_REAL_SCHEMES = ["cause-to-effect", "sign", "rule", "generic"]


def material_of(raw: RawLesson, name: str = "lesson") -> Material:
    """Return the raw lesson as the types that the program works on."""
    return join_material(
        name,
        convert(raw.lesson, Lesson),
        convert(raw.source, Source),
        {id_: convert(entry, Reference) for id_, entry in raw.references.items()},
        {id_: convert(entry, Term) for id_, entry in raw.terms.items()},
        {id_: convert(entry, Scheme) for id_, entry in raw.schemes.items()},
    )


def material_at(root: Path, name: str) -> Material:
    """Return a workspace's lesson."""
    return material_of(raw_lesson(root, name), name)


@st.composite
def raw_lessons(draw: st.DrawFn) -> RawLesson:
    """Return a small lesson whose ids all exist; its texts are about as long as one another."""
    count = draw(st.integers(3, 8))
    claims = {f"c{n}": draw(_claims(n)) for n in range(count)}
    own = draw(st.integers(0, 2))
    contentions = [{"claim": "c0", **draw(_cases(list(claims)))}]
    source = bare_source(
        dict(list(claims.items())[own:]),
        {f"a{n}": draw(_actors(n)) for n in range(5)},
        paragraphs=[{"gist": "One."}, {"gist": "Two."}],
        statements=draw(st.lists(_statements(list(claims)), max_size=6)),
        events=[draw(_events(n)) for n in range(draw(st.integers(0, 6)))],
    )
    lesson = {
        "format": 1,
        "title": "A lesson",
        "source": "article",
        "claims": dict(list(claims.items())[:own]),
        "contentions": contentions,
    }
    return RawLesson(lesson, source, [], {}, SCHEMES)


@st.composite
def _claims(draw: st.DrawFn, number: int) -> Raw:
    """Return a claim with a text of its own."""
    claim: Raw = {
        "text": f"What the claim numbered {number} says is so.",
        "kind": draw(st.sampled_from(_KINDS)),
        "paragraphs": draw(st.lists(st.integers(1, 2), max_size=1)),
        "unstated": draw(st.integers(0, 5)) == 0,
        "asserted": draw(st.integers(0, 5)) == 0,
        "evidence_checked": draw(st.booleans()),
        "kind_arguable": draw(st.lists(st.sampled_from(_KINDS), max_size=1)),
    }
    side = draw(st.sampled_from(_SIDES))
    return {**claim, "side": side} if side else claim


@st.composite
def _actors(draw: st.DrawFn, number: int) -> Raw:
    kind = draw(st.sampled_from(["person", "state"]))
    return {"name": f"Actor {number}", "kind": kind, "role": f"part {draw(st.integers(0, 9))}"}


@st.composite
def _statements(draw: st.DrawFn, claims: list[str]) -> Raw:
    return {
        "actor": f"a{draw(st.integers(0, 4))}",
        "verb": draw(st.sampled_from(["says", "concedes", "denies", "holds"])),
        "claim": draw(st.sampled_from(claims)),
        "paragraphs": [1],
    }


@st.composite
def _events(draw: st.DrawFn, number: int) -> Raw:
    year = draw(st.integers(1990, 2010))
    date = draw(st.sampled_from([f"{year}", f"{year}-05", f"{year}-05-07", f"{year}/{year + 3}"]))
    return {"id": f"e{number}", "text": f"Event {number} happens.", "date": date}


@st.composite
def _cases(draw: st.DrawFn, claims: list[str]) -> Raw:
    """Return reasons, counterarguments and replies over the claims; circles may occur."""
    reasons = [draw(_reasons(f"r{n}", claims)) for n in range(draw(st.integers(0, 4)))]
    targets = [*claims, *(reason["id"] for reason in reasons)]
    counters = [draw(_counters(n, claims, targets)) for n in range(draw(st.integers(0, 4)))]
    return {"reasons": reasons, "counterarguments": counters}


@st.composite
def _reasons(draw: st.DrawFn, name: str, claims: list[str]) -> Raw:
    premises = draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True))
    reason: Raw = {
        "id": name,
        "premises": premises,
        "scheme": draw(st.sampled_from(_REAL_SCHEMES)),
        "structure_reviewed": draw(st.booleans()),
        "scheme_reviewed": draw(st.booleans()),
    }
    end = draw(st.sampled_from([None, *claims]))
    return {**reason, "concludes": end} if end else reason


@st.composite
def _counters(draw: st.DrawFn, number: int, claims: list[str], targets: list[str]) -> Raw:
    name = f"k{number}"
    answers = st.sampled_from(["rebuts", "dismisses", "concedes"])
    replies: list[Any] = [
        {
            "id": f"{name}y{n}",
            "text": f"What the reply {n} to counterargument {number} says is so.",
            "answers": draw(answers),
        }
        for n in range(draw(st.integers(0, 2)))
    ]
    return {
        "id": name,
        "text": f"What the counterargument numbered {number} says is so.",
        "attacks": draw(st.sampled_from(targets)),
        "one_way": draw(st.booleans()),
        "held_by": draw(st.lists(st.sampled_from(["a1", "a2"]), max_size=1)),
        "reasons": [draw(_reasons(f"{name}r{n}", claims)) for n in range(draw(st.integers(0, 1)))],
        "replies": replies,
    }
