"""The questions of a drill, one after another; nothing of it is kept."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from debatekit.cli.clock import now_text
from debatekit.cli.screen.output import say
from debatekit.cli.session.ask import Asker, Command, Place
from debatekit.model.item import Item
from debatekit.model.progress import Attempt
from debatekit.practice.feedback import feedback
from debatekit.practice.session import Answer, Session, advanced, attempt, taken_back

Told = Callable[[Attempt], Sequence[str]]
"""Return what a drill says of an answer, below what every question says of it."""


def begin_round(lesson: str, items: Sequence[Item]) -> Session:
    """Return a round over the items."""
    return Session(id="drill", student="", lesson=lesson, items=tuple(items), again=True)


def ask_round(
    asker: Asker,
    session: Session,
    told: Told = lambda _: (),
    of: tuple[int, int] | None = None,
    clock: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> tuple[Session, bool]:
    """Ask until all is done or the learner stops; return where that leaves it, and which it was.

    `of` says after how many questions this round begins, and how many there are in all; each
    question is asked within a `clock`.
    """
    before, total = of or (0, len(session.items))
    while (item := session.current) is not None:
        place = Place(number=before + session.number, total=total, kept=False)
        with clock():
            reply = asker.ask(item, place)
        if reply in (Command.STOP, Command.ENDED):
            stopped(asker, before + session.done, total, ended=reply is Command.ENDED)
            return session, False
        if reply is Command.UNDO:
            session, gone = taken_back(session)
            said = "The last answer is taken back." if gone else "There is no answer to take back."
            asker.tell([said])
            continue
        answer = reply if isinstance(reply, Answer) else Answer()
        made = attempt(session, item, answer, f"{session.done}", now_text())
        session = advanced(session, made)
        more = session.current is not None or before + session.done < total
        _told(asker, item, made, told, more=more)
    return session, True


def _told(asker: Asker, item: Item, made: Attempt, told: Told, *, more: bool) -> None:
    """Say what there is to say about an answer."""
    if made.skipped:
        asker.tell(["Skipped."])
        return
    asker.options(item, made.response)
    asker.tell([*feedback(item, made.response, made.score).lines, *told(made)])
    asker.pause(more)


def stopped(asker: Asker, done: int, total: int, *, ended: bool) -> None:
    """Say where a learner stopped, or where the input ended."""
    said = f"{done} of {total} done."
    if ended:
        say(f"The input ended. {said}")
    else:
        asker.tell([f"Stopped. {said}"])
