"""Source records, lessons and quizzes to begin with: commented, and open where a teacher writes."""

from typing import Any, get_args

from debatekit.intake.article import Article
from debatekit.intake.templating import as_word, filled, id_from, quoted
from debatekit.model.claim import EvidenceKind
from debatekit.model.lesson import Level
from debatekit.model.passage import fingerprint
from debatekit.model.source import Source
from debatekit.model.words import STRANDS, ClaimKind

_COMMENT_COLUMN = 30
_MOST_NAMES = 60
"""So many claims of a source are listed in a lesson's comment."""


def source_text(id_: str, article: Article, schema: str) -> str:
    """Return the record of an article, its gists left empty; it holds none of its text."""
    author = _actor_id(article.author)
    return filled(
        "source.yaml",
        {
            "schema": schema,
            "id": id_,
            "title": quoted(article.title),
            "author": _with_comment("author", author, "one of the actors below"),
            "publisher": quoted(article.publisher) or '""',
            "date": _with_comment("date", article.date, "when it appeared: year, month or day"),
            "language": quoted(article.language) or "en",
            "paragraphs": "\n".join(map(_paragraph, article.paragraphs or ("",))),
            "actors": _actors(author, article.author),
            "kinds": _listed(ClaimKind),
        },
    )


def lesson_text(id_: str, source_id: str, source: Source, schema: str) -> str:
    """Return a lesson on a source, with the source's claims listed in a comment."""
    claims = [(name, claim.short or claim.text) for name, claim in source.claims.items()]
    lines = [f"#   {name}: {quoted(text)[1:-1]}" for name, text in claims[:_MOST_NAMES]]
    return filled(
        "lesson.yaml",
        {
            "schema": schema,
            "id": id_,
            "source": as_word(source_id),
            "levels": _listed(Level),
            "evidence": _listed(EvidenceKind),
            "claims": "\n".join(
                lines or ["#   (none yet: write them in the source's record first)"]
            ),
        },
    )


def quiz_text(lesson_id: str, title: str, schema: str) -> str:
    """Return a quiz on a lesson: a mix of all strands, and a question to write after."""
    return filled(
        "quiz.yaml",
        {
            "schema": schema,
            "title": quoted(title),
            "lesson": as_word(lesson_id),
            "strands": ", ".join(STRANDS),
        },
    )


def _actor_id(name: str) -> str:
    """Return an actor's id made from a name, which YAML does not take for anything else."""
    found = id_from(name)
    if not name.strip() or as_word(found) == found:
        return found
    return f"author-{found}" if found else "author"


def _with_comment(key: str, value: str, comment: str) -> str:
    """Return a key's value with a comment after it, where the other comments of the file stand."""
    return f"{value:<{_COMMENT_COLUMN - len(key) - 2}} # {comment}"


def _paragraph(text: str) -> str:
    """Return the entry of one paragraph; one of no known text has no fingerprint."""
    mark = f"\n    fingerprint: {_as_text(fingerprint(text))}" if text else ""
    return f'  - gist: ""{mark}'


def _as_text(digits: str) -> str:
    """Return hex digits so that YAML takes them for text, also where they read like a number."""
    return digits if set(digits) & set("abcdf") else f'"{digits}"'


def _actors(author: str, name: str) -> str:
    """Return the mapping of actors: the author where known."""
    if not author:
        return _with_comment("actors", "{}", "whom it names: an-id: {name: ..., kind: person}")
    return f"\n  {author}: {{name: {quoted(name)}, kind: person}}"


def _listed(words: Any) -> str:
    """Return the words of a closed vocabulary, as a comment lists them."""
    *most, last = get_args(words)
    return f"{', '.join(most)} or {last}"
