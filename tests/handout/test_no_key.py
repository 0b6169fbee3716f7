"""Nothing that is for the teacher alone stands anywhere in a student's file."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from debatekit.handout import Layout
from debatekit.handout.page import FORMS, Form
from debatekit.handout.quiz_key import key_text
from debatekit.handout.write import write
from debatekit.model.item import Choice, Match, Multiple, Order, Short
from debatekit.model.lesson import Contention, Counterargument, Steelman, Summary
from debatekit.model.material import Material
from tests.handout.pages import Reader as Page
from tests.handout.papers import docx_text, html_text, parts, pdf_text
from tests.handout.sheets import KINDS, items, sheet

SECRET = "Xanthippe"
TEACHERS_WORDS = ("Best reply", "For the teacher", "for the teacher", "Teaching notes", "straw")


def told_apart(material: Material) -> Material:
    """The lesson with a word of its own in all that is for the teacher, and other best replies."""
    lesson = material.lesson
    assert lesson.steelman is not None
    changed = replace(
        lesson,
        objectives=tuple(f"{one} {SECRET}" for one in lesson.objectives),
        contentions=tuple(map(_contention, lesson.contentions)),
        steelman=Steelman(
            author=_side(lesson.steelman.author), counter=_side(lesson.steelman.counter)
        ),
    )
    claims = {
        id_: replace(one, charity=f"{one.charity} {SECRET}" if one.charity else "")
        for id_, one in material.claims.items()
    }
    return replace(material, lesson=changed, claims=claims)


def _contention(one: Contention) -> Contention:
    counters = tuple(map(_counterargument, one.counterarguments))
    return replace(one, notes=f"{one.notes} {SECRET}", counterarguments=counters)


def _counterargument(one: Counterargument) -> Counterargument:
    return replace(one, replies=tuple(replace(reply, best=not reply.best) for reply in one.replies))


def _side(side: Summary) -> Summary:
    return replace(
        side, straw=tuple(replace(one, text=f"{one.text} {SECRET}") for one in side.straw)
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "quiz"])
def test_a_students_sheet_is_the_same_whatever_the_teacher_is_told(
    trams: Material, kind: str
) -> None:
    other = told_apart(trams)

    assert sheet(other, kind, "student") == sheet(trams, kind, "student")
    if kind in ("brief", "flow"):
        assert sheet(other, kind, "teacher") != sheet(trams, kind, "teacher")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_word_for_the_teacher_stands_anywhere_in_a_students_file(
    trams: Material, kind: str, form: Form, tmp_path: Path
) -> None:
    content = write(sheet(told_apart(trams), kind, "student"), form, Layout()).content

    whole = " ".join(everything(content, form, tmp_path).split())
    assert trams.lesson.title in whole
    assert [word for word in (SECRET, *TEACHERS_WORDS) if word in whole] == []


@pytest.mark.parametrize("form", FORMS)
def test_no_key_of_a_quiz_stands_anywhere_in_a_students_file(
    trams: Material, form: Form, tmp_path: Path
) -> None:
    content = write(sheet(trams, "quiz", "student"), form, Layout()).content
    whole = everything(content, form, tmp_path)
    flat = "".join(whole.split())

    asked = [item for letter in "AB" for item in items(trams, ord(letter))]
    assert [item.id for item in asked if item.id in whole] == []
    for item in asked:
        match item:
            case Match() | Order():
                assert "".join(key_text(item).split()) not in flat
            case Short(accepted=accepted):
                assert [one for one in accepted if one in whole] == []
            case Choice() | Multiple():
                assert f"Key: {key_text(item)}" not in whole


@pytest.mark.parametrize("form", FORMS)
def test_the_search_does_find_what_is_in_a_teachers_file(
    trams: Material, form: Form, tmp_path: Path
) -> None:
    content = write(sheet(told_apart(trams), "brief", "teacher"), form, Layout()).content

    whole = everything(content, form, tmp_path)

    assert SECRET in whole
    assert "Best reply" in whole


def everything(content: bytes, form: Form, folder: Path) -> str:
    """All that a file says: its text, what it says of itself, names, bookmarks, alt texts."""
    match form:
        case "html":
            page = Page(content.decode())
            named = [value for _, _, given in page.elements for value in given.values()]
            return "\n".join([html_text(content), content.decode(), *named])
        case "docx":
            return f"{docx_text(content)}\n{parts(content)}"
        case "pdf":
            with pikepdf.open(BytesIO(content)) as file:
                said = [text for one in file.objects for text in _strings(one)]
                said.append(str(file.open_metadata()))
            return "\n".join([pdf_text(content, folder), *said])


def _strings(one: object) -> Iterator[str]:
    """Yield every text in an object of a PDF: titles, alternative texts, names."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        for each in one:
            yield from _strings(each) if not getattr(each, "is_indirect", False) else ()
    elif isinstance(one, pikepdf.Dictionary):
        for _, each in one.items():
            yield from _strings(each) if not getattr(each, "is_indirect", False) else ()
