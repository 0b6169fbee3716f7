"""Items as a QTI 3.0 package: one file an item, a test for each batch, and a manifest."""

from collections.abc import Iterable, Iterator

from debatekit.export.archive import Archive, Lines
from debatekit.export.batch import Batch, Tell, identity, number
from debatekit.export.qti3_item import assessment_item
from debatekit.export.text import in_line, in_xml

LEFT_OUT = "hints, tags, difficulty and proofs are left out"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TEST = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"


def qti3(batches: Iterable[Batch], tell: Tell) -> Iterator[bytes]:
    """Yield a package; its lists wait in temporary files."""
    tell(LEFT_OUT, "")
    archive, resources = Archive(), Lines()
    tests = []
    for batch in batches:
        test = f"t{number('qti3', batch.quiz)}"
        tests.append(test)
        refs, needed = Lines(), Lines()
        for item in batch.items:
            name = f"i{number('qti3', identity(batch, item))}"
            path = f"items/{name}.xml"
            content = assessment_item(batch, item, name, tell)
            yield from archive.add(path, [f"{_XML}{content}".encode()])
            refs.add(f'<qti-assessment-item-ref identifier="{name}" href="{path}"/>\n'.encode())
            needed.add(f'<dependency identifierref="{name}"/>\n'.encode())
            resources.take(_resource(name, "imsqti_item_xmlv3p0", path))
        yield from archive.add(f"{test}.xml", _test(batch, test, refs))
        resources.take(_resource(test, "imsqti_test_xmlv3p0", f"{test}.xml", needed))
    yield from archive.add("imsmanifest.xml", _manifest(tests, resources))
    yield from archive.end()


def _test(batch: Batch, test: str, refs: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the test: all items in one section, answered in any order."""
    title = in_xml(in_line(batch.title))
    yield (
        f'{_XML}<qti-assessment-test xmlns="{_TEST}" identifier="{test}" title="{title}">\n'
        '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>\n'
        '<qti-test-part identifier="part" navigation-mode="nonlinear" '
        'submission-mode="individual">\n'
        f'<qti-assessment-section identifier="all" title="{title}" visible="true">\n'
    ).encode()
    yield from refs
    yield (
        b"</qti-assessment-section>\n</qti-test-part>\n<qti-outcome-processing>\n"
        b'<qti-set-outcome-value identifier="SCORE"><qti-sum>'
        b'<qti-test-variables variable-identifier="SCORE"/></qti-sum></qti-set-outcome-value>\n'
        b"</qti-outcome-processing>\n</qti-assessment-test>\n"
    )


def _manifest(tests: list[str], resources: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the list of what is in the package."""
    yield (
        f'{_XML}<manifest xmlns="{_PACKAGE}" identifier="m{number("manifest", *tests)}">\n'
        "<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>\n"
        "<organizations/>\n<resources>\n"
    ).encode()
    yield from resources
    yield b"</resources>\n</manifest>\n"


def _resource(name: str, kind: str, path: str, needed: Iterable[bytes] = ()) -> Iterator[bytes]:
    yield (
        f'<resource identifier="{name}" type="{kind}" href="{path}">\n<file href="{path}"/>\n'
    ).encode()
    yield from needed
    yield b"</resource>\n"
