"""One item as a QTI 3.0 assessment item, which marks itself and gives feedback."""

from collections.abc import Iterator
from math import ceil
from typing import assert_never

from debatekit.export.batch import Batch, Tell, TellItem, identity
from debatekit.export.parts import reasons, tied
from debatekit.export.text import cleaned, in_html, in_xml, shortened, worded
from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Order, Short

_SPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_TITLE = 80
_FINE = 1_000_000
"""Shares are rounded up to this fineness, so that all right answers together reach 1."""


def assessment_item(batch: Batch, item: Item, name: str, tell: Tell) -> str:
    """Return the item as an XML element."""
    shown = identity(batch, item)
    _tell(item, lambda lost: tell(lost, shown))
    title = in_xml(shortened(item.stem, _TITLE))
    language = in_xml(batch.material.source.language)
    parts = (
        f'<qti-assessment-item xmlns="{_SPACE}" identifier="{name}" title="{title}" '
        f'xml:lang="{language}" adaptive="false" time-dependent="false">',
        *_declared(item),
        f"<qti-item-body>{_interaction(item)}</qti-item-body>",
        _processing(item),
        *_feedback(item),
        "</qti-assessment-item>\n",
    )
    return "\n".join(parts)


def _tell(item: Item, tell: TellItem) -> None:
    """Say what the item loses."""
    match item:
        case Choice() | Multiple():
            return
        case Match():
            tell("reasons of single options go into the general feedback")
        case Order():
            tell("an order counts only as a whole")
            tell("reasons of single options go into the general feedback")
            if tied(item):
                tell("steps that share a place are marked as if in one order")
        case Short():
            tell("slips of spelling count as wrong")
            if item.options:
                tell("reasons of single options go into the general feedback")
        case _:
            assert_never(item)


def _declared(item: Item) -> Iterator[str]:
    """Yield the key, and the outcomes: the score, and which feedback to show."""
    cardinality, base = _response_type(item)
    right = "".join(f"<qti-value>{in_xml(value)}</qti-value>" for value in _right(item))
    yield (
        f'<qti-response-declaration identifier="RESPONSE" cardinality="{cardinality}" '
        f'base-type="{base}"><qti-correct-response>{right}</qti-correct-response>'
        f"{_mapping(item)}</qti-response-declaration>"
    )
    yield (
        '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" '
        'normal-minimum="0" normal-maximum="1"><qti-default-value><qti-value>0</qti-value>'
        "</qti-default-value></qti-outcome-declaration>"
    )
    yield (
        '<qti-outcome-declaration identifier="GENERAL" cardinality="single" '
        'base-type="identifier"/>'
    )
    if isinstance(item, Choice | Multiple):
        yield (
            f'<qti-outcome-declaration identifier="FEEDBACK" cardinality="{cardinality}" '
            'base-type="identifier"/>'
        )


def _response_type(item: Item) -> tuple[str, str]:
    """Return how many answers a response has, and of which sort."""
    match item:
        case Choice():
            return "single", "identifier"
        case Multiple():
            return "multiple", "identifier"
        case Match():
            return "multiple", "directedPair"
        case Order():
            return "ordered", "identifier"
        case Short():
            return "single", "string"
        case _:
            assert_never(item)


def _right(item: Item) -> list[str]:
    """Return the right response."""
    match item:
        case Choice(keys=keys) | Multiple(keys=keys) | Order(keys=keys):
            return [f"option-{key}" for key in keys]
        case Match(keys=keys):
            return [f"prompt-{place} option-{key}" for place, key in enumerate(keys)]
        case Short(accepted=accepted):
            return [worded(one) for one in accepted[:1]]
        case _:
            assert_never(item)


def _mapping(item: Item) -> str:
    """Return what each answer earns; nothing where the response counts as a whole."""
    match item:
        case Choice() | Order():
            return ""
        case Multiple(options=options):
            right = sum(option.correct for option in options)
            shares = (-_share(len(options) - right), _share(right))
            entries = [(_name(n), shares[one.correct]) for n, one in enumerate(options)]
        case Match():
            entries = [(pair, _share(len(item.prompts))) for pair in _right(item)]
        case Short(accepted=accepted):
            entries = [(text, 1.0) for text in dict.fromkeys(map(worded, accepted))]
        case _:
            assert_never(item)
    listed = "".join(
        f'<qti-map-entry map-key="{in_xml(key)}" mapped-value="{value:g}" case-sensitive="false"/>'
        for key, value in entries
    )
    return f'<qti-mapping lower-bound="0" upper-bound="1" default-value="0">{listed}</qti-mapping>'


