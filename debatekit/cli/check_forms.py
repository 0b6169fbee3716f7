"""The forms in which `debatekit check` writes its findings: text, JSON, GitHub's, SARIF."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

import click

from debatekit import __version__
from debatekit.cli.context import Settings
from debatekit.cli.screen.faults import fault_text
from debatekit.cli.screen.output import counted
from debatekit.codes import CODES
from debatekit.diagnostics import Diagnostic, Severity
from debatekit.model.text import printable


def as_text(settings: Settings, found: Sequence[Diagnostic], files: int) -> None:
    """Write faults for people, and below them, apart, how many there are."""
    pictured = not settings.plain
    for fault in found:
        click.echo(fault_text(fault, pictured))
    click.echo(summary(found, files), err=True)


def summary(found: Iterable[Diagnostic], files: int) -> str:
    """Return how many faults there are, in how many files; which are errors, among others."""
    faults = tuple(found)
    counts = Counter(fault.severity for fault in faults)
    parts = [counted(counts[severity], severity) for severity in Severity if counts[severity]]
    if counts[Severity.ERROR] and len(parts) > 1:
        codes = {fault.code for fault in faults if fault.severity is Severity.ERROR}
        parts[0] += f" ({', '.join(sorted(codes))})"
    if not parts:
        return f"No faults in {counted(files, 'file')}."
    where = counted(len({fault.where.path for fault in faults}), "file")
    return f"{', '.join(parts)} in {where}."


def as_json(_: Settings, found: Sequence[Diagnostic], __: int) -> None:
    """Write faults as a JSON list."""
    rows = [
        {
            "path": fault.where.path,
            "line": fault.where.line,
            "column": fault.where.column,
            "code": fault.code,
            "severity": fault.severity,
            "message": fault.message,
            "hint": fault.hint,
        }
        for fault in found
    ]
    click.echo(json.dumps(rows, indent=2))


def as_github(_: Settings, found: Sequence[Diagnostic], __: int) -> None:
    """Write faults as GitHub's workflow commands, which it shows beside the lines."""
    for fault in found:
        word = "notice" if fault.severity is Severity.NOTE else fault.severity
        place = f"file={_property(fault.where.path)},line={fault.where.line}"
        place += f",col={fault.where.column},title={_property(fault.code)}"
        hint = f"\nhint: {fault.hint}" if fault.hint else ""
        click.echo(f"::{word} {place}::{_data(fault.message + hint)}")


def _data(text: str) -> str:
    """Return text as a workflow command's message holds it."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Return text as a workflow command's property holds it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(_: Settings, found: Sequence[Diagnostic], __: int) -> None:
    """Write faults as SARIF 2.1.0 (OASIS 2020), which code hosts show beside the lines."""
    used = sorted({fault.code for fault in found})
    rules = [
        {"id": code, "shortDescription": {"text": CODES[code].meaning}}
        for code in used
        if code in CODES
    ]
    driver = {"name": "debatekit", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_sarif_result(fault) for fault in found]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    click.echo(json.dumps(log, indent=2))


def _sarif_result(fault: Diagnostic) -> dict[str, object]:
    """Return one finding as SARIF's result object; its paths are relative URIs."""
    hint = f" (hint: {fault.hint})" if fault.hint else ""
    place = {
        "artifactLocation": {"uri": quote(PurePath(fault.where.path).as_posix())},
        "region": {"startLine": fault.where.line, "startColumn": fault.where.column},
    }
    return {
        "ruleId": fault.code,
        "level": str(fault.severity),
        "message": {"text": printable(fault.message + hint)},
        "locations": [{"physicalLocation": place}],
    }


FORMS: Mapping[str, Callable[[Settings, Sequence[Diagnostic], int], None]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""By the name that `--format` takes."""
