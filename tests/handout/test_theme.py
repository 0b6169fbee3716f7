"""The style sheet: enough contrast everywhere, and print that is easy to read."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import typst

from debatekit import handout
from debatekit.handout import Layout
from debatekit.handout.fonts import fonts
from debatekit.handout.pdf import typst_source
from debatekit.handout.theme import Theme
from debatekit.model.material import Material
from tests.handout.sheets import sheet

THEME = Path(handout.__file__).parent / "themes" / "clear"
SHEET = (THEME / "clear.css.j2").read_text(encoding="utf-8")
PRINT = (THEME / "print.css.j2").read_text(encoding="utf-8")
TYPST = (THEME / "clear.typ.j2").read_text(encoding="utf-8")
COLOUR = re.compile(r"--((?:text|surface|line)-[a-z]+): (#[0-9a-f]{6});")


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> Iterator[dict[str, str]]:
    """Every set of colours that a page can wear: light, cream, dark."""
    light: dict[str, str] = {}
    for block in re.findall(r"\{([^{}]*)\}", SHEET):
        if changed := dict(COLOUR.findall(block)):
            light = light or changed
            yield {**light, **changed}


def printed_palette() -> dict[str, str]:
    """The colours of a PDF, by the same names."""
    return dict(re.findall(r'#let ((?:text|surface|line)-[a-z]+) = rgb\("(#[0-9a-f]{6})"\)', TYPST))


PAIRS = [
    (one, other, palette[one], palette[other])
    for palette in (*palettes(), printed_palette())
    for one, other in product(palette, palette)
    if not one.startswith("surface") and other.startswith("surface")
]


def test_the_measure_of_contrast_agrees_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#1a1a1a", "#fff8e7"), 2) == 16.44


def test_there_are_three_sets_of_colours() -> None:
    assert len(list(palettes())) == 3
    assert all(len(palette) == 9 for palette in palettes())


@pytest.mark.parametrize(("one", "other", "colour", "ground"), PAIRS)
def test_every_colour_is_seen_on_every_surface(
    one: str, other: str, colour: str, ground: str
) -> None:
    needed = 4.5 if one.startswith("text") else 3

    assert contrast(colour, ground) >= needed


def test_no_colour_is_used_that_has_no_name() -> None:
    without_names = COLOUR.sub("", SHEET + PRINT)
    used = re.findall(r"(?:color|background|border[a-z-]*|outline): ([^;]+);", without_names)

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", without_names) == []
    assert all(
        "var(--" in value or re.fullmatch(r"0|none|collapse|[0-9.]+pt", value) for value in used
    )


@pytest.mark.parametrize(
    "rule",
    ["italic", "oblique", "align: justify", "text-transform", "hyphens: auto", "@import", "url("],
)
def test_what_makes_print_hard_to_read_or_reaches_out_is_not_used(rule: str) -> None:
    assert rule not in SHEET + PRINT


@pytest.mark.parametrize(
    ("sort", "size", "leading"),
    [(":root {", "12pt", "1.5"), (".large-print", "18pt", None), (".dyslexia", "14pt", "1.7")],
)
def test_the_letters_are_large_and_the_lines_far_apart(
    sort: str, size: str, leading: str | None
) -> None:
    blocks = re.findall(r"(:root[^{}]*\{)([^{}]*)\}", SHEET)
    found = [body for head, body in blocks if sort in head and "--body" in body]

    assert len(found) == 1
    assert f"--body: {size};" in found[0]
    assert leading is None or f"--leading: {leading};" in found[0]


def test_the_dark_colours_stay_on_the_screen() -> None:
    assert "@media screen and (prefers-color-scheme: dark)" in SHEET
    assert "prefers-color-scheme" not in SHEET.replace(
        "@media screen and (prefers-color-scheme: dark)", ""
    )


def test_no_page_breaks_inside_a_counterargument_or_after_a_heading() -> None:
    kept = " ".join(re.findall(r"([^{};]+)\{ break-inside: avoid; \}", PRINT))
    headed = " ".join(re.findall(r"([^{};]+)\{ break-after: avoid; \}", PRINT))

    assert {".counter", ".author", "tr"} <= set(re.split(r"[,\s]+", kept))
    assert {"h1", "h2", "h3", ".claim"} <= set(re.split(r"[,\s]+", headed))


def test_a_pdf_uses_no_colour_without_a_name_and_no_slanted_letters() -> None:
    assert len(printed_palette()) == 8
    assert TYPST.count("rgb(") == 8
    assert not re.search(r"\b(luma|cmyk|oklch|red|blue|emph|italic|oblique|upper)\b", TYPST)


def test_a_pdfs_letters_are_as_large_and_its_lines_as_far_apart_as_a_pages() -> None:
    assert "(standard: 12pt, large-print: 18pt, dyslexia: 14pt)" in TYPST
    assert "(standard: 1.5, large-print: 1.5, dyslexia: 1.7)" in TYPST


def test_a_docx_wears_the_colours_of_a_pdf() -> None:
    from debatekit.handout import word_look as word

    palette = printed_palette()
    assert palette["line-author"] == word.LINE_AUTHOR
    assert palette["line-counter"] == word.LINE_COUNTER
    assert palette["line-quiet"] == word.LINE_QUIET
    assert palette["surface-head"] == word.SURFACE_HEAD
    assert palette["text-quiet"] == f"#{str(word.QUIET).lower()}"


def test_without_colour_the_sides_of_a_page_differ_in_shape() -> None:
    author, counter = (
        dict(re.findall(r"(border-[a-z-]+): ([^;]+);", rules))
        for name in ("author", "counter")
        for rules in re.findall(rf"^\.{name} \{{([^}}]*)\}}", SHEET, re.MULTILINE)
    )

    assert author["border-radius"] == "0"
    assert float(counter["border-radius"].removesuffix("pt")) > 5
    assert "border-inline-start-width" in author.keys() - counter.keys()
    assert "border-inline-end-width" in counter.keys() - author.keys()


def test_without_colour_the_sides_of_a_pdf_differ_in_shape(trams: Material) -> None:
    source = typst_source(sheet(trams, "brief", "student"), Layout(), Theme())
    drawn = typst.compile(source.encode(), format="svg", font_paths=fonts(system=False))
    picture = b"".join(drawn if isinstance(drawn, list) else [drawn]).decode()

    colours = printed_palette()
    frames = {
        side: re.findall(rf'<path [^>]*"{colours[f"line-{side}"]}"[^>]* d="([^"]+)"', picture)
        for side in ("author", "counter")
    }
    assert min(map(len, frames.values())) > 2
    assert [frame for frame in frames["author"] if "c" in frame.lower()] == []
    assert [frame for frame in frames["counter"] if "c" not in frame.lower()] == []
