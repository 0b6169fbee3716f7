"""Whatever a file holds, reading it ends in a document or in faults with their places."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from debatekit.codes import CODES
from debatekit.diagnostics import Diagnostic, InvalidFileError
from debatekit.read import (
    KINDS,
    read_bibliography,
    read_glossary,
    read_lesson,
    read_quiz,
    read_source,
)
from debatekit.read.files import parse
from debatekit.read.nodes import compose, plain

READERS: dict[str, Callable[[Path, str], object]] = {
    "source": read_source,
    "lesson": read_lesson,
    "quiz": read_quiz,
    "references": read_bibliography,
    "glossary": read_glossary,
}
DATA = Path(__file__).parent.parent / "data"
TRAMS = DATA / "workspaces" / "trams"
FILES = {
    "source": TRAMS / "seeds" / "lind-2024.yaml",
    "lesson": TRAMS / "lessons" / "free-trams.yaml",
    "quiz": DATA / "quizzes" / "all-kinds.yaml",
    "references": TRAMS / "seeds" / "references.yaml",
    "glossary": TRAMS / "seeds" / "glossary.yaml",
}
KIND = st.sampled_from(sorted(KINDS))
SIGNS = ["- ", ": ", "\n", "  ", "[", "]", "{", "}", "'", '"', "|\n", ">", "#", "? ", "~", "1"]
REFERENCES = ["&a ", "*a", "! ", "!!str ", "---\n", "...\n", "%YAML 1.2\n", "<<: "]
UNUSUAL = ["\\e", "\x85", "\x1b", "\ufeff", "\u2028", "\r", "\t", "title", "format: 1\n"]
SCRAPS = st.sampled_from([*SIGNS, *REFERENCES, *UNUSUAL])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def faults_of(read: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """Return the faults that reading ends in, if any."""
    try:
        read()
    except InvalidFileError as error:
        return error.diagnostics
    return ()


def assert_well_placed(faults: tuple[Diagnostic, ...], text: str) -> None:
    """Each fault has a known code, one clause of text, and a place inside the file."""
    lines = yaml_lines(text)
    for fault in faults:
        assert fault.code in CODES
        assert fault.message.isprintable()
        assert fault.hint.isprintable()
        assert 1 <= fault.where.line <= len(lines) + 1
        line = lines[fault.where.line - 1] if fault.where.line <= len(lines) else ""
        assert 1 <= fault.where.column <= len(line) + 1


def yaml_lines(text: str) -> list[str]:
    """Return a text's lines as YAML counts them."""
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text.split("\n")


@given(KIND, st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, raw: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(raw)
    for fault in faults_of(lambda: READERS[kind](path, "any.yaml")):
        assert fault.code in CODES


@given(KIND, st.lists(SCRAPS | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_is_read_or_refused_with_a_place(kind: str, text: str) -> None:
    faults = faults_of(lambda: parse(text, "any.yaml", kind, KINDS[kind]))
    assert_well_placed(faults, text.removeprefix("\ufeff"))


@settings(max_examples=500)
@given(KIND, st.lists(SCRAPS | st.text("&*!a-:,[]{} ", max_size=4), max_size=12).map("".join))
def test_no_anchor_alias_or_tag_gets_past_the_guard(kind: str, text: str) -> None:
    refers = False
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            refers |= bool(getattr(event, "anchor", None) or getattr(event, "tag", None))
    except yaml.YAMLError:
        pass
    if refers:
        faults = faults_of(lambda: parse(text, "any.yaml", kind, KINDS[kind]))
        assert {fault.code for fault in faults} & {"DK008", "DK009"}


def parts(value: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the steps to every part of a value."""
    inner: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    below = [found for key, part in inner for found in parts(part, (*steps, key))]
    return [steps, *below] if steps else below


def replaced(value: Any, steps: tuple[str | int, ...], new: Any) -> Any:
    """Return the value with one part replaced."""
    if not steps:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[steps[0]] = replaced(value[steps[0]], steps[1:], new)
    return copy


@st.composite
def mutated(draw: st.DrawFn, kinds: Iterable[str] = FILES) -> tuple[str, str]:
    """Return a kind and the text of a good file of it, in which a few parts were replaced."""
    kind = draw(st.sampled_from(sorted(kinds)))
    value = plain(compose(FILES[kind].read_text(encoding="utf-8"), ""))
    for _ in range(draw(st.integers(1, 4))):
        if places := parts(value):
            value = replaced(value, draw(st.sampled_from(places)), draw(VALUES))
    style = draw(st.booleans())
    return kind, yaml.safe_dump(value, default_flow_style=style, allow_unicode=draw(st.booleans()))


@settings(max_examples=300)
@given(mutated())
def test_a_changed_file_is_read_or_refused_with_a_place(case: tuple[str, str]) -> None:
    kind, text = case
    faults = faults_of(lambda: parse(text, "any.yaml", kind, KINDS[kind]))
    assert_well_placed(faults, text)
    assert "has not the form of a" not in "".join(fault.message for fault in faults)


@pytest.mark.parametrize("kind", sorted(FILES))
def test_the_good_files_that_are_changed_here_are_good(kind: str) -> None:
    assert faults_of(lambda: READERS[kind](FILES[kind], "")) == ()
