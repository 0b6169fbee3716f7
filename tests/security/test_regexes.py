"""No text, however made, keeps a regular expression busy for more than its length is worth.

Every expression of the package is run by a small matcher that backtracks as Python's does and
counts its steps, on texts made from the expression's own letters; a text twice as long may take
about twice as many steps.
"""

import ast
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent / "debatekit"
SIZES = (18, 36)
MOST_GROWTH = 2.9
"""Twice as long: 2 where the time is in proportion to the text, 4 where to its square."""
MOST_STEPS = 60_000
BOUNDED = {
    r"!\[[^\[\]\n]{0,500}\]\([^)\n]{0,1000}\)": "each try ends after 1,500 signs",
    r"\[([^\[\]\n]{1,500})\]\([^)\n]{0,1000}\)": "each try ends after 1,500 signs",
    r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.{1,200}?)(?<=\S)\1(?!\w)": "each try ends after 200 signs",
}
"""Expressions whose every try is bounded, and by what."""

Then = Callable[[int], bool]


class TooManyStepsError(Exception):
    """The matcher has taken more steps than any sound expression needs."""


def is_anchored(call: str, named: str, text: str) -> bool:
    """Return whether an expression is only ever tried at one place of a text."""
    used = set(re.findall(rf"\b{named}\.(\w+)", text)) if named else {call.removeprefix("re.")}
    return bool(used) and used <= {"match", "fullmatch"}


