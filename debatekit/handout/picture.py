"""A picture for a DOCX, which cannot hold SVG."""

from io import BytesIO

from msgspec import Struct

from debatekit.handout.fonts import fonts
from debatekit.handout.literal import svg_literal

_DOTS_PER_INCH = 200.0
_LONGEST = "720pt"
"""No sheet has room for more."""


class Picture(Struct, frozen=True):
    """A picture as PNG, with its width and height in one unit."""

    stream: BytesIO
    wide: int
    tall: int


def png(svg: str) -> Picture:
    """Return the picture drawn in dots, small enough for its sheet and for the memory."""
    import typst

    source = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        f'#let drawn(..width) = image(bytes({svg_literal(svg)}), format: "svg", ..width)\n'
        "#context {\n"
        "  let size = measure(drawn())\n"
        f"  drawn(width: size.width * calc.min(1, {_LONGEST} / calc.max(..size.values())))\n"
        "}"
    )
    drawn = typst.compile(
        source.encode(), format="png", ppi=_DOTS_PER_INCH, font_paths=fonts(False)
    )
    assert isinstance(drawn, bytes)
    wide, tall = (int.from_bytes(drawn[place : place + 4], "big") for place in (16, 20))
    return Picture(BytesIO(drawn), wide, tall)
