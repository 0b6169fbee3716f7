"""What stands in a brief, for whom, and in which order."""

import pytest
from msgspec import Struct
from msgspec.structs import replace

from debatekit.handout.brief import brief_page, class_plan
from debatekit.handout.counters import explained
from debatekit.handout.page import Brief, CounterPart
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.lesson import Contention, Counterargument, Lesson, Motion, Reason, Reply
from debatekit.model.material import Material


def counters(brief: Brief) -> list[CounterPart]:
    exchanges = (exchange for one in brief.contentions for exchange in one.exchanges)
    return [counter for exchange in exchanges for counter in exchange.counters]


def with_lesson(material: Material, lesson: Lesson) -> Material:
    return replace(material, lesson=lesson)


def with_contention(material: Material, contention: Contention) -> Material:
    return with_lesson(material, replace(material.lesson, contentions=(contention,)))


def reversed_best(material: Material) -> Material:
    """The same lesson with the other reply to the first counterargument as its best."""
    [contention] = material.lesson.contentions
    first, *rest = contention.counterarguments
    replies = tuple(replace(reply, best=not reply.best) for reply in first.replies)
    changed = (replace(first, replies=replies[::-1]), *rest)
    return with_contention(material, replace(contention, counterarguments=changed))


def test_each_reason_stands_beside_what_is_said_to_it(trams: Material, trams_graph: Graph) -> None:
    [contention] = brief_page(trams, trams_graph, "student").contentions

    found = [
        (exchange.reason and exchange.reason.label, [one.label for one in exchange.counters])
        for exchange in contention.exchanges
    ]
    assert found == [("1A", ["1.1", "1.2"]), ("1B", []), (None, ["1.3"])]


def test_an_attack_is_named_after_what_it_hits(trams: Material, trams_graph: Graph) -> None:
    found = [(one.attack, one.hits) for one in counters(brief_page(trams, trams_graph, "student"))]

    assert found == [
        ("Undermines", "the premise “One driver in ten changed”"),
        ("Undercuts", "the step in reason 1A"),
        ("Rebuts", "the conclusion “Trams should be free”"),
    ]


def test_the_teacher_reads_a_critical_question_in_its_schemes_words(
    trams: Material, trams_graph: Graph
) -> None:
    [_, undercut, _] = counters(brief_page(trams, trams_graph, "teacher"))

    asked = {question.id: question.text for question in trams.schemes["consequences"].questions}
    assert undercut.question.startswith(f"{asked['likely']} (The pattern: ")


def test_sources_are_numbered_in_the_order_of_reading(trams: Material, trams_graph: Graph) -> None:
    brief = brief_page(trams, trams_graph, "teacher")

    assert brief.article.numbers == (1,)
    assert [term.meaning.numbers for term in brief.terms] == [(), (2,)]
    assert [source.number for source in brief.sources] == [1, 2, 3]
    assert "Okoro" in brief.sources[1].text


def test_a_students_brief_leaves_to_the_glossary_where_words_are_from(
    trams: Material, trams_graph: Graph
) -> None:
    brief = brief_page(trams, trams_graph, "student")

    assert {(term.meaning.numbers, term.coined_by) for term in brief.terms} == {((), "")}
    assert [source.number for source in brief.sources] == list(range(1, 1 + len(brief.sources)))
    assert len(brief.sources) > 1


def test_terms_and_actors_follow_the_alphabet(trams: Material, trams_graph: Graph) -> None:
    brief = brief_page(trams, trams_graph, "student")

    assert [term.name for term in brief.terms] == ["farebox revenue", "modal shift"]
    assert [actor.name for actor in brief.actors] == ["Ada Okoro", "Dunmark", "Petra Lind"]


def test_an_actor_whom_the_lesson_never_meets_is_left_out(
    trams: Material, trams_graph: Graph
) -> None:
    stranger = replace(trams.actors["okoro"], name="Mina Stranger", also=())
    crowded = replace(trams, actors={**trams.actors, "stranger": stranger})

    brief = brief_page(crowded, trams_graph, "student")

    assert "Mina Stranger" not in [actor.name for actor in brief.actors]


def test_the_students_page_is_the_same_whichever_reply_is_best(trams: Material) -> None:
    changed = reversed_best(trams)

    assert brief_page(changed, derive(changed), "student") == brief_page(
        trams, derive(trams), "student"
    )


def test_the_teachers_page_marks_one_reply_to_each_counterargument(
    trams: Material, trams_graph: Graph
) -> None:
    found = counters(brief_page(trams, trams_graph, "teacher"))

    assert [sum(reply.best for reply in one.replies) for one in found] == [1, 1, 1]


