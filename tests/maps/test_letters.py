"""How wide letters are: what is wider than it is thought to be would leave its box."""

import pytest

from debatekit.maps.letters import width_of

SIZE = 10.0


@pytest.mark.parametrize(
    ("text", "like"),
    [("é", "e"), ("e\N{COMBINING ACUTE ACCENT}", "e"), ("Ŵ", "W"), ("", "")],
)
def test_a_letter_with_a_mark_is_as_wide_as_the_letter(text: str, like: str) -> None:
    assert width_of(text, SIZE) == width_of(like, SIZE)


def test_a_letter_of_a_script_with_square_letters_is_as_wide_as_it_is_tall() -> None:
    assert width_of("漢字", SIZE) == 2 * SIZE


def test_bold_letters_are_wider_and_widths_grow_with_the_size() -> None:
    plain = width_of("Trams", SIZE)

    assert width_of("Trams", SIZE, bold=True) > plain
    assert width_of("Trams", 2 * SIZE) == pytest.approx(2 * plain)
