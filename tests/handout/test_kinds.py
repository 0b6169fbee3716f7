"""What stands on quiz, flow, map and glossary sheets."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.generate import generate_items
from debatekit.handout.flow_sheet import CHECK, flow_sheet
from debatekit.handout.glossary_sheet import glossary_sheet
from debatekit.handout.map_sheet import DEEPEST, branches
from debatekit.handout.quiz_key import told
from debatekit.handout.quiz_sheet import Version, item_codes, quiz_sheet
from debatekit.handout.sheet import Branch, Choices, Line, Paragraph, Question, Section, Table
from debatekit.logic.derive import derive
from debatekit.logic.record import citations
from debatekit.model.graph import Graph
from debatekit.model.item import Short
from debatekit.model.material import Material
from debatekit.model.source import Event
from debatekit.model.speech import SPEECH_FORMATS, Style
from tests.handout.sheets import items, sheet


def text(line: Line) -> str:
    return "".join(span.text for span in line)


def tables(material: Material, graph: Graph, style: Style, teacher: bool) -> list[Table]:
    made = flow_sheet(material, graph, "teacher" if teacher else "student", style)
    return [block for part in made.parts for block in part.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("style", list(SPEECH_FORMATS))
def test_a_flow_sheet_has_a_column_for_each_speech_and_a_warning(
    trams: Material, trams_graph: Graph, style: Style
) -> None:
    [part] = flow_sheet(trams, trams_graph, "student", style).parts
    [table] = tables(trams, trams_graph, style, teacher=False)

    assert len(table.head) == len(table.shares) == len(SPEECH_FORMATS[style].flowed)
    assert all(len(row) == len(table.head) for row in table.rows)
    assert CHECK in text(getattr(part.blocks[0], "line", ()))


@pytest.mark.parametrize("style", list(SPEECH_FORMATS))
def test_a_flow_sheet_says_after_which_speeches_questions_are_asked(
    trams: Material, trams_graph: Graph, style: Style
) -> None:
    [part] = flow_sheet(trams, trams_graph, "student", style).parts
    lead = text(getattr(part.blocks[0], "line", ()))

    for before, one in pairwise(SPEECH_FORMATS[style].speeches):
        if one.part == "questions":
            round_of = next(said for said in lead.split(". ") if said.startswith(one.name))
            assert before.name in round_of
            assert f"{one.minutes}\u00a0min" in round_of


def test_a_plus_stands_between_premises_that_count_together(
    trams: Material, trams_graph: Graph
) -> None:
    [table] = tables(trams, trams_graph, "ld", teacher=False)
    [contention] = trams.lesson.contentions

    for reason, row in zip(contention.reasons, table.rows, strict=False):
        assert text(row[0]).count(" + ") == len(reason.premises) - 1
    assert any(len(reason.premises) > 1 for reason in contention.reasons)


def test_only_the_teachers_flow_sheet_holds_what_is_to_come(
    trams: Material, trams_graph: Graph
) -> None:
    [student] = tables(trams, trams_graph, "ld", teacher=False)
    [teacher] = tables(trams, trams_graph, "ld", teacher=True)

    assert {text(cell) for row in student.rows for cell in row[1:]} == {""}
    [contention] = trams.lesson.contentions
    one, two, three = (each.short or each.text for each in contention.counterarguments)
    assert [(text(row[0])[:2], text(row[1])) for row in teacher.rows[:4]] == [
        ("1A", f"1.1 {one}"),
        ("", f"1.2 {two}"),
        ("1B", ""),
        ("", f"1.3 {three}"),
    ]
    assert [text(row[2]).startswith("Best reply: ") for row in teacher.rows[:4]] == [
        True,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("style", "minutes"),
    [("ld", 32), ("pf", 35), ("policy_hs", 64), ("bp", 56), ("wsdc", 56), ("policy_college", 72)],
)
def test_the_speeches_of_a_format_add_up(style: Style, minutes: int) -> None:
    assert SPEECH_FORMATS[style].minutes == minutes


def test_later_evidence_is_marked_in_the_timeline(trams: Material, trams_graph: Graph) -> None:
    events = (
        Event(id="b", text="It came later.", date="2025", later=True),
        Event(id="a", text="It came first.", date="2019-05"),
    )

    [part] = glossary_sheet(replace(trams, events=events), trams_graph, "student").parts

    [table] = [
        block
        for one in part.blocks
        for block in getattr(one, "blocks", ())
        if isinstance(block, Table)
    ]
    assert [[text(cell) for cell in row] for row in table.rows] == [
        ["May 2019", "It came first."],
        ["2025", "Later evidence: It came later."],
    ]


def test_where_nothing_came_later_the_timeline_speaks_of_no_later_evidence(
    trams: Material, trams_graph: Graph
) -> None:
    first = Event(id="a", text="It came first.", date="2019-05")
    later = Event(id="b", text="It came later.", date="2025", later=True)

    leads = []
    for events in ((first,), (first, later)):
        [part] = glossary_sheet(replace(trams, events=events), trams_graph, "student").parts
        [told] = [one for one in part.blocks if isinstance(one, Section) and one.id == "events"]
        leads += [text(block.line) for block in told.blocks if isinstance(block, Paragraph)]

    assert ["later evidence" in lead for lead in leads] == [False, True]


def told_events(material: Material, graph: Graph) -> list[str]:
    """The events in the timeline of a glossary."""
    [part] = glossary_sheet(material, graph, "student").parts
    found = [one for one in part.blocks if isinstance(one, Section) and one.id == "events"]
    return [
        text(row[1]).partition("\u00a0")[0]
        for one in found
        for block in one.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def test_of_a_long_record_the_timeline_has_what_the_lessons_sources_tell_of(
    trams: Material, trams_graph: Graph
) -> None:
    cited = next(reference for id_ in trams_graph.claims for reference in citations(trams, id_))
    far = next(id_ for id_ in trams.references if id_ not in _cited_on_map(trams, trams_graph))
    many = tuple(
        Event(
            id=f"e{n:02}", text=f"Event {n}.", date=f"{1950 + n}", cite=(far if n % 3 else cited,)
        )
        for n in range(30)
    )

    assert told_events(replace(trams, events=many), trams_graph) == [
        f"Event {n}." for n in range(0, 30, 3)
    ]
    assert len(told_events(replace(trams, events=many[:20]), trams_graph)) == 20


def _cited_on_map(material: Material, graph: Graph) -> set[str]:
    return {one for id_ in graph.claims for one in citations(material, id_)}


@pytest.mark.parametrize("copies", [0, 1, 6])
def test_a_students_flow_sheet_always_has_a_row_to_fill_in(
    trams: Material, trams_graph: Graph, copies: int
) -> None:
    [contention] = trams.lesson.contentions
    more = tuple(
        replace(one, id=f"{one.id}-{n}") for n in range(copies) for one in contention.reasons
    )
    lesson = replace(
        trams.lesson,
        contentions=(replace(contention, reasons=(*contention.reasons, *more)),),
    )

    [table] = tables(replace(trams, lesson=lesson), trams_graph, "pf", teacher=False)

    assert text(table.rows[len(contention.reasons) + len(more) - 1][0])
    assert not any(text(cell) for cell in table.rows[-1])


def walked(tree: tuple[Branch, ...], depth: int = 0) -> Iterator[tuple[int, str]]:
    for branch in tree:
        yield depth, text(branch.line)
        yield from walked(branch.branches, depth + 1)


@given(depths=st.lists(st.integers(0, 40)))
def test_a_list_keeps_every_line_in_its_order(depths: list[int]) -> None:
    lines = [(depth, "", str(place)) for place, depth in enumerate(depths)]

    found = list(walked(branches(lines)))

    assert [line for _, line in found] == [line for _, _, line in lines]
    assert all(depth <= DEEPEST for depth, _ in found)


def test_a_list_that_goes_down_step_by_step_keeps_its_depths() -> None:
    lines = [(0, "", "a"), (1, "B", ": b"), (2, "C", ""), (1, "", "d"), (0, "", "e")]

    assert list(walked(branches(lines))) == [(depth, head + said) for depth, head, said in lines]


@pytest.mark.parametrize("reader", ["student", "teacher"])
def test_a_code_names_one_question_of_a_version(trams: Material, reader: str) -> None:
    made = sheet(trams, "quiz", "teacher" if reader == "teacher" else "student")
    for part, seed in zip(made.parts, (ord("A"), ord("B")), strict=True):
        asked = items(trams, seed)
        codes = item_codes(asked)
        assert len(set(codes)) == len(asked)
        inside = [
            found
            for block in part.blocks
            for found in (block, *getattr(block, "blocks", ()))
            if isinstance(found, Question)
        ]
        assert [one.code for one in inside] == list(codes)
        assert [one.number for one in inside] == list(range(1, len(asked) + 1))


def test_a_code_outlives_a_new_order(trams: Material) -> None:
    asked = items(trams)

    there = dict(zip((item.id for item in asked), item_codes(asked), strict=True))
    back = dict(zip((item.id for item in asked[::-1]), item_codes(asked[::-1]), strict=True))
    assert there == back


def test_every_kind_of_answer_has_its_room(trams: Material) -> None:
    from debatekit.generate import generate_items
    from debatekit.handout.quiz_sheet import Version, quiz_sheet
    from debatekit.handout.sheet import Choices, Pair, Room
    from debatekit.model.item import Match, Order, Short, kind_of

    found = {kind_of(item): item for item in generate_items(trams, derive(trams), 1)}
    short = Short(
        id="s", generator="authored", strand="claims", stem="Who?", target="t", accepted=("Lind",)
    )
    asked = (*found.values(), short)
    [part] = quiz_sheet(trams, "T", [Version(letter="A", items=asked)], "student").parts

    for item, question in zip(asked, part.blocks, strict=True):
        assert isinstance(question, Question)
        inside = [
            each
            for one in question.blocks
            for each in ((*one.lead, *one.right) if isinstance(one, Pair) else (one,))
        ]
        rooms = [one.box for one in inside if isinstance(one, Choices)]
        match item:
            case Match():
                assert rooms == ["line", "none"]
            case Order():
                assert rooms == ["line"]
            case Short():
                assert any(isinstance(one, Room) for one in question.blocks)
            case _:
                assert rooms in (["round"], ["square"])


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("Who paid?", "Who paid? Answer in a few words."),
        ("Who paid? Answer in one word.", "Who paid? Answer in one word."),
        ("Answer me. Who paid?", "Answer me. Who paid? Answer in a few words."),
    ],
)
def test_how_to_answer_is_said_once(trams: Material, stem: str, told: str) -> None:
    short = Short(
        id="s", generator="authored", strand="claims", stem=stem, target="t", accepted=("Lind",)
    )

    [part] = quiz_sheet(trams, "T", [Version(letter="A", items=(short,))], "student").parts

    [question] = part.blocks
    assert isinstance(question, Question)
    assert isinstance(question.blocks[0], Paragraph)
    assert text(question.blocks[0].line) == told


def test_the_answers_on_a_flow_sheet_have_the_wider_columns(
    trams: Material, trams_graph: Graph
) -> None:
    [student] = tables(trams, trams_graph, "ld", teacher=False)
    [teacher] = tables(trams, trams_graph, "ld", teacher=True)

    assert student.shares[0] > student.shares[1] == student.shares[2]
    assert teacher.shares[1] == teacher.shares[2] > teacher.shares[3]


def test_in_the_key_no_option_that_is_a_sentence_is_followed_by_a_colon(
    trams: Material, trams_graph: Graph
) -> None:
    told_of = [
        (text(line), option)
        for item in generate_items(trams, trams_graph, seed=7)
        for block in told(item)
        if isinstance(block, Choices) and item.options
        for (_, line), option in zip(block.options, item.options, strict=False)
    ]
    sentences = [
        line for line, option in told_of if option.text.endswith((".", "?")) and option.why
    ]

    assert sentences
    assert not [line for line in sentences if ".: " in line or "?: " in line]
