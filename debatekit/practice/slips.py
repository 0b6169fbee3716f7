"""Slips of the keys and of spelling: which other words may stand for the one that was meant.

A word that differs by one letter is often another word (droves, drones). So not every
edit of optimal string alignment counts as a slip, only those that typists and spellers
make: neighbours changed places, a letter doubled or not, a vowel for a vowel, a vowel too
many or too few, a key beside the right one.
"""

_VOWELS = frozenset("aeiou")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = frozenset(map(frozenset, ("ck", "cs", "sz", "yi")))
"""Letters that sound alike."""
_LONG, _LONGER = 8, 10
_NEVER = 99


def is_slip(typed: str, word: str) -> bool:
    """Return whether the typed word is a slip of the word.

    The first letter must be right. Words of four letters or fewer allow no slip (Iran is
    not Iraq), up to nine one, longer ones two.
    """
    if min(len(typed), len(word)) <= 4 or typed[0] != word[0] or not (typed + word).isalpha():
        return False
    allowed = 1 if len(word) < _LONGER else 2
    from rapidfuzz.distance import OSA

    near = OSA.distance(typed, word, score_cutoff=allowed) <= allowed
    return near and _cost(typed, word) <= allowed


def _cost(typed: str, word: str) -> int:
    """Return with how many slips the one becomes the other; very many if with none."""
    rows = [[0] * (len(word) + 1) for _ in range(len(typed) + 1)]
    for i in range(len(typed) + 1):
        for j in range(len(word) + 1):
            if i or j:
                rows[i][j] = _cheapest(rows, typed, word, i, j)
    return rows[-1][-1]


def _cheapest(rows: list[list[int]], typed: str, word: str, i: int, j: int) -> int:
    """Return the least cost of the first i letters typed for the first j that were meant."""
    found = [_NEVER]
    if i and j:
        found.append(rows[i - 1][j - 1] + _instead(typed[i - 1], word[j - 1], len(word)))
    if i:
        found.append(rows[i - 1][j] + _loose(typed, i - 1))
    if j:
        missing = 1 if len(word) > _LONG and word[j - 1] not in "lr" else _loose(word, j - 1)
        found.append(rows[i][j - 1] + missing)
    if i > 1 and j > 1 and typed[i - 2 : i] == word[j - 2 : j][::-1]:
        found.append(rows[i - 2][j - 2] + 1)
    return min(found)


def _instead(one: str, other: str, length: int) -> int:
    """Return what it costs that one letter stands for another."""
    if one == other:
        return 0
    if {one, other} <= _VOWELS or frozenset((one, other)) in _ALIKE:
        return 1 if length > 5 else _NEVER
    return 1 if length > _LONG and _beside(one, other) else _NEVER


def _loose(word: str, place: int) -> int:
    """Return what it costs that a letter is there, or is not: little for a vowel or a double."""
    letter = word[place]
    return (
        1
        if letter in _VOWELS or letter in (word[place - 1 : place], word[place + 1 : place + 2])
        else _NEVER
    )


def _beside(one: str, other: str) -> bool:
    """Return whether two keys lie side by side in a row of the keyboard."""
    return any(one + other in row or other + one in row for row in _ROWS)