def emptied(part: object, fields: frozenset[str]) -> object:
    """The part with the named fields, wherever they occur in it, as they are by default."""
    if isinstance(part, Struct):
        kept = {
            name: ""
            if name in fields and isinstance(value, str)
            else ()
            if name in fields
            else emptied(value, fields)
            for name in part.__struct_fields__
            for value in [getattr(part, name)]
        }
        return type(part)(**kept)
    if isinstance(part, tuple):
        return tuple(emptied(one, fields) for one in part)
    if isinstance(part, dict):
        return {key: emptied(one, fields) for key, one in part.items()}
    return part


def test_the_students_page_knows_nothing_that_is_for_the_teacher(
    trams: Material, trams_graph: Graph
) -> None:
    fields = frozenset({"notes", "charity", "straw", "paragraphs", "objectives", "paraphrases"})
    bare = emptied(trams, fields)

    assert isinstance(bare, Material)
    assert brief_page(bare, trams_graph, "student") == brief_page(trams, trams_graph, "student")
    assert brief_page(bare, trams_graph, "teacher") != brief_page(trams, trams_graph, "teacher")


@pytest.mark.parametrize("minutes", [16, 45, 90, 137, 600])
@pytest.mark.parametrize("contentions", [1, 3, 7])
def test_the_steps_of_the_plan_add_up_to_the_lessons_minutes(
    trams: Material, minutes: int, contentions: int
) -> None:
    lesson = replace(
        trams.lesson, minutes=minutes, contentions=trams.lesson.contentions * contentions
    )

    plan = class_plan(lesson)

    assert sum(step.minutes for step in plan) == minutes
    assert all(step.minutes > 0 for step in plan)
    assert len({step.minutes for step in plan if step.text.startswith("Contention")}) == 1


def test_a_lesson_of_five_minutes_has_no_plan(trams: Material) -> None:
    assert class_plan(replace(trams.lesson, minutes=5)) == ()


def test_a_plan_names_a_motion_only_where_the_lesson_has_one(trams: Material) -> None:
    motion = Motion(text="The town should pay for its trams.", format="pf")

    debated = class_plan(replace(trams.lesson, motions=(motion,)))[-1].text
    without = class_plan(replace(trams.lesson, motions=()))[-1].text

    assert "motion" in debated
    assert "motion" not in without


def test_a_reason_for_a_step_in_between_says_what_it_shows(trams: Material) -> None:
    middle = Reason(id="why", premises=("tickets-cost-much",), concludes="fewer-cars-wanted")
    [contention] = trams.lesson.contentions
    material = with_contention(trams, replace(contention, reasons=(*contention.reasons, middle)))

    [shown] = brief_page(material, derive(material), "student").contentions

    conclusions = [exchange.reason.conclusion for exchange in shown.exchanges if exchange.reason]
    assert conclusions == ["", "", trams.claims["fewer-cars-wanted"].text]


def test_very_long_sides_follow_one_another(trams: Material) -> None:
    [contention] = trams.lesson.contentions
    first, *rest = contention.counterarguments
    wordy = replace(first, text="Walkers, not drivers. " * 80)
    material = with_contention(trams, replace(contention, counterarguments=(wordy, *rest)))

    found = counters(brief_page(material, derive(material), "student"))

    assert [one.long for one in found] == [True, False, False]


def test_a_lesson_with_sixty_counterarguments_shows_them_all(trams: Material) -> None:
    many = tuple(
        Counterargument(
            id=f"c{n}",
            text=f"Number {n}.",
            attacks="make-trams-free",
            one_way=True,
            replies=(Reply(id=f"r{n}", text="No.", answers="dismisses"),),
        )
        for n in range(60)
    )
    [contention] = trams.lesson.contentions
    material = with_contention(trams, replace(contention, counterarguments=many))

    found = counters(brief_page(material, derive(material), "student"))

    assert [one.label for one in found] == [f"1.{n}" for n in range(1, 61)]
    assert all(one.only_asks for one in found)


def test_a_critical_question_in_letters_comes_with_the_pattern_that_they_are_from(
    trams: Material,
) -> None:
    cause, whole = trams.schemes["cause-to-effect"], trams.schemes["composition"]
    asked = {one.id: one.text for one in cause.questions}

    assert explained(asked["occurs"], cause) == (
        f"{asked['occurs']} (The pattern: {'; '.join(cause.slots.values())};"
        f" so {cause.conclusion}.)"
    )
    assert explained(asked["law-strength"], cause) == asked["law-strength"]
    assert all(
        "so the whole" in explained(one.text, whole) for one in whole.questions if " F" in one.text
    )
