"""Everything that comes with debatekit stands under a licence that goes with its own."""

import pytest

from tools.licences import compatible, dependencies, licence


def test_every_library_that_comes_along_may_be_used_by_an_mit_program() -> None:
    brought = {name: licence(library) for name, library in dependencies().items()}

    assert {name: held for name, held in brought.items() if not compatible(held)} == {}
    assert {"click", "markupsafe"} <= brought.keys()


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("GPL-2.0-only OR MPL-2.0", True),
        ("MIT AND OFL-1.1", True),
        ("MIT AND GPL-3.0-only", False),
        ("unknown", False),
    ],
)
def test_of_alternatives_one_must_do_and_of_licences_together_all(
    expression: str, may: bool
) -> None:
    assert compatible(expression) is may
