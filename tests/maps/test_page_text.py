"""The map as a list on paper: what each entry is, apart from its words, and no ids."""

from hypothesis import given, settings

from debatekit.maps import outline, page_outline
from tests.logic.graphs import Case, cases
from tests.maps.sample import sample


def test_the_list_of_a_map_with_everything_reads_as_written() -> None:
    found = page_outline(sample(), {"walt": "Walt"}, {"r1": "1A", "u": "1.1"}, {"o": "see it"})
    lines = [f"{'  ' * one.depth}*{one.head}*{one.text}" for one in found]

    assert lines == [
        "*Author's claim*: Text of r.",
        "*Author's claim*: Text of c.",
        "  *Supported by author's reason 1A*",
        "    *Premise*: Text of p.",
        "      *Undermined by counterargument* (each denies the other): Text of o. (see\xa0it)",
        "        *Undermined by author's reply*: Plain words.",
        "    *Premise, claim of both sides*: Text of q. (unstated)",
        "    *Undercut by counterargument 1.1*: Plain words. (held by Walt)",
        "      *Granted by author's concession*: Text of c.",
        "  *Rebutted by author's claim* (each denies the other): Text of n.",
        "    *Supported by critics' reason*, by the scheme expert opinion",
        "      *Premise, claim of both sides*: as above, “Text of q.”",
        "*Preferred*: “Text of c.” over “Text of n.”",
    ]


@settings(max_examples=200, derandomize=True, database=None, deadline=None)
@given(cases())
def test_it_has_an_entry_where_the_list_on_the_screen_has_one(case: Case) -> None:
    on_page = list(page_outline(case[0], {}, {}))

    assert [one.depth for one in on_page] == [line.depth for line in outline(case[0])]
    assert all(one.head[0].isupper() for one in on_page)
