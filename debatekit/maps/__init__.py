"""An argument's graph as a map: nested text, picture, Graphviz source, JSON and Argdown."""

from debatekit.maps.argdown import argdown
from debatekit.maps.dot import dot
from debatekit.maps.json import json_map
from debatekit.maps.layout import NoLayoutError
from debatekit.maps.part import part_of
from debatekit.maps.svg import svg
from debatekit.maps.text import Line, outline
from debatekit.maps.words import size_of

__all__ = [
    "Line",
    "NoLayoutError",
    "argdown",
    "dot",
    "json_map",
    "outline",
    "part_of",
    "size_of",
    "svg",
]
