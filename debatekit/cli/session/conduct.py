"""A session from its first question to its closing screen, and once more over what was missed."""

from random import Random

from msgspec.structs import replace

from debatekit.cli.clock import now_text
from debatekit.cli.context import Settings
from debatekit.cli.screen.output import say
from debatekit.cli.session.ask import Asker, said, shown_options
from debatekit.cli.session.begin import Run
from debatekit.cli.session.passages import misfits_of
from debatekit.cli.session.run import KEPT, ask_all, explain, read_on
from debatekit.practice.arrange import arrange
from debatekit.practice.record import Choices
from debatekit.practice.session import Session
from debatekit.store.scores import Scores


def conduct(settings: Settings, scores: Scores, run: Run, asker: Asker) -> None:
    """Ask what is left of a session, and close it if nothing is."""
    _announce(run, asker)
    try:
        run, done = ask_all(scores, run, asker)
    except KeyboardInterrupt:
        say(f"\n{KEPT}")
        raise
    _settle(settings, scores, run, asker, done=done)


def _announce(run: Run, asker: Asker) -> None:
    session = run.session
    if run.gone:
        said = "question is" if run.gone == 1 else "questions are"
        say(f"{run.gone} {said} passed over: the lesson no longer has them.")
    for name, course in run.courses.items():
        items = [item for item in session.items if session.lesson_of(item) == name]
        if unquoted := misfits_of(course, items):
            asker.tell([unquoted])
    if run.resumed and session.current is not None:
        asker.tell([f"Resumed at question {session.number} of {len(session.order)}."])


def _settle(settings: Settings, scores: Scores, run: Run, asker: Asker, *, done: bool) -> None:
    """Work out what is due when; close the session if it is done."""
    from debatekit.cli.store.due import refresh
    from debatekit.store.cards import Cards

    if done:
        scores.end_session(run.session.id, now_text())
    refresh(Cards(scores), run.session.student)
    if done:
        _close(settings, scores, run, asker)


def _close(settings: Settings, scores: Scores, run: Run, asker: Asker) -> None:
    """Give an exam's feedback, show how it went, and ask the missed ones again if wanted."""
    from debatekit.cli.session.closing import closing_screen

    if run.choices.exam:
        _explain_all(run, asker)
    closing_screen(settings, scores, run)
    while run.session.missed and asker.wants(_offer(run.session), "m"):
        run, done = ask_all(scores, _again(run), asker)
        right = len(run.session.answered) - len(run.session.missed)
        asker.tell(["", f"Again: {right} of {len(run.session.answered)} right."])
        if not done:
            return


def _offer(session: Session) -> str:
    count = len(session.missed)
    return "The missed one again now" if count == 1 else f"The {count} missed ones again now"


def _again(run: Run) -> Run:
    """Return a run over what was missed, with options in another order; it counts nowhere."""
    old = run.session
    session = Session(
        id=old.id,
        student=old.student,
        lesson=old.lesson,
        lessons=old.lessons,
        items=arrange(old.missed, Random(f"{run.seed}/again/{len(old.missed)}")),
        again=True,
    )
    return replace(run, session=session, choices=Choices())


def _explain_all(run: Run, asker: Asker) -> None:
    """Go through an exam's answers, one by one."""
    session = run.session
    for item, made in session.answered:
        number = session.order.index(item) + 1
        asker.tell(["", f"Question {number} of {len(session.order)}, {item.strand}", item.stem])
        asker.tell([f"{label} {text}" for label, text in shown_options(item)])
        asker.tell([f"Your answer: {said(item, made.response)}"])
        explain(asker, run, item, made)
        read_on(asker, run, item, more=made is not session.answered[-1][1])
