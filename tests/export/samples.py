"""Items of every kind around given texts, in a batch, and what an export must say of them."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from debatekit.export import EXPORTERS, Batch
from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short
from debatekit.model.material import Material

PIECES = (
    *"abc 12.,;!?\"'`{}[]()<>~=#:*_@$%&/\\|^+-",
    *("]]>", "</script>", "<b>", "&amp;", "&&058;", "<!--", "<?xml?>", "{{c1::x}}", "$CATEGORY:"),
    *("[html]", "[sound:a.mp3]", "%50%", "->", "::", "//", "####", "\\n", "T", "--", "(1)", "-1"),
    *("😀", "שלום", "مرحبا", "ü", "字", "\n", "\n\n", "&#35;", "=1+1", "@import", "-> b", "${x}"),
)
TEXTS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12)
    .map("".join)
    .filter(lambda text: text == text.strip() and "  " not in text and text != "")
)
"""Texts with whatever is syntax somewhere; none needs cleaning."""


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    """Return one item of every kind, each text anything, no two of an item's alike."""
    texts = draw(st.lists(TEXTS, min_size=7, max_size=7, unique_by=level))
    return items_of(texts)


def level(text: str) -> str:
    """Return the text as tools compare texts that stand in a menu."""
    return " ".join(text.split()).casefold()


def items_of(texts: list[str]) -> tuple[Item, ...]:
    """Return one item of every kind, made of seven texts."""
    stem, why, hint, *words = texts
    options = tuple(
        Option(text=text, correct=not place, why=why if place else "")
        for place, text in enumerate(words)
    )
    two_right = (options[0], Option(text=words[1], correct=True, why=why), *options[2:])
    common: dict[str, Any] = {
        "generator": "authored",
        "strand": "claims",
        "stem": stem,
        "hint": hint,
        "why": why,
    }
    return (
        Choice(id="one", target="t:one", options=options, paragraphs=(2, 3), **common),
        Multiple(id="several", target="t:several", options=two_right, **common),
        Match(
            id="pairs",
            target="t:pairs",
            prompts=(words[3], words[0]),
            options=options,
            partners=(2, 1),
            **common,
        ),
        Order(id="steps", target="t:steps", options=options, ranks=(2, 0, 1, 3), **common),
        Short(
            id="words",
            target="t:words",
            accepted=(words[0], words[1]),
            options=options[2:],
            **common,
        ),
    )


def batch(material: Material, made: Iterable[Item], title: str = "A quiz") -> Batch:
    """Return the items as a batch of a lesson."""
    return Batch(quiz=material.id, title=title, material=material, items=made)


def exported(name: str, *batches: Batch) -> bytes:
    """Return an export's bytes; what it cannot carry goes unheard."""
    return b"".join(EXPORTERS[name](batches, lambda message, item: None))
