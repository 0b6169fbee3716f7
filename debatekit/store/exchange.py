"""A student's answers as a file to hand in: JSON Lines, from bytes and to bytes.

The first line says what the file is: `{"debatekit": "scores", "format": 2, "student": NAME,
"exported_at": ISO}`. Then comes an attempt a line, in the order in which they were made,
and a line `{"undone": ATTEMPT_ID}` for each that was taken back.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO, Literal

from msgspec import DecodeError, Struct, ValidationError, json

from debatekit.model.progress import Attempt

FORMAT = 2
"""Since 2 an attempt says which options were shown; files of 1 are read as well."""
_YEARS = range(2000, 2200)
MOST_OF_A_LINE = 2**20
MOST_MS = 31 * 24 * 3600 * 1000
"""An answer that took longer was not typed."""
MOST_FAULTS = 20
"""How many faults of one file are told; a file of another sort would have one a line."""


class Header(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The first line: whose answers these are, and when they were written down."""

    debatekit: Literal["scores"] = "scores"
    format: int = FORMAT
    student: str
    exported_at: str
    """ISO 8601 in UTC."""


class Undone(Struct, frozen=True, forbid_unknown_fields=True):
    """A line for an attempt that was taken back."""

    undone: str
    """The attempt's id."""


class Handed(Struct, frozen=True, kw_only=True):
    """What one file says."""

    header: Header
    attempts: tuple[Attempt, ...] = ()
    """All of them, oldest first, those that were taken back among them."""
    undone: tuple[str, ...] = ()
    """The ids of those that were taken back."""

    @property
    def kept(self) -> tuple[Attempt, ...]:
        """The attempts that were not taken back."""
        gone = frozenset(self.undone)
        return tuple(made for made in self.attempts if made.id not in gone)


class LineFault(Struct, frozen=True, order=True):
    """What is wrong with a line, counted from 1."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.line}: {self.message}"


class InvalidExchangeError(ValueError):
    """A file that cannot be used; `faults` says why, in file order."""

    def __init__(self, faults: Iterable[LineFault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


class _Version(Struct, frozen=True):
    """What must be known of a first line before the rest of it means anything."""

    debatekit: Literal["scores"]
    format: int


_UNDONE, _NEAR = b'"undone"', 12
"""How a line that takes an attempt back begins; no attempt has such a key."""

_encoder = json.Encoder()
_version = json.Decoder(_Version)
_header = json.Decoder(Header)
_attempt = json.Decoder(Attempt)
_undone = json.Decoder(Undone)


def write_lines(header: Header, attempts: Iterable[Attempt], undone: Iterable[str] = ()) -> bytes:
    """Return the file; `parse_lines` gives back what went in."""
    return _encoder.encode_lines([header, *attempts, *map(Undone, undone)])


def parse_lines(content: bytes) -> Handed:
    """Return what the file says; raises `InvalidExchangeError` with its faults.

    A file with a fault is not taken in part: half of a student's answers would look like
    all of them. A byte order mark, CRLF and blank lines are passed over.
    """
    if (found := _in_one_go(content)) is not None:
        return found
    lines = _lines(content.split(b"\n"))
    reading = _begun(lines)
    for number, line in lines:
        reading.take(number, line)
        if len(reading.faults) >= MOST_FAULTS:
            break
    return reading.result()


def _in_one_go(content: bytes) -> Handed | None:
    """Return what a plain sound file says; None where each line has to be looked at.

    It is quicker than line by line, and a report reads many files.
    """
    first, _, rest = content.partition(b"\n")
    if _UNDONE in rest:
        return None
    try:
        header = _read_header(first)
        attempts = _attempt.decode_lines(rest)
    except (DecodeError, UnicodeDecodeError, RecursionError, _OddLineError):
        return None
    apart = len({made.id for made in attempts}) == len(attempts)
    if not apart or any(_oddity(made, header) for made in attempts):
        return None
    return Handed(header=header, attempts=tuple(attempts))


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield a file's lines; raises `InvalidExchangeError` at one that never seems to end."""
    number = 0
    while line := file.readline(MOST_OF_A_LINE + 1):
        number += 1
        if len(line) > MOST_OF_A_LINE:
            raise InvalidExchangeError([LineFault(number, "this line is longer than 1 MiB")])
        yield line


