"""The questions of a session, one after another: every answer is kept before anything is said."""

from typing import assert_never
from uuid import uuid4

from msgspec.structs import replace

from debatekit.cli.clock import now_text
from debatekit.cli.screen.output import say
from debatekit.cli.session.ask import Asker, Command, Place
from debatekit.cli.session.begin import Run, with_sibling
from debatekit.cli.session.passages import in_full, passage_lines
from debatekit.model.item import Item
from debatekit.model.progress import Attempt
from debatekit.practice.certainty import certainty_mark
from debatekit.practice.example import solution
from debatekit.practice.feedback import feedback, first_verdict
from debatekit.practice.record import options_text
from debatekit.practice.session import (
    Answer,
    Session,
    advanced,
    attempt,
    over,
    shown_example,
    taken_back,
)
from debatekit.store.scores import Scores

KEPT = "Your answers are kept; the same command goes on from here."
SURE = 3


def ask_all(scores: Scores, run: Run, asker: Asker) -> tuple[Run, bool]:
    """Ask until all is done, time is up, or the learner stops.

    Return where that leaves the run, and whether it can be closed.
    """
    shown: Item | None = None
    while (item := run.session.current) is not None:
        if _time_is_up(run):
            asker.tell(["", "15 minutes are over: enough for now. What is left comes back."])
            return run, True
        run = _with_example_shown(scores, run, asker)
        reply = asker.ask(item, _place(run, shown))
        shown = item
        match reply:
            case Command.STOP | Command.ENDED:
                _stopped(run.session, asker, ended=reply is Command.ENDED)
                return run, False
            case Command.UNDO:
                run = replace(run, session=_undo(scores, run.session, asker))
            case Command.SKIP:
                run = _skipped(scores, run, asker, item)
            case Answer():
                run = _answered(scores, run, asker, item, reply)
            case Command.HELP | Command.FLAG:
                raise AssertionError("an asker sees to help and flags itself")
            case _:
                assert_never(reply)
    return run, True


def _with_example_shown(scores: Scores, run: Run, asker: Asker) -> Run:
    """Show the example that comes before the current question, if one does; it counts nowhere.

    That it was shown is kept, so that a session which is left there goes on without it.
    """
    example = run.session.example
    if example is None:
        return run
    asker.example(example, _place(run, None), solution(example))
    choices = replace(run.choices, examples=(*run.choices.examples, example.strand))
    scores.keep_options(run.session.id, options_text(choices))
    return replace(run, session=shown_example(run.session, example), choices=choices)


def _time_is_up(run: Run) -> bool:
    """Return whether the sitting is over; an exam, or a number asked for, has all its time."""
    free = run.choices.exam or run.session.again or run.choices.size is not None
    return not free and run.session.second_try is None and over(run.since, now_text())


def _place(run: Run, shown: Item | None) -> Place:
    """Return what an asker must know; `shown` is the question put last, if any."""
    session = run.session
    second = session.second_try is not None
    return Place(
        number=session.number,
        total=len(session.order),
        certainty=run.choices.certainty and not second and not session.again,
        second=second,
        above=second and shown == session.current,
        flags=session.exam and not session.coming_back,
    )


def _keep(scores: Scores, session: Session, item: Item, answer: Answer) -> tuple[Session, Attempt]:
    """Keep an answer on the disk and return the session after it."""
    made = attempt(session, item, answer, str(uuid4()), now_text())
    scores.add_attempt(made)
    return advanced(session, made), made


def _answered(scores: Scores, run: Run, asker: Asker, item: Item, answer: Answer) -> Run:
    """Keep an answer, then say what there is to say about it."""
    before = run.session
    if before.second_try is not None:
        answer = replace(answer, hinted=True)
    session, made = _keep(scores, before, item, answer)
    if answer.flagged:
        session, _ = _keep(scores, session, item, Answer())
    run = replace(run, session=session)
    asker.options(item, made.response)
    if session.exam:
        return run
    if session.second_try is not None:
        asker.tell(first_verdict(item, made.score))
        return run
    explain(asker, run, item, made)
    run = replace(run, session=with_sibling(run, item, made))
    _tell_what_stops(asker, run, item, before)
    read_on(asker, run, item, more=run.session.current is not None)
    return run


def _skipped(scores: Scores, run: Run, asker: Asker, item: Item) -> Run:
    """Keep a skip; where a second try is left out, say what the first one came to."""
    first = run.session.attempts[-1] if run.session.second_try is not None else None
    run = replace(run, session=_keep(scores, run.session, item, Answer())[0])
    if first is None:
        asker.tell(["Skipped."])
        return run
    explain(asker, run, item, first)
    read_on(asker, run, item, more=run.session.current is not None)
    return run


def _undo(scores: Scores, session: Session, asker: Asker) -> Session:
    """Take the last answer back, if there is one."""
    before, gone = taken_back(session)
    for last in reversed(gone):
        scores.undo_attempt(last.id, now_text())
    said = "The last answer is taken back." if gone else "There is no answer to take back."
    asker.tell([said])
    return before


def explain(asker: Asker, run: Run, item: Item, made: Attempt) -> None:
    """Say the four lines; after a sure error, show in full what stands there."""
    asker.tell(feedback(item, made.response, made.score).lines)
    first = run.session.first(item)
    if made.id != first.id and not run.session.exam:
        score = run.session.shown_score(item)
        asker.tell([f"Score: {score:.2g} of 1; a second try counts half."])
    if first.certainty is None or run.session.again:
        return
    mark = certainty_mark(first.certainty, first.score)
    asker.tell([f"Certainty bonus: {mark:g} (no part of any score)."])
    if _surely_wrong(first):
        asker.page(in_full(run.course_of(item), item))


def _surely_wrong(made: Attempt) -> bool:
    return made.certainty == SURE and made.score == 0


def read_on(asker: Asker, run: Run, item: Item, *, more: bool) -> None:
    """Wait until what was said has been read; a key shows the passage that was not shown yet."""
    shown = not run.session.again and _surely_wrong(run.session.first(item))
    asker.pause(more, [] if shown else passage_lines(run.course_of(item), item))


def _tell_what_stops(asker: Asker, run: Run, item: Item, before: Session) -> None:
    """If a skill is left alone from here, show how its part of the map works instead."""
    stopped = sorted(run.session.stopped - before.stopped)
    if not stopped:
        return
    from debatekit.cli.session.worked import worked_lines

    course = run.course_of(item)
    lines = worked_lines(course, item) or in_full(course, item)
    shown = "; this is how it stands on the map:" if lines else "."
    for strand, skill in stopped:
        said = f"Three in a row on {strand} ({skill}) went wrong. No more of it today"
        asker.tell(["", said + shown, *lines])


def _stopped(session: Session, asker: Asker, *, ended: bool) -> None:
    if session.again:
        return
    done = f"{session.done} of {len(session.order)} done."
    if ended:
        say(f"The input ended. {done} {KEPT}")
    else:
        asker.tell([f"Stopped. {done} {KEPT}"])
