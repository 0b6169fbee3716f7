"""The weights that an option may have in Moodle, which takes no others."""

from debatekit.export.batch import TellItem

FEW, MOST = 10, 20


def shares(count: int) -> list[float]:
    """Return weights in percent for options that count alike; they add up to 100, if any.

    Moodle knows the equal shares of up to ten. Of up to twenty some weigh 10 and some 5;
    beyond that the last weigh nothing.

    >>> shares(3), shares(12)[7:9]
    ([33.33333, 33.33333, 33.33333], [10.0, 5.0])
    """
    if count <= FEW:
        return [round(100 / max(1, count), 5)] * count
    light = min(MOST, 2 * (count - FEW))
    heavy = FEW - light // 2
    return [10.0] * heavy + [5.0] * light + [0.0] * (count - heavy - light)


def weights(right: list[bool]) -> list[float]:
    """Return each option's weight: all right ones earn 100 together, all others lose it."""
    hits, slips = shares(sum(right)), shares(len(right) - sum(right))
    return [hits.pop(0) if one else -slips.pop(0) for one in right]


def tell_weights(right: list[bool], tell: TellItem) -> None:
    """Tell where options cannot have the weights that they should have."""
    hits = sum(right)
    if not hits:
        tell("a question without a right option cannot be marked")
    if hits > MOST or len(right) - hits > MOST:
        tell("of more than twenty right or wrong options the last count nothing")
