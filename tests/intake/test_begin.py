"""Files to begin with are read back, whatever the article is called, and hold none of its text."""

from pathlib import Path

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from debatekit.diagnostics import InvalidFileError
from debatekit.intake import Article, lesson_text, quiz_text, source_text
from debatekit.model.passage import fingerprint
from debatekit.model.quiz import Quiz
from debatekit.model.source import Source
from debatekit.read import read_source
from debatekit.read.files import parse
from debatekit.read.schema import KINDS
from tests.intake.made import PARAGRAPHS

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
SOURCE = read_source(TRAMS / "seeds" / "lind-2024.yaml").content
GAPS = {"DK109"}


def codes(text: str, kind: str) -> set[str]:
    """Return the codes of what a file's text lacks."""
    try:
        parse(text, "new.yaml", kind, KINDS[kind])
    except InvalidFileError as error:
        return {fault.code for fault in error.diagnostics}
    return set()


articles = st.builds(
    Article,
    paragraphs=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    title=st.text(),
    author=st.text(),
    date=st.sampled_from(["", "2024-03-05"]),
    publisher=st.text(),
    language=st.sampled_from(["", "en", "no"]),
)


@settings(max_examples=30, deadline=None)
@given(articles)
@example(Article(paragraphs=("One.",), author="007"))
@example(Article(paragraphs=("One.",), author="Null"))
@example(Article(paragraphs=("One.",), author="\u0410\u0434\u0430"))
def test_a_record_of_any_article_lacks_nothing_but_what_is_left_open(article: Article) -> None:
    assert codes(source_text("an-id", article, "s.json"), "source") <= GAPS


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_title_and_author_are_read_back(title: str, author: str) -> None:
    article = Article(
        title=f"T {title}", author=f"A {author}", date="2024-03-05", paragraphs=("One.",)
    )

    source: Source = parse(source_text("an-id", article, "s.json"), "a", "source", Source)

    assert source.title.startswith("T")
    assert source.actors[source.author].name.startswith("A")


def test_a_record_knows_its_paragraphs_and_holds_none_of_them() -> None:
    article = Article(title="T", author="A", date="2024-03-05", paragraphs=PARAGRAPHS)

    text = source_text("an-id", article, "s.json")
    source: Source = parse(text, "a", "source", Source)

    assert [one.fingerprint for one in source.paragraphs] == [*map(fingerprint, PARAGRAPHS)]
    assert {one.gist for one in source.paragraphs} == {""}
    assert not [part for part in PARAGRAPHS if part[:30] in text]


def test_fingerprints_of_digits_alone_stay_text() -> None:
    numbered = (f"Paragraph {number}." for number in range(20_000))
    odd = [text for text in numbered if not set(fingerprint(text)) & set("abcdf")]
    article = Article(title="T", author="A", date="2024-03-05", paragraphs=tuple(odd))

    assert odd
    assert codes(source_text("an-id", article, "s.json"), "source") == set()


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from(["a", "b-c"]), st.text(min_size=1)))
def test_a_lesson_on_any_source_lacks_nothing_but_what_is_left_open(texts: dict[str, str]) -> None:
    claim = next(iter(SOURCE.claims.values()))
    claims = {
        id_: msgspec.structs.replace(claim, text=text, short="") for id_, text in texts.items()
    }
    source = msgspec.structs.replace(SOURCE, claims=claims)

    assert codes(lesson_text("an-id", "s", source, "l.json"), "lesson") == GAPS


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1))
def test_a_quiz_on_any_lesson_can_be_used_at_once(title: str) -> None:
    quiz: Quiz = parse(quiz_text("2024", f"Q {title}", "q.json"), "q", "quiz", Quiz)

    assert quiz.lesson == "2024"
    assert sum(quiz.mix.values()) > 0
