"""A picture for a DOCX, which cannot hold SVG."""

from io import BytesIO

from msgspec import Struct

from debatekit.handout.fonts import fonts
from debatekit.handout.literal import literal

_DOTS_PER_INCH = 200.0


class Picture(Struct, frozen=True):
    """A picture as PNG, with its width and height in one unit."""

    stream: BytesIO
    wide: int
    tall: int


def png(svg: str) -> Picture:
    """Return the picture drawn in dots."""
    import typst

    source = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        f'#image(bytes({literal_svg(svg)}), format: "svg")'
    )
    drawn = typst.compile(
        source.encode(), format="png", ppi=_DOTS_PER_INCH, font_paths=fonts(False)
    )
    assert isinstance(drawn, bytes)
    wide, tall = (int.from_bytes(drawn[place : place + 4], "big") for place in (16, 20))
    return Picture(BytesIO(drawn), wide, tall)


def literal_svg(svg: str) -> str:
    """Return a picture as a string of Typst's code, in letters that are always there."""
    return str(literal(with_our_letters(svg), breakable=False))


def with_our_letters(svg: str) -> str:
    """Return the picture with the family that comes with the program before its own."""
    return svg.replace('font-family="', "font-family=\"'Source Sans 3', ", 1)
