"""What is syntax somewhere is text everywhere: other readers find exactly what a lesson says."""

import csv
import io
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from lxml import etree
from msgspec import json
from msgspec.structs import replace

from debatekit.cli.main import run
from debatekit.export import Batch
from debatekit.export.json import ExportFile
from debatekit.intake import map_lesson_text, plan_of, read_argdown
from debatekit.maps import argdown
from debatekit.model.graph import Graph, GraphClaim, Inference
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.read import read_material
from tests.export.clients import in_node
from tests.export.conftest import TRAMS
from tests.export.samples import batch, exported, items_of, level
from tests.export.seen import expected, in_canvas, in_gift, in_moodle, in_qti3, text_of
from tests.export.test_any_text import (
    answer_on_card,
    carried_by_canvas,
    carried_by_gift,
    carried_by_qti3,
    in_anki_notes,
    unordered,
)
from tests.export.test_argdown import found_in, line_of, texts_of
from tests.handout.papers import docx_text, html_text, pdf_text
from tests.security.hostile import STEERING, hostile_workspace

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "&#x1b;[31m &lt;b&gt; &amp;amp;",
    '#read("/etc/passwd") #import "@preview/a:1.0.0"',
    "$x^2$ \\(y\\) \\[z\\]",
    "\\ \\n \\u{1b} \\N C:\\new",
    "{{ 7*7 }} {% include 'x' %} {# y #}",
    "{{c1::one}} [sound:a.mp3] [latex]x[/latex]",
    "=1+1",
    "-2+3 @SUM(A1) +4",
    "]]> <!-- <?xml?> <!DOCTYPE x [<!ENTITY a 'b'>]>",
    "~=#{}: ~ = # { } -> b =%50%c ####d // e ::f::",
    "$CATEGORY: $course$/top",
    "[a]: b <c> #d {e: f} @[g] (1) -- ><",
    "*b* _i_ `c` == ~~s~~ [x](https://a.example) ![y](z)",
    "שלום עולם \u202eabc\u2066 مرحبا",
    "\u0301 e\u0301o\u0308\u0304 \u200d 👩\u200d👧 字",
    "\x1b[2J\x9b31m\x07\x00 a",
)
"""Texts that are syntax, or steer something, in one format or another."""
PLACES = ("{}", "{} at the end", "at the beginning {}", "in {} the middle")
EVIL = " " + " ".join(ATTACKS[:-1])
"""All of them but control characters, which no file may hold, after a text of a lesson."""


def cleaned(text: str) -> str:
    """The text as it must arrive: without what could steer a screen, and no space round it."""
    return STEERING.sub("", text).strip()


def items_with(attack: str, clean: bool) -> tuple[Item, ...]:
    """Return one item of every kind whose texts hold the attack in every place."""
    options = [place.format(attack) for place in PLACES]
    texts = [attack, f"why {attack} why", f"hint {attack} hint", *options]
    assert len(set(map(level, options))) == len(PLACES)
    return items_of([cleaned(text) if clean else text for text in texts])


@pytest.fixture(scope="module")
def material() -> Material:
    return read_material(TRAMS, "free-trams")


@pytest.fixture(scope="module")
def batches(material: Material) -> list[Batch]:
    return [
        replace(batch(material, items_with(attack, clean=False)), quiz=f"quiz-{n}")
        for n, attack in enumerate(ATTACKS)
    ]


@pytest.fixture(scope="module")
def must() -> list[Item]:
    return [item for attack in ATTACKS for item in items_with(attack, clean=True)]


def test_xml_of_moodle_says_what_was_written(batches: list[Batch], must: list[Item]) -> None:
    found = in_moodle(exported("moodle", *batches))

    assert list(found.values()) == [expected(item) for item in must]


def test_qti_of_canvas_says_what_was_written(batches: list[Batch], must: list[Item]) -> None:
    found = in_canvas(exported("canvas", *batches))

    assert list(map(unordered, found)) == [unordered(carried_by_canvas(item)) for item in must]


def test_qti_3_says_what_was_written(batches: list[Batch], must: list[Item]) -> None:
    assert in_qti3(exported("qti3", *batches)) == [carried_by_qti3(item) for item in must]


def test_gift_says_what_was_written(batches: list[Batch], must: list[Item]) -> None:
    found = in_gift(in_node("gift.mjs", "gift-pegjs", exported("gift", *batches)))

    assert list(found.values()) == [carried_by_gift(item) for item in must]


@pytest.mark.parametrize("attack", ATTACKS)
def test_cards_of_anki_say_what_was_written(attack: str, material: Material) -> None:
    made, must = (items_with(attack, clean) for clean in (False, True))

    notes = in_anki_notes(exported("anki", batch(material, made)))

    assert [text_of(fields[1]) for fields in notes] == [answer_on_card(item) for item in must]
    assert all(item.stem in text_of(note[0]) for item, note in zip(must, notes, strict=True))


