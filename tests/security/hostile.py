"""A lesson from a stranger: every free text of a sound one carries what could do harm."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent.parent / "data"
FREE = frozenset({"text", "short", "title", "gist", "role", "name", "summary", "charity", "family"})
MORE = frozenset({"publisher", "literal", "note", "container-title", "record", "notes", "stem"})
LISTS = frozenset({"objectives", "also"})
TURNED = "\u202e\u2066\u200f"
MARKUP = "<img src=http://evil.example/x onerror=alert(1)></script><!-- ]]> &amp; {{ 7*7 }} {% x %}"
SYNTAX = r"#set page() $x$ `c` *b* _i_ \ ~= { } : # -> [a] <b> ~~ %25 '"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
"""What no screen may be sent: control characters, and signs that turn the direction of writing."""


def hostile_workspace(root: Path, evil: str = f" {TURNED}{MARKUP} {SYNTAX}") -> Path:
    """Make a workspace, the lesson `free-trams` in it, whose free texts all end with the given."""
    shutil.copytree(DATA / "workspaces" / "trams", root, dirs_exist_ok=True)
    for path in root.glob("*/*.yaml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8").replace("date: ", "date: !!str "))
        spoilt = _spoilt(content, lambda text: f"{text}{evil}")
        path.write_text(yaml.safe_dump(spoilt, allow_unicode=False, width=999), encoding="utf-8")
    return root


def _spoilt(value: Any, spoil: Callable[[str], str], key: str = "") -> Any:
    """Return a value with its free texts changed."""
    if isinstance(value, dict):
        return {name: _spoilt(part, spoil, str(name)) for name, part in value.items()}
    if isinstance(value, list):
        return [_spoilt(part, spoil, key if key in LISTS else "") for part in value]
    free = key in FREE or key in MORE or key in LISTS
    return spoil(value) if free and isinstance(value, str) else value
