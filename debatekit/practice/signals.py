"""When a timekeeper signals in a speech, and what."""

from msgspec import Struct

from debatekit.model.speech import Speech

MINUTE_S = 60
OVER_S = 15
"""How long after its time a speech may run on before it is stopped."""


class Signal(Struct, frozen=True):
    """What is said so many seconds after a speech began."""

    at_s: int
    text: str


def signals(speech: Speech) -> tuple[Signal, ...]:
    """Return a speech's signals in order; what falls together is one signal.

    They are: points of information open and close, where there are any; a minute left; time;
    and 15 seconds more.
    """
    end_s = speech.minutes * MINUTE_S
    told = [(end_s - MINUTE_S, "1:00 left"), (end_s, "time"), (end_s + OVER_S, "15 seconds over")]
    if speech.points:
        told += [
            (MINUTE_S, "points of information are open"),
            (end_s - MINUTE_S, "points of information are closed"),
        ]
    found: dict[int, list[str]] = {}
    for at_s, text in told:
        if at_s > 0:
            found.setdefault(at_s, []).append(text)
    return tuple(Signal(at_s, _sentence(texts)) for at_s, texts in sorted(found.items()))


def _sentence(texts: list[str]) -> str:
    said = "; ".join(texts)
    return f"{said[0].upper()}{said[1:]}."


def clock_text(seconds: float) -> str:
    """Return a time as minutes and seconds, whole seconds only.

    >>> clock_text(75.9)
    '1:15'
    """
    whole = max(0, int(seconds))
    return f"{whole // MINUTE_S}:{whole % MINUTE_S:02}"
