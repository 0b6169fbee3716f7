"""The words for each misfit: what is wrong, in one clause, and what to do about it."""

from collections.abc import Callable, Mapping
from typing import Any

from debatekit.diagnostics import Diagnostic, did_you_mean
from debatekit.read.ids import ID_PATTERN, id_near, is_id
from debatekit.read.part import Part, named

_TRUTH = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}

MOST_LISTED = 12
"""So many known keys are listed where an unknown one comes near to none of them."""


def worded(part: Part) -> Diagnostic:
    """Return the fault that a misfit is."""
    return RULES[part.misfit.rule](part)


def _missing_key(part: Part) -> Diagnostic:
    """A key that every such mapping has is not there."""
    key, schema = part.misfit.limit, part.misfit.schema
    described = schema["properties"][key].get("description", "")
    where = f" in {part.name}" if part.misfit.steps else ""
    return part.fault("DK102", f"missing key {key!r}{where}", f"add {key!r}: {described}")


def _unknown_key(part: Part) -> Diagnostic:
    """A key that no such mapping has; where none is near, a few are listed."""
    known = part.misfit.schema["properties"]
    if part.is_cut_off:
        hint = "inside { } a comma ends a text; put the whole text in quotes"
        return part.key_fault("DK101", f"unknown key {part.name}", hint)
    hint = did_you_mean(part.misfit.limit, known) or part.described
    if not hint:
        listed = f"keys here: {', '.join(known)}"
        hint = listed if len(known) <= MOST_LISTED else "correct it, or leave it out"
    return part.key_fault("DK101", f"unknown key {part.name}", hint)


def _wrong_type(part: Part) -> Diagnostic:
    """Something else stands where text, a number, a list or a mapping belongs."""
    match part.misfit.limit:
        case "array":
            return part.fault("DK105", f"{part.name} must be a list", _as_list(part))
        case "object":
            return part.fault("DK106", f"{part.name} must be a mapping", _as_mapping(part))
        case _ if part.is_nothing:
            return _empty(part, _to_fill_in(part))
        case "boolean":
            word = _TRUTH.get((part.text or "").lower())
            message = f"{part.name} must be true or false, not {part.written}"
            return part.fault("DK112", message, f"write {word or 'true or false'}")
        case "string":
            return _no_text(part)
        case number:
            what = "a whole number" if number == "integer" else "a number"
            message = f"{part.name} must be {what}, not {part.written}"
            return part.fault("DK111", message, "write it in digits")


def _as_list(part: Part) -> str:
    """Return how to write a list instead of what is there."""
    if part.text and is_id(part.text):
        return f"put it in brackets: [{part.text}]"
    return "list its entries, each after '- '" + _or_leave_out(part)


def _as_mapping(part: Part) -> str:
    """Return how to write a mapping instead of what is there."""
    required = part.misfit.schema.get("required")
    if required and not part.misfit.steps:
        return f"begin with '{required[0]}: …'"
    if required:
        return f"write its keys below it, such as '{required[0]}: …'" + _or_leave_out(part)
    return "write entries such as 'an-id: …', without '- '" + _or_leave_out(part)


def _or_leave_out(part: Part) -> str:
    """Return that a key without value can go, where that is so."""
    has_key = part.misfit.steps and isinstance(part.misfit.steps[-1], str)
    return ", or leave the key out" if part.is_nothing and has_key else ""


def _no_text(part: Part) -> Diagnostic:
    """A number, a truth value, a list or a mapping stands where text belongs."""
    if not part.is_scalar:
        hint = "put text that begins with '[' or '{', or holds ': ', in quotes"
        return part.fault("DK103", f"{part.name} must be text, not {part.written}", hint)
    what = "a truth value" if part.written.lower() in ("true", "false") else "a number"
    message = f"{part.name} must be text; {part.written} without quotes is {what}"
    return part.fault("DK104", message, f'put it in quotes: "{part.written}"')


def _empty(part: Part, hint: str = "") -> Diagnostic:
    """Nothing, or only white space, stands where something belongs."""
    return part.fault("DK109", f"{part.name} is empty", hint)


def _to_fill_in(part: Part) -> str:
    """Return what belongs into a key that was left empty."""
    return f"fill in: {part.described}" if part.described else ""


def _wrong_word(part: Part) -> Diagnostic:
    """A word that is none of those allowed."""
    words = [str(word) for word in part.misfit.limit]
    listed = f"one of: {', '.join(words)}" if len(words) > 1 else f"write {words[0]}"
    if part.is_nothing:
        return _empty(part, listed)
    hint = (did_you_mean(part.text, words) if part.text else "") or listed
    return part.fault("DK107", f"{part.name} cannot be {part.written}", hint)


def _wrong_form(part: Part) -> Diagnostic:
    """A text that has not the form that belongs here: an id, a date, a fingerprint."""
    text = part.text or ""
    if not text.strip():
        return _empty(part, _to_fill_in(part))
    if part.misfit.schema.get("pattern") == ID_PATTERN:
        return part.fault("DK110", f"{part.name} is no id: {part.written}", _as_id(text))
    examples = ", ".join(part.misfit.schema.get("examples", ()))
    message = f"{part.name} has not the right form: {part.written}"
    hint = f"such as: {examples}" if examples else part.misfit.schema.get("description", "")
    return part.fault("DK113", message, hint)


def _as_id(text: str) -> str:
    """Return the hint that proposes an id near to a text."""
    near = id_near(text)
    return "use small letters, digits and hyphens" + (f": {near!r}" if near else "")


def _out_of_range(part: Part) -> Diagnostic:
    """A number below the least or above the most."""
    word, side = ("least", "more") if part.misfit.rule == "minimum" else ("most", "less")
    message = f"{part.name} is {part.written}; the {word} is {part.misfit.limit}"
    return part.fault("DK108", message, f"write {part.misfit.limit} or {side}")


def _wrong_key(part: Part) -> Diagnostic:
    """A key of a mapping by id that is no id, or none of the words that can be keys."""
    key, parent = str(part.misfit.steps[-1]), named(part.misfit.steps[:-1])
    names: Mapping[str, Any] = part.misfit.schema["propertyNames"]
    if part.misfit.limit == "enum":
        hint = did_you_mean(key, names["enum"]) or f"one of: {', '.join(names['enum'])}"
        return part.key_fault("DK107", f"a key of {parent} cannot be {key!r}", hint)
    return part.key_fault("DK110", f"a key of {parent} is no id: {part.name}", _as_id(key))


RULES: Mapping[str, Callable[[Part], Diagnostic]] = {
    "required": _missing_key,
    "additionalProperties": _unknown_key,
    "type": _wrong_type,
    "enum": _wrong_word,
    "pattern": _wrong_form,
    "minLength": _wrong_form,
    "maxLength": _wrong_form,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "propertyNames": _wrong_key,
}
"""By JSON Schema's word for a rule; the types of the model use no others."""
