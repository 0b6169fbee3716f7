"""How wide the two columns are, and where there is room to write."""

from debatekit.handout.room import TOGETHER, best_share, ended, has_spare_room, is_tall
from debatekit.handout.say import paragraph
from debatekit.handout.sheet import Bullets, Card, Entry, Pair


def card(letters: int) -> Card:
    return Card(side="author", id="c", over="", title="Card", blocks=(paragraph("w" * letters),))


def test_the_column_with_more_to_say_is_the_wider_one() -> None:
    assert best_share([card(100)], [card(900)]) < 0.5 < best_share([card(900)], [card(100)])


def test_there_is_room_to_write_only_where_the_left_ends_well_above_the_right() -> None:
    assert has_spare_room([card(100)], [card(900)], 0.5)
    assert not has_spare_room([card(900)], [card(900)], 0.5)
    assert not has_spare_room([card(900)], [card(100)], 0.5)


def test_a_pair_may_be_broken_where_one_of_its_columns_has_much_to_say() -> None:
    assert not is_tall(Pair(lead=(card(400),), right=(card(500),)))
    assert is_tall(Pair(lead=(card(400),), right=(card(900),)))
    assert is_tall(Pair(lead=(card(500),), right=(card(100),), below=(card(400),)))


def test_a_card_ends_with_its_last_two_paragraphs_together() -> None:
    one, two, three = (paragraph(text) for text in ("One.", "Two.", "Three."))

    assert ended((one, two, three)) == ((one,), (two, three))


def test_a_paragraph_after_a_list_ends_a_card_with_the_lists_last_entry() -> None:
    first, second = (Entry(blocks=(paragraph(text),)) for text in ("First.", "Second."))
    last = paragraph("So it is.")

    before, kept = ended((Bullets(entries=(first, second)), last))

    assert before == (Bullets(entries=(first,)),)
    assert kept == (Bullets(entries=(second,)), last)


def test_a_card_that_is_short_or_ends_in_much_text_is_left_as_it_is() -> None:
    short = (paragraph("One."), paragraph("Two."))
    long = (paragraph("One."), paragraph("Two."), paragraph("w" * (TOGETHER + 1)))
    listed = (paragraph("One."), Bullets(entries=(Entry(blocks=(paragraph("Two."),)),)))

    assert [ended(blocks) for blocks in (short, long, listed, ())] == [
        (short, ()),
        (long, ()),
        (listed, ()),
        ((), ()),
    ]
