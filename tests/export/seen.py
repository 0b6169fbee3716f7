"""What other tools must find of an item, and what they do find, in one plain shape.

A question is its kind, its stem and its answers: (text, weight in percent, why) for what can
be chosen or typed, (prompt, partner) for pairs, one text a step for an order.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any, NamedTuple, assert_never
from xml.etree import ElementTree
from zipfile import ZipFile

from debatekit.model.item import Choice, Item, Match, Multiple, Order, Short, kind_of

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
QTI3 = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
CLIENT_ESCAPES = {
    "&&092;": "\\",
    "&&058;": ":",
    "&&035;": "#",
    "&&061;": "=",
    "&&123;": "{",
    "&&125;": "}",
    "&&126;": "~",
    "&&010": "\n",
}
"""What gift-pegjs leaves in the partners of a match, where it decodes no escapes."""


class Seen(NamedTuple):
    """A question as somebody finds it."""

    kind: str
    stem: str
    answers: list[Any]


def expected(item: Item, ordering: bool = True) -> Seen:
    """Return what must be found; without `ordering`, steps come as pairs with their places."""
    match item:
        case Choice(options=options):
            answers: list[Any] = [(o.text, 100.0 * o.correct, o.why) for o in options]
        case Multiple(options=options):
            right = sum(o.correct for o in options)
            shares = (round(-100 / max(1, len(options) - right), 5), round(100 / right, 5))
            answers = [(o.text, shares[o.correct], o.why) for o in options]
        case Match(prompts=prompts, partners=partners, options=options):
            both = zip(prompts, partners, strict=True)
            answers = [(prompt, line(options[place].text)) for prompt, place in both]
            spare = [o.text for n, o in enumerate(options) if n not in partners]
            answers += [("", line(text)) for text in spare]
        case Order(options=options, ranks=ranks):
            order = sorted(zip(ranks, options, strict=True), key=lambda step: step[0])
            if not ordering:
                paired = [(o.text, str(rank + 1)) for rank, o in order]
                return Seen("match", item.stem, paired)
            answers = [option.text for _, option in order]
        case Short(accepted=accepted, options=options):
            answers = [(text, 100.0, "") for text in accepted]
            answers += [(o.text, 0.0, o.why) for o in options]
        case _:
            assert_never(item)
    return Seen(kind_of(item), item.stem, answers)


def line(text: str) -> str:
    """Return the text as a menu shows it."""
    return " ".join(text.split())


def text_of(html: str | None) -> str:
    """Return the text that HTML shows; whatever markup it holds but <br> shows as [tag]."""
    reader = _Text()
    reader.feed(html or "")
    reader.close()
    return "".join(reader.parts)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.parts.append("\n" if tag == "br" else f"[{tag}]")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def in_moodle(content: bytes) -> dict[str, Seen]:
    """Return the questions of Moodle XML by their idnumber."""
    root = ElementTree.fromstring(content)
    found = [one for one in root.iter("question") if one.get("type") != "category"]
    return {one.findtext("idnumber", ""): _moodle(one) for one in found}


def _moodle(one: ElementTree.Element) -> Seen:
    stem = text_of(one.findtext("questiontext/text"))
    kinds = {"matching": "match", "ordering": "order", "shortanswer": "short"}
    kind = kinds.get(one.get("type", ""), "multiple")
    kind = "choice" if one.findtext("single") == "true" else kind
    if kind == "match":
        both = ((s.findtext("text"), s.findtext("answer/text")) for s in one.iter("subquestion"))
        return Seen(kind, stem, [(text_of(left), text_of(right)) for left, right in both])
    answers = [_moodle_answer(answer, kind == "short") for answer in one.iter("answer")]
    return Seen(kind, stem, [text for text, _, _ in answers] if kind == "order" else answers)


def _moodle_answer(answer: ElementTree.Element, typed: bool) -> tuple[str, float, str]:
    text = answer.findtext("text", "")
    shown = text.replace("\\*", "*") if typed else text_of(text)
    why = text_of(answer.findtext("feedback/text"))
    return shown, float(answer.get("fraction", "nan")), why


def in_gift(parsed: list[dict[str, Any]]) -> dict[str, Seen]:
    """Return the questions that gift-pegjs found, by their ids."""
    return {one["id"]: _gift(one) for one in parsed if one["type"] != "Category"}


def _gift(one: dict[str, Any]) -> Seen:
    stem = text_of(one["stem"]["text"])
    match one["type"]:
        case "Matching":
            both = [
                (text_of(pair["subquestion"]["text"]), text_of(decoded(pair["subanswer"])))
                for pair in one["matchPairs"]
            ]
            return Seen("match", stem, both)
        case "Short":
            return Seen("short", stem, [_gift_typed(choice) for choice in one["choices"]])
        case _:
            single = any(choice["isCorrect"] for choice in one["choices"])
            answers = [_gift_choice(choice) for choice in one["choices"]]
            return Seen("choice" if single else "multiple", stem, answers)


def decoded(text: str) -> str:
    """Return the text with gift-pegjs's stand-ins for signs replaced."""
    for escape, sign in CLIENT_ESCAPES.items():
        text = text.replace(escape, sign)
    return text


def _gift_choice(choice: dict[str, Any]) -> tuple[str, float, str]:
    weight = 100.0 * choice["isCorrect"] if choice["weight"] is None else choice["weight"]
    return text_of(choice["text"]["text"]), weight, _gift_why(choice)


