"""Items as a Canvas quiz package: QTI 1.2 in a ZIP file, with Canvas's own metadata.

The package has a manifest, and for each batch an assessment and its settings. Canvas guesses
the type of a question that does not name it, and keys the partners of a match by their text.
"""

from collections.abc import Iterable, Iterator

from debatekit.export.archive import Archive
from debatekit.export.batch import Batch, Tell, number
from debatekit.export.canvas_item import question
from debatekit.export.text import in_line, in_xml

LEFT_OUT = "hints, tags, difficulty and proofs are left out"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_QUIZ = "http://canvas.instructure.com/xsd/cccv1p0"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_META_TYPE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def canvas(batches: Iterable[Batch], tell: Tell) -> Iterator[bytes]:
    """Yield a package with one quiz for each batch."""
    tell(LEFT_OUT, "")
    archive = Archive()
    names = []
    for batch in batches:
        name = f"g{number('canvas', batch.quiz)}"
        names.append(name)
        count = _Count()
        yield from archive.add(f"{name}/{name}.xml", _assessment(batch, name, count, tell))
        yield from archive.add(f"{name}/assessment_meta.xml", [_meta(batch, name, count.items)])
    yield from archive.add("imsmanifest.xml", [_manifest(names)])
    yield from archive.end()


class _Count:
    """How many items have gone by."""

    items = 0


def _assessment(batch: Batch, name: str, count: _Count, tell: Tell) -> Iterator[bytes]:
    """Yield the questions."""
    title = in_xml(in_line(batch.title))
    yield (
        f'{_XML}<questestinterop xmlns="{_QTI}">\n<assessment ident="{name}" title="{title}">\n'
        "<qtimetadata><qtimetadatafield><fieldlabel>cc_maxattempts</fieldlabel>"
        "<fieldentry>1</fieldentry></qtimetadatafield></qtimetadata>\n"
        '<section ident="root_section">\n'
    ).encode()
    for item in batch.items:
        count.items += 1
        yield question(batch, item, count.items, tell).encode()
    yield b"</section>\n</assessment>\n</questestinterop>\n"


def _meta(batch: Batch, name: str, points: int) -> bytes:
    """Return the quiz's settings: practice, not published, options in another order each time."""
    return (
        f'{_XML}<quiz identifier="{name}" xmlns="{_QUIZ}">\n'
        f"<title>{in_xml(in_line(batch.title))}</title>\n<description></description>\n"
        "<shuffle_answers>true</shuffle_answers>\n<scoring_policy>keep_highest</scoring_policy>\n"
        "<quiz_type>practice_quiz</quiz_type>\n"
        f"<points_possible>{points:.1f}</points_possible>\n"
        "<show_correct_answers>true</show_correct_answers>\n"
        "<allowed_attempts>-1</allowed_attempts>\n<available>false</available>\n</quiz>\n"
    ).encode()


def _manifest(names: list[str]) -> bytes:
    """Return the list of what is in the package."""
    resources = "".join(
        f'<resource identifier="{name}" type="imsqti_xmlv1p2">\n'
        f'<file href="{name}/{name}.xml"/>\n<dependency identifierref="{name}_meta"/>\n'
        f'</resource>\n<resource identifier="{name}_meta" type="{_META_TYPE}" '
        f'href="{name}/assessment_meta.xml">\n'
        f'<file href="{name}/assessment_meta.xml"/>\n</resource>\n'
        for name in names
    )
    return (
        f'{_XML}<manifest identifier="g{number("manifest", *names)}" xmlns="{_PACKAGE}">\n'
        "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>\n"
        f"<organizations/>\n<resources>\n{resources}</resources>\n</manifest>\n"
    ).encode()
