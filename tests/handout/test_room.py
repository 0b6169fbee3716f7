"""How wide the two columns are, and where there is room to write."""

from debatekit.handout.room import best_share, has_spare_room
from debatekit.handout.say import paragraph
from debatekit.handout.sheet import Card


def card(letters: int) -> Card:
    return Card(side="author", id="c", over="", title="Card", blocks=(paragraph("w" * letters),))


def test_the_column_with_more_to_say_is_the_wider_one() -> None:
    assert best_share([card(100)], [card(900)]) < 0.5 < best_share([card(900)], [card(100)])


def test_there_is_room_to_write_only_where_the_left_ends_well_above_the_right() -> None:
    assert has_spare_room([card(100)], [card(900)], 0.5)
    assert not has_spare_room([card(900)], [card(900)], 0.5)
    assert not has_spare_room([card(900)], [card(100)], 0.5)
