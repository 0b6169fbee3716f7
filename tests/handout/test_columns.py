"""How wide the columns of what is to be matched are."""

from debatekit.handout.columns import matched

SHORT = ("Washington", "Seoul", "Pyongyang")
LONG = tuple(f"what would meet a law of the year 200{n}" for n in range(4))


def test_the_column_with_the_longer_texts_is_the_wider_one() -> None:
    assert matched(SHORT, LONG) < 0.5 < matched(LONG, SHORT)


def test_where_both_have_short_texts_the_columns_are_halves() -> None:
    assert matched(SHORT, SHORT) == 0.5
