"""`debatekit map`: every format of a small lesson, and what stops it."""

import json
import re
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree as ET

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.cli.main import run

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
IDS = {
    "make-trams-free",
    "trial-moved-drivers",
    "fewer-cars-wanted",
    "trial-like-our-city",
    "tickets-cost-much",
    "trial",
    "tickets",
    "walkers-came",
    "some-were-drivers",
    "health-too",
    "other-lines",
    "line-was-short",
    "money-lost",
    "city-can-pay",
}


def drawn(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    code = run(["-C", str(TRAMS), "map", "free-trams", *options])
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    return said.out


def test_the_text_names_every_part_of_the_lesson_once(capsys: pytest.CaptureFixture[str]) -> None:
    said = re.findall(r"\[([a-z-]+)\]", drawn(capsys))

    assert sorted(said) == sorted(IDS)


def test_a_reply_that_grants_a_counterargument_hangs_on_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "- granted by: author's concession [city-can-pay]" in drawn(capsys)


def test_the_text_keeps_to_a_narrow_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = drawn(capsys, "--plain").splitlines()

    assert max(map(len, lines)) <= 40
    assert not [line for line in lines if "\x1b" in line]


def test_the_json_lists_what_the_text_names(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(drawn(capsys, "--format", "json"))

    assert {each["id"] for each in (*found["claims"], *found["inferences"])} == IDS
    assert {
        (each["source"], each["name"]) for each in found["attacks"] if each["target"] == "trial"
    } == {("other-lines", "undercut")}


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("dot", "digraph map {"), ("argdown", "# Should trams be free?"), ("svg", "<?xml")],
)
def test_each_source_format_begins_as_its_readers_expect(
    form: str, beginning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert drawn(capsys, "--format", form).startswith(beginning)


def test_a_picture_goes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "trams.svg"
    code = run(["-C", str(TRAMS), "map", "free-trams", "--format", "svg", "-o", str(place)])

    assert code == 0
    assert ET.parse(place).getroot().tag.endswith("svg")
    assert capsys.readouterr().err == f"Wrote {place}\n"


def test_one_contention_is_drawn_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    said = drawn(capsys, "--contention", "make-trams-free")

    assert said.startswith("Argument map: ")
    assert "[make-trams-free]" in said


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_contention_is_known_by_the_number_that_it_has_on_paper(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["-C", str(bundled_workspace()), "map", "common-enemy", "--format", form]
    said = []
    for name in ("washington-to-blame", "1", "trends-reversed", "4"):
        assert run([*asked, "--contention", name]) == 0
        said.append(capsys.readouterr().out)

    assert said[0] == said[1] != said[2] == said[3]


@pytest.mark.parametrize("number", ["0", "2", "999999999"])
def test_a_number_that_no_contention_has_is_refused(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(TRAMS), "map", "free-trams", "--contention", number]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"no contention {number}" in said.err
    assert "has 1" in said.err


def test_a_contention_is_drawn_with_its_reason_for_something_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copytree(TRAMS, tmp_path / "trams")
    lesson = root / "lessons" / "free-trams.yaml"
    text = lesson.read_text(encoding="utf-8")
    changed = text.replace(
        "claims:\n", "claims:\n  fares-unjust: {text: Fares are unjust., kind: value}\n", 1
    ).replace("[tickets-cost-much]", "[tickets-cost-much]\n        concludes: fares-unjust", 1)
    lesson.write_text(changed, encoding="utf-8")

    assert run(["-C", str(root), "map", "free-trams", "--contention", "make-trams-free"]) == 0
    said = capsys.readouterr().out
    assert "[tickets]" in said
    assert "[fares-unjust]" in said


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["map", "free-trms"], "there is no lesson 'free-trms'; did you mean 'free-trams'?"),
        (
            ["map", "free-trams", "--contention", "make-tram-free"],
            "there is no contention 'make-tram-free'; did you mean 'make-trams-free'?",
        ),
    ],
)
def test_an_unknown_id_is_met_with_a_near_one(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(TRAMS), *words]) == 1
    assert capsys.readouterr().err == f"Error: {message}\n"


@pytest.mark.parametrize("form", ["text", "svg", "dot", "json", "argdown"])
def test_a_lesson_without_contentions_has_no_map(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree(TRAMS / "seeds", tmp_path / "seeds")
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "empty.yaml").write_text(
        "format: 1\ntitle: Empty\nsource: lind-2024\ncontentions: []\n", encoding="utf-8"
    )

    assert run(["-C", str(tmp_path), "map", "empty", "--format", form]) == 1
    assert capsys.readouterr() == (
        "",
        "Error: lesson 'empty' has no contention, so there is nothing to draw\n",
    )


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("m.svg", "svg"),
        ("m.gv", "dot"),
        ("M.JSON", "json"),
        ("m.argdown", "argdown"),
        ("m", "text"),
    ],
)
def test_a_map_is_written_in_the_form_that_its_files_name_ends_in(
    name: str, form: str, tmp_path: Path
) -> None:
    asked = ["-C", str(TRAMS), "map", "free-trams", "-o"]

    codes = (
        run([*asked, str(tmp_path / name)]),
        run([*asked, str(tmp_path / "x.any"), "--format", form]),
    )

    assert codes == (0, 0)
    assert (tmp_path / name).read_bytes() == (tmp_path / "x.any").read_bytes()


def test_a_name_that_no_map_ends_in_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(TRAMS), "map", "free-trams", "-o", str(tmp_path / "m.png")]) == 2
    assert ".svg" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
