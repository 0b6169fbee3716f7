"""Facts that a flow settles: which of its moves has been dropped after a speech."""

from collections.abc import Callable, Mapping

from debatekit.logic.flow import flow_from_text, state_after


def _flow_dropped(flow: str, speech: str, move: str) -> bool:
    """Whether a move has been dropped; the flow is written as `flow_text` does."""
    return move in state_after(flow_from_text(flow), speech).dropped


FLOW_PREDICATES: Mapping[str, Callable[..., bool]] = {"flow_dropped": _flow_dropped}
"""What a flow settles by itself, by the fact's predicate."""
