"""Of a copy only what its record recognises can be quoted."""

from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.passage import NO_PASSAGES, Passages, fingerprint, levelled, passages_of

TEXTS = st.lists(st.text(min_size=1, max_size=20).filter(levelled), max_size=6, unique_by=levelled)


@given(TEXTS, st.data())
def test_a_paragraph_is_known_wherever_it_stands_in_the_copy(
    texts: list[str], data: st.DataObject
) -> None:
    marks = [fingerprint(text) for text in texts]
    shuffled = data.draw(st.permutations(texts))

    found = passages_of(shuffled, marks)

    assert found.cited(range(1, len(texts) + 1)) == tuple(enumerate(texts, 1))


@given(TEXTS, st.sets(st.integers(1, 9)))
def test_every_cited_number_is_either_quoted_or_a_misfit(texts: list[str], cited: set[int]) -> None:
    found = passages_of(texts[::2], [fingerprint(text) for text in texts])

    quoted = {number for number, _ in found.cited(cited)}
    assert quoted | set(found.misfits(cited)) == cited
    assert not quoted & set(found.misfits(cited))


def test_a_paragraph_without_a_fingerprint_fits_nothing() -> None:
    found = passages_of(["One."], [""])

    assert found == Passages(copied=True, unmarked=frozenset({1}))
    assert found.misfits([1]) == (1,)


def test_where_there_is_no_copy_nothing_is_missed() -> None:
    assert NO_PASSAGES.misfits([1, 2]) == ()