def _gift_typed(choice: dict[str, Any]) -> tuple[str, float, str]:
    return choice["text"]["text"].replace("\\*", "*"), choice["weight"], _gift_why(choice)


def _gift_why(choice: dict[str, Any]) -> str:
    return text_of(choice["feedback"]["text"]) if choice["feedback"] else ""


def in_canvas(content: bytes) -> list[Seen]:
    """Return the questions of a Canvas package, in order."""
    with ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if name.count("/") and "_meta" not in name]
        roots = [ElementTree.fromstring(package.read(name)) for name in names]
    return [_canvas(item) for root in roots for item in root.iter(f"{QTI}item")]


def _canvas(item: ElementTree.Element) -> Seen:
    fields = {
        field.findtext(f"{QTI}fieldlabel"): field.findtext(f"{QTI}fieldentry")
        for field in item.iter(f"{QTI}qtimetadatafield")
    }
    kind = {
        "multiple_choice_question": "choice",
        "multiple_answers_question": "multiple",
        "matching_question": "match",
        "short_answer_question": "short",
    }[fields["question_type"] or ""]
    stem = text_of(item.findtext(f"{QTI}presentation/{QTI}material/{QTI}mattext"))
    return Seen(kind, stem, list(_canvas_answers(item, kind)))


def _canvas_answers(item: ElementTree.Element, kind: str) -> Iterator[Any]:
    right = dict(_canvas_right(item))
    if kind == "short":
        yield from ((text, 100.0, "") for _, text in _canvas_right(item))
        return
    whys = {
        one.get("ident"): text_of(one.findtext(f".//{QTI}mattext"))
        for one in item.iter(f"{QTI}itemfeedback")
    }
    taken = set()
    for response in item.iter(f"{QTI}response_lid"):
        labels = {
            label.get("ident"): label.findtext(f".//{QTI}mattext")
            for label in response.iter(f"{QTI}response_label")
        }
        if kind == "match":
            prompt = text_of(response.findtext(f"{QTI}material/{QTI}mattext"))
            partner = labels[right[response.get("ident")]]
            taken.add(partner)
            yield prompt, partner
        else:
            chosen = {key for _, key in _canvas_right(item)}
            for key, text in labels.items():
                yield text_of(text), 100.0 * (key in chosen), whys.get(f"{key}_fb", "")
    if kind == "match":
        yield from (("", text) for text in labels.values() if text not in taken)


def _canvas_right(item: ElementTree.Element) -> Iterator[tuple[str | None, str | None]]:
    """Yield which answer to which response earns points."""
    for condition in item.iter(f"{QTI}respcondition"):
        if condition.find(f"{QTI}setvar") is None:
            continue
        denied = {id(one) for no in condition.iter(f"{QTI}not") for one in no}
        for equal in condition.iter(f"{QTI}varequal"):
            if id(equal) not in denied:
                yield equal.get("respident"), equal.text


def in_qti3(content: bytes) -> list[Seen]:
    """Return the questions of a QTI 3.0 package, in the order of its tests."""
    with ZipFile(BytesIO(content)) as package:
        tests = [name for name in package.namelist() if name.startswith("t")]
        paths = [
            ref.get("href", "")
            for name in tests
            for ref in ElementTree.fromstring(package.read(name)).iter()
            if ref.tag == f"{QTI3}qti-assessment-item-ref"
        ]
        return [_qti3(ElementTree.fromstring(package.read(path))) for path in paths]


def _qti3(item: ElementTree.Element) -> Seen:
    body = item.find(f"{QTI3}qti-item-body")
    assert body is not None
    interaction = next(one for one in body.iter() if one.tag.endswith("-interaction"))
    prompt = interaction.find(f"{QTI3}qti-prompt")
    stem = text_in(body.find(f"{QTI3}p") if prompt is None else prompt)
    right = [one.text or "" for one in item.iterfind(f".//{QTI3}qti-correct-response/*")]
    texts = {
        one.get("identifier", ""): text_in(one)
        for one in interaction.iter()
        if one.get("identifier")
    }
    match interaction.tag.removeprefix(QTI3):
        case "qti-match-interaction":
            both = [pair.split(" ") for pair in right]
            taken = {partner for _, partner in both}
            spare = [key for key in texts if key.startswith("option") and key not in taken]
            pairs = [(texts[one], line(texts[other])) for one, other in both]
            return Seen("match", stem, [*pairs, *(("", line(texts[key])) for key in spare)])
        case "qti-order-interaction":
            return Seen("order", stem, [texts[key] for key in right])
        case "qti-text-entry-interaction":
            entries = item.iter(f"{QTI3}qti-map-entry")
            return Seen("short", stem, [(one.get("map-key"), 100.0, "") for one in entries])
        case _:
            single = interaction.get("max-choices") == "1"
            told = {
                one.get("identifier"): text_in(one.find(f"{QTI3}qti-content-body/{QTI3}p"))
                for one in item.iter(f"{QTI3}qti-modal-feedback")
            }
            answers = [
                (text, 100.0 * (key in right), told.get(key, "")) for key, text in texts.items()
            ]
            return Seen("choice" if single else "multiple", stem, answers)


def text_in(element: ElementTree.Element | None) -> str:
    """Return the text in an element, a line break for each <br/>."""
    if element is None:
        return ""
    inner = "".join(
        ("\n" if one.tag.endswith("}br") else text_in(one)) + (one.tail or "") for one in element
    )
    return (element.text or "") + inner
