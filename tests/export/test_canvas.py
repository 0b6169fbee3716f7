"""What Canvas needs in a package, and that every item of the course is in it."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from debatekit.export import Batch
from debatekit.model.material import Material
from tests.export.clients import well_formed
from tests.export.samples import batch, exported, items_of
from tests.export.seen import QTI, Seen, in_canvas
from tests.export.test_any_text import carried_by_canvas, unordered

PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
QUIZ = "{http://canvas.instructure.com/xsd/cccv1p0}"


@pytest.fixture(scope="module")
def files(course: list[Batch]) -> dict[str, bytes]:
    with ZipFile(BytesIO(exported("canvas", *course))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_every_item_of_the_course_is_in_it(course: list[Batch]) -> None:
    found = in_canvas(exported("canvas", *course))

    must: list[Seen] = [carried_by_canvas(item) for lesson in course for item in lesson.items]
    assert list(map(unordered, found)) == list(map(unordered, must))


def test_the_manifest_leads_to_every_file(files: dict[str, bytes]) -> None:
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    resources = list(manifest.iter(f"{PACKAGE}resource"))
    named = {file.get("href") for one in resources for file in one.iter(f"{PACKAGE}file")}
    needed = {one.get("identifierref") for one in manifest.iter(f"{PACKAGE}dependency")}

    for content in files.values():
        well_formed(content)
    assert named == set(files) - {"imsmanifest.xml"}
    assert needed < {one.get("identifier") for one in resources}


def test_a_quiz_s_settings_belong_to_its_questions(
    files: dict[str, bytes], course: list[Batch]
) -> None:
    for lesson in course:
        (folder,) = {
            name.split("/")[0]
            for name, content in files.items()
            if name.endswith("_meta.xml") and lesson.title.encode() in content
        }
        meta = ElementTree.fromstring(files[f"{folder}/assessment_meta.xml"])
        questions = ElementTree.fromstring(files[f"{folder}/{folder}.xml"])

        assert meta.get("identifier") == folder
        assert [one.get("ident") for one in questions.iter(f"{QTI}assessment")] == [folder]
        assert float(meta.findtext(f"{QUIZ}points_possible", "")) == len(list(lesson.items))


def test_no_two_questions_share_a_name(files: dict[str, bytes]) -> None:
    roots = [ElementTree.fromstring(content) for content in files.values()]
    names = [item.get("ident") for root in roots for item in root.iter(f"{QTI}item")]

    assert len(names) == len(set(names)) > 0


def test_partners_of_a_match_differ_and_together_earn_all_points(trams: Material) -> None:
    made = items_of(["stem", "why", "hint", "one", "Two", "Two ", "Two"])[2:3]

    with ZipFile(BytesIO(exported("canvas", batch(trams, made)))) as package:
        name = next(name for name in package.namelist() if "meta" not in name)
        (item,) = ElementTree.fromstring(package.read(name)).iter(f"{QTI}item")

    menus = [
        [label.findtext(f".//{QTI}mattext") for label in response.iter(f"{QTI}response_label")]
        for response in item.iter(f"{QTI}response_lid")
    ]
    assert menus == [["Two", "one"]] * 2
    assert [float(one.text or "") for one in item.iter(f"{QTI}setvar")] == [50.0, 50.0]
