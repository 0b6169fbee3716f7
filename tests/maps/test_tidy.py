"""Maps that are trees: nothing lies on anything else, no line crosses another."""

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from debatekit.maps.boxes import HEAD, HEAD_SIZE, Box, Link, LinkKind, Row
from debatekit.maps.letters import width_of
from debatekit.maps.places import Layout, PlacedLink
from debatekit.maps.tidy import tidy

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""
TIES = st.tuples(
    st.integers(0, 30),
    st.integers(0, 4),
    st.sampled_from([("support", "supports"), ("attack", "undermines"), ("concession", "grants")]),
    st.integers(1, 4),
)
TREES = st.lists(TIES, max_size=24)
OFTEN = settings(max_examples=120, derandomize=True, database=None, deadline=None)


def box(name: str, rows: int) -> Box:
    if rows == 1:
        return Box(id=name, head=("Claim",), side="author", rows=(Row(id=name, lines=("Yes",)),))
    held = tuple(Row(id=f"{name}.{n}", lines=("A", "B")[: n % 2 + 1]) for n in range(rows))
    return Box(id=name, head=("Reason",), side="counter", rows=held)


def grown(ties: list[tuple[int, int, tuple[LinkKind, str], int]]) -> tuple[list[Box], list[Link]]:
    """A tree: each box but the first bears on a row, or the head, of one that came before."""
    boxes, links = [box("b0", 3)], []
    for number, (to, row, (kind, word), rows) in enumerate(ties, 1):
        hit = boxes[to % number]
        places = [HEAD, *(each.id for each in hit.rows)]
        boxes.append(box(f"b{number}", rows))
        target = (hit.id, places[row % len(places)])
        links.append(Link(source=(f"b{number}", ""), target=target, word=word, kind=kind))
    return boxes, links


def laid_out(boxes: list[Box], links: list[Link]) -> Layout:
    found = tidy(boxes, links)
    assert found is not None
    return found


def rectangles(boxes: list[Box], layout: Layout) -> Iterator[Rectangle]:
    for one in boxes:
        x, y = layout.corners[one.id]
        yield x, y, x + one.width, y + one.height


def segments(line: PlacedLink) -> list[Rectangle]:
    """The straight parts of a line, its turns drawn out to corners."""
    corners = [line.curve[0], *line.curve[1::3], *line.curve[2::3], line.curve[-1]]
    ways = sorted({round(x, 3) for x, _ in corners})
    (_, end), (_, start) = line.curve[0], line.curve[-1]
    if abs(end - start) < 0.02:
        return [(ways[0], end, ways[-1], end)]
    [lane] = {x for x in ways if sum(abs(x - other[0]) < 0.002 for other in line.curve) >= 4}
    low, high = sorted((end, start))
    return [(ways[0], end, lane, end), (lane, low, lane, high), (lane, start, ways[-1], start)]


def meet(one: Rectangle, other: Rectangle, room: float = 0.0) -> bool:
    return (
        one[0] < other[2] - room
        and other[0] < one[2] - room
        and one[1] < other[3] - room
        and other[1] < one[3] - room
    )


def cross(one: Rectangle, other: Rectangle) -> bool:
    """Whether two lines have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def word_of(line: PlacedLink) -> Rectangle:
    x, y = line.word_at
    half = width_of(line.link.word, HEAD_SIZE) / 2
    return x - half, y - HEAD_SIZE / 2, x + half, y + HEAD_SIZE / 2


@OFTEN
@given(TREES)
def test_no_box_lies_on_another_and_all_are_on_the_picture(
    ties: list[tuple[int, int, tuple[LinkKind, str], int]],
) -> None:
    boxes, links = grown(ties)
    layout = laid_out(boxes, links)
    places = list(rectangles(boxes, layout))

    assert not [pair for pair in combinations(places, 2) if meet(*pair)]
    for left, top, right, bottom in places:
        assert min(left, top) >= -0.01
        assert right <= layout.width + 0.01
        assert bottom <= layout.height + 0.01


@OFTEN
@given(TREES)
def test_no_line_crosses_one_of_another_sort_or_a_box(
    ties: list[tuple[int, int, tuple[LinkKind, str], int]],
) -> None:
    boxes, links = grown(ties)
    layout = laid_out(boxes, links)
    places = list(rectangles(boxes, layout))

    for one in layout.links:
        assert not [box for box in places for part in segments(one) if meet(part, box, 0.01)]
    for one, other in combinations(layout.links, 2):
        if (one.link.target[0], one.link.kind) != (other.link.target[0], other.link.kind):
            assert not [(a, b) for a in segments(one) for b in segments(other) if cross(a, b)], (
                one.link,
                other.link,
            )


@OFTEN
@given(TREES)
def test_no_word_is_struck_by_a_line_or_lies_on_anything(
    ties: list[tuple[int, int, tuple[LinkKind, str], int]],
) -> None:
    boxes, links = grown(ties)
    layout = laid_out(boxes, links)
    words = [word_of(line) for line in layout.links]
    others = [
        *rectangles(boxes, layout),
        *(part for line in layout.links for part in segments(line)),
    ]

    assert not [pair for pair in combinations(words, 2) if meet(*pair)]
    assert not [(word, other) for word in words for other in others if meet(word, other)]


@OFTEN
@given(TREES)
def test_a_picture_is_no_taller_than_its_tallest_column(
    ties: list[tuple[int, int, tuple[LinkKind, str], int]],
) -> None:
    boxes, links = grown(ties)
    layout = laid_out(boxes, links)

    columns: dict[float, list[float]] = {}
    for one in boxes:
        columns.setdefault(layout.corners[one.id][0], []).append(one.height + 8)
    assert layout.height <= max(map(sum, columns.values()))


def test_boxes_keep_their_order_from_the_top() -> None:
    boxes = [box("c", 1), *(box(name, 2) for name in ("r1", "r2", "r3"))]
    links = [
        Link(source=(name, ""), target=("c", "c"), word="supports", kind="support")
        for name in ("r1", "r2", "r3")
    ]
    tops = [laid_out(boxes, links).corners[name][1] for name in ("r1", "r2", "r3")]

    assert tops == sorted(tops)


def test_what_bears_on_two_things_or_on_itself_is_no_tree() -> None:
    boxes = [box("a", 1), box("b", 1), box("c", 1)]
    to = {
        name: Link(source=("c", ""), target=(name, name), word="rebuts", kind="attack")
        for name in "abc"
    }

    assert tidy(boxes, [to["a"], to["b"]]) is None
    assert tidy(boxes, [to["c"]]) is None
    assert tidy(boxes, [to["a"]]) is not None
