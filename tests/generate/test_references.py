"""How a reference is named where students choose among sources."""

import pytest
from msgspec import convert

from debatekit.generate.references import reference_name
from debatekit.model.reference import Reference
from tests.generate.raw import Raw

TWO = [{"family": "Okoye", "given": "Ben"}, {"family": "Lind", "given": "Eva"}]
YEAR = {"date-parts": [[2019, 3]]}


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"author": TWO[:1], "issued": YEAR}, "Okoye 2019, A study"),
        ({"author": TWO, "issued": YEAR}, "Okoye and Lind 2019, A study"),
        ({"author": [*TWO, {"literal": "A body"}]}, "Okoye and others, A study"),
        ({"author": [{"literal": "A body"}], "issued": YEAR}, "A body 2019, A study"),
        ({"issued": {"literal": "about 1900"}}, "about 1900, A study"),
        ({"container-title": "The Bee", "issued": YEAR}, "The Bee 2019, A study"),
        ({"publisher": "Hill Press"}, "Hill Press, A study"),
        ({"container-title": "The Bee", "publisher": "Hill Press"}, "The Bee, A study"),
        ({"author": TWO[:1], "container-title": "The Bee"}, "Okoye, A study (The Bee)"),
        ({"author": TWO[:1], "publisher": "Hill Press"}, "Okoye, A study"),
        ({}, "A study"),
    ],
)
def test_a_reference_is_named_by_author_year_title_and_paper(more: Raw, name: str) -> None:
    found = convert({"id": "study", "type": "report", "title": "A study", **more}, Reference)

    assert reference_name(found) == name
