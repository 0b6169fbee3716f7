"""Known: what a learner's answers so far say about what to ask next."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from debatekit.model.item import Item
from debatekit.model.progress import Attempt, Mastery
from debatekit.practice.firsts import PASSED, first_answers
from debatekit.practice.grading import chance
from debatekit.practice.mastery import SkillKey, key_of, masteries, skill_key

MOST_MISSES = 3
"""After so many misses in a row a skill is left alone for the day."""
LIKELY = 0.7
"""A session ends on a question that will be answered with this probability, or more."""
_PRIOR_WEIGHT = 2.0
"""As many answers as the difficulty alone counts for."""


class Known(Struct, frozen=True, kw_only=True):
    """What is known of a learner when a session is planned; nothing, at first."""

    due: tuple[str, ...] = ()
    """Targets that are due, the longest overdue first."""
    seen: frozenset[str] = frozenset()
    """Targets that were answered before."""
    skills: Mapping[SkillKey, Mastery] = {}
    misses: Mapping[SkillKey, int] = {}
    """How many questions in a row went wrong today, by skill."""
    generators: Mapping[str, int] = {}
    """How often each generator's questions were answered."""

    @property
    def stopped(self) -> frozenset[SkillKey]:
        """The skills that are left alone for today."""
        return frozenset(key for key, count in self.misses.items() if count >= MOST_MISSES)


def known_of(
    attempts: Sequence[Attempt], today: Iterable[Attempt], due: Sequence[str], now: datetime
) -> Known:
    """Return what the attempts on a lesson, and today's on any, say; oldest come first."""
    return Known(
        due=tuple(due),
        seen=frozenset(made.target for made in attempts if not made.skipped),
        skills={key_of(found): found for found in masteries(attempts, now)},
        misses=misses_in_a_row(today),
        generators=Counter(made.generator for made in first_answers(attempts)),
    )


def misses_in_a_row(
    attempts: Iterable[Attempt], before: Mapping[SkillKey, int] | None = None
) -> dict[SkillKey, int]:
    """Return by skill how many of the latest first answers went wrong, one after another."""
    found = dict(before or {})
    for made in first_answers(attempts):
        key = skill_key(made)
        found[key] = 0 if made.score >= PASSED else found.get(key, 0) + 1
    return found


def weakest_skills(known: Known) -> tuple[SkillKey, ...]:
    """Return the skills that are not mastered yet, the weakest first."""
    open_ = [(found.value, key) for key, found in known.skills.items() if found.word != "mastered"]
    return tuple(key for _, key in sorted(open_) if key not in known.stopped)


def success(item: Item, known: Known) -> float:
    """Return the probability that the item is answered right, guesses included.

    The difficulty gives a first guess, which the learner's mastery of the skill outweighs
    as evidence comes in.
    """
    prior = min(0.8, max(0.2, 0.9 - 0.1 * item.difficulty))
    knows = prior
    if (found := known.skills.get(skill_key(item))) is not None:
        total = _PRIOR_WEIGHT + found.evidence
        knows = (_PRIOR_WEIGHT * prior + found.evidence * found.value) / total
    guess = chance(item)
    return guess + (1 - guess) * knows


def likely(items: Collection[Item], known: Known) -> frozenset[str]:
    """Return the ids of the items that a session may end on: probable successes.

    Where there are none, it is the most probable one.
    """
    found = {item.id: success(item, known) for item in items}
    ids = frozenset(id_ for id_, value in found.items() if value >= LIKELY)
    return ids or frozenset(sorted(found, key=lambda id_: -found[id_])[:1])