def patterns() -> Iterator[tuple[str, str, int, bool]]:
    """Yield each expression written in the package: its module, itself, its flags, if anchored."""
    for path in sorted(ROOT.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        names = {
            id(node.value): ast.unparse(node.targets[0])
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
                found = node.args[0] if node.args else None
                if isinstance(found, ast.Constant) and isinstance(found.value, str):
                    flags = 0
                    for part in (*node.args[1:], *(key.value for key in node.keywords)):
                        for name in re.findall(r"re\.([A-Z]+)", ast.unparse(part)):
                            flags |= getattr(re, name)
                    call, named = ast.unparse(node.func), names.get(id(node), "")
                    anchored = is_anchored(call, named, text)
                    yield path.relative_to(ROOT).as_posix(), found.value, flags, anchored
            if isinstance(node, ast.keyword) and node.arg == "pattern":
                yield path.relative_to(ROOT).as_posix(), ast.literal_eval(node.value), 0, True


PATTERNS = {(text, flags, once): module for module, text, flags, once in patterns()}


class Matcher:
    """Tries an expression as Python does, from left to right, and counts its steps."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.tree = parser.parse(pattern, flags)
        self.flags = flags
        self.steps = 0
        self.text = ""
        self.end = 0
        self.groups: dict[int, tuple[int, int]] = {}

    def search(self, text: str, once: bool) -> int:
        """Return how many steps it takes to look for the expression in a text, or at its start."""
        self.text, self.steps = text, 0
        start = 0
        while start <= (0 if once else len(text)):
            self.groups = {}
            found = self.run(list(self.tree), 0, start, self.ends)
            start = max(self.end, start + 1) if found else start + 1
        return self.steps

    def ends(self, at: int) -> bool:
        """Keep where the expression ends, which it may do anywhere."""
        self.end = at
        return True

    def run(self, parts: list[Any], place: int, at: int, then: Then) -> bool:
        """Match the parts from one on at a place of the text, then what follows them."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooManyStepsError
        if place == len(parts):
            return then(at)
        what, how = parts[place]
        return self.part(what, how, at, lambda end: self.run(parts, place + 1, end, then))

    def part(self, what: Any, how: Any, at: int, then: Then) -> bool:
        if what in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            return at < len(self.text) and self.fits(what, how, self.text[at]) and then(at + 1)
        if what is op.BRANCH:
            return any(self.run(list(each), 0, at, then) for each in how[1])
        if what is op.SUBPATTERN:
            return self.run(list(how[3]), 0, at, lambda end: self.keep(how[0], at, end, then))
        if what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            low, high, inner = how
            return self.repeat(list(inner), low, high, at, then, what is op.MIN_REPEAT, 0)
        if what is op.AT:
            return self.stands(how, at) and then(at)
        if what in (op.ASSERT, op.ASSERT_NOT):
            back, inner = how
            return self.looks(back, list(inner), at) is bool(what is op.ASSERT) and then(at)
        if what is op.GROUPREF:
            start, end = self.groups.get(how, (0, 0))
            said = self.text[start:end]
            return self.text.startswith(said, at) and then(at + len(said))
        raise NotImplementedError(what)

    def keep(self, group: int | None, at: int, end: int, then: Then) -> bool:
        if group is not None:
            self.groups[group] = (at, end)
        return then(end)

    def repeat(
        self, inner: list[Any], low: int, high: int, at: int, then: Then, lazy: bool, done: int
    ) -> bool:
        def again() -> bool:
            return done < high and self.run(
                inner,
                0,
                at,
                lambda end: (
                    (end > at or done < low)
                    and self.repeat(inner, low, high, end, then, lazy, done + 1)
                ),
            )

        if done < low:
            return again()
        return (then(at) or again()) if lazy else (again() or then(at))

    def looks(self, back: int, inner: list[Any], at: int) -> bool:
        if back > 0:
            return self.run(inner, 0, at, lambda _: True)
        return any(
            self.run(inner, 0, start, lambda end: end == at)
            for start in range(at, max(-1, at - 6), -1)
        )

    def stands(self, where: Any, at: int) -> bool:
        name = str(where)
        sign = {"AT_BEGINNING": "^", "AT_END": "$", "AT_BEGINNING_STRING": r"\A"}
        sign |= {"AT_END_STRING": r"\Z", "AT_BOUNDARY": r"\b", "AT_NON_BOUNDARY": r"\B"}
        return re.compile(sign[name], self.flags & re.MULTILINE).match(self.text, at) is not None

    def fits(self, what: Any, how: Any, sign: str) -> bool:
        if what is op.ANY:
            return bool(self.flags & re.DOTALL) or sign != "\n"
        if what is op.LITERAL:
            return ord(sign) == how or (
                bool(self.flags & re.IGNORECASE) and sign.lower() == chr(how)
            )
        if what is op.NOT_LITERAL:
            return bool(ord(sign) != how)
        return any(self.in_class(each, sign) for each in how if each[0] is not op.NEGATE) is not (
            how[0][0] is op.NEGATE
        )

    def in_class(self, each: Any, sign: str) -> bool:
        kind, value = each
        if kind is op.LITERAL:
            return bool(ord(sign) == value)
        if kind is op.RANGE:
            return bool(value[0] <= ord(sign) <= value[1])
        letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[str(value).rpartition("_")[2]]
        return (re.match(letter, sign) is not None) is not str(value).startswith("CATEGORY_NOT")


def letters(tree: Any) -> Iterator[str]:
    """Yield signs that an expression speaks of, and one for each class."""
    for what, how in tree:
        if what in (op.LITERAL, op.NOT_LITERAL):
            yield chr(how)
        elif what is op.IN:
            yield from of_class(how)
        else:
            for inner in inside(what, how):
                yield from letters(inner)


def of_class(members: Any) -> Iterator[str]:
    yield from (chr(value) for kind, value in members if kind is op.LITERAL)
    yield from (chr(value[0]) for kind, value in members if kind is op.RANGE)
    if any(kind is op.CATEGORY for kind, _ in members):
        yield from ("1", " ", "a")


def inside(what: Any, how: Any) -> list[Any]:
    """Return the expressions that a part of an expression holds."""
    if what is op.BRANCH:
        return list(how[1])
    if what is op.SUBPATTERN:
        return [how[3]]
    if what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return [how[2]]
    return [how[1]] if what in (op.ASSERT, op.ASSERT_NOT) else []


def attacks(matcher: Matcher) -> Iterator[tuple[str, str, str]]:
    """Yield a beginning, what is repeated, and an end that does not fit."""
    known = list(dict.fromkeys([*letters(matcher.tree), "a", " ", "\n"]))[:7]
    units = [*known, *("".join(pair) for pair in product(known, repeat=2) if len(set(pair)) == 2)]
    for unit, end, first in product(units, ("\x00", ""), ("", *known[:2])):
        yield first, unit, end


def growth(pattern: str, flags: int, once: bool = False) -> tuple[float, str]:
    """Return how much longer the worst of the attacks takes when it is twice as long."""
    matcher, worst = Matcher(pattern, flags), (0.0, "")
    for first, unit, end in attacks(matcher):
        texts = [first + unit * (size // len(unit)) + end for size in SIZES]
        try:
            short, long = (matcher.search(text, once) for text in texts)
        except TooManyStepsError:
            return 99.0, texts[0]
        worst = max(worst, (long / short, texts[0]))
    return worst


@pytest.mark.parametrize(
    ("pattern", "flags", "once"),
    PATTERNS,
    ids=[f"{PATTERNS[key]} {key[0]}"[:60] for key in PATTERNS],
)
def test_twice_the_text_takes_about_twice_the_steps(pattern: str, flags: int, once: bool) -> None:
    if pattern in BOUNDED:
        assert re.search(r"\{\d+,\d+\}", pattern)
        return
    worst, text = growth(pattern, flags, once)
    assert worst <= MOST_GROWTH, text


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(a|a)*b", r"#\([^)]+\)", r"^# +(.*?)[ #]*$"])
def test_the_measure_tells_expressions_that_run_away(pattern: str) -> None:
    assert growth(pattern, 0)[0] > MOST_GROWTH


def test_there_are_expressions_to_measure() -> None:
    assert len(PATTERNS) > 40
    assert set(BOUNDED) <= {pattern for pattern, _, _ in PATTERNS}
