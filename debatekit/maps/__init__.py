"""An argument's graph as a map: nested text, picture, Graphviz source, JSON and Argdown."""

from debatekit.maps.argdown import argdown
from debatekit.maps.boxes import Look, Marks
from debatekit.maps.columns import columns
from debatekit.maps.dot import dot
from debatekit.maps.json import json_map
from debatekit.maps.layout import NoLayoutError
from debatekit.maps.page_text import Entry, page_outline
from debatekit.maps.part import part_of, parts_of
from debatekit.maps.pieces import pieces
from debatekit.maps.prefixed import prefixed
from debatekit.maps.svg import sheet_svg, svg
from debatekit.maps.text import Line, outline
from debatekit.maps.trees import Piece
from debatekit.maps.words import short_of, size_of

__all__ = [
    "Entry",
    "Line",
    "Look",
    "Marks",
    "NoLayoutError",
    "Piece",
    "argdown",
    "columns",
    "dot",
    "json_map",
    "outline",
    "page_outline",
    "part_of",
    "parts_of",
    "pieces",
    "prefixed",
    "sheet_svg",
    "short_of",
    "size_of",
    "svg",
]