def _share(count: int) -> float:
    return ceil(_FINE / count) / _FINE if count else 0.0


def _interaction(item: Item) -> str:
    """Return what the student sees and does."""
    prompt = f"<qti-prompt>{_html(item.stem)}</qti-prompt>"
    match item:
        case Choice():
            return _element("choice", 'max-choices="1"', prompt + _choices(item))
        case Multiple():
            return _element("choice", 'max-choices="0"', prompt + _choices(item))
        case Match(prompts=prompts, options=options):
            sets = _set([(f"prompt-{n}", text, 1) for n, text in enumerate(prompts)])
            sets += _set([(_name(n), one.text, 0) for n, one in enumerate(options)])
            return _element("match", f'max-associations="{len(prompts)}"', prompt + sets)
        case Order():
            return _element("order", "", prompt + _choices(item))
        case Short():
            entry = '<qti-text-entry-interaction response-identifier="RESPONSE"/>'
            return f"<p>{_html(item.stem)}</p><p>{entry}</p>"
        case _:
            assert_never(item)


def _element(name: str, more: str, content: str) -> str:
    head = f'qti-{name}-interaction response-identifier="RESPONSE" shuffle="false" {more}'
    return f"<{head.strip()}>{content}</qti-{name}-interaction>"


def _choices(item: Choice | Multiple | Order) -> str:
    return "".join(
        f'<qti-simple-choice identifier="{_name(place)}">{_html(option.text)}</qti-simple-choice>'
        for place, option in enumerate(item.options)
    )


def _set(entries: list[tuple[str, str, int]]) -> str:
    """Return one side of a match: each entry's name, text, and how often it may be used."""
    listed = "".join(
        f'<qti-simple-associable-choice identifier="{name}" match-max="{most}">{_html(text)}'
        "</qti-simple-associable-choice>"
        for name, text, most in entries
    )
    return f"<qti-simple-match-set>{listed}</qti-simple-match-set>"


def _processing(item: Item) -> str:
    """Return how a response is marked; no response earns nothing."""
    response = '<qti-variable identifier="RESPONSE"/>'
    if isinstance(item, Choice | Order):
        test = f'<qti-match>{response}<qti-correct identifier="RESPONSE"/></qti-match>'
        one = '<qti-base-value base-type="float">1</qti-base-value>'
        marked = f"<qti-response-if>{test}{_sets('SCORE', one)}</qti-response-if>"
    else:
        earned = '<qti-map-response identifier="RESPONSE"/>'
        given = f"<qti-not><qti-is-null>{response}</qti-is-null></qti-not>"
        marked = f"<qti-response-if>{given}{_sets('SCORE', earned)}</qti-response-if>"
    shown = '<qti-base-value base-type="identifier">why</qti-base-value>'
    told = _sets("FEEDBACK", response) if isinstance(item, Choice | Multiple) else ""
    return (
        f"<qti-response-processing><qti-response-condition>{marked}</qti-response-condition>"
        f"{told}{_sets('GENERAL', shown)}</qti-response-processing>"
    )


def _sets(outcome: str, value: str) -> str:
    return f'<qti-set-outcome-value identifier="{outcome}">{value}</qti-set-outcome-value>'


def _feedback(item: Item) -> Iterator[str]:
    """Yield what is said of each option that was chosen, and of the whole."""
    if isinstance(item, Choice | Multiple):
        for place, option in enumerate(item.options):
            if cleaned(option.why):
                yield _modal("FEEDBACK", _name(place), [option.why])
    said = reasons(item, by_option=isinstance(item, Short))
    if said:
        yield _modal("GENERAL", "why", said)


def _modal(outcome: str, name: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{_html(text)}</p>" for text in paragraphs)
    return (
        f'<qti-modal-feedback outcome-identifier="{outcome}" identifier="{name}" '
        f'show-hide="show"><qti-content-body>{body}</qti-content-body></qti-modal-feedback>'
    )


def _html(text: str) -> str:
    return in_html(text).replace("<br>", "<br/>")


def _name(place: int) -> str:
    return f"option-{KEYS[place]}"
