"""Awkward lessons print whole in every format; what stands in the way leaves no half a file."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.cli.main import run
from debatekit.handout import Layout
from debatekit.handout.page import FORMS, Form
from debatekit.handout.write import write
from debatekit.model.lesson import Counterargument, Reply
from debatekit.model.material import Material
from tests.handout.papers import docx_text, html_text, pdf_text
from tests.handout.sheets import sheet

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
LONG = "w" * 300
RARE = "\U0001e900"
"""A letter that few machines have."""


def text(material: Material, kind: str, form: Form, folder: Path) -> str:
    content = write(sheet(material, kind, "student"), form, Layout()).content
    match form:
        case "html":
            return html_text(content)
        case "pdf":
            return pdf_text(content, folder)
        case "docx":
            return docx_text(content)


def with_counters(material: Material, *counters: Counterargument) -> Material:
    [contention] = material.lesson.contentions
    changed = replace(contention, counterarguments=(*contention.counterarguments, *counters))
    return replace(material, lesson=replace(material.lesson, contentions=(changed,)))


def counter(id_: str, said: str) -> Counterargument:
    reply = Reply(id=f"reply-to-{id_}", text="That is another matter.", answers="dismisses")
    return Counterargument(id=id_, text=said, attacks="make-trams-free", replies=(reply,))


@pytest.mark.parametrize("form", ["html", "docx"])
def test_sixty_counterarguments_stand_in_every_format(
    trams: Material, form: Form, tmp_path: Path
) -> None:
    many = with_counters(trams, *(counter(f"c{n}", f"Number{n}.") for n in range(60)))

    said = text(many, "brief", form, tmp_path)

    assert [n for n in range(60) if f"Number{n}." not in said] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["brief", "flow", "map"])
def test_a_word_of_three_hundred_letters_stands_in_every_format(
    trams: Material, kind: str, form: Form, tmp_path: Path
) -> None:
    claim = replace(trams.claims["make-trams-free"], text=f"Say {LONG}.", short="")
    long = replace(trams, claims={**trams.claims, "make-trams-free": claim})

    said = text(long, kind, form, tmp_path)

    assert "Say" in said
    assert "".join(said.split()).count("w") >= len(LONG)
    if form == "pdf" and kind != "map":  # a picture shrinks instead
        assert max(map(len, said.split())) < 90


@pytest.mark.parametrize(("form", "told"), [("html", ()), ("pdf", (RARE,)), ("docx", ())])
def test_a_letter_that_no_font_has_is_kept_and_named_where_it_is_drawn(
    trams: Material, form: Form, told: tuple[str, ...], tmp_path: Path
) -> None:
    rare = with_counters(trams, counter("rare", f"Before {RARE} after."))

    made = write(sheet(rare, "brief", "student"), form, Layout())

    assert made.missing == told
    said = text(rare, "brief", form, tmp_path)
    assert "Before" in said
    assert form == "pdf" or RARE in said


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("-o", "nowhere/x.{}"), 1, "Error: there is no folder nowhere"),
        (("-o", "folder.{}"), 1, "is a folder; name a file in it"),
        (("-o", "there.{}"), 1, "is there already; --force writes over it"),
        (("-o", "/dev/full", "--format", "{}", "--force"), 1, "no space left on device"),
        (("--theme", "none", "-o", "x.{}"), 2, "'none' does not exist"),
        (("--theme", "empty", "-o", "x.{}"), 1, "Error: empty holds no "),
    ],
)
def test_what_stands_in_the_way_is_one_message_in_every_format(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    form: Form,
    options: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    if "/dev/full" in options and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    monkeypatch.chdir(tmp_path)
    for folder in (f"folder.{form}", "empty"):
        (tmp_path / folder).mkdir()
    (tmp_path / f"there.{form}").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))

    given = [option.format(form) for option in options]
    assert run(["-C", str(TRAMS), "handout", "free-trams", *given]) == code

    assert said in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / f"there.{form}").read_text(encoding="utf-8") == "mine"