def read_lines(content: Iterable[bytes]) -> tuple[Handed, tuple[LineFault, ...]]:
    """Return what the lines of a file say as far as they can be read, and what is wrong.

    For whoever joins answers to others, where a part is better than nothing. Raises
    `InvalidExchangeError` if the first line does not say that this is such a file.
    """
    lines = _lines(content)
    reading = _begun(lines)
    for number, line in lines:
        reading.take(number, line)
    return reading.handed(), tuple(sorted([*reading.faults, *reading.lost()]))


def _begun(lines: Iterator[tuple[int, bytes]]) -> "_Reading":
    """Read the first line."""
    number, first = next(lines, (1, b""))
    try:
        return _Reading(_read_header(first))
    except (DecodeError, UnicodeDecodeError, RecursionError, _OddLineError) as error:
        raise InvalidExchangeError([LineFault(number, _head_message(error))]) from None


def _lines(content: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, with their numbers; a byte order mark is left out."""
    for number, line in enumerate(content, 1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if text.strip():
            yield number, text


class _OddLineError(ValueError):
    """A line is well formed but says what cannot be; the message says what."""


def _read_header(line: bytes) -> Header:
    if (version := _version.decode(line).format) > FORMAT:
        raise _OddLineError(f"this is format {version}, of a newer debatekit; update debatekit")
    header = _header.decode(line)
    if header.format < 1:
        raise _OddLineError(f"there is no format {header.format}")
    if not header.student.strip():
        raise _OddLineError("the student has no name")
    return header


def _head_message(error: Exception) -> str:
    if isinstance(error, _OddLineError):
        return str(error)
    return "this is no file of 'debatekit scores export': its first line must say so"


class _Reading:
    """What reading has come to so far."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.faults: list[LineFault] = []
        self.attempts: dict[str, Attempt] = {}
        self.undone: dict[str, int] = {}

    def take(self, number: int, line: bytes) -> None:
        """Read one line; a fault is kept, with its number."""
        try:
            self._take(number, line)
        except _OddLineError as error:
            self.faults.append(LineFault(number, str(error)))
        except ValidationError as error:
            message = f"this line is no attempt: {_lower(str(error))}"
            self.faults.append(LineFault(number, message))
        except (DecodeError, UnicodeDecodeError, RecursionError):
            self.faults.append(LineFault(number, "this line is no JSON; was the file cut short?"))

    def _take(self, number: int, line: bytes) -> None:
        if _UNDONE in line[:_NEAR]:
            self.undone.setdefault(_undone.decode(line).undone, number)
            return
        attempt = _attempt.decode(line)
        if odd := _oddity(attempt, self.header):
            raise _OddLineError(odd)
        first = self.attempts.setdefault(attempt.id, attempt)
        if first is not attempt and first != attempt:
            raise _OddLineError(f"attempt {attempt.id!r} is there twice, and differs")

    def result(self) -> Handed:
        """Return all of it, or raise."""
        if faults := self.faults or self.lost():
            raise InvalidExchangeError(faults)
        return self.handed()

    def handed(self) -> Handed:
        """Return what could be read."""
        return Handed(
            header=self.header,
            attempts=tuple(self.attempts.values()),
            undone=tuple(id_ for id_ in self.undone if id_ in self.attempts),
        )

    def lost(self) -> list[LineFault]:
        """Return the lines that take back what is not there."""
        return [
            LineFault(number, f"attempt {id_!r} is taken back, but not there")
            for id_, number in self.undone.items()
            if id_ not in self.attempts
        ]


def _oddity(attempt: Attempt, header: Header) -> str:
    """Return what cannot be about an attempt in a file with this header, or nothing."""
    if attempt.student != header.student:
        return f"the answer is by {attempt.student!r}, the file by {header.student!r}"
    if not is_moment(attempt.at):
        return f"{attempt.at!r} is no time with a time zone, from 2000 to 2199"
    if attempt.took_ms > MOST_MS:
        return f"{attempt.took_ms} milliseconds are more than a month"
    return ""


def is_moment(time: str) -> bool:
    """Return whether a text is a time in ISO 8601, with its distance from UTC, in our days.

    With years near 1 or 9999 a sum of days would leave the calendar.
    """
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return False
    return moment.tzinfo is not None and moment.year in _YEARS


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
