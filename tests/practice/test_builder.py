"""What a session asks once something is known of a learner."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.item import Item, Multiple
from debatekit.model.progress import Card, Mastery, MasteryWord
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.interleave import interleave, spaced
from debatekit.practice.known import LIKELY, MOST_MISSES, Known, success
from debatekit.practice.mastery import skill_key
from debatekit.practice.plan import MOST_ITEMS, plan
from debatekit.practice.review import plan_review
from tests.practice.make import choice, fields, options, pools

SEEDS = st.integers(0, 1000)


def lesson(per_strand: int = 12) -> tuple[Item, ...]:
    """Return many items of each strand, each with a target of its own, from two generators."""
    return tuple(
        choice(f"{strand}-{n}", strand=strand, generator=f"{strand}-{'ab'[n % 2]}")
        for strand in STRANDS
        for n in range(per_strand)
    )


def mastery(strand: Strand, value: float, skill: str = "recall", evidence: float = 8) -> Mastery:
    word: MasteryWord = "learning" if value < 0.9 else "mastered"
    return Mastery(strand=strand, skill=skill, value=value, low=value, word=word, evidence=evidence)


def known_with(*found: Mastery, **more: object) -> Known:
    skills = {(one.strand, one.skill): one for one in found}
    return Known(skills=skills, **more)  # type: ignore[arg-type]


@st.composite
def situations(draw: st.DrawFn) -> tuple[tuple[Item, ...], Known]:
    """Return a pool and anything that may be known of its targets."""
    pool = draw(pools(40))
    targets = sorted({item.target for item in pool})
    seen = frozenset(draw(st.lists(st.sampled_from(targets))))
    due = tuple(draw(st.permutations(sorted(seen))))[: draw(st.integers(0, 30))]
    skills = [mastery(s, draw(st.floats(0, 1))) for s in draw(st.sets(st.sampled_from(STRANDS)))]
    return pool, known_with(*skills, seen=seen, due=due)


@given(situations(), SEEDS, st.integers(1, 25))
def test_due_targets_take_six_tenths_at_most_while_there_is_anything_else(
    situation: tuple[tuple[Item, ...], Known], seed: int, size: int
) -> None:
    pool, known = situation
    found = plan(pool, Random(seed), mix=dict.fromkeys(STRANDS, 1), size=size, known=known)
    asked = {item.target for item in found}
    others = {item.target for item in pool} - set(known.due)

    if sum(target in known.due for target in asked) > 0.6 * size:
        assert others <= asked


@given(situations(), SEEDS, st.integers(1, 25))
def test_no_target_comes_twice_and_no_session_outgrows_its_size(
    situation: tuple[tuple[Item, ...], Known], seed: int, size: int
) -> None:
    pool, known = situation
    found = plan(pool, Random(seed), mix=dict.fromkeys(STRANDS, 1), size=size, known=known)
    targets = [item.target for item in found]

    assert len(set(targets)) == len(targets) == min(size, len({item.target for item in pool}))


@given(situations(), SEEDS)
def test_a_session_ends_on_a_likely_success_if_it_has_one_that_may_stand_there(
    situation: tuple[tuple[Item, ...], Known], seed: int
) -> None:
    pool, known = situation
    generated = tuple(item for item in pool if item.generator != "authored")
    found = plan(generated, Random(seed), known=known)
    chances = [success(item, known) for item in found]

    if len(found) >= 2 and max(chances) >= LIKELY:
        assert chances[-1] >= LIKELY


def test_the_most_overdue_come_first_and_others_wait() -> None:
    pool = lesson()
    due = tuple(item.target for item in pool if item.strand in ("claims", "actors"))
    found = plan(pool, Random(1), size=10, known=Known(due=due, seen=frozenset(due)))

    assert {item.target for item in found} & set(due) == set(due[:6])


def test_the_weakest_skill_gets_three_tenths_beyond_its_part_of_the_mix() -> None:
    known = known_with(mastery("rhetoric", 0.2), mastery("claims", 0.8), mastery("actors", 0.95))
    found = plan(
        lesson(), Random(1), mix={"claims": 1, "actors": 1, "rhetoric": 1}, size=10, known=known
    )
    strands = Counter(item.strand for item in found)

    assert strands["rhetoric"] >= 3


def test_the_weakest_skill_takes_no_more_than_its_three_tenths() -> None:
    known = known_with(mastery("rhetoric", 0.2))
    found = plan(lesson(), Random(1), mix={"claims": 9, "rhetoric": 1}, size=10, known=known)

    assert Counter(item.strand for item in found) == {"claims": 7, "rhetoric": 3}


@given(SEEDS)
def test_several_questions_on_one_weak_target_count_once(seed: int) -> None:
    same = [choice(f"same-{n}", strand="rhetoric", target="same") for n in range(9)]
    others = [choice(f"other-{n}", strand="rhetoric") for n in range(2)]
    claims = [item for item in lesson() if item.strand == "claims"]
    known = known_with(mastery("rhetoric", 0.2))
    mix: dict[Strand, int] = {"claims": 9, "rhetoric": 1}
    found = plan((*same, *others, *claims), Random(seed), mix=mix, size=10, known=known)

    assert Counter(item.strand for item in found) == {"claims": 7, "rhetoric": 3}


def test_where_the_weakest_skill_has_too_few_questions_the_next_one_takes_its_room() -> None:
    others = (item for item in lesson(20) if item.strand != "rhetoric")
    pool = (*others, *(choice(f"rare-{n}", strand="rhetoric") for n in range(2)))
    known = known_with(mastery("rhetoric", 0.2), mastery("actors", 0.4), mastery("evidence", 0.6))
    mix: dict[Strand, int] = {"claims": 97, "rhetoric": 1, "actors": 1, "evidence": 1}
    found = plan(pool, Random(1), mix=mix, size=20, known=known)

    assert Counter(item.strand for item in found) == {"rhetoric": 2, "actors": 4, "claims": 14}


@given(SEEDS)
def test_weak_questions_that_are_due_come_with_what_is_due_and_no_more(seed: int) -> None:
    pool = lesson(14)
    weak = [item.target for item in pool if item.strand == "rhetoric"]
    due = tuple(weak[:8])
    known = known_with(mastery("rhetoric", 0.2), due=due, seen=frozenset(due))
    found = plan(pool, Random(seed), mix={"claims": 9, "rhetoric": 1}, size=10, known=known)
    asked = {item.target for item in found}

    assert asked & set(due) == set(due[:6])
    assert len(asked & set(weak[8:])) == 3


@given(SEEDS)
def test_what_is_due_counts_as_its_strand_s_part_of_the_mix(seed: int) -> None:
    pool = lesson(14)
    due = tuple(item.target for item in pool if item.strand == "claims")[:6]
    known = Known(due=due, seen=frozenset(due))
    found = plan(pool, Random(seed), mix={"claims": 1, "actors": 9}, size=10, known=known)

    assert Counter(item.strand for item in found) == {"claims": 6, "actors": 4}


def test_what_was_answered_before_only_fills_up() -> None:
    pool = lesson(per_strand=4)
    seen = frozenset(item.target for item in pool[1:])
    found = plan(pool, Random(1), size=5, known=Known(seen=seen))

    assert pool[0].target in {item.target for item in found}
    assert len(found) == 5


def test_a_skill_that_went_wrong_three_times_today_waits_unless_it_is_asked_for() -> None:
    stopped = Known(misses={("claims", "recall"): MOST_MISSES})

    assert "claims" not in {item.strand for item in plan(lesson(), Random(1), known=stopped)}
    assert plan(lesson(), Random(1), strands=["claims"], known=stopped)


@pytest.mark.parametrize(("size", "count"), [(None, MOST_ITEMS), (30, 30)])
def test_no_session_has_more_than_twenty_items_unless_asked_for(
    size: int | None, count: int
) -> None:
    mix: dict[Strand, int] = dict.fromkeys(STRANDS, 10)

    assert len(plan(lesson(), Random(1), mix=mix, size=size)) == count


@given(SEEDS)
def test_a_generator_with_many_questions_does_not_crowd_out_the_others(seed: int) -> None:
    many = [choice(f"m{n}", generator="many") for n in range(200)]
    few = [choice(f"{name}{n}", generator=name) for name in ("one", "two") for n in range(2)]
    found = plan((*many, *few), Random(seed), mix={"claims": 6})

    assert Counter(item.generator for item in found) == {"many": 2, "one": 2, "two": 2}


def test_generators_that_asked_less_so_far_come_first() -> None:
    pool = tuple(choice(f"{name}{n}", generator=name) for name in "ab" for n in range(9))
    found = plan(pool, Random(1), mix={"claims": 4}, known=Known(generators={"a": 4}))

    assert {item.generator for item in found} == {"b"}


@given(SEEDS)
def test_a_first_session_opens_with_written_questions_of_few_options(seed: int) -> None:
    written = [choice(f"w{n}", strand=STRANDS[n % 6], generator="authored") for n in range(6)]
    wide = [choice(f"x{n}", 5, strand=STRANDS[n % 6], generator="authored") for n in range(6)]
    found = plan((*wide, *written, *lesson()), Random(seed), size=12)

    assert all(item.generator == "authored" for item in found[:2])
    assert all(len(item.options) == 3 for item in found[:2])


@given(SEEDS)
def test_a_session_opens_with_what_was_written_even_if_one_strand_alone_has_it(seed: int) -> None:
    written = [choice(f"w{n}", strand="actors", generator="authored") for n in range(2)]
    found = plan((*written, *lesson()), Random(seed), size=12)

    assert [item.generator for item in found[:2]] == ["authored", "authored"]


def test_mastery_outweighs_difficulty_as_evidence_comes_in() -> None:
    easy, hard = choice("e", difficulty=1), choice("h", difficulty=5)
    weak = known_with(mastery("claims", 0.1, evidence=20))
    strong = known_with(mastery("claims", 0.95, evidence=20))

    assert success(easy, Known()) > LIKELY > success(hard, Known())
    assert success(easy, weak) < LIKELY < success(hard, strong)
    assert skill_key(easy) == ("claims", "recall")


@given(pools(), SEEDS)
def test_an_order_that_keeps_runs_short_is_left_as_it_is(pool: tuple[Item, ...], seed: int) -> None:
    rows = {s: [item for item in pool if item.strand == s] for s in STRANDS}
    order = interleave(rows, Random(seed))
    strands = [item.strand for item in order]
    short = all(len(set(strands[n : n + 3])) > 1 for n in range(len(strands) - 2))

    if short:
        assert spaced((), order) == order
    assert sorted(map(id, spaced((), order))) == sorted(map(id, order))


def card(target: str, name: str = "allies") -> Card:
    at = "2026-03-01T10:00:00.000+00:00"
    return Card(student="Ada", lesson=name, target=target, strand="claims", due=at, state="{}")


def test_a_review_asks_the_most_overdue_of_all_lessons_and_passes_over_what_is_gone() -> None:
    allies, trams = lesson(1), tuple(choice(f"t{n}", target=f"tram-{n}") for n in range(3))
    due = [card("gone"), card("tram-1", "trams"), card(allies[2].target), card("tram-0", "trams")]
    found = plan_review({"allies": allies, "trams": trams}, due, Random(1), wanted=2)

    assert {(one.lesson, one.item.target) for one in found} == {
        ("trams", "tram-1"),
        ("allies", allies[2].target),
    }


def test_a_review_draws_any_of_the_questions_on_a_target() -> None:
    wordings = tuple(choice(f"w{n}", target="t") for n in range(5))
    drawn = {
        plan_review({"allies": wordings}, [card("t")], Random(seed), 1)[0].item.id
        for seed in range(40)
    }

    assert len(drawn) == 5


def test_a_review_leaves_alone_what_is_stopped_for_today() -> None:
    known = Known(misses={("claims", "recall"): MOST_MISSES})
    items = (choice("q", target="t"), Multiple(options=options(3, 0), **fields("m", "actors")))

    assert plan_review({"allies": items}, [card("t")], Random(1), 5, known) == ()


def test_what_is_due_is_asked_even_if_the_mix_leaves_its_strand_out() -> None:
    pool = lesson()
    due = next(item.target for item in pool if item.strand == "rhetoric")
    known = Known(due=(due,), seen=frozenset([due]))
    found = plan(pool, Random(1), mix={"claims": 5}, known=known)

    assert [item.target for item in found if item.strand != "claims"] == [due]


def test_in_a_session_of_four_one_question_is_on_the_weakest_skill() -> None:
    known = known_with(mastery("rhetoric", 0.2))
    found = plan(lesson(), Random(1), mix={"claims": 9, "rhetoric": 1}, size=4, known=known)

    assert Counter(item.strand for item in found) == {"claims": 3, "rhetoric": 1}


@given(SEEDS)
def test_nothing_is_asked_again_while_there_are_new_questions_enough(seed: int) -> None:
    pool = [item for item in lesson() if item.strand == "claims"]
    seen = frozenset(item.target for item in pool[::2])
    found = plan(pool, Random(seed), size=6, known=Known(seen=seen))

    assert {item.target for item in found} == {item.target for item in pool} - seen


@given(SEEDS)
def test_a_generator_that_never_asked_comes_before_one_that_did_once(seed: int) -> None:
    pool = tuple(choice(f"{name}{n}", generator=name) for name in "ab" for n in range(3))
    found = plan(pool, Random(seed), size=1, known=Known(generators={"a": 1}))

    assert [item.generator for item in found] == ["b"]


@given(SEEDS)
def test_a_review_ends_on_a_likely_success(seed: int) -> None:
    items = (choice("easy"), choice("hard", 9, strand="actors", difficulty=8))
    found = plan_review({"allies": items}, [card(x.target) for x in items], Random(seed), 2)

    assert [one.item.id for one in found] == ["hard", "easy"]
