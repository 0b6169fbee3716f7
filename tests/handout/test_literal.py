"""Any text prints in a PDF as exactly its characters, and nothing of it is run."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatekit.handout.fonts import fonts
from debatekit.handout.layout import Layout
from debatekit.handout.literal import FORBIDDEN, as_content, literal
from debatekit.handout.pdf import pdf
from debatekit.handout.say import own
from debatekit.handout.sheet import Paragraph, Part, Sheet
from debatekit.handout.theme import Theme
from debatekit.model.text import printable
from tests.handout.papers import pdf_text

AWKWARD = (
    '#read("/etc/passwd")',
    "$x^2$ \\ *bold* _soft_ @ref <label>",
    "`code` // no comment /* nor this */",
    "= no heading",
    "- no list",
    "#import and #include of #eval by std",
    '"quoted" \\" \\u{41} \\n',
    "]) #pagebreak() [",
    "{{ sheet.title }} {% raw %}",
    "~ -- --- ... 'single' (c)",
    "https://example.org/a//b?c=d&e=f#g",
    "=1+1 <script>alert(1)</script>",
    "e\u0301 o\u0308\u0304 Ελλάδα Привет",
)


def sheet_with(text: str) -> Sheet:
    part = Part(title=own("Title"), kicker="", running="", blocks=(Paragraph(line=(own(text),)),))
    return Sheet(kind="x", reader="student", language="en", title="T", running="", parts=(part,))


def printed(text: str, folder: Path) -> str:
    """What a program reads from a PDF with the text, between the title and the foot."""
    content, _ = pdf(sheet_with(text), Layout(), Theme())
    found = re.search(r"Title(.*)Page\s*1\s*of", pdf_text(content, folder), re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_prints_as_exactly_those_characters(text: str, tmp_path: Path) -> None:
    assert "".join(printed(text, tmp_path).split()) == "".join(text.split())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1))
def test_any_letters_and_signs_print_as_they_are(text: str, tmp_path: Path) -> None:
    assert "".join(printed(text, tmp_path).split()) == "".join(text.split())


@settings(max_examples=40, deadline=None)
@given(text=st.text(min_size=1))
def test_no_text_stops_the_printing(text: str) -> None:
    content, _ = pdf(sheet_with(text), Layout(), Theme())

    assert content.startswith(b"%PDF-")


@given(text=st.text())
def test_a_text_is_one_string_whatever_stands_in_it(text: str) -> None:
    written = str(literal(text))

    assert re.fullmatch(r'"(?:[^"\\\n]|\\(?:[\\"nt]|u\{[0-9a-f]+\}))*"', written)
    undone = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), written[1:-1])
    undone = re.sub(r"\\([\\\"nt])", lambda one: {"n": "\n", "t": "\t"}.get(one[1], one[1]), undone)
    assert undone.replace("\u200b", "") == printable(text).replace("\u200b", "")


@pytest.mark.parametrize("word", FORBIDDEN)
def test_words_that_reach_out_are_never_written_as_they_are(word: str) -> None:
    assert not re.search(rf"\b{word}\b", str(literal(f"to {word} it")))


def test_a_string_is_closed_against_what_follows_it() -> None:
    assert str(as_content("a")) == '#"a";'
    assert as_content(3) == 3


@pytest.mark.parametrize("length", [30, 300, 1200])
def test_a_word_too_long_for_a_line_stays_on_the_sheet(length: int, tmp_path: Path) -> None:
    lines = [line for line in printed("w" * length, tmp_path).split() if line]

    assert "".join(lines) == "w" * length
    assert max(map(len, lines)) < 90


def test_a_letter_that_no_font_has_is_named_and_the_rest_is_printed(tmp_path: Path) -> None:
    content, missing = pdf(sheet_with("rare \U0001e900 letter"), Layout(), Theme())

    assert missing == ("\U0001e900",)
    assert "letter" in pdf_text(content, tmp_path)


def test_the_letters_come_with_the_program() -> None:
    families = fonts(system=False).families()

    assert {"Source Sans 3", "Atkinson Hyperlegible"} <= set(families)
