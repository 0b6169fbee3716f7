"""The file in which a student hands in answers: what goes in comes out, and faults have lines."""

import json
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.store.exchange import (
    MOST_FAULTS,
    MOST_OF_A_LINE,
    Handed,
    Header,
    InvalidExchangeError,
    lines_of,
    parse_lines,
    read_lines,
    write_lines,
)
from tests.store.make import attempt

HEADER = Header(student="Ada", exported_at="2026-03-02T10:00:00.000+00:00")
WHOLE = write_lines(HEADER, [attempt(1), attempt(2), attempt(3)], [attempt(2).id])
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
attempts = st.builds(
    lambda number, response, score, certainty, flaw, shown: attempt(
        number, response=response, score=score, certainty=certainty, flaw=flaw, shown=shown
    ),
    st.integers(1, 10**6),
    st.lists(words, max_size=4).map(tuple),
    st.floats(0, 1),
    st.sampled_from([None, 1, 2, 3]),
    words,
    st.lists(words, max_size=4).map(tuple),
)


def faults(content: bytes) -> list[tuple[int, str]]:
    with pytest.raises(InvalidExchangeError) as raised:
        parse_lines(content)
    return [(fault.line, fault.message) for fault in raised.value.faults]


def changed(line: int, **values: Any) -> bytes:
    """The whole file with one line's values changed, or taken away where they are `...`."""
    lines = [json.loads(text) for text in WHOLE.decode().splitlines()]
    lines[line - 1].update(values)
    lines[line - 1] = {key: value for key, value in lines[line - 1].items() if value is not ...}
    return "\n".join(json.dumps(text) for text in lines).encode()


def test_the_file_is_json_a_line() -> None:
    first, second, *_, last = [json.loads(line) for line in WHOLE.splitlines()]

    assert first == {
        "debatekit": "scores",
        "format": 2,
        "student": "Ada",
        "exported_at": "2026-03-02T10:00:00.000+00:00",
    }
    assert second["id"] == attempt(1).id
    assert second["response"] == ["a", "c"]
    assert last == {"undone": attempt(2).id}


def test_a_file_of_the_first_format_is_read_as_well() -> None:
    head, *lines = [json.loads(line) for line in WHOLE.splitlines()]
    old = [{key: value for key, value in line.items() if key != "shown"} for line in lines]
    content = b"\n".join(json.dumps(line).encode() for line in ({**head, "format": 1}, *old))

    assert [made.shown for made in parse_lines(content).attempts] == [(), (), ()]
    assert parse_lines(content).attempts == parse_lines(WHOLE).attempts


