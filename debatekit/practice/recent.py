"""How the last sessions went, one number a session."""

from collections.abc import Iterable

from msgspec import Struct

from debatekit.model.progress import Attempt


class SessionScore(Struct, frozen=True, kw_only=True):
    """What one session's first answers came to."""

    lesson: str
    at: str
    """When its last first answer was given, ISO 8601 in UTC."""
    answers: int
    share: float
    """The mean score, in [0, 1]."""


def session_scores(firsts: Iterable[Attempt]) -> tuple[SessionScore, ...]:
    """Return a score for each session among the first answers, the oldest session first."""
    sessions: dict[str, list[Attempt]] = {}
    for made in firsts:
        sessions.setdefault(made.session, []).append(made)
    return tuple(sorted(map(_score, sessions.values()), key=lambda found: found.at))


def _score(firsts: list[Attempt]) -> SessionScore:
    return SessionScore(
        lesson=firsts[-1].lesson,
        at=max(made.at for made in firsts),
        answers=len(firsts),
        share=sum(made.score for made in firsts) / len(firsts),
    )
