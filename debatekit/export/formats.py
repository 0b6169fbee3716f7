"""The formats by name, and how their files' names end."""

from collections.abc import Mapping

from debatekit.export.anki import anki
from debatekit.export.batch import Exporter
from debatekit.export.canvas import canvas
from debatekit.export.gift import gift
from debatekit.export.json import json_items
from debatekit.export.moodle import moodle
from debatekit.export.qti3 import qti3

EXPORTERS: Mapping[str, Exporter] = {
    "anki": anki,
    "canvas": canvas,
    "gift": gift,
    "json": json_items,
    "moodle": moodle,
    "qti3": qti3,
}
"""What writes each format."""

SUFFIXES: Mapping[str, str] = {
    "anki": ".apkg",
    "canvas": ".zip",
    "gift": ".gift",
    "json": ".json",
    "moodle": ".xml",
    "qti3": ".zip",
}
"""How the names of each format's files end."""
