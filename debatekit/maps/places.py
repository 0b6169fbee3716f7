"""Where boxes and lines go on a picture."""

from collections.abc import Mapping

from msgspec import Struct

from debatekit.maps.boxes import Link

Point = tuple[float, float]


class PlacedLink(Struct, frozen=True):
    """A line as a Bézier curve from the target's end, with the middle of its word.

    The ends are where arrowheads touch their boxes.
    """

    link: Link
    curve: tuple[Point, ...]
    word_at: Point


class Layout(Struct, frozen=True):
    """The picture's size in points, each box's upper left corner, and the lines."""

    width: float
    height: float
    corners: Mapping[str, Point]
    links: tuple[PlacedLink, ...]
