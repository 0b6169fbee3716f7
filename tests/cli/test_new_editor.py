"""An editor helps with the files that `new` makes: faults, proposals, a text for every key."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from debatekit.cli.main import run
from debatekit.read import KINDS, json_schema
from debatekit.read.schemes import read_schemes
from tests.cli.editor import Editor

FILES = {
    "source": "seeds/river-path.yaml",
    "lesson": "lessons/river-path.yaml",
    "quiz": "quizzes/river-path.yaml",
    "references": "seeds/references.yaml",
    "glossary": "seeds/glossary.yaml",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace as `new` makes it, with a file of each kind to fill in."""
    root = tmp_path_factory.mktemp("editor") / "class"
    assert run(["new", "workspace", str(root)]) == 0
    for kind, *rest in (
        ["source", "mine"],
        ["lesson", "mine", "--source", "river-path"],
        ["quiz", "mine", "--lesson", "river-path"],
    ):
        assert run(["-C", str(root), "new", kind, *rest]) == 0
    return root


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    opened = Editor(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", FILES)
def test_the_sample_has_no_fault_and_a_wrong_key_is_one_at_its_place(
    kind: str, editor: Editor, folder: Path
) -> None:
    path = folder / FILES[kind]
    good = path.read_text(encoding="utf-8")
    lines = good.splitlines()
    end = len(lines) if kind != "references" else 2

    assert editor.open(path) == []
    wrong = "\n".join([*lines[:end], "titel: x", *lines[end:], ""])
    told = editor.open(path, wrong)

    assert [(one["range"]["start"]["line"], "titel" in one["message"]) for one in told] == [
        (end, True)
    ]


@pytest.mark.parametrize("kind", ["source", "lesson", "quiz"])
def test_a_file_to_fill_in_finds_its_schema(kind: str, editor: Editor, folder: Path) -> None:
    path = next((folder / FILES[kind]).parent.glob("mine.yaml"))
    text = path.read_text(encoding="utf-8")

    editor.open(path)
    line = text.splitlines().index("format: 1")

    assert "The version of this file format." in editor.hover(line, 1)


def schema_values(kind: str, struct: str, key: str) -> list[str]:
    """Return the words of a closed list in a schema."""
    found: list[str] = json_schema(kind)["$defs"][struct]["properties"][key]["enum"]
    return found


CLOSED = {
    "the kind of a claim": ("lesson", "claims:\n  a:\n    text: x\n    kind: ", ("Claim", "kind")),
    "the level": ("lesson", "level: ", ("Lesson", "level")),
    "how a reply answers": (
        "lesson",
        "contentions:\n  - claim: a\n    counterarguments:\n      - id: b\n        text: x\n"
        "        replies:\n          - id: c\n            answers: ",
        ("Reply", "answers"),
    ),
    "the speech format of a motion": (
        "lesson",
        "motions:\n  - text: x\n    format: ",
        ("Motion", "format"),
    ),
    "the verb of a statement": (
        "source",
        "statements:\n  - actor: a\n    claim: b\n    verb: ",
        ("Statement", "verb"),
    ),
    "the strand of an item": (
        "quiz",
        "items:\n  - id: a\n    kind: choice\n    strand: ",
        ("WrittenChoice", "strand"),
    ),
}


@pytest.mark.parametrize("what", CLOSED)
def test_words_of_a_closed_list_are_proposed(what: str, editor: Editor, folder: Path) -> None:
    kind, text, (struct, key) = CLOSED[what]

    assert set(schema_values(kind, struct, key)) <= set(proposed(editor, folder, kind, text))


def test_schemes_kinds_of_items_and_keys_are_proposed(editor: Editor, folder: Path) -> None:
    reason = "contentions:\n  - claim: a\n    reasons:\n      - id: b\n        "

    schemes = proposed(editor, folder, "lesson", f"{reason}scheme: ")
    kinds = proposed(editor, folder, "quiz", "items:\n  - id: a\n    kind: ")
    keys = proposed(editor, folder, "lesson", reason)

    assert set(read_schemes()) <= set(schemes)
    assert {"choice", "multiple", "match", "order", "short"} <= set(kinds)
    assert {"premises", "unstated", "scheme", "slots"} <= set(keys)


def proposed(editor: Editor, folder: Path, kind: str, text: str) -> list[str]:
    """Return what is proposed at the end of a text."""
    path = folder / FILES[kind]
    whole = f"# yaml-language-server: $schema=../schemas/{kind}.json\nformat: 1\n{text}"
    editor.open(path, whole)
    lines = whole.split("\n")
    return [*editor.completions(len(lines) - 1, len(lines[-1]))]


Key = tuple[int, int, str, str]
"""The line and column of a key; what the schema says of it, and of what stands below it."""


class Full:
    """A file in which every key of a schema is written, and where each of them stands."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self.lines: list[str] = []
        self.keys: list[Key] = []
        self._mapping(self._plain(schema), "", "")

    def _mapping(self, part: dict[str, Any], first: str, rest: str) -> None:
        """Write a mapping; its first line begins with one text and its other lines with another."""
        names = part.get("propertyNames", {}).get("enum", ["a-name"])
        keys = part.get("properties") or {names[0]: part["additionalProperties"]}
        for number, (key, value) in enumerate(keys.items()):
            lead = rest if number else first
            part = self._plain(value)
            if said := value.get("description"):
                below = part.get("description", said)
                self.keys.append((len(self.lines), len(lead), said, below))
            self._value(part, f"{lead}{key}:", rest)

    def _value(self, part: dict[str, Any], start: str, indent: str) -> None:
        """Write what stands after `start`: on its line, or below it and further in."""
        if part.get("type") == "object":
            self.lines.append(start)
            self._mapping(part, f"{indent}  ", f"{indent}  ")
        elif part.get("type") == "array":
            self.lines.append(start)
            for form in self._forms(part["items"]):
                self._entry(self._plain(form), f"{indent}  ")
        else:
            self.lines.append(f"{start} {self._scalar(part)}")

    def _entry(self, part: dict[str, Any], indent: str) -> None:
        """Write an entry of a list."""
        if part.get("type") == "object":
            self._mapping(part, f"{indent}- ", f"{indent}  ")
        else:
            self._value(part, f"{indent}-", indent)

    def _plain(self, part: dict[str, Any]) -> dict[str, Any]:
        """Return a part with its reference followed, and the first of several forms."""
        while "$ref" in part or "anyOf" in part:
            if "$ref" in part:
                part = self.schema["$defs"][part["$ref"].rpartition("/")[2]]
            else:
                part = part["anyOf"][0]
        return part

    def _forms(self, part: dict[str, Any]) -> list[dict[str, Any]]:
        return part["anyOf"] if "discriminator" in part else [part]

    def _scalar(self, part: dict[str, Any]) -> str:
        if "enum" in part:
            return str(part["enum"][0])
        if "examples" in part:
            return f'"{part["examples"][0]}"'
        if "pattern" in part:
            fits = re.compile(part["pattern"])
            return next(one for one in ("a", "0123456789abcdef") if fits.search(one))
        kind = part.get("type")
        kind = kind[0] if isinstance(kind, list) else kind
        plain = {"integer": str(part.get("minimum", 1)), "boolean": "true", "number": "1"}
        return plain.get(str(kind), "a")


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_schema_has_a_text_to_show(kind: str, editor: Editor, folder: Path) -> None:
    full = Full(json_schema(kind))
    path = folder / FILES[kind]
    text = f"# yaml-language-server: $schema=../schemas/{kind}.json\n" + "\n".join(full.lines)
    wanted = {
        value["description"]
        for struct in json_schema(kind)["$defs"].values()
        for value in struct.get("properties", {}).values()
    }

    faults = editor.open(path, text)
    silent = [
        said
        for line, column, said, below in full.keys
        if not any(words(one) in words(editor.hover(line + 1, column)) for one in (said, below))
    ]

    assert {said for _, _, said, _ in full.keys} == wanted
    assert silent == []
    assert [one["message"] for one in faults] == []


def words(text: str) -> str:
    """Return the letters and digits of a text; how they are marked up is the editor's affair."""
    return " ".join(re.findall(r"\w+", text))