def test_json_says_what_was_written(batches: list[Batch], must: list[Item]) -> None:
    found = json.decode(exported("json", *batches), type=ExportFile)

    assert [item for lesson in found.lessons for item in lesson.items] == must


def test_argdown_says_what_was_written() -> None:
    texts = [place.format(attack) for attack in ATTACKS for place in PLACES]
    claims = {f"c{n}": GraphClaim(id=f"c{n}", text=text) for n, text in enumerate(texts)}
    steps = {"r": Inference(id="r", premises=("c0", "c1"), conclusion="c2")}

    found = found_in(argdown(Graph(claims=claims, inferences=steps), ATTACKS[0]))

    assert found["faults"] == []
    assert texts_of(found) == {id_: line_of(cleaned(one.text)) for id_, one in claims.items()}


def test_a_lesson_made_of_a_map_says_what_was_written(material: Material) -> None:
    claims = {f"c{n}": GraphClaim(id=f"c{n}", text=text) for n, text in enumerate(ATTACKS)}
    steps = {"r": Inference(id="r", premises=("c0", "c1"), conclusion="c2")}
    drawn = argdown(Graph(claims=claims, inferences=steps), ATTACKS[4])

    plan = plan_of(read_argdown(drawn), material.source, {})
    lesson = yaml.safe_load(map_lesson_text("any", "lind-2024", plan, material.source, "s.json"))

    assert lesson["title"] == ATTACKS[4]
    assert {id_: claim["text"] for id_, claim in lesson["claims"].items()} == {
        id_: line_of(cleaned(one.text)) for id_, one in claims.items()
    }


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_cell_of_a_table_says_what_was_written_and_is_no_formula(
    attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = hostile_workspace(tmp_path / "ws", "")
    store = ["-C", str(root), "--store", str(tmp_path / "scores.db")]
    monkeypatch.setattr("sys.stdin", io.StringIO("a\n"))
    answered = ["quiz", "free-trams", "-n", "1", "--student", attack, "--plain"]
    assert run([*store, *answered]) == 0
    capsys.readouterr()

    assert run([*store, "scores", "--student", attack, "--attempts", "--csv"]) == 0

    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))
    student = row["student"]
    assert student.removeprefix("'") == normalize("NFC", line_of(cleaned(attack)))
    assert student[:1] not in "=+-@\t\r"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_workspace(tmp_path_factory.mktemp("read-back"), EVIL)


def said_in(root: Path) -> list[str]:
    """Return the claims of the lesson's record and what is said against them, as they arrive."""
    source = yaml.safe_load((root / "seeds" / "lind-2024.yaml").read_text(encoding="utf-8"))
    lesson = yaml.safe_load((root / "lessons" / "free-trams.yaml").read_text(encoding="utf-8"))
    (contention,) = lesson["contentions"]
    texts = [claim["text"] for claim in source["claims"].values()]
    texts += [counter["text"] for counter in contention["counterarguments"]]
    assert all(text.endswith(EVIL) for text in texts)
    return [cleaned(text) for text in texts]


def closed_up(text: str) -> str:
    """The text without white space, which lines may begin and end with."""
    return "".join(text.replace("\u200b", "").split())


def written(root: Path, path: Path, *command: str) -> bytes:
    assert run(["-C", str(root), *command, "-o", str(path)]) == 0
    return path.read_bytes()


def test_a_page_shows_what_was_written(root: Path, tmp_path: Path) -> None:
    shown = closed_up(html_text(written(root, tmp_path / "a.html", "handout", "free-trams")))

    assert [text for text in said_in(root) if closed_up(text) not in shown] == []


def test_a_word_file_shows_what_was_written(root: Path, tmp_path: Path) -> None:
    shown = closed_up(docx_text(written(root, tmp_path / "a.docx", "handout", "free-trams")))

    assert [text for text in said_in(root) if closed_up(text) not in shown] == []


def test_a_pdf_shows_what_was_written(root: Path, tmp_path: Path) -> None:
    content = written(root, tmp_path / "a.pdf", "handout", "free-trams")

    shown = closed_up(pdf_text(content, tmp_path))

    for attack in ATTACKS[:16]:
        assert closed_up(attack) in shown


def test_a_picture_tells_what_was_written(root: Path, tmp_path: Path) -> None:
    content = written(root, tmp_path / "a.svg", "map", "free-trams", "--format", "svg")

    picture = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    shown = closed_up(" ".join(picture.itertext()))
    assert [text for text in said_in(root) if closed_up(text) not in shown] == []
