"""Attempts and sessions to keep."""

from typing import Any

from msgspec.structs import replace

from debatekit.model.progress import Attempt, SessionRecord

ATTEMPT = Attempt(
    id="00000000-0000-4000-8000-000000000001",
    student="Ada",
    lesson="allies",
    item="q1",
    target="support:shared-enemy",
    strand="structure",
    kind="multiple",
    generator="supports_all",
    response=("a", "c"),
    score=0.5,
    certainty=2,
    took_ms=1234,
    at="2026-03-01T10:00:00.000+00:00",
    session="run-1",
    bloom="analyse",
    chance=0.25,
    hinted=True,
    flaw="off-target",
)
SESSION = SessionRecord(
    id="run-1",
    student="Ada",
    lesson="allies",
    quiz="allies",
    seed=7,
    options="{}",
    items=("q1", "q2"),
    started_at="2026-03-01T09:59:00.000+00:00",
)


def attempt(number: int, **more: Any) -> Attempt:
    """Return an attempt with an id of its own."""
    return replace(ATTEMPT, id=f"00000000-0000-4000-8000-{number:012}", **more)
