"""One item as a QTI 1.2 question with the metadata by which Canvas knows its type."""

from collections.abc import Iterator
from typing import assert_never

from debatekit.export.batch import Batch, Tell, TellItem, identity, number
from debatekit.export.parts import pairs, places, reasons, spares, tied
from debatekit.export.text import cleaned, in_html, in_line, in_xml, worded
from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Option, Order, Short

ONE = "response1"
"""The name of a question's only response."""


def question(batch: Batch, item: Item, place: int, tell: Tell) -> str:
    """Return the question at a place of the quiz, from 1."""
    name = identity(batch, item)
    tell_item = _telling(tell, name)
    said = "<br>".join(in_html(one) for one in reasons(item, isinstance(item, Short)))
    parts = [
        f'<item ident="g{number("item", name)}" title="Question {place}">',
        f"<itemmetadata><qtimetadata>{_field('question_type', _type(item))}"
        f"{_field('points_possible', '1.0')}</qtimetadata></itemmetadata>",
        f"<presentation>{_html(in_html(item.stem))}{''.join(_asked(item, tell_item))}"
        "</presentation>",
        '<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" '
        'vartype="Decimal"/></outcomes>',
        _shows("general_fb", "<other/>") if said else "",
        *(_shows(f"{key}_fb", _equal(ONE, key)) for key, _ in _told(item)),
        *_marked(item),
        "</resprocessing>",
        _feedback("general_fb", said) if said else "",
        *(_feedback(f"{key}_fb", in_html(option.why)) for key, option in _told(item)),
        "</item>\n",
    ]
    return "\n".join(part for part in parts if part)


def _telling(tell: Tell, name: str) -> TellItem:
    return lambda lost: tell(lost, name)


def _type(item: Item) -> str:
    """Return Canvas's name for the kind of question."""
    match item:
        case Choice():
            return "multiple_choice_question"
        case Multiple():
            return "multiple_answers_question"
        case Match() | Order():
            return "matching_question"
        case Short():
            return "short_answer_question"
        case _:
            assert_never(item)


def _asked(item: Item, tell: TellItem) -> Iterator[str]:
    """Yield the responses that can be given."""
    match item:
        case Choice() | Multiple():
            kind = "Single" if isinstance(item, Choice) else "Multiple"
            labels = [(key, in_html(option.text), "text/html") for key, option in _keyed(item)]
            yield _response(ONE, kind, "", labels)
        case Match() | Order():
            if isinstance(item, Order):
                _tell_order(item, tell)
            tell("reasons of single options go into the general feedback")
            yield from _menus(item)
        case Short():
            tell("slips of spelling count as wrong")
            if item.options:
                tell("reasons of single options go into the general feedback")
            yield (
                f'<response_str ident="{ONE}" rcardinality="Single"><render_fib>'
                '<response_label ident="answer1" rshuffle="No"/></render_fib></response_str>'
            )
        case _:
            assert_never(item)


def _tell_order(item: Order, tell: TellItem) -> None:
    tell("steps to order become pairs of step and place")
    if tied(item):
        tell("steps that share a place are marked as if in one order")


def _menus(item: Match | Order) -> Iterator[str]:
    """Yield a menu of all partners for each prompt."""
    partners = _partners(item)
    labels = [(f"p{place}", text, "text/plain") for place, text in enumerate(partners)]
    for place, (prompt, _) in enumerate(_both(item)):
        yield _response(f"response_{place}", "Single", _html(in_html(prompt)), labels)


def _partners(item: Match | Order) -> list[str]:
    """Return the texts to choose from, each once: Canvas tells them apart by nothing else."""
    texts = [partner for _, partner in _both(item)]
    texts += [in_line(option.text) for option in spares(item)] if isinstance(item, Match) else []
    return list(dict.fromkeys(texts))


def _both(item: Match | Order) -> list[tuple[str, str]]:
    """Return prompts with their partners' texts, steps in the order in which they are shown."""
    if isinstance(item, Match):
        return [(prompt, in_line(partner.text)) for prompt, partner in pairs(item)]
    steps = zip(item.options, places(item), strict=True)
    return [(option.text, str(place)) for option, place in steps]


def _marked(item: Item) -> Iterator[str]:
    """Yield the conditions on which points are given, of 100."""
    match item:
        case Choice():
            yield _scores(_equal(ONE, item.key), "Set", "100")
        case Multiple():
            tests = (
                _equal(ONE, key) if option.correct else f"<not>{_equal(ONE, key)}</not>"
                for key, option in _keyed(item)
            )
            yield _scores(f"<and>{''.join(tests)}</and>", "Set", "100")
        case Match() | Order():
            both, partners = _both(item), _partners(item)
            for place, (_, partner) in enumerate(both):
                test = _equal(f"response_{place}", f"p{partners.index(partner)}")
                yield _scores(test, "Add", f"{100 / len(both):.2f}")
        case Short():
            tests = (_equal(ONE, worded(one)) for one in item.accepted)
            yield _scores("".join(tests), "Set", "100")
        case _:
            assert_never(item)


def _keyed(item: Choice | Multiple) -> list[tuple[str, Option]]:
    return list(zip(KEYS, item.options, strict=False))


def _told(item: Item) -> list[tuple[str, Option]]:
    """Return, by what is answered, the options with a reason of their own."""
    match item:
        case Choice() | Multiple():
            return [(key, option) for key, option in _keyed(item) if cleaned(option.why)]
        case Match() | Order() | Short():
            return []
        case _:
            assert_never(item)


def _response(name: str, kind: str, prompt: str, labels: list[tuple[str, str, str]]) -> str:
    choices = "".join(
        f'<response_label ident="{key}"><material><mattext texttype="{form}">{in_xml(text)}'
        "</mattext></material></response_label>"
        for key, text, form in labels
    )
    return (
        f'<response_lid ident="{name}" rcardinality="{kind}">{prompt}'
        f"<render_choice>{choices}</render_choice></response_lid>"
    )


def _field(label: str, entry: str) -> str:
    return (
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel>"
        f"<fieldentry>{entry}</fieldentry></qtimetadatafield>"
    )


def _html(text: str) -> str:
    return f'<material><mattext texttype="text/html">{in_xml(text)}</mattext></material>'


def _equal(name: str, value: str) -> str:
    return f'<varequal respident="{name}">{in_xml(value)}</varequal>'


def _shows(feedback: str, test: str) -> str:
    return (
        f'<respcondition continue="Yes"><conditionvar>{test}</conditionvar>'
        f'<displayfeedback feedbacktype="Response" linkrefid="{feedback}"/></respcondition>'
    )


def _scores(test: str, action: str, points: str) -> str:
    return (
        f'<respcondition continue="{"No" if action == "Set" else "Yes"}">'
        f"<conditionvar>{test}</conditionvar>"
        f'<setvar action="{action}" varname="SCORE">{points}</setvar></respcondition>'
    )


def _feedback(name: str, text: str) -> str:
    return f'<itemfeedback ident="{name}"><flow_mat>{_html(text)}</flow_mat></itemfeedback>'
