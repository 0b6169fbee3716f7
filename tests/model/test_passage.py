"""How an article's text is parted, and recognised however it is set."""

from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.passage import fingerprint, levelled, paragraphs_in


@given(st.text())
def test_a_levelled_text_has_single_blanks_and_a_fingerprint_of_sixteen_digits(text: str) -> None:
    once = levelled(text)

    assert once == " ".join(once.split())
    assert len(fingerprint(text)) == 16


@given(st.lists(st.text(min_size=1), max_size=6))
def test_a_copy_with_blank_lines_between_has_just_its_paragraphs(texts: list[str]) -> None:
    paragraphs = tuple(" ".join(text.split()) for text in texts if text.strip())

    assert paragraphs_in("\n\n".join(paragraphs) + "\n") == paragraphs


def test_wrapped_lines_are_put_together_and_long_lines_stand_alone() -> None:
    long = "word " * 60

    assert paragraphs_in("a\nb\n\nc\n") == ("a b", "c")
    assert paragraphs_in("a\r\nb") == ("a", "b")
    assert paragraphs_in(f"{long}\nb\n\nc") == (long.strip(), "b", "c")
    assert paragraphs_in(" \n\n ") == ()
