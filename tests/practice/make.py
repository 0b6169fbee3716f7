"""Small items to practise with, and strategies that make any item."""

from typing import Any

from hypothesis import strategies as st

from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short
from debatekit.model.progress import Attempt
from debatekit.model.words import STRANDS, Strand

COUNTS = st.integers(2, 6)


def options(count: int, *right: int) -> tuple[Option, ...]:
    return tuple(
        Option(text=f"option {n}", correct=n in right, why=f"Reason {n}.") for n in range(count)
    )


def fields(name: str, strand: Strand = "claims", **more: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "id": name,
        "generator": "who_said",
        "strand": strand,
        "stem": f"Question {name}?",
        "target": f"target-{name}",
    }
    return given | more


def choice(name: str = "q", count: int = 3, right: int = 0, **more: Any) -> Choice:
    return Choice(options=options(count, right), **fields(name, **more))


def multiple(count: int = 4, right: tuple[int, ...] = (0, 2), **more: Any) -> Multiple:
    return Multiple(options=options(count, *right), **fields("m", **more))


def order(ranks: tuple[int, ...] = (0, 1, 2, 3, 4), **more: Any) -> Order:
    return Order(options=options(len(ranks)), ranks=ranks, **fields("o", **more))


def match(partners: tuple[int, ...] = (1, 0), count: int = 3, **more: Any) -> Match:
    prompts = tuple(f"prompt {number}" for number in range(len(partners)))
    return Match(prompts=prompts, options=options(count), partners=partners, **fields("t", **more))


def short(*accepted: str, **more: Any) -> Short:
    return Short(accepted=accepted or ("a common enemy",), **fields("s", **more))


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Return any item that can be answered, of any kind but short."""
    count = draw(COUNTS)
    places = st.integers(0, count - 1)
    match draw(st.sampled_from(["choice", "multiple", "match", "order"])):
        case "choice":
            return choice(count=count, right=draw(places))
        case "multiple":
            return multiple(count, tuple(draw(st.sets(places, min_size=1))))
        case "match":
            return match(tuple(draw(st.lists(places, min_size=1, max_size=count))), count)
        case _:
            return order(tuple(draw(st.permutations(range(count)))))


@st.composite
def pools(draw: st.DrawFn, most: int = 24) -> tuple[Item, ...]:
    """Return choices of several strands, some sharing targets, some written by hand."""
    made: list[Item] = []
    for number in range(draw(st.integers(1, most))):
        generator = draw(st.sampled_from(["authored", "who_said", "claim_kind"]))
        target = f"target-{draw(st.integers(0, 30))}"
        strand = draw(st.sampled_from(STRANDS))
        count, name = draw(st.integers(2, 5)), f"q{number}"
        made.append(choice(name, count, strand=strand, generator=generator, target=target))
    return tuple(made)


def attempt(number: int, **more: Any) -> Attempt:
    """Return a right answer to an item of its own, all on one target."""
    given: dict[str, Any] = {
        "id": f"attempt-{number}",
        "student": "Ada",
        "lesson": "allies",
        "item": f"q{number}",
        "target": "support:shared-enemy",
        "strand": "structure",
        "kind": "choice",
        "generator": "supports_which",
        "response": ("a",),
        "score": 1.0,
        "at": "2026-03-01T10:00:00.000+00:00",
        "session": "run",
    }
    return Attempt(**(given | more))
