"""A session from its first question to its end: every answer is kept before anything is said."""

from typing import assert_never
from uuid import uuid4

import click

from debatekit.cli.ask import Asker, Command, Place, said, shown_options
from debatekit.cli.begin import Course, Run
from debatekit.cli.clock import now_text
from debatekit.cli.context import Settings
from debatekit.model.item import Item
from debatekit.model.progress import Attempt
from debatekit.practice.certainty import certainty_mark
from debatekit.practice.feedback import feedback
from debatekit.practice.session import Answer, Session, advanced, attempt, taken_back
from debatekit.store.scores import Scores

KEPT = "Your answers are kept; the same command goes on from here."
SURE = 3


def conduct(settings: Settings, scores: Scores, run: Run, asker: Asker, course: Course) -> None:
    """Ask what is left of a session, and close it if nothing is."""
    _announce(run, asker)
    try:
        session = _ask_all(scores, run, asker)
    except KeyboardInterrupt:
        click.echo(f"\n{KEPT}", err=True)
        raise
    if session.current is None:
        _close(settings, scores, run, session, asker, course)


def _announce(run: Run, asker: Asker) -> None:
    session = run.session
    if run.gone:
        said = "question is" if run.gone == 1 else "questions are"
        click.echo(f"{run.gone} {said} passed over: the lesson no longer has them.", err=True)
    if run.resumed and session.current is not None:
        asker.tell([f"Resumed at question {session.number} of {len(session.items)}."])


def _ask_all(scores: Scores, run: Run, asker: Asker) -> Session:
    """Ask until all is done or the learner stops; return where that leaves the session."""
    session = run.session
    while (item := session.current) is not None:
        place = Place(
            number=session.number, total=len(session.items), certainty=run.choices.certainty
        )
        reply = asker.ask(item, place)
        match reply:
            case Command.STOP | Command.ENDED:
                _stopped(session, asker, ended=reply is Command.ENDED)
                break
            case Command.UNDO:
                session = _undo(scores, session, asker)
            case Command.SKIP:
                session = _keep(scores, session, item, Answer())[0]
                asker.tell(["Skipped."])
            case Answer():
                session, made = _keep(scores, session, item, reply)
                asker.options(item, made.response)
                if not run.choices.exam:
                    _explain(asker, run, item, made)
                    asker.pause(more=session.current is not None)
            case Command.HELP:
                raise AssertionError("an asker answers a call for help itself")
            case _:
                assert_never(reply)
    return session


def _keep(scores: Scores, session: Session, item: Item, answer: Answer) -> tuple[Session, Attempt]:
    """Keep an answer on the disk and return the session after it."""
    made = attempt(session, item, answer, str(uuid4()), now_text())
    scores.add_attempt(made)
    return advanced(session, made), made


def _undo(scores: Scores, session: Session, asker: Asker) -> Session:
    """Take the last answer back, if there is one."""
    before, last = taken_back(session)
    if last is None:
        asker.tell(["There is no answer to take back."])
    else:
        scores.undo_attempt(last.id, now_text())
        asker.tell(["The last answer is taken back."])
    return before


def _explain(asker: Asker, run: Run, item: Item, made: Attempt) -> None:
    """Say the four lines; after a sure error, show what the article says there."""
    asker.tell(feedback(item, made.response, made.score).lines)
    if made.certainty is not None:
        asker.tell([f"Certainty mark: {certainty_mark(made.certainty, made.score):g}."])
        if made.certainty == SURE and made.score == 0:
            numbers = [number for number in item.paragraphs if number <= len(run.gists)]
            asker.tell([f"Paragraph {number}: {run.gists[number - 1]}" for number in numbers])


def _stopped(session: Session, asker: Asker, *, ended: bool) -> None:
    done = f"{session.done} of {len(session.items)} done."
    if ended:
        click.echo(f"The input ended. {done} {KEPT}", err=True)
    else:
        asker.tell([f"Stopped. {done} {KEPT}"])


def _close(
    settings: Settings,
    scores: Scores,
    run: Run,
    session: Session,
    asker: Asker,
    course: Course,
) -> None:
    """Mark the session as ended, give an exam's feedback, and show how it went."""
    from debatekit.cli.closing import closing_screen

    scores.end_session(session.id, now_text())
    if run.choices.exam:
        for item, made in session.answered:
            number = session.items.index(item) + 1
            asker.tell(["", f"Question {number} of {len(session.items)}, {item.strand}", item.stem])
            asker.tell([f"{label} {text}" for label, text in shown_options(item)])
            asker.tell([f"Your answer: {said(item, made.response)}"])
            _explain(asker, run, item, made)
            asker.pause(more=made is not session.answered[-1][1])
    closing_screen(settings, session, scores.attempts(session.student), course)
