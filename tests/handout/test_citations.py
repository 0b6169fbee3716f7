"""How references are written out and numbered."""

import pytest

from debatekit.handout.citations import Numbering, date_text, edtf_text, names, reference_text
from debatekit.handout.citations import source_part as source_of
from debatekit.handout.closing import sources
from debatekit.model.reference import Issued, Name, Reference, Standings

LEE = Name(family="Lee", given="Ann")
ROSS = Name(family="Ross", given="Bo")
UN = Name(literal="United Nations")


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ((), ""),
        ((LEE,), "Lee, Ann"),
        ((UN,), "United Nations"),
        ((LEE, ROSS), "Lee, Ann and Bo Ross"),
        ((LEE, ROSS, UN), "Lee, Ann, Bo Ross and United Nations"),
        ((LEE, ROSS, UN, LEE), "Lee, Ann and others"),
        ((Name(family="Plato"),), "Plato"),
    ],
)
def test_the_first_author_is_turned_round_for_the_alphabet(
    authors: tuple[Name, ...], expected: str
) -> None:
    assert names(authors) == expected


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (None, ""),
        (Issued(date_parts=((2023,),)), "2023"),
        (Issued(date_parts=((2023, 9),)), "September 2023"),
        (Issued(date_parts=((2023, 9, 17),)), "17 September 2023"),
        (Issued(date_parts=((2013,), (2014,))), "2013 to 2014"),
        (Issued(date_parts=((2013, 13),)), "2013"),
        (Issued(literal="about 1600"), "about 1600"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(issued: Issued | None, expected: str) -> None:
    assert date_text(issued) == expected


def test_a_span_of_a_record_is_written_out() -> None:
    assert edtf_text("1950-06-25/1953-07") == "25 June 1950 to July 1953"


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        ("book", "On Trams", "Lee, Ann. On Trams. Rail Press, 2020."),
        ("article-journal", "On Trams", "Lee, Ann. “On Trams.” Rail Press, 2020."),
        ("article-journal", "Why Trams?", "Lee, Ann. “Why Trams?” Rail Press, 2020."),
        ("webpage", "“Trams”", "Lee, Ann. ““Trams.”” Rail Press, 2020."),
    ],
)
def test_titles_of_parts_are_quoted_and_end_with_one_mark(
    kind: str, title: str, expected: str
) -> None:
    reference = Reference(
        id="x",
        type=kind,
        title=title,
        author=(LEE,),
        publisher="Rail Press",
        issued=Issued(date_parts=((2020,),)),
    )

    assert reference_text(reference) == expected


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://trams.example/a", True),
        ("HTTPS://trams.example", True),
        ("http://trams.example", False),
        ("javascript:alert(1)", False),
        ("https://trams.example/a b", False),
        (" javascript:https://x", False),
        ("", False),
    ],
)
def test_only_an_https_address_becomes_a_link(address: str, followed: bool) -> None:
    source = source_of(Reference(id="x", type="book", title="T", url=address), 1)

    assert source.link is followed
    assert source.url == address.strip()


@pytest.mark.parametrize(
    ("status", "note", "shown"),
    [
        ("recalled", "Recalled: not opened.", ""),
        ("recalled", "Recalled: not opened. Page 4 is a guess.", "Recalled: not opened. Page 4 is"),
        ("verified", "Seen as a copy.", "Seen as a copy."),
    ],
)
def test_a_note_that_only_says_again_that_an_entry_is_recalled_is_left_out(
    status: str, note: str, shown: str
) -> None:
    custom = Standings(status="recalled" if status == "recalled" else "verified")
    source = source_of(Reference(id="x", type="book", title="T", note=note, custom=custom), 1)

    assert source.recalled is (status == "recalled")
    assert source.note.startswith(shown)
    assert bool(source.note) is bool(shown)


def test_a_document_made_up_for_an_exercise_is_marked_and_the_mark_explained() -> None:
    made_up = Reference(
        id="x", type="document", title="Minutes", custom=Standings(status="invented")
    )
    real = Reference(id="y", type="book", title="On Trams")

    (section,) = sources([source_of(made_up, 1), source_of(real, 2)], whole=False)
    said = str(section)

    assert said.count("Invented.") == 1
    assert "made up for this exercise" in said


def test_references_are_numbered_when_first_cited_and_keep_their_number() -> None:
    numbering = Numbering({id_: Reference(id=id_, type="book", title=id_) for id_ in "abc"})

    assert numbering.cite(["b", "unknown"]) == (1,)
    assert numbering.cite(["c", "b", "c"]) == (1, 2)
    assert [source.text for source in numbering.sources()] == ["b.", "c."]
