"""Items as a QTI 3.0 package: one file an item, a test for each batch, and a manifest."""

from collections.abc import Iterable, Iterator

from debatekit.export.archive import Archive
from debatekit.export.batch import Batch, Tell, identity, number
from debatekit.export.qti3_item import assessment_item
from debatekit.export.text import in_line, in_xml

LEFT_OUT = "hints, tags, difficulty and proofs are left out"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TEST = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"


def qti3(batches: Iterable[Batch], tell: Tell) -> Iterator[bytes]:
    """Yield a package; of items that are written, only the names are kept for the lists."""
    tell(LEFT_OUT, "")
    archive = Archive()
    tests: list[tuple[str, list[str]]] = []
    for batch in batches:
        names: list[str] = []
        for item in batch.items:
            name = f"i{number('qti3', identity(batch, item))}"
            names.append(name)
            content = assessment_item(batch, item, name, tell)
            yield from archive.add(f"items/{name}.xml", [f"{_XML}{content}".encode()])
        test = f"t{number('qti3', batch.quiz)}"
        tests.append((test, names))
        yield from archive.add(f"{test}.xml", _test(batch, test, names))
    yield from archive.add("imsmanifest.xml", _manifest(tests))
    yield from archive.end()


def _test(batch: Batch, test: str, names: list[str]) -> Iterator[bytes]:
    """Yield the test: all items in one section, answered in any order."""
    title = in_xml(in_line(batch.title))
    yield (
        f'{_XML}<qti-assessment-test xmlns="{_TEST}" identifier="{test}" title="{title}">\n'
        '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>\n'
        '<qti-test-part identifier="part" navigation-mode="nonlinear" '
        'submission-mode="individual">\n'
        f'<qti-assessment-section identifier="all" title="{title}" visible="true">\n'
    ).encode()
    for name in names:
        yield f'<qti-assessment-item-ref identifier="{name}" href="items/{name}.xml"/>\n'.encode()
    yield (
        b"</qti-assessment-section>\n</qti-test-part>\n<qti-outcome-processing>\n"
        b'<qti-set-outcome-value identifier="SCORE"><qti-sum>'
        b'<qti-test-variables variable-identifier="SCORE"/></qti-sum></qti-set-outcome-value>\n'
        b"</qti-outcome-processing>\n</qti-assessment-test>\n"
    )


def _manifest(tests: list[tuple[str, list[str]]]) -> Iterator[bytes]:
    """Yield the list of what is in the package."""
    name = number("manifest", *(test for test, _ in tests))
    yield (
        f'{_XML}<manifest xmlns="{_PACKAGE}" identifier="m{name}">\n'
        "<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>\n"
        "<organizations/>\n<resources>\n"
    ).encode()
    for test, names in tests:
        needed = "".join(f'<dependency identifierref="{one}"/>\n' for one in names)
        yield _resource(test, "imsqti_test_xmlv3p0", f"{test}.xml", needed)
        for one in names:
            yield _resource(one, "imsqti_item_xmlv3p0", f"items/{one}.xml")
    yield b"</resources>\n</manifest>\n"


def _resource(name: str, kind: str, path: str, needed: str = "") -> bytes:
    return (
        f'<resource identifier="{name}" type="{kind}" href="{path}">\n<file href="{path}"/>\n'
        f"{needed}</resource>\n"
    ).encode()