@settings(deadline=None)
@given(st.lists(attempts, max_size=5, unique_by=lambda one: one.id), words, st.data())
def test_what_goes_in_comes_out(made: list[Any], student: str, data: st.DataObject) -> None:
    header = replace(HEADER, student=f"A {student}")
    ours = tuple(replace(one, student=header.student) for one in made)
    gone = tuple(one.id for one in ours if data.draw(st.booleans()))
    found = parse_lines(write_lines(header, ours, gone))

    assert found == Handed(header=header, attempts=ours, undone=gone)
    assert {one.id for one in found.kept} == {one.id for one in ours} - set(gone)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + WHOLE,
        WHOLE.replace(b"\n", b"\r\n"),
        WHOLE.replace(b"\n", b"\n\n \n"),
        WHOLE.rstrip(b"\n"),
        WHOLE + WHOLE.splitlines(keepends=True)[1],
    ],
    ids=["byte order mark", "CRLF", "blank lines", "no last line end", "a line twice"],
)
def test_what_editors_and_copies_leave_behind_does_no_harm(content: bytes) -> None:
    assert parse_lines(content) == parse_lines(WHOLE)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "this is no file of 'debatekit scores export': its first line must say so"),
        (b"name,score\nAda,1\n", 1, "this is no file of"),
        (WHOLE.split(b"\n", 1)[1], 1, "this is no file of"),
        (changed(1, format=3), 1, "this is format 3, of a newer debatekit; update debatekit"),
        (changed(1, format=0), 1, "there is no format 0"),
        (changed(1, student=" "), 1, "the student has no name"),
        (changed(1, more=1), 1, "this is no file of"),
        (changed(3, strand="gossip"), 3, "this line is no attempt: invalid enum value 'gossip'"),
        (changed(3, item=...), 3, "this line is no attempt: object missing required field `item`"),
        (changed(3, grade=1), 3, "this line is no attempt: object contains unknown field `grade`"),
        (changed(3, score=1.5), 3, "this line is no attempt: expected `float` <= 1.0"),
        (changed(3, score="1"), 3, "this line is no attempt: expected `float`, got `str`"),
        (changed(3, certainty=4), 3, "this line is no attempt: expected `int` <= 3"),
        (changed(3, took_ms=-1), 3, "this line is no attempt: expected `int` >= 0"),
        (changed(3, id=""), 3, "this line is no attempt"),
        (changed(3, at="yesterday"), 3, "'yesterday' is no time with a time zone"),
        (changed(3, at="2026-03-01T10:00:00"), 3, "'2026-03-01T10:00:00' is no time with"),
        (changed(3, student="Ben"), 3, "the answer is by 'Ben', the file by 'Ada'"),
        (changed(3, id=attempt(1).id, score=0), 3, "is there twice, and differs"),
        (changed(5, undone="elsewhere"), 5, "attempt 'elsewhere' is taken back, but not there"),
        (changed(5, undone=7), 5, "this line is no attempt: expected `str`, got `int`"),
        (WHOLE[:-200], 4, "this line is no JSON; was the file cut short?"),
        (WHOLE.replace(b"q1", b"\xff"), 2, "this line is no JSON"),
        (WHOLE + b"[" * 100_000, 6, "this line is no"),
        (WHOLE + b"[]", 6, "this line is no attempt"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_has_its_line_and_says_what_is_wrong(
    content: bytes, line: int, message: str
) -> None:
    (number, said), *_ = faults(content)

    assert number == line
    assert message in said


def test_every_fault_is_told_but_not_without_end() -> None:
    two = changed(2, score=2).replace(b'"took_ms": 1234', b'"took_ms": "long"')
    many = WHOLE.splitlines()[0] + b"\n{}" * 1000

    assert [line for line, _ in faults(two)] == [2, 3, 4]
    assert len(faults(many)) == MOST_FAULTS


def last_faulty_line(content: bytes) -> int:
    """The last line that has a fault; 0 if the file is whole."""
    try:
        parse_lines(content)
    except InvalidExchangeError as error:
        return max(fault.line for fault in error.faults)
    return 0


@given(st.binary(max_size=200), st.integers(0, len(WHOLE)))
def test_no_bytes_are_too_odd_for_a_line_to_be_named(noise: bytes, place: int) -> None:
    for content in (noise, WHOLE[:place] + noise + WHOLE[place:], WHOLE[:place]):
        assert 0 <= last_faulty_line(content) <= content.count(b"\n") + 1


PLAIN = write_lines(HEADER, [attempt(1), attempt(2)])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b'"student":"Ada"', b'"student":"Ben"', "by 'Ben', the file by 'Ada'"),
        (b"2026-03-01T10:00", b"1996-03-01T10:00", "is no time with a time zone, from 2000"),
        (b'"took_ms":1234', b'"took_ms":2678400001', "2678400001 milliseconds are more than"),
        (attempt(2).id.encode(), attempt(1).id.encode(), ""),
    ],
)
def test_an_odd_answer_is_found_where_nothing_was_taken_back_too(
    old: bytes, new: bytes, message: str
) -> None:
    head, first, second = PLAIN.splitlines()
    content = b"\n".join((head, first, second.replace(old, new)))

    if not message:
        assert parse_lines(content).attempts == (attempt(1),)
    else:
        ((line, said),) = faults(content)
        assert line == 3
        assert message in said


def test_an_answer_of_a_whole_month_is_taken() -> None:
    longest = attempt(1, took_ms=31 * 24 * 3600 * 1000)

    assert parse_lines(write_lines(HEADER, [longest])).attempts == (longest,)


def test_what_can_be_read_of_a_faulty_file_is_read_and_the_rest_is_told_of() -> None:
    faulty = changed(3, score=2) + b'\n{"undone": "elsewhere"}'
    found, told = read_lines(faulty.split(b"\n"))

    assert found.attempts == (attempt(1), attempt(3))
    assert [fault.line for fault in told] == [3, 5, 6]
    with pytest.raises(InvalidExchangeError, match="1: this is no file of"):
        read_lines([b"name,score"])


def test_a_whole_file_read_line_by_line_says_the_same() -> None:
    assert read_lines(lines_of(BytesIO(WHOLE))) == (parse_lines(WHOLE), ())


def test_a_line_that_never_seems_to_end_is_not_read_to_its_end() -> None:
    longest = b"a" * (MOST_OF_A_LINE - 1) + b"\n"

    assert list(lines_of(BytesIO(longest * 2))) == [longest, longest]
    file = BytesIO(longest + b"a" * 3 * MOST_OF_A_LINE)
    with pytest.raises(InvalidExchangeError) as raised:
        list(lines_of(file))
    assert str(raised.value) == "2: this line is longer than 1 MiB"
    assert file.tell() <= 2 * MOST_OF_A_LINE + 1


def test_all_faults_are_in_the_error_s_text_a_line_each() -> None:
    two = changed(2, score=2).replace(b'"took_ms": 1234', b'"took_ms": "long"')
    with pytest.raises(InvalidExchangeError) as raised:
        parse_lines(two)

    assert [line[:2] for line in str(raised.value).splitlines()] == ["2:", "3:", "4:"]
